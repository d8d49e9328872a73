import Canvas
import Civil
import Desk
import Testing

@testable import Dashboard

/// Blocks that there is no room for beside others: they are told of, in every row, and can be got at.
///
/// Monday 23 November 2026, 9:42 in Pune.
@Suite struct OverflowTests {
  /// Wednesday has five blocks that share time, the last of which ends last; Friday is over-full without an overlap.
  private func desk() throws -> CalendarDesk {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Sitemap rework", "2026-11-25T09:30", minutes: 300)
    try desk.block("Dentist", "2026-11-25T10:00", minutes: 60, kind: .personal)
    try desk.block("Catalogue copy", "2026-11-25T10:30", minutes: 120)
    try desk.block("Proof pages", "2026-11-25T11:00", minutes: 150)
    try desk.block("Logo round", "2026-11-25T12:00", minutes: 240)
    try desk.block("Marathon", "2026-11-27T08:00", minutes: 300)
    try desk.block("Second leg", "2026-11-27T13:30", minutes: 330)
    return desk
  }

  @Test(arguments: [(80, 24), (100, 30)]) func aWeekTellsOfAllThatOverlaps(size: (Int, Int)) throws {
    var scenario = try desk().scenario(width: size.0, height: size.1)
    scenario.keys("w")
    let heading = scenario.line(with: "Mon 23  ")
    #expect(heading.contains("Wed 25 ⚠") && heading.contains("Fri 27 ⚠"))
    #expect(!heading.contains("Mon 23 ⚠") && !heading.contains("Thu 26 ⚠"))
    scenario.expectFrame("calendar-overlaps-\(size.0)x\(size.1)", .main)
  }

  /// Also where the clocks of many zones leave a day few columns.
  @Test(arguments: 60...160) func theSignIsThereAtEveryWidth(width: Int) throws {
    var scenario = try desk().scenario(width: width, height: 24)
    scenario.perform { state, _ in
      state.calendar.zones = ["America/New_York", "Asia/Kathmandu", "Australia/Sydney", "America/Sao_Paulo"]
      return []
    }
    scenario.keys("w")
    let heading = scenario.line(with: "25⚠") + scenario.line(with: "25 ⚠")
    #expect(heading.contains("27⚠") || heading.contains("27 ⚠"), "\(width)")
  }

  @Test(arguments: 1...40) func noRowLooksFreeInWhichABlockRuns(_ seed: Int) throws {
    var chance = SeededChance(seed: UInt64(seed))
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    for number in 0..<Int.random(in: 4...30, using: &chance) {
      let day = Int.random(in: 24...28, using: &chance)
      let hour = Int.random(in: 10...18, using: &chance)
      try desk.block(
        "b\(number)", "2026-11-\(day)T\(hour):\(number.isMultiple(of: 2) ? "00" : "30")",
        minutes: Int.random(in: 1...14, using: &chance) * 30)
    }
    var scenario = try desk.scenario(width: [80, 100, 120][seed % 3], height: 40)
    scenario.keys(seed.isMultiple(of: 2) ? "w" : "W")
    let frame = scenario.frame
    let layout = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    for column in layout.columns {
      let contents = DayContents(DayContents.Source(scenario.state, scenario.world), scenario.world)
      for item in contents.day(column.day.date)?.blocks ?? [] {
        for row in item.rows {
          guard let y = layout.y(of: row) else { continue }
          let text = (column.plan.x..<column.plan.maxX).map { frame.text(of: frame.cell(x: $0, y: y)) }
          #expect(text.contains { $0 != " " }, "\(column.day.date.text) \(row)")
        }
      }
    }
  }

  @Test func whatHasNoRoomIsReachedByKeysAndTheScreenSaysHow() throws {
    var scenario = try desk().scenario()
    scenario.keys("w l l")
    #expect(scenario.shows("Sitemap rework · overlaps Dentist and 3 more · } next, w the day"))
    for title in ["Dentist", "Catalogue copy", "Proof pages", "Logo round"] {
      scenario.keys("}")
      #expect(scenario.line(with: " · overlaps").hasPrefix(" \(title) · overlaps"))
    }
    scenario.keys("w")
    // A day has room for all of them.
    #expect(scenario.shows("Logo round · overlaps Sitemap rework and 2 more · 4h"))
  }

