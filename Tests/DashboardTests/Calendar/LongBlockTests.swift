import Canvas
import Dashboard
import Desk
import Testing

/// Blocks that last days, and how what they are told by is read back.
@Suite struct LongBlockTests {
  private func scenario(width: Int = 110) throws -> Scenario {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:30:00Z", client: "Europe/London")
    try desk.block("Sabbatical", "2026-11-24T10:00", minutes: 400 * 1440, kind: .personal)
    return try desk.scenario(width: width, height: 30)
  }

  /// A weekday alone would be one of the same week.
  @Test func anEndThatIsFarAwayHasItsDate() throws {
    var scenario = try scenario()
    scenario.keys("w l")
    #expect(scenario.selectedBlock?.title == "Sabbatical")
    #expect(scenario.shows("10:00–Wed 29 Dec 2027 10:00 Kolkata · 04:30–Wed 29 Dec 2027 04:30 London"))
    #expect(scenario.shows("Sabbatical · 400d · Personal"))
    scenario.keys("w")
    #expect(scenario.shows("10:00–Wed 29 Dec 2027 10:00 · 400d"))
    // On a day of the next year its start is as far away.
    scenario.keys("g j")
    scenario.type("2027-02-03")
    scenario.keys("enter")
    #expect(scenario.shows("Tue 24 Nov 2026 10:00–Wed 29 Dec 2027 10:00 · 400d"))
  }

  @Test func anEndWithinAWeekHasItsWeekday() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:30:00Z", client: "Asia/Kolkata")
    try desk.block("Fair", "2026-11-24T10:00", minutes: 6 * 1440 + 90, kind: .personal)
    var scenario = try desk.scenario(width: 120, height: 30)
    scenario.keys("l")
    #expect(scenario.shows("10:00–Mon 11:30 · 6d 1h30"))
  }

  @Test func wholeDaysAreToldInDays() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:30:00Z", client: "Asia/Kolkata")
    try desk.block("Retreat", "2026-11-23T00:00", minutes: 2 * 1440, kind: .personal, allDay: true)
    var scenario = try desk.scenario()
    scenario.keys("{ { { {")
    #expect(scenario.selectedBlock?.title == "Retreat")
    #expect(scenario.shows("Retreat · 2d · Personal"))
  }

  /// The question of a length tells it in days and takes days.
  @Test func aLengthInDaysIsTypedAsItIsTold() throws {
    var scenario = try scenario()
    scenario.keys("l =")
    #expect(scenario.shows("Length of “Sabbatical” · now 400d"))
    scenario.type("3d 4h")
    #expect(scenario.shows("3d 4h"))
    scenario.keys("enter")
    #expect(scenario.plan("Sabbatical") == "2026-11-24T10:00 Asia/Kolkata \(76 * 60)m")
    #expect(scenario.state.message?.text == "Block resized to 10:00–Fri 14:00 · 3d 4h: Sabbatical")
  }
}
