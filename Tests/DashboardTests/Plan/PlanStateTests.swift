import Canvas
import Civil
import Dashboard
import Desk
import Testing

extension PinnedDesk {
  /// Plans a block on the clock of Pune.
  mutating func block(
    _ title: String, _ start: String, minutes: Int, client: ClientID, card: CardID? = nil,
    kind: Block.Kind = .work
  ) throws {
    let wall = try #require(WallTime(text: start))
    var draft = BlockDraft(
      title: title, start: ZonedTime(wall: wall, zone: "Asia/Kolkata"), duration: minutes * 60)
    draft.client = client
    draft.card = card
    draft.kind = kind
    try make(desk.addBlock(draft, context: context))
  }
}

/// Planning a day as a person does; it is Monday 9:42 in Pune, at work until 19:00.
struct PlanStateTests {
  static func scenario(width: Int = 80, height: Int = 24) throws -> Scenario {
    var desk = try PinnedDesk()
    let coach = try #require(desk.desk.client(slug: "coach-lin")?.id)
    try desk.block("Call with Lin", "2026-11-23T11:00", minutes: 45, client: coach, kind: .meeting)
    let portrait = try #require(desk.desk.allCards.first { $0.title.hasPrefix("Family") })
    try desk.block(
      "Portrait", "2026-11-23T11:30", minutes: 60, client: portrait.client, card: portrait.id)
    var scenario = try Scenario(desk, width: width, height: height)
    scenario.frames = [try Grammar.parseFrame("mon-fri 14-16 @prakashan")]
    scenario.settled()
    return scenario
  }

  private func titles(_ scenario: Scenario) -> [String] {
    guard case .plan(let state)? = scenario.state.overlays.last else { return [] }
    return state.plan.lines.map(\.title)
  }

  @Test func theDifferenceIsShownWithItsReasons() throws {
    var scenario = try Self.scenario()
    scenario.press("plan.day")
    #expect(scenario.desk.allBlocks.count == 3)
    scenario.expectFrame("plan-day-80x24", .main)
    scenario.keys("j")
    scenario.keys("space")
    scenario.expectFrame("plan-left-out-80x24", .main)
  }

  @Test func onAWideScreenReasonsStandBesideTheLines() throws {
    var scenario = try Self.scenario(width: 140, height: 40)
    scenario.press("plan.week")
    scenario.expectFrame("plan-week-140x40", .main)
  }

  @Test func theSmallestScreenHasRoomForIt() throws {
    var scenario = try Self.scenario(width: 60, height: 18)
    scenario.press("plan.day")
    scenario.expectFrame("plan-day-60x18", .main)
  }

  @Test func enterMakesAsOneChangeWhatIsLeftIn() throws {
    var scenario = try Self.scenario()
    let before = Set(scenario.desk.allBlocks)
    scenario.press("plan.day")
    let titles = titles(scenario)
    #expect(titles.count > 2)
    scenario.keys("space")
    scenario.keys("enter")
    #expect(scenario.state.overlays.isEmpty)
    #expect(Set(scenario.desk.allBlocks).subtracting(before).count == titles.count - 1)
    #expect(Set(scenario.desk.allBlocks.map(\.title)).contains("Invoice pack"))
    #expect(!scenario.desk.allBlocks.contains { $0.title == titles.first })
    #expect(scenario.shows("Planned \(titles.count - 1) blocks"))
    scenario.press("desk.undo")
    #expect(Set(scenario.desk.allBlocks) == before)
  }

  @Test func escapeChangesNothing() throws {
    var scenario = try Self.scenario()
    scenario.press("plan.day")
    scenario.keys("esc")
    scenario.expect()
  }

  @Test func nothingLeftInIsNotAccepted() throws {
    var scenario = try Self.scenario()
    scenario.press("plan.day")
    scenario.keys("a")
    scenario.keys("enter")
    #expect(scenario.shows("Every line is left out"))
    #expect(scenario.desk.allBlocks.count == 3)
    scenario.keys("a")
    scenario.keys("enter")
    #expect(scenario.desk.allBlocks.count > 3)
  }

  @Test func tabAndArrowsTurnToTheWeekAndOtherDays() throws {
    var scenario = try Self.scenario()
    scenario.press("plan.day")
    #expect(scenario.shows("Plan my day · Mon 23 Nov"))
    scenario.keys("right")
    #expect(scenario.shows("Plan my day · Tue 24 Nov"))
    scenario.keys("tab")
    #expect(scenario.shows("Plan my week · Tue 24 Nov to Sun 29 Nov") || scenario.shows("Plan my week · Mon"))
    scenario.keys("tab")
    scenario.keys("left")
    scenario.keys("left")
    #expect(scenario.shows("Plan my day · Mon 23 Nov"))
  }

  @Test func aDeskChangedElsewhereIsPlannedAnewBeforeAnythingIsMade() throws {
    var scenario = try Self.scenario()
    scenario.press("plan.day")
    let coach = try #require(scenario.client("coach-lin")?.id)
    try scenario.elsewhere { desk in
      let start = ZonedTime(wall: PinnedDesk.wall(11, 23, 10), zone: "Asia/Kolkata")
      var draft = BlockDraft(title: "Sudden", start: start, duration: 3600)
      draft.client = coach
      return desk.desk.addBlock(draft, context: desk.context)
    }
    scenario.keys("enter")
    #expect(scenario.desk.allBlocks.count == 4)
    #expect(scenario.shows("planned anew"))
    scenario.keys("enter")
    #expect(scenario.desk.allBlocks.count > 4)
  }

  @Test func whileSharingOnlyThisClientIsPlannedAndSeen() throws {
    var scenario = try Self.scenario()
    let coach = scenario.client("coach-lin")
    scenario.perform { state, _ in
      state.client = coach?.id
      return []
    }
    scenario.press("desk.share")
    scenario.press("plan.day")
    let clients = Set(scenario.desk.allCards.filter { titles(scenario).contains($0.title) }.map(\.client))
    #expect(clients == [try #require(scenario.client("coach-lin")?.id)])
    #expect(!scenario.shows("Portrait") && !scenario.shows("Harbor Goods"))
  }

  @Test func aReadOnlyDeskCanBeLookedAt() throws {
    var scenario = try Self.scenario()
    scenario.readOnly = "the journal is damaged"
    scenario.press("plan.day")
    scenario.keys("enter")
    #expect(scenario.desk.allBlocks.count == 3)
    #expect(scenario.shows("read-only"))
  }

  @Test func anEmptyDeskHasNothingToPlan() throws {
    var desk = PinnedDesk(emptyAt: PinnedDesk.now)
    try desk.make(desk.desk.editSettings(context: desk.context) { $0.name = "Asha" })
    var scenario = try Scenario(desk)
    scenario.press("plan.day")
    #expect(scenario.shows("There is nothing to plan"))
    scenario.keys("enter")
    #expect(scenario.state.overlays.isEmpty)
  }

  @Test func todayTellsUntilWhenWorkCanWait() throws {
    var scenario = try Self.scenario()
    scenario.press("view.today")
    // An hour and a half of work, due on Thursday at 22:30 in Pune, where the day ends at 19:00.
    #expect(scenario.shows("start by Thu 26 17:30"))
  }
}