  /// A click on the mark tells what is there, and a choice from it is selected.
  @Test func aClickOnTheMarkListsWhatSharesTheTime() throws {
    var scenario = try desk().scenario()
    scenario.keys("w")
    let layout = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    let column = try #require(layout.columns.first { $0.day.date.text == "2026-11-25" })
    let mark = try #require(column.overflow.first?.stretches.first)
    let rect = Layout(size: scenario.state.size).calendar
    func click(x: Int, y: Int) {
      for kind in [MouseEvent.Kind.press(.left), .release] {
        scenario.perform { state, world in
          CalendarPane.mouse(MouseEvent(kind, x: x, y: y), rect, &state, world)
        }
      }
    }
    click(x: column.plan.maxX - 1, y: mark.rect.y)
    #expect(scenario.shows("Wed 25 Nov, at the same time"))
    for title in ["Sitemap rework", "Dentist", "Catalogue copy", "Proof pages", "Logo round"] {
      #expect(scenario.shows(title))
    }
    #expect(scenario.shows("10:30–12:30 · Coach Lin"))
    scenario.keys("j j enter")
    #expect(scenario.line(with: " · overlaps").hasPrefix(" Catalogue copy · overlaps"))
    // Beside the mark the block itself is taken.
    let now = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    let placed = try #require(now.blocks.first { $0.item.block.title == "Catalogue copy" })
    click(x: placed.rect.x, y: placed.rect.y)
    #expect(scenario.state.overlays.isEmpty && scenario.state.drag == nil)
    var shared = scenario.state
    (shared.isPrivate, shared.client) = (true, nil)
    let choice = CalendarChoice.stack(column.all, on: column.day.date, shared, scenario.world)
    #expect(choice.items.map(\.title) == Array(repeating: "•••", count: 5))
    #expect(choice.items.first?.detail == "09:30–14:30")
  }

  /// From the row of another day the cursor comes upon a block that had no room.
  @Test func theBlockUnderTheCursorIsShown() throws {
    var scenario = try desk().scenario()
    scenario.keys("w j j j j j j j j j j j l l")
    #expect(scenario.shows(" Logo round · overlaps"))
    let layout = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    #expect(layout.current?.blocks.contains { $0.item.block.title == "Logo round" } == true)
  }

  /// In a week at 120 columns two blocks that share time are both told, with their starts.
  @Test func twoBlocksOfANarrowDayStandSideBySide() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Catalogue copy", "2026-11-25T09:30", minutes: 120)
    try desk.block("Proof pages", "2026-11-25T10:00", minutes: 90)
    var scenario = try desk.scenario(width: 120, height: 40)
    scenario.keys("w")
    #expect(!scenario.shows("+1"))
    #expect(scenario.shows("│┏Catal") && scenario.shows("┏Proof"))
    #expect(scenario.shows("┃09:30┃") && scenario.shows("┗10:00"))
    scenario.expectFrame("calendar-narrow-120x40", .main)
  }

  /// Where it must, the letters are cut as elsewhere.
  @Test(arguments: [30, 120]) func theNumberCoversNoLetters(minutes: Int) throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    for title in ["Portraits", "Frames"] { try desk.block(title, "2026-11-25T09:30", minutes: minutes) }
    var scenario = try desk.scenario()
    scenario.keys("w")
    let line = scenario.line(with: "+1")
    #expect(line.contains("┃Port…+1") || line.contains("┃ts   +1"), "\(line)")
  }

  @Test func aMonthTellsOfOverlapsAndOfDaysThatAreTooFull() throws {
    var scenario = try desk().scenario()
    scenario.keys("M")
    let line = scenario.line(with: "23 ●")
    #expect(line.contains("25 ⚠13:30") && line.contains("27 ⚠10:30") && !line.contains("24 ⚠"))
    scenario.perform { state, _ in
      state.isPrivate = true
      return []
    }
    #expect(!scenario.shows("⚠"))
  }

  @Test func anAgendaTellsOfThemToo() throws {
    var scenario = try desk().scenario(height: 40)
    scenario.keys("a")
    #expect(scenario.line(with: "Wed 25 Nov ").contains("─ ⚠ 8 overlaps · 13:30 of 7:00 planned ─"))
    #expect(scenario.line(with: "Fri 27 Nov ").contains("─ ⚠ 10:30 of 8:00 planned ─"))
    scenario.perform { state, _ in
      state.isPrivate = true
      return []
    }
    #expect(!scenario.shows("⚠"))
  }

  /// Seven hours and a half of work fit into eight hours, but not beside a lunch of one.
  @Test func breaksAndDaysOffAreNoTimeForWorkInAnyView() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Morning", "2026-11-25T09:00", minutes: 240)
    try desk.block("Lunch", "2026-11-25T13:00", minutes: 60, kind: .break)
    try desk.block("Afternoon", "2026-11-25T14:00", minutes: 210)
    try desk.block("Holiday", "2026-11-26T00:00", minutes: 1440, kind: .personal, allDay: true)
    var scenario = try desk.scenario(height: 30)
    scenario.keys("l l")
    #expect(scenario.shows("⚠ 7:30 of 7:00 planned"))
    scenario.keys("l")
    #expect(scenario.line(with: "Thu 26 Nov").contains(" day off "))
    scenario.keys("h w")
    #expect(scenario.shows("⚠ 7:30 of 31:00 planned"))
    #expect(scenario.line(with: "Mon 23  ").contains("Wed 25 ⚠"))
    scenario.keys("M")
    #expect(scenario.line(with: "23 ●").contains("25 ⚠ 7:30"))
    scenario.keys("a")
    #expect(scenario.line(with: "Wed 25 Nov").contains("─ ⚠ 7:30 of 7:00 planned ─"))
  }

  @Test(arguments: 60...100) func aMonthTellsOfThemAtEveryWidth(width: Int) throws {
    var scenario = try desk().scenario(width: width, height: 24)
    scenario.keys("M")
    #expect(scenario.line(with: "23 ●").split(separator: "⚠").count == 3, "\(width)")
  }
}
