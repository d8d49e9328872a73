import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// A proposal on the calendar, and its lines moved; Monday 9:42 in Pune.
struct PlanAdjustTests {
  private static func scenario(width: Int = 140, height: Int = 40) throws -> Scenario {
    var scenario = try PlanStateTests.scenario(width: width, height: height)
    scenario.press("plan.day")
    return scenario
  }

  private func plan(_ scenario: Scenario) throws -> PlanState {
    guard case .plan(let state)? = scenario.state.overlays.last else { throw Missing() }
    return state
  }

  private struct Missing: Error {}

  /// `14:00 Portrait`, by the clock of Pune.
  private func lines(_ scenario: Scenario) throws -> [String] {
    try plan(scenario).plan.lines.map {
      "\(DateText.clock(scenario.desk.homeZone.wall(at: $0.span.start))) \($0.title)"
    }
  }

  @Test func theCalendarBesideTheListShowsWhatWouldBe() throws {
    var scenario = try Self.scenario()
    #expect(scenario.shows("┌╌ → Portrait ╌"))
    #expect(scenario.shows("╎ 16:00–17:30 · Coach Lin ╎"))
    // Where Portrait is now it is on its way.
    #expect(scenario.line(with: " 11:30│").contains("┊ Portrait"))
    scenario.keys("j j space")
    // Left out it would be where it is, and its outline says so as long as it is selected.
    #expect(scenario.shows("┌╌ · Portrait ╌"))
    scenario.keys("j")
    #expect(!scenario.shows("· Portrait ╌"))
  }

  @Test func aMoveThatIsLeftOutSaysWhatTheOthersLieOn() throws {
    var scenario = try Self.scenario()
    #expect(try plan(scenario).remarks.isEmpty)
    scenario.keys("j j space")
    #expect(scenario.line(with: "11:45–12:45 ▌Harbor").contains("⚠ + 11:45–12:45"))
    #expect(scenario.line(with: "11:45–12:45 ▌Harbor").contains("· overlaps “Portrait” 11:30–12:30"))
    scenario.keys("space")
    #expect(try plan(scenario).remarks.isEmpty)
  }

  /// Its time is not given to anything else, so its card is late, or not planned.
  @Test func whatIsLeftOutIsToldWhereItThenIs() throws {
    var scenario = try Self.scenario()
    #expect(try plan(scenario).plan.late.isEmpty)
    scenario.keys("j space")
    #expect(scenario.shows("1 late · 1 not planned"))
    scenario.keys("v")
    #expect(scenario.shows("Restock report · due today 19:30, left out"))
    scenario.keys("j")
    #expect(scenario.shows("1h left out · due today 19:30"))
    scenario.keys("v j space")
    #expect(try plan(scenario).plan.late.isEmpty)
    // Shortened it is not whole either.
    scenario.keys("-")
    #expect(scenario.shows("1 not planned"))
    scenario.keys("+")
    #expect(!scenario.shows("not planned"))
  }

