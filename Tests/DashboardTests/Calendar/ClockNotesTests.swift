import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// What days side by side say of clocks that change among them.
@Suite struct ClockNotesTests {
  /// Monday 19 October 2026, 9:42 in Pune; London's clocks go back on Sunday, New York's a week later.
  private func scenario(_ width: Int, _ slug: String) throws -> Scenario {
    var sample = try PinnedDesk()
    sample.now = try #require(Instant(text: "2026-10-19T04:12:00Z"))
    var scenario = try Scenario(sample, width: width, height: 24)
    let client = try #require(scenario.client(slug)).id
    scenario.perform { state, _ in
      state.client = client
      state.pane = .calendar
      return []
    }
    return scenario
  }

  @Test(arguments: [60, 80, 140]) func aWeekSaysOfWhichDayItsClocksAre(width: Int) throws {
    var scenario = try scenario(width, "coach-lin")
    scenario.keys("w")
    #expect(scenario.shows("London*") && scenario.shows("20 "))
    #expect(scenario.shows("─ * times of Mon 19 · London −1h Sun 25 Oct "))
    #expect(scenario.shows("New York −1h Sun 1 Nov") == (width >= 80))
    scenario.keys("l l l l l l")
    #expect(scenario.shows("* times of Sun 25 "))
    scenario.keys("]")
    #expect(!scenario.shows("London*") && !scenario.shows("times of"))
    #expect(scenario.shows("─ New York −1h Sun 1 Nov "))
  }

  @Test func threeDaysSayItToo() throws {
    var scenario = try scenario(80, "coach-lin")
    scenario.keys("W")
    #expect(!scenario.shows("London*") && scenario.shows("─ London −1h Sun 25 Oct "))
    scenario.keys("l l l l l l")
    #expect(scenario.shows("London*") && scenario.shows("* times of Sun 25"))
  }

  /// A change is told of whoever's board is open, but not of others while the screen is shared.
  @Test func whoseClocksChangeIsNotToldOfOthersWhileSharing() throws {
    var scenario = try scenario(80, "harbor-goods")
    scenario.keys("w")
    #expect(scenario.shows("─ London −1h Sun 25 Oct · New York −1h Sun 1 Nov "))
    scenario.keys("S")
    #expect(!scenario.shows("London −1h") && scenario.shows("─ New York −1h Sun 1 Nov "))
  }

  /// Half an hour and three are never mistaken for each other.
  @Test func aChangeIsNotCutWhereThereIsLittleRoom() throws {
    let desk = try CalendarDesk(
      home: "Australia/Lord_Howe", now: "2026-10-04T01:00:00Z", client: "Europe/London")
    var scenario = try desk.scenario(width: 160, height: 24)
    #expect(scenario.shows("Lord Howe clocks +30m"))
    scenario.perform { state, _ in
      state.calendar.zones = ["Asia/Kathmandu"]
      return []
    }
    #expect(scenario.shows("L.Howe +30m ") && !scenario.shows("clocks +3"))
  }

  /// Clocks that change on the same day as home's leave everything as it is.
  @Test func whatChangesWithHomeIsToldOnce() throws {
    let desk = try CalendarDesk(home: "Europe/London", now: "2026-10-19T09:00:00Z", client: "Europe/Paris")
    var scenario = try desk.scenario()
    scenario.keys("w")
    #expect(scenario.shows("─ London −1h Sun 25 Oct ──") && !scenario.shows("Paris*"))
  }

  /// In a month the day carries how far the clocks go, and the lower edge whose.
  @Test func aMonthShowsWhereClocksChange() throws {
    let desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-10-24T04:30:00Z", client: "Europe/London")
    var scenario = try desk.scenario()
    scenario.keys("M")
    #expect(scenario.shows("25 −1h") && scenario.shows("─ London −1h Sun 25 Oct ─"))
    scenario.keys("]")
    #expect(!scenario.shows("−1h"))
  }

  @Test func aMonthTellsNothingOfOthersWhileSharing() throws {
    var scenario = try scenario(80, "harbor-goods")
    scenario.keys("M")
    #expect(scenario.shows("25 −1h"))
    scenario.keys("S")
    #expect(!scenario.shows("25 −1h") && scenario.shows("1 Nov −1h"))
  }

  /// Rows of two hours: the second hour of one stands by itself, under its own time.
  @Test(arguments: [
    ("Europe/London", "2026-10-25T00:10:00Z", 3, ["00:00", "01:00−", "02:00", "04:00"]),
    ("America/New_York", "2026-11-01T04:10:00Z", 3, ["00:00", "01:00−", "02:00", "04:00"]),
    ("Australia/Lord_Howe", "2027-04-03T14:10:00Z", 2, ["00:00", "01:00", "01:30−", "02:00", "03:00"]),
  ])
  func aRowOfManyMinutesBeginsWhenItSays(home: String, now: String, zooms: Int, rows: [String]) throws {
    let desk = try CalendarDesk(home: home, now: now, client: "Asia/Kolkata")
    var scenario = try desk.scenario(width: 100, height: 30)
    scenario.keys("w W g g")
    for _ in 0..<(zooms - 1) { scenario.keys("O") }
    let labels = scenario.screen.split(separator: "\n").compactMap { line -> String? in
      let text = line.dropFirst().drop { $0 == " " }.prefix(6)
      guard text.dropFirst(2).first == ":" else { return nil }
      return String(text.filter { $0.isNumber || ":−+".contains($0) })
    }
    #expect(Array(labels.prefix(rows.count)) == rows, "\(scenario.screen)")
  }

  /// Both rows show one o'clock.
  @Test func theCursorSaysWhichOfTwoHoursItIsOn() throws {
    let desk = try CalendarDesk(home: "Europe/London", now: "2026-10-25T00:10:00Z", client: "Asia/Kolkata")
    var scenario = try desk.scenario(height: 32)
    scenario.keys("g g j")
    #expect(scenario.shows("00:30 London ·"))
    scenario.keys("j")
    #expect(scenario.shows("01:00 BST London · 05:30 Kolkata"))
    scenario.keys("j j")
    #expect(scenario.shows("01:00 GMT London · 06:30 Kolkata"))
    scenario.keys("j j")
    #expect(scenario.shows("02:00 London ·"))
  }
}
