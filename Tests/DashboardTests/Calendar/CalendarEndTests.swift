import Civil
import Dashboard
import Desk
import Testing

/// The first and the last days that the calendar has, in every view.
struct CalendarEndTests {
  @Test(
    .timeLimit(.minutes(2)), arguments: ["9999-12-31", "9999-01-01", "0001-01-01", "-9999-01-01"],
    ["Asia/Kolkata", "America/New_York", "Pacific/Kiritimati"])
  func everyViewIsDrawn(date: String, home: String) throws {
    var desk = try CalendarDesk(home: home, now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Every day", "2026-11-23T10:00", minutes: 60, repeats: "FREQ=DAILY")
    var scenario = try desk.scenario(width: 160, height: 50)
    scenario.perform { state, world in
      state.calendar.date = CivilDate(text: date) ?? CivilDate(dayNumber: .min)
      return []
    }
    for view in ["f", "w", "w W", "W M", "M a"] {
      scenario.keys(view)
      for key in ["l", "]", "G", "h", "[", "g g", "}", "I", "O"] { scenario.keys(key) }
      #expect(!scenario.screen.isEmpty)
    }
  }

  /// The last day has hours, and a block on it is drawn.
  @Test(.timeLimit(.minutes(1)), arguments: ["f", "w", "W"]) func theLastDayIsADay(view: String) throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("The last", "9999-12-31T10:00", minutes: 60)
    var scenario = try desk.scenario(width: 160, height: 50)
    scenario.keys("g j")
    scenario.type("31 dec 9999")
    scenario.keys("enter")
    scenario.keys(view)
    #expect(scenario.shows("The last"))
  }

  /// The last week ends with its Friday, the last days are three, and the last month has no day after it.
  @Test(.timeLimit(.minutes(1)), arguments: ["w", "W", "M", "f"])
  func theLastDayIsShownOnce(view: String) throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("The last", "9999-12-31T10:00", minutes: 60)
    var scenario = try desk.scenario(width: 160, height: 50)
    scenario.keys("g j")
    scenario.type("31 dec 9999")
    scenario.keys("enter")
    scenario.keys(view)
    let grid = scenario.screen.split(separator: "\n").dropLast(4).joined(separator: "\n")
    #expect(grid.split(separator: "The last", omittingEmptySubsequences: false).count == 2, "\(grid)")
    #expect(view != "w" || grid.contains("Thu 30") && grid.contains("Wed 29") && grid.contains("Fri 31"))
    #expect(view != "W" || grid.contains("Thu 30") && grid.contains("Wed 29") && !grid.contains("Tue 28"))
    #expect(view != "M" || grid.contains(" 31 ") && grid.split(separator: " 31 ").count == 2, "\(grid)")
    scenario.keys("h l l")
    #expect(scenario.state.calendar.date == CivilDate(text: "9999-12-31"))
  }
}