  /// What moves only to make room stays when nothing comes into its place.
  @Test func aMoveForWhatIsLeftOutIsLeftOutToo() throws {
    var desk = try PinnedDesk()
    let harbor = try #require(desk.desk.client(slug: "harbor-goods")?.id)
    let column = try #require(desk.desk.columns(of: harbor).first { $0.role == .doing })
    var draft = CardDraft(title: "Someday")
    draft.estimate = 3600
    try desk.make(desk.desk.addCard(draft, to: column.id, context: desk.context))
    let someday = try #require(desk.desk.allCards.first { $0.title == "Someday" })
    try desk.block("Someday", "2026-11-23T12:00", minutes: 60, client: harbor, card: someday.id)
    draft = CardDraft(title: "Urgent")
    draft.estimate = 5400
    draft.due = ZonedTime(wall: try #require(WallTime(text: "2026-11-23T13:00")), zone: "Asia/Kolkata")
    try desk.make(desk.desk.addCard(draft, to: column.id, context: desk.context))
    var scenario = try Scenario(desk, width: 140, height: 40)
    scenario.press("plan.day")
    let titles = try lines(scenario)
    let urgent = try #require(titles.firstIndex { $0.hasSuffix("Urgent") })
    let moved = try #require(try plan(scenario).plan.lines.firstIndex { $0.title == "Someday" })
    for _ in 0..<urgent { scenario.keys("j") }
    scenario.keys("space")
    #expect(try plan(scenario).without == [urgent, moved])
    #expect(scenario.shows("“Someday” stays where it is: what it made room for is left out."))
    scenario.keys("space")
    #expect(try plan(scenario).without.isEmpty)
  }

  @Test func aQuestionMarkTellsAllKeys() throws {
    var scenario = try Self.scenario(width: 80, height: 24)
    #expect(scenario.shows("? keys") && !scenario.shows("a all"))
    scenario.keys("?")
    #expect(scenario.shows("a all") && scenario.shows("other days") && scenario.shows("v what is late"))
    scenario.expectFrame("plan-keys-80x24", .main)
    scenario.keys("?")
    #expect(!scenario.shows("a all"))
    // What was adjusted is not dropped with the keys.
    scenario.keys("space ? esc")
    #expect(!scenario.shows("a all"))
    #expect(try plan(scenario).without.count == 1)
    scenario.keys("esc")
    #expect(scenario.state.overlays.isEmpty)
  }

  /// Moved onto many others a line has few columns; its start is told in five of them.
  @Test(arguments: [(4, 120), (5, 120), (5, 140), (6, 140)])
  func aTimeIsNotCutInFewColumns(others: Int, width: Int) throws {
    var scenario = try PlanStateTests.scenario(width: width, height: 40)
    for number in 1...others {
      try scenario.elsewhere { desk in
        let start = ZonedTime(
          wall: WallTime(text: "2026-11-23T17:30")
            ?? WallTime(date: CivilDate(dayNumber: 0), hour: 0, minute: 0),
          zone: "Asia/Kolkata")
        return desk.desk.addBlock(
          BlockDraft(title: "Call \(number)", start: start, duration: 5400), context: desk.context)
      }
    }
    scenario.press("plan.day")
    for _ in 0..<40 {
      scenario.keys("J")
      #expect(!scenario.screen.contains(/╎[0-9][0-9]:…/), "\(scenario.screen)")
    }
  }

  @Test func theSmallScreenSaysItOfTheSelectedLine() throws {
    var scenario = try Self.scenario(width: 80, height: 24)
    scenario.keys("j j space k")
    #expect(scenario.shows("⚠ + 11:45–12:45"))
    scenario.expectFrame("plan-overlap-80x24", .main)
  }

  @Test func linesAreMovedAsBlocksAre() throws {
    var scenario = try Self.scenario()
    #expect(try lines(scenario)[1] == "11:45 Restock report")
    scenario.keys("j J J J J J J")
    // It stands where its time is, and stays selected.
    #expect(Array(try lines(scenario)[1...2]) == ["14:00 Portrait", "14:45 Restock report"])
    #expect(try plan(scenario).selected == 2)
    #expect(scenario.shows("⚠ + 14:45–15:45"))
    #expect(scenario.shows("proposed for today 11:45, moved by you"))
    scenario.keys("K K K K K K")
    #expect(try lines(scenario)[1] == "11:45 Restock report")
    #expect(!scenario.shows("moved by you"))
    scenario.keys("+ + L")
    #expect(scenario.shows("Tue 24 Nov · tomorrow"))
    #expect(scenario.shows("after it is due, today 19:30"))
    scenario.keys("enter")
    #expect(
      scenario.desk.allBlocks.filter { $0.title == "Restock report" }.map(\.start.wall.text) == [
        "2026-11-24T11:45"
      ])
    #expect(scenario.desk.allBlocks.first { $0.title == "Restock report" }?.duration == 5400)
  }

  @Test func nothingIsMovedBeforeNow() throws {
    var scenario = try Self.scenario()
    scenario.keys("K")
    #expect(try lines(scenario)[0].hasPrefix("09:45"))
    #expect(scenario.shows("Nothing is planned before now."))
  }

  @Test func aClickOnTheCalendarSelectsTheLine() throws {
    var scenario = try Self.scenario()
    let rows = scenario.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(rows.firstIndex { $0.contains("┌╌ → Portrait") })
    let click = MouseEvent(.press(.left), x: 120, y: y)
    scenario.send(.terminal(.mouse(click)))
    #expect(try plan(scenario).selected == 2)
    #expect(try plan(scenario).without.isEmpty)
  }

  @Test func aWideScreenShowsTheWholeWeek() throws {
    var scenario = try PlanStateTests.scenario(width: 200, height: 50)
    scenario.press("plan.week")
    scenario.keys("j j")
    scenario.expectFrame("plan-week-200x50", .main)
  }
}
