import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// Going about the calendar.
///
/// Monday 23 November 2026, 9:42 in Pune.
@Suite struct CalendarMovingTests {
  private func desk() throws -> CalendarDesk {
    try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
  }

  @Test func theCursorBeginsAtNowAndWalksByHalfHours() throws {
    var scenario = try desk().scenario()
    #expect(scenario.shows("09:30 Kolkata · 04:00 London"))
    scenario.press("calendar.down")
    #expect(scenario.shows("10:00 Kolkata · 04:30 London"))
    scenario.keys("k k")
    #expect(scenario.shows("09:00 Kolkata · 03:30 London"))
    scenario.keys("g g")
    #expect(scenario.shows("00:00 Kolkata · Sun 18:30 London"))
    scenario.keys("G")
    #expect(scenario.shows("23:30 Kolkata · 18:00 London"))
    scenario.keys("pageup")
    #expect(scenario.shows("19:30 Kolkata"))
  }

  @Test func aBlockIsPassedInOneStep() throws {
    var desk = try desk()
    try desk.block("Long", "2026-11-23T10:00", minutes: 180)
    try desk.block("Within", "2026-11-23T11:00", minutes: 30)
    var scenario = try desk.scenario()
    scenario.keys("j")
    #expect(scenario.shows("10:00–13:00 Kolkata"))
    scenario.keys("j")
    #expect(scenario.shows("11:00–11:30 Kolkata"))
    scenario.keys("j")
    #expect(scenario.shows("13:00 Kolkata · 07:30 London"))
    scenario.keys("{ {")
    #expect(scenario.shows("10:00–13:00 Kolkata"))
    scenario.keys("}")
    #expect(scenario.shows("11:00–11:30 Kolkata"))
  }

  /// The day of the month that the cursor is on, and the block.
  private func place(_ scenario: Scenario) -> String {
    "\(scenario.state.calendar.day(scenario.world).day) \(scenario.selectedBlock?.title ?? "-")"
  }

  /// From the last block of a day to the first of the next day in sight that has one, and back.
  @Test func blocksAreGoneToFromDayToDay() throws {
    var desk = try desk()
    try desk.block("First", "2026-11-23T10:00", minutes: 60)
    try desk.block("Second", "2026-11-23T15:00", minutes: 60)
    try desk.block("Night", "2026-11-25T23:00", minutes: 120)
    try desk.block("Third", "2026-11-26T09:00", minutes: 60)
    try desk.block("Away", "2026-11-27T00:00", minutes: 2 * 1440, kind: .personal, allDay: true)
    try desk.block("Far", "2026-12-01T09:00", minutes: 60)
    var scenario = try desk.scenario()
    scenario.keys("w")
    var walk: [String] = []
    for _ in 0..<5 {
      scenario.keys("}")
      walk.append(place(scenario))
    }
    // What runs on into the next day is passed once.
    #expect(walk == ["23 First", "23 Second", "25 Night", "26 Third", "27 Away"])
    #expect(scenario.state.message == nil)
    scenario.settled()
    scenario.keys("}")
    scenario.expect { $0.says("No later block is in sight; ] goes on.", .note) }
    walk = []
    for _ in 0..<4 {
      scenario.keys("{")
      walk.append(place(scenario))
    }
    #expect(walk == ["26 Third", "26 Night", "23 Second", "23 First"])
    scenario.keys("{")
    #expect(scenario.state.message?.text == "No earlier block is in sight; [ goes back.")
    // In a month by days, on into the next one as far as it is in sight; and a day ends with itself.
    scenario.keys("w M .")
    walk = []
    for _ in 0..<4 {
      scenario.keys("}")
      walk.append("\(scenario.state.calendar.day(scenario.world).text)")
    }
    #expect(walk == ["2026-11-25", "2026-11-26", "2026-11-27", "2026-12-01"])
    #expect(scenario.state.message == nil)
    scenario.keys("}")
    #expect(scenario.state.message?.text == "No later block is in sight; ] goes on.")
    scenario.keys("M . } } }")
    #expect(scenario.selectedBlock?.title == "Second")
    #expect(scenario.state.message?.text == "No later block is in sight; ] goes on.")
  }

  @Test func daysKeepTheTimeOfDay() throws {
    var scenario = try desk().scenario()
    scenario.keys("j ]")
    #expect(scenario.shows("Tue 24 Nov · tomorrow"))
    #expect(scenario.shows("10:00 Kolkata"))
    scenario.keys("l l h [ [ [")
    #expect(scenario.shows("Sun 22 Nov · yesterday"))
    scenario.press("calendar.today")
    #expect(scenario.shows("Mon 23 Nov · today"))
    #expect(scenario.state.calendar == scenario.state.calendar.fresh)
  }

  @Test func aDayIsGoneToByTypingIt() throws {
    var scenario = try desk().scenario()
    scenario.keys("tab")
    scenario.press("calendar.goTo")
    scenario.type("3 dec")
    #expect(scenario.shows("Thu 3 Dec"))
    scenario.keys("enter")
    #expect(scenario.state.pane == .calendar)
    #expect(scenario.state.calendar.date == CivilDate(text: "2026-12-03"))
    scenario.keys("g j")
    scenario.type("whenever")
    scenario.keys("enter")
    #expect(scenario.shows("“whenever” is no day"))
  }

  @Test func afterMidnightTodayIsTheNextDay() throws {
    var scenario = try desk().scenario()
    scenario.wait(seconds: 15 * 3600)
    #expect(scenario.shows("Tue 24 Nov · today"))
  }

  @Test func theCursorStaysInSightAtEverySizeAndStep() throws {
    var scenario = try desk().scenario(width: 60, height: 18)
    for keys in ["G", "g g", "G", "pageup", "l", "g g", "h", "G"] {
      scenario.keys(keys)
      let cursor = try #require(scenario.state.calendar.cursor)
      let clock = DateText.clock(scenario.desk.homeZone.wall(at: cursor))
      let rows = scenario.screen.split(separator: "\n").filter { $0.hasPrefix("│ \(clock)") }
      #expect(rows.count >= 2, "cursor at \(clock) after \(keys)\n\(scenario.screen)")
    }
    scenario.send(.terminal(.resize(width: 80, height: 40)))
    scenario.keys("G")
    scenario.send(.terminal(.resize(width: 60, height: 18)))
    #expect(scenario.screen.split(separator: "\n").filter { $0.hasPrefix("│ 23:30") }.count >= 2)
  }

  @Test func otherClientsAreBlankedWhileTheScreenIsShared() throws {
    var scenario = try Scenario()
    scenario.keys("1 tab S")
    #expect(!scenario.shows("Newsletter 48"))
    #expect(!scenario.shows("planned"))
    #expect(scenario.shows("•••"))
    #expect(scenario.shows("Restock report"))
    scenario.keys("2 2 tab")
    #expect(scenario.shows("Newsletter 48"))
    #expect(!scenario.shows("Restock report"))
  }
}

extension CalendarState {
  /// The calendar as it is when nothing was chosen, with the same rows in sight.
  var fresh: CalendarState {
    var state = CalendarState()
    state.shown = shown
    return state
  }
}
