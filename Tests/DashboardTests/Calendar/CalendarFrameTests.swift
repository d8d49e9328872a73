import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// Whole screens of the calendar, kept as text.
@Suite struct CalendarFrameTests {
  @Test func today() throws {
    var scenario = try Scenario()
    scenario.keys("tab j")
    scenario.expectFrame("calendar-today-80x24", .calendar)
  }

  @Test func todaySmall() throws {
    var scenario = try Scenario(width: 60, height: 18)
    scenario.keys("tab j")
    scenario.expectFrame("calendar-today-60x18", .calendar)
  }

  @Test func besideTheBoardWhileABlockIsPlanned() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.keys("b")
    scenario.type("thu 14:00-15:30 london")
    scenario.expectFrame("calendar-plan-140x40", .main)
  }

  /// Home London, the night in which 01:00 becomes 02:00: a day of 23 hours; a block at a time that is not.
  @Test func springForward() throws {
    var desk = try CalendarDesk(home: "Europe/London", now: "2026-03-29T00:10:00Z", client: "Asia/Kolkata")
    try desk.block("Not there", "2026-03-29T01:30", minutes: 60)
    try desk.block("Over it", "2026-03-29T00:30", minutes: 60)
    var scenario = try desk.scenario(height: 32)
    scenario.keys("g g } }")
    #expect(scenario.shows("01:30 does not exist that day in London, it is 02:30"))
    #expect(scenario.shows("23h day"))
    #expect(scenario.shows("London clocks +1h"))
    scenario.expectFrame("calendar-spring-london", .calendar)
  }

  /// Home London, the night in which 02:00 becomes 01:00 again: a day of 25 hours; a block at a time that is twice.
  @Test func fallBack() throws {
    var desk = try CalendarDesk(home: "Europe/London", now: "2026-10-25T00:10:00Z", client: "Asia/Kolkata")
    try desk.block("Twice there", "2026-10-25T01:30", minutes: 60)
    var scenario = try desk.scenario(height: 32)
    scenario.keys("g g }")
    #expect(scenario.shows("01:30 comes twice that day in London, the first is meant"))
    #expect(scenario.shows("25h day"))
    scenario.expectFrame("calendar-autumn-london", .calendar)
  }

  /// Stepping later gets through the hour that comes twice.
  @Test func laterGetsThroughTheHourThatComesTwice() throws {
    var desk = try CalendarDesk(home: "Europe/London", now: "2026-10-25T00:10:00Z", client: "Asia/Kolkata")
    try desk.block("Night", "2026-10-25T00:30", minutes: 30)
    var scenario = try desk.scenario()
    scenario.keys("g g }")
    var starts: [String] = []
    for _ in 0..<4 {
      scenario.keys("J")
      starts.append(scenario.block("Night")?.start.wall.text ?? "")
    }
    #expect(starts == ["2026-10-25T01:00", "2026-10-25T01:30", "2026-10-25T02:00", "2026-10-25T02:30"])
  }

  /// Home New York, the client half an hour off the full hour and a date ahead.
  @Test func halfHourZone() throws {
    var desk = try CalendarDesk(home: "America/New_York", now: "2026-11-23T14:42:00Z", client: "Asia/Kolkata")
    try desk.block("Call", "2026-11-23T20:00", minutes: 45, in: "Asia/Kolkata", kind: .meeting)
    try desk.block("Late", "2026-11-23T22:00", minutes: 180)
    try desk.block("Hand in", "2026-11-23T17:00", minutes: 0, kind: .deadline)
    try desk.block("Quick", "2026-11-23T12:10", minutes: 10)
    try desk.block("Quicker", "2026-11-23T12:20", minutes: 5)
    var scenario = try desk.scenario(height: 60)
    scenario.keys("g g }")
    scenario.expectFrame("calendar-new-york-kolkata", .calendar)
    scenario.keys("l")
    #expect(scenario.shows("┃ Late"))
  }

  /// Home Lord Howe, where the clocks go forward by half an hour.
  @Test func lordHowe() throws {
    var desk = try CalendarDesk(
      home: "Australia/Lord_Howe", now: "2026-10-03T15:00:00Z", client: "Asia/Kathmandu")
    try desk.block("Over it", "2026-10-04T01:30", minutes: 60)
    var scenario = try desk.scenario()
    scenario.keys("g g }")
    #expect(scenario.shows("23h30 day"))
    scenario.expectFrame("calendar-lord-howe", .calendar)
  }

  /// A client in the same place changes clocks with home; that is told once, and the city by its whole name.
  @Test(arguments: [
    ("America/New_York", "2027-03-14T15:30:00Z", "New York", "03:00+"),
    ("Australia/Sydney", "2027-04-03T20:30:00Z", "Sydney", "02:00−"),
    ("Australia/Sydney", "2026-10-03T20:30:00Z", "Sydney", "03:00+"),
  ])
  func oneChangeIsToldOnce(zone: String, now: String, city: String, mark: String) throws {
    var desk = try CalendarDesk(home: zone, now: now, client: zone)
    try desk.hours("8-20")
    var scenario = try desk.scenario()
    scenario.keys("g g")
    let heading = scenario.line(with: "\(city) clocks")
    #expect(heading.hasPrefix(" \(city) "))
    #expect(!heading.contains(" · "))
    #expect(scenario.line(with: mark).hasPrefix(" \(mark) "))
  }

  /// Whatever a block on the line of now is called, the line's name is whole, or is not there.
  @Test(arguments: [80, 140])
  func theNameOfTheLineOfNowIsWhole(width: Int) throws {
    for length in 1...60 {
      var desk = try CalendarDesk(
        home: "Asia/Kolkata", now: "2026-11-23T04:42:00Z", client: "Europe/London")
      try desk.block(String(repeating: "x", count: length), "2026-11-23T10:00", minutes: 30)
      let line = try desk.scenario(width: width, height: 40).line(with: "x ")
      #expect(line.contains("─ now ─") || !line.contains("w ─"), "\(length): \(line)")
    }
  }

  @Test func everyThemeAndDepthDrawsTheSameText() throws {
    var scenario = try Scenario()
    scenario.keys("tab j")
    let text = scenario.screen
    for depth in [ColorDepth.none, .ansi16, .indexed256] {
      scenario.theme = Theme.standard.degraded(to: depth)
      #expect(scenario.screen == text)
    }
  }
}
