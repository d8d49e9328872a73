import Civil
import Dashboard
import Desk
import Testing

/// The holidays of the client whose board is open, where the calendar shows their days.
@Suite struct CalendarHolidayTests {
  private func scenario(_ name: String = "Half term", width: Int = 100, height: Int = 30) throws -> Scenario {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:30:00Z", client: "Europe/London")
    let first = try #require(CivilDate(text: "2026-11-24"))
    try desk.holiday(Holiday(date: first, name: name, until: first.adding(days: 1)))
    return try desk.scenario(width: width, height: height)
  }

  /// Not as at night: half past twelve in London is in the middle of the day.
  @Test func theCursorSaysWhyTheyAreOffWork() throws {
    var scenario = try scenario()
    scenario.keys("w l")
    scenario.keys("g g")
    for _ in 0..<36 { scenario.keys("j") }
    #expect(scenario.shows("18:00 Kolkata · 12:30 London"))
    #expect(scenario.shows("Half term: Coach Lin is on holiday"))
    #expect(!scenario.shows("is off work then"))
    scenario.keys("h")
    #expect(!scenario.shows("Half term: "))
  }

  @Test func oneWithoutANameIsToldToo() throws {
    var scenario = try scenario("")
    scenario.keys("l g g")
    for _ in 0..<36 { scenario.keys("j") }
    #expect(scenario.shows("Coach Lin is on holiday then"))
  }

  @Test(arguments: [("", 1), ("w", 2), ("W", 2), ("M", 2), ("a", 2)])
  func itsNameStandsOnItsDays(key: String, times: Int) throws {
    var scenario = try scenario()
    scenario.keys("l \(key)")
    #expect(scenario.screen.ranges(of: "⚑").count == times, "\(key)\n\(scenario.screen)")
    #expect(scenario.shows("Half term"), "\(key)\n\(scenario.screen)")
  }

  /// On another client's board it is not told.
  @Test func itIsTheCurrentClientsAlone() throws {
    var sample = try PinnedDesk()
    let lin = try #require(sample.desk.client(slug: "coach-lin"))
    let holiday = Holiday(date: try #require(CivilDate(text: "2026-11-24")), name: "Half term")
    try sample.make(
      sample.desk.editClient(lin.id, context: sample.context, action: "client.holidays") {
        $0.holidays = [holiday]
      })
    var scenario = try Scenario(sample, width: 100, height: 30)
    for (board, isTold) in [("1", false), ("2", true)] {
      scenario.keys("\(board) tab")
      for key in ["w", "M", "a"] {
        scenario.keys(key)
        #expect(scenario.shows("Half term") == isTold, "\(board) \(key)")
      }
      scenario.keys("a g d")
    }
  }
}
