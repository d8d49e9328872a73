import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// Finding a time as a person does; it is Monday 9:42 in Pune, Coach Lin's board is open.
struct SlotStateTests {
  private func proposals(_ scenario: Scenario) -> [SlotProposal] {
    guard case .slots(let state)? = scenario.state.overlays.last else { return [] }
    return state.answer?.proposals ?? []
  }

  /// Goes from the clients to the line, and empties it.
  private func startTyping(_ scenario: inout Scenario) {
    scenario.keys("tab")
    scenario.keys("ctrl+u")
  }

  @Test func theOpenClientIsTakenAndTimesAreThereAtOnce() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    #expect(!proposals(scenario).isEmpty)
    scenario.expectFrame("slots-80x24", .main)
  }

  @Test func nothingFitsIsExplainedOnAWideScreenToo() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.press("slots.find")
    scenario.keys("1")
    startTyping(&scenario)
    scenario.type("1h next week tokyo")
    scenario.keys("tab")
    scenario.expectFrame("slots-least-bad-140x40", .main)
  }

  /// Of several times some are in sight, however many are to be there and whatever is in the way.
  @Test(arguments: [(80, 24, 4), (60, 18, 2)])
  func someTimesAreInSightWhateverElseIsTold(width: Int, height: Int, least: Int) throws {
    var scenario = try Scenario(width: width, height: height)
    scenario.press("slots.find")
    #expect(scenario.shows("1 of 6"))
    scenario.keys("1 3")
    startTyping(&scenario)
    scenario.type("45m next week tokyo")
    scenario.keys("tab")
    let rows = scenario.screen.split(separator: "\n").filter { $0.contains("New York ·") }
    #expect(rows.count >= least, "\(scenario.screen)")
    #expect(scenario.shows("1 of 6"))
    scenario.keys("j")
    #expect(scenario.shows("2 of 6"))
    scenario.expectFrame("slots-several-\(width)x\(height)", .main)
  }

  @Test func aLineTellsHowLongWhenAndWhoElse() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    startTyping(&scenario)
    scenario.type("1h 25 nov @harbor")
    let first = try #require(proposals(scenario).first)
    #expect(first.span.duration == 3600)
    #expect(first.times.map(\.party.name) == ["Coach Lin", "Asha", "Harbor Goods"])
    #expect(first.times.allSatisfy { $0.start.date.day == 25 })
    scenario.type(" blorp")
    #expect(scenario.shows("“blorp” is not understood"))
  }

  /// Whoever types before the line has the keys loses nothing; a client's digit still takes the client.
  @Test func lettersGoToTheLineAtOnce() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    scenario.type("lisbon")
    #expect(scenario.shows("45m lisbon"))
    var other = try Scenario()
    other.press("slots.find")
    other.keys("1")
    other.type("tokyo")
    #expect(other.shows("45m tokyo") && other.shows("[✓] Harbor Goods"))
  }

  @Test func enterPlansAMeetingThatUndoTakesBack() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    scenario.keys("down")
    let proposal = try #require(proposals(scenario).first)
    scenario.keys("enter")
    let block = try #require(scenario.desk.allBlocks.first { $0.title == "Call with Coach Lin" })
    #expect(block.kind == .meeting && block.start.zone == "Europe/London" && block.duration == 2700)
    #expect(scenario.desk.span(of: block) == proposal.span)
    #expect(scenario.state.overlays.isEmpty)
    scenario.press("desk.undo")
    #expect(scenario.desk.block(block.id) == nil)
  }

  @Test func aTimeIsCopiedReadyToBeSent() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    scenario.keys("down")
    let proposal = try #require(proposals(scenario).first)
    let text = proposal.text(today: scenario.world.today, .english)
    #expect(text.contains("London · ") && text.contains("Kolkata"))
    let open = scenario.state.overlays
    scenario.settled()
    scenario.keys("y")
    scenario.expect(effects: [.copy(text)]) { state in
      state.overlays = open
      state.says("Copied: \(text)")
    }
  }

  /// The keys of their boards take clients, as the last line says; all else is typed, also from among the times.
  @Test func digitsTakeClientsAndLettersAreTypedWhereverTheKeysGo() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    #expect(scenario.shows("← → space or 1–9 takes · letters type when"))
    scenario.keys("1")
    #expect(scenario.shows("[✓] Harbor Goods"))
    // No client has this key.
    scenario.keys("9")
    scenario.type("0m")
    #expect(scenario.shows("45m 90m"))
    scenario.keys("ctrl+u")
    scenario.type("45m")
    scenario.keys("tab")
    scenario.type("tokyo")
    #expect(scenario.shows("45m tokyo"))
  }

  @Test func nobodyChosenSaysWhatToDo() throws {
    var scenario = try Scenario()
    scenario.press("slots.find")
    scenario.keys("space")
    #expect(scenario.shows("Choose somebody"))
    scenario.keys("2")
    #expect(!scenario.shows("Choose somebody"))
    scenario.keys("esc")
    #expect(scenario.state.overlays.isEmpty && scenario.desk.allBlocks.count == 1)
  }

  @Test func whileSharingNobodyElseCanBeChosen() throws {
    var scenario = try Scenario()
    scenario.press("desk.share")
    scenario.press("slots.find")
    #expect(!scenario.shows("Harbor Goods"))
    startTyping(&scenario)
    scenario.type("@harbor 1h")
    #expect(scenario.shows("“@harbor” is not understood"))
  }
}
