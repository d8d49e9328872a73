import Civil
import Dashboard
import Desk
import Testing

/// `b` on a card.
///
/// Monday 23 November 2026, 9:42 in Pune; 10:00 to 11:30 is taken; “Newsletter 48” is selected, with an
/// hour and a half left of its estimate.
@Suite struct PlanCardTests {
  @Test func enterTakesTheNextFreeTimeThatFitsTheEstimate() throws {
    var scenario = try Scenario()
    scenario.press("block.plan")
    #expect(scenario.shows("Time for “Newsletter 48” · 1h30"))
    #expect(scenario.shows("Mon 23 Nov 11:30–13:00 Kolkata · 06:00–07:30 London"))
    scenario.keys("enter")
    let block = scenario.desk.allBlocks.first { $0.start.wall.text == "2026-11-23T11:30" }
    #expect(block?.title == "Newsletter 48")
    #expect(block?.card == scenario.card("Newsletter 48")?.id)
    #expect(block?.duration == 5400)
    #expect(block?.start.zone == "Asia/Kolkata")
    #expect(scenario.state.pane == .board)
  }

  @Test func theArrowsChooseAmongTheProposals() throws {
    var scenario = try Scenario()
    scenario.keys("b")
    #expect(scenario.shows("tomorrow 09:00-10:30"))
    scenario.keys("down down enter")
    #expect(scenario.desk.allBlocks.contains { $0.start.wall.text == "2026-11-24T09:00" })
  }

  @Test(arguments: [
    ("16:00 45m", "2026-11-23T16:00 Asia/Kolkata 45m"),
    ("16:00 london", "2026-11-23T16:00 Europe/London 90m"),
    ("9:00", "2026-11-24T09:00 Asia/Kolkata 90m"),
    ("thu 14:00-15:30 london", "2026-11-26T14:00 Europe/London 90m"),
    ("thu", "2026-11-26T09:00 Asia/Kolkata 90m"),
    ("today 2h", "2026-11-23T11:30 Asia/Kolkata 120m"),
    ("sat", "2026-11-28T09:00 Asia/Kolkata 90m"),
    ("15m", "2026-11-23T09:45 Asia/Kolkata 15m"),
  ])
  func whatIsTypedIsTaken(_ text: String, _ plan: String) throws {
    var scenario = try Scenario()
    let known = Set(scenario.desk.allBlocks.map(\.id))
    scenario.keys("b")
    scenario.type(text)
    scenario.keys("enter")
    let made = scenario.desk.allBlocks.first { !known.contains($0.id) }
    #expect(
      made.map { "\($0.start.wall.text) \($0.start.zone) \($0.duration / 60)m" } == plan, "\(scenario.screen)"
    )
  }

  @Test func conflictsAreShown() throws {
    var scenario = try Scenario()
    scenario.keys("k h b")
    #expect(scenario.state.selectedCards(scenario.world).count == 1)
    scenario.type("fri 10:00")
    #expect(scenario.shows("after it is due"))
  }

  @Test func escChangesNothing() throws {
    var scenario = try Scenario()
    scenario.keys("b")
    scenario.type("16:00")
    scenario.keys("esc")
    scenario.expect()
  }

  @Test func onAFreeHalfHourTheBoardsCardGoesThere() throws {
    var scenario = try Scenario()
    scenario.keys("tab j j j b")
    #expect(scenario.shows("Mon 23 Nov 12:00–13:30 Kolkata"))
    scenario.keys("enter")
    #expect(scenario.desk.allBlocks.contains { $0.start.wall.text == "2026-11-23T12:00" })
  }

  @Test func aDayFullOfWorkIsPassedOver() throws {
    var sample = try PinnedDesk()
    var draft = BlockDraft(
      title: "All day", start: ZonedTime(wall: PinnedDesk.wall(11, 23, 9), zone: "Asia/Kolkata"),
      duration: 10 * 3600)
    draft.kind = .personal
    try sample.make(sample.desk.addBlock(draft, context: sample.context))
    var scenario = try Scenario(sample)
    scenario.keys("2 b")
    #expect(scenario.shows("Tue 24 Nov 09:00"))
  }

  @Test(arguments: [(140, 40), (80, 24), (60, 18)])
  func whereItWouldBeIsInSightWhileTyping(_ width: Int, _ height: Int) throws {
    var sample = try PinnedDesk()
    for number in 1...4 {
      try sample.add("Due \(number)", "coach-lin", "Backlog") {
        $0.due = ZonedTime(wall: PinnedDesk.wall(11, 26, 10 + number), zone: "Asia/Kolkata")
      }
    }
    var scenario = try Scenario(sample, width: width, height: height)
    scenario.keys(width >= Layout.wide ? "2" : "2 tab")
    scenario.keys("b")
    for hour in ["00:30", "12:00", "20:30", "21:00", "22:00"] {
      scenario.keys("ctrl+u")
      scenario.type("thu \(hour) 1h")
      #expect(scenario.shows("┋"), "\(hour)\n\(scenario.screen)")
    }
  }
}
