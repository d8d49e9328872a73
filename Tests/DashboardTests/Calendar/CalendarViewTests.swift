import Canvas
import Civil
import Desk
import Testing

@testable import Dashboard

/// The views of the calendar and what keys do in them.
///
/// Monday 23 November 2026, 9:42 in Pune.
@Suite struct CalendarViewTests {
  @Test(arguments: [(80, 24), (140, 40), (200, 60)]) func week(size: (Int, Int)) throws {
    var scenario = try CalendarDesk.week().scenario(width: size.0, height: size.1)
    scenario.keys("w j l l")
    scenario.expectFrame("calendar-week-\(size.0)x\(size.1)", .main)
  }

  @Test func month() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("M j l")
    #expect(scenario.state.calendar.date == CivilDate(text: "2026-12-01"))
    scenario.keys("h h")
    scenario.expectFrame("calendar-month-80x24", .main)
    scenario.keys("enter")
    #expect(scenario.shows("Sun 29 Nov"))
  }

  @Test func agenda() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("a j j")
    scenario.expectFrame("calendar-agenda-80x24", .main)
    #expect(scenario.selectedBlock?.title == "Call")
    scenario.keys("k k k k k")
    // Before today: what was, back to where it began.
    #expect(scenario.selectedBlock?.start.wall.text == "2026-11-20T11:00")
  }

  /// Two hours of work on Wednesday afternoon's card must be begun the day before, Friday's is too much for the time
  /// that is left.
  private func dueDesk() throws -> CalendarDesk {
    var desk = try CalendarDesk.week()
    try desk.card("Report", due: "2026-11-25T10:00", hours: 2)
    try desk.card("Book", due: "2026-11-27T16:00", hours: 60)
    try desk.card("Slides", due: "2026-11-23T15:00", hours: 1)
    try desk.card("Letter", due: "2026-11-27T12:00", hours: nil)
    return desk
  }

  @Test func lastSafeStartsStandOnTheLaneOfADay() throws {
    var scenario = try dueDesk().scenario(height: 40)
    #expect(scenario.shows("due 15:00 Slides · start by 14:00 · Coach Lin"))
    scenario.keys("l")
    #expect(scenario.shows("▸start by 16:00 Report · due Wed 25 10:00 · Coach Lin"))
    // The mark stands beside the row.
    #expect(scenario.line(with: "16:00│").contains("▸"))
    scenario.keys("l")
    #expect(scenario.shows("due 10:00 Report · start by Tue 24 16:00 · Coach Lin"))
    scenario.keys("l l")
    #expect(scenario.shows("due 12:00 Letter · Coach Lin"))
    #expect(scenario.line(with: "Book").contains(" due 16:00 Book · ⚠ 32h12 short · Coach Lin "))
  }

  /// Else a click on a block, which takes the keys there, would be one on its neighbour.
  @Test func takingTheKeysMovesNothingBesideTheBoard() throws {
    let scenario = try dueDesk().scenario(width: 140, height: 40)
    var state = scenario.state
    state.calendar.date = CivilDate(text: "2026-11-24")
    let rect = Layout(state).calendar
    let tops = [ViewState.Pane.board, .calendar].map { pane in
      state.pane = pane
      return CalendarLayout(rect, state, scenario.world).grid.y
    }
    #expect(tops[0] == tops[1])
  }

  @Test func lastSafeStartsOfOthersAreNotToldWhileSharing() throws {
    var scenario = try dueDesk().scenario(height: 40)
    #expect(scenario.shows("start by") && scenario.shows("▸"))
    scenario.perform { state, _ in
      state.isPrivate = true
      state.client = nil
      return []
    }
    #expect(!scenario.shows("start by") && !scenario.shows("▸"))
  }

  @Test(arguments: [("w", "week", 80, 24), ("W", "three", 80, 24), ("w", "week", 140, 40)])
  func lastSafeStartsStandOverManyDays(key: String, name: String, width: Int, height: Int) throws {
    var scenario = try dueDesk().scenario(width: width, height: height)
    scenario.keys("\(key) l l")
    #expect(scenario.shows("▸"))
    scenario.expectFrame("calendar-starts-\(name)-\(width)x\(height)", .main)
  }

  @Test func everyLineOfTheAgendaIsReached() throws {
    var scenario = try dueDesk().scenario()
    scenario.keys("a j j")
    #expect(scenario.state.selection(scenario.world) == .cards([try #require(scenario.card("Slides")?.id)]))
    scenario.expectFrame("calendar-agenda-due-80x24", .main)
    // A verb acts on the card, Enter opens it.
    scenario.keys("enter")
    #expect(scenario.state.openCard?.card == scenario.card("Slides")?.id)
    scenario.keys("esc x")
    #expect(scenario.card("Slides")?.doneAt != nil)
    #expect(scenario.selectedBlock?.title == "Call")
  }

  @Test func whatIsDueBeforeTheListIsReachedToo() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Old", "2026-11-16T10:00", minutes: 30)
    try desk.card("Missed", due: "2026-11-18T12:00", hours: nil)
    try desk.card("Coming", due: "2026-11-24T12:00", hours: nil)
    var scenario = try desk.scenario()
    scenario.keys("a k")
    #expect(scenario.state.calendar.due == scenario.card("Missed")?.id)
    #expect(scenario.shows("Wed 18 Nov"))
    scenario.keys("k")
    #expect(scenario.selectedBlock?.title == "Old")
    scenario.keys("j j")
    #expect(scenario.state.calendar.due == scenario.card("Coming")?.id)
  }

  /// Home's and the client's clocks are on the screen; whatever goes by another one says so.
  @Test func aBlockOnAnotherClockCarriesAMark() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Home", "2026-11-23T10:00", minutes: 60)
    try desk.block("Theirs", "2026-11-23T06:30", minutes: 60, in: "Europe/London")
    // The same time all year, under another name.
    try desk.block("Same", "2026-11-23T13:00", minutes: 60, in: "Asia/Calcutta")
    try desk.block("Far", "2026-11-23T04:00", minutes: 60, in: "America/New_York")
    var scenario = try desk.scenario(height: 40)
    #expect(scenario.shows("┏ ◷ Far"))
    #expect(scenario.shows("14:30–15:30 · 1h · 04:00 New York"))
    for title in ["Home", "Theirs", "Same"] { #expect(!scenario.line(with: title).contains("◷")) }
    scenario.keys("w")
    #expect(scenario.shows("┏Far") && scenario.shows("┗◷14:30"))
    scenario.keys("M")
    #expect(scenario.shows("◷Far") && !scenario.shows("◷Theirs"))
  }

  @Test func threeDaysWithWhatWasSpent() throws {
    var scenario = try CalendarDesk.week().scenario(width: 140, height: 40)
    scenario.keys("W |")
    scenario.expectFrame("calendar-three-140x40", .main)
  }

  /// Home London: the hour that comes twice on Sunday stands there twice; other days have no second one.
  @Test func aWeekWithTwentyFiveHours() throws {
    var desk = try CalendarDesk(home: "Europe/London", now: "2026-10-24T09:00:00Z", client: "Asia/Kolkata")
    try desk.block("Night", "2026-10-25T00:30", minutes: 120)
    var scenario = try desk.scenario()
    scenario.keys("w l g g")
    #expect(scenario.shows("Sun 25"))
    scenario.expectFrame("calendar-week-autumn-80x24", .main)
  }

  /// Home New York: the hour that is left out on Sunday is hatched.
  @Test func aWeekWithTwentyThreeHours() throws {
    var desk = try CalendarDesk(home: "America/New_York", now: "2026-03-07T15:00:00Z", client: "Asia/Kolkata")
    try desk.block("Over it", "2026-03-08T01:30", minutes: 60)
    var scenario = try desk.scenario()
    scenario.keys("w l g g")
    scenario.expectFrame("calendar-week-spring-80x24", .main)
    // The cursor passes over what the day does not have.
    scenario.keys("} j")
    #expect(scenario.shows("03:30 New York · 13:00 Kolkata"))
  }

  /// Letters stand on plain ground, also where a block goes over rows that its day does not have.
  @Test func hatchingKeepsOffLetters() throws {
    var desk = try CalendarDesk(home: "Europe/London", now: "2026-10-24T09:00:00Z", client: "Asia/Kolkata")
    try desk.block("Night", "2026-10-23T00:30", minutes: 120)
    try desk.block("Early shift", "2026-10-24T01:30", minutes: 300)
    var scenario = try desk.scenario()
    scenario.keys("w l g g")
    for line in scenario.screen.split(separator: "\n") {
      let cells = line.split(whereSeparator: { "│┊".contains($0) })
      for cell in cells where cell.contains("┃") || cell.contains("┗") {
        let text = cell.drop { !"┃┗".contains($0) }.dropFirst()
        guard let hatch = text.firstIndex(of: "╱"), hatch > text.startIndex else { continue }
        #expect(text[text.index(before: hatch)] == " ", "\(cell)")
      }
    }
    #expect(scenario.shows("┃shift ╱"))
  }

  /// Home Sydney, with New York on the other side of the date: the hour that is left out in October, and the one that
  /// comes twice in April.
  @Test(arguments: [("spring", "2026-10-02T22:00:00Z"), ("autumn", "2027-04-02T22:00:00Z")])
  func threeDaysAroundAChangeInSydney(season: String, now: String) throws {
    var desk = try CalendarDesk(home: "Australia/Sydney", now: now, client: "America/New_York")
    let day = season == "spring" ? "2026-10-04" : "2027-04-04"
    try desk.block("Night", "\(day)T01:30", minutes: 120)
    try desk.block("Call", "\(day)T02:30", minutes: 45, in: "Europe/London", kind: .meeting)
    try desk.card("Report", due: "\(day.dropLast())5T12:00", hours: 4)
    var scenario = try desk.scenario()
    scenario.keys("W l g g")
    scenario.expectFrame("calendar-three-sydney-\(season)-80x24", .main)
  }

  /// Every half hour of every day stands in a row that tells its time by the home clock.
  @Test(
    arguments: ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"],
    [900, 1800, 3600, 7200])
  func everyInstantHasTheRowOfItsTime(_ home: String, _ step: Int) throws {
    let desk = try CalendarDesk(home: home, now: "2026-03-07T15:00:00Z", client: "Asia/Kolkata")
    let world = World(desk: desk.sample.desk, now: desk.sample.now, ids: desk.sample.ids)
    for week in 0..<53 {
      let monday = CivilDate(dayNumber: 20_457 + 7 * week)
      let dates = (0..<7).map { monday.adding(days: $0) }
      let axis = GridAxis(dates, step: step, world.desk.homeZone)
      for date in dates {
        let day = DayRows(date, axis, world)
        var instant = day.span.start
        var last = -1
        while instant < day.span.end {
          let row = day.row(at: instant)
          let wall = day.zone.wall(at: instant).secondOfDay
          #expect(row >= last && day.exists(row), "\(date.text) \(wall)")
          #expect(
            axis.rows[row].wall <= wall && wall < axis.rows[row].wall + step, "\(date.text) \(wall) \(row)")
          last = row
          instant = instant.adding(900)
        }
      }
    }
  }

  @Test func weekKeysGoBackToTheDay() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("tab w")
    #expect(scenario.shows("Mon 23 – Sun 29 Nov · week 48"))
    scenario.keys("]")
    #expect(scenario.shows("Mon 30 Nov – Sun 6 Dec"))
    scenario.keys("w")
    #expect(scenario.shows("Mon 30 Nov"))
    scenario.keys("M")
    #expect(scenario.shows("Nov 2026"))
    scenario.keys("a M M")
    #expect(scenario.state.calendar.view == .day)
  }

  @Test func rowsAreZoomed() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j I")
    #expect(scenario.shows("│ 10:15│"))
    scenario.keys("J")
    #expect(scenario.plan("Draft") == "2026-11-23T10:15 Asia/Kolkata 90m")
    scenario.keys("O O O O")
    #expect(scenario.state.calendar.rowMinutes == 120)
    #expect(scenario.shows("│ 10:00│") && !scenario.shows("│ 11:00│"))
  }

  @Test func zonesAreCycledAndPicked() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.keys("tab f z")
    #expect(scenario.shows("New York"))
    scenario.keys("z")
    #expect(scenario.shows("Sydney"))
    scenario.keys("z Z down enter")
    #expect(scenario.state.calendar.zones == ["America/New_York"])
    scenario.keys("Z")
    scenario.type("Asia/Tokyo")
    scenario.keys("enter Z down enter")
    #expect(scenario.state.calendar.zones == ["Asia/Tokyo"])
    #expect(Place(scenario.state.place.bytes).calendar == scenario.state.place.calendar)
  }

  /// What was picked is one of the stops.
  @Test func whatWasPickedComesBackByCycling() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.keys("tab f")
    let picked = ["Asia/Kathmandu", "Australia/Lord_Howe"]
    for zone in picked {
      scenario.keys("Z")
      scenario.type(zone)
      scenario.keys("enter")
    }
    #expect(scenario.state.calendar.zones == picked)
    var seen: [[String]] = []
    repeat {
      scenario.keys("z")
      seen.append(scenario.state.calendar.zones)
    } while scenario.state.calendar.zones != picked && seen.count < 9
    #expect(seen.first == [] && seen.last == picked && seen.count > 2)
    // Taken away by hand they are gone.
    for _ in picked { scenario.keys("Z down enter") }
    #expect(scenario.state.calendar.zones == [])
    for _ in seen {
      scenario.keys("z")
      #expect(!scenario.state.calendar.zones.contains("Asia/Kathmandu"))
    }
  }

  @Test func homesOwnClockIsNoZoneToAdd() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("Z")
    scenario.type("delhi")
    scenario.keys("enter")
    #expect(scenario.shows("Kolkata is the clock of home already."))
    #expect(scenario.state.calendar.zones.isEmpty)
  }

  /// A place that is known, in a zone whose file is not there.
  @Test func aZoneThatIsLostIsNotPicked() throws {
    var scenario = try CalendarDesk.week().scenario(width: 100)
    scenario.keys("Z")
    scenario.type("lisbon")
    #expect(scenario.shows("not in tzdata"))
    scenario.keys("enter")
    #expect(scenario.shows("Europe/Lisbon: not in tzdata"))
    #expect(scenario.state.calendar.zones.isEmpty)
  }

  /// What is asked for and not seen is explained, and what has no room is counted.
  @Test func aZoneThatIsNotSeenIsExplained() throws {
    var scenario = try CalendarDesk.week().scenario()
    let pick = { (scenario: inout Scenario, zone: String) in
      scenario.keys("Z")
      scenario.type(zone)
      scenario.keys("enter")
    }
    scenario.keys("w")
    pick(&scenario, "Asia/Kathmandu")
    #expect(scenario.shows("There is no room for Kathmandu at this width; w shows the day, which has."))
    #expect(scenario.shows("─ +1 zone ─"))
    pick(&scenario, "Asia/Tokyo")
    #expect(scenario.shows("─ +2 zones ─") && scenario.shows("Tue 24"))
    scenario.keys("w")
    #expect(scenario.shows("Kathmandu") && scenario.shows("Tokyo") && !scenario.shows("zones ─"))
    pick(&scenario, "America/New_York")
    pick(&scenario, "America/Sao_Paulo")
    #expect(scenario.shows("There is no room for São Paulo at this width.") && scenario.shows("+1 zone"))
    scenario.keys("M")
    pick(&scenario, "Australia/Sydney")
    #expect(scenario.shows("Sydney stands beside the hours of days and weeks."))
    var other = try CalendarDesk.week().scenario(width: 140, height: 40)
    other.keys("w")
    pick(&other, "Asia/Kolkata")
    #expect(other.shows("Kolkata is the clock of home already."))
    pick(&other, "Asia/Kathmandu")
    #expect(other.shows("Kathmandu") && !other.shows("no room"))
  }

  @Test func aDayIsGoneToByWordsInEveryView() throws {
    for key in ["w", "W", "M", "a"] {
      var scenario = try CalendarDesk.week().scenario()
      scenario.keys("\(key) g j")
      scenario.type("next fri")
      scenario.keys("enter")
      #expect(scenario.state.calendar.date == CivilDate(text: "2026-12-04"), "\(key)")
      #expect(scenario.shows("4"), "\(key)")
    }
  }

  /// As people speak of weeks and months, from the day that is looked at.
  @Test(arguments: [
    ("week 50", "2026-12-07"), ("week 48", "2026-11-23"), ("week 2", "2027-01-11"), ("w53", "2026-12-28"),
    ("last monday", "2026-11-16"), ("last sun", "2026-11-22"), ("mar 2027", "2027-03-01"),
    ("march", "2027-03-01"), ("nov", "2026-11-01"), ("end of month", "2026-11-30"), ("3 mar", "2027-03-03"),
  ])
  func aJumpReadsWeeksAndMonths(text: String, date: String) throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("g j")
    scenario.type(text)
    scenario.keys("enter")
    #expect(scenario.state.calendar.day(scenario.world) == CivilDate(text: date), "\(text)")
  }

  @Test(arguments: ["week 54", "week 0", "week", "last week 3", "mar 27 x", "last"])
  func whatIsNoJumpIsRefused(text: String) throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("g j")
    scenario.type(text)
    scenario.keys("enter")
    #expect(scenario.shows("is no day"), "\(text)")
  }

  @Test func anotherClientsBlocksStayBlank() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.keys("1 tab S")
    for key in ["w", "W", "M", "a"] {
      scenario.keys(key)
      #expect(!scenario.shows("Newsletter 48"), "\(key)")
    }
  }
}
