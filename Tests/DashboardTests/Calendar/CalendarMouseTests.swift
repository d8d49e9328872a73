import Canvas
import Civil
import Desk
import Testing

@testable import Dashboard

/// The mouse on the calendar at 80×24: 09:42 in Pune, “Draft” from 10:00 to 11:30.
@Suite struct CalendarMouseTests {
  private var scenario: Scenario

  init() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Draft", "2026-11-23T10:00", minutes: 90)
    scenario = try desk.scenario()
  }

  /// The line of the screen whose home clock shows a time.
  private func y(_ clock: String) throws -> Int {
    let lines = scenario.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.hasPrefix("│ \(clock)") })
  }

  private mutating func mouse(_ kind: MouseEvent.Kind, _ clock: String, x: Int = 40) throws {
    let rect = Layout(size: scenario.state.size).calendar
    let event = MouseEvent(kind, x: x, y: try y(clock))
    scenario.perform { state, world in CalendarPane.mouse(event, rect, &state, world) }
  }

  @Test mutating func aClickSelects() throws {
    try mouse(.press(.left), "12:00")
    try mouse(.release, "12:00")
    #expect(scenario.shows("12:00 Kolkata · 06:30 London"))
    try mouse(.press(.left), "10:30")
    try mouse(.release, "10:30")
    #expect(scenario.shows("10:00–11:30 Kolkata"))
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 90m")
  }

  @Test mutating func aDragMovesTheBlockByWhatItWasTakenAt() throws {
    try mouse(.press(.left), "10:30")
    try mouse(.drag(.left), "13:30")
    #expect(scenario.shows("13:00–14:30"))
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 90m")
    try mouse(.release, "13:30")
    #expect(scenario.plan("Draft") == "2026-11-23T13:00 Asia/Kolkata 90m")
    #expect(scenario.state.drag == nil)
  }

  @Test mutating func aDragOfTheLastRowResizes() throws {
    try mouse(.press(.left), "11:00")
    try mouse(.drag(.left), "12:30")
    try mouse(.release, "12:30")
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 180m")
    try mouse(.press(.left), "12:30")
    try mouse(.drag(.left), "09:00")
    try mouse(.release, "09:00")
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 15m")
  }

  @Test mutating func theWheelScrollsAndLeavesTheCursor() throws {
    scenario.keys("j")
    let cursor = scenario.state.calendar.cursor
    let first = scenario.state.calendar.shown.lowerBound
    try mouse(.wheelDown, "10:00")
    #expect(scenario.state.calendar.top == first + 3)
    #expect(scenario.state.calendar.cursor == cursor)
    for _ in 0..<40 {
      let rect = Layout(size: scenario.state.size).calendar
      scenario.perform { state, world in
        CalendarPane.mouse(MouseEvent(.wheelDown, x: 40, y: 8), rect, &state, world)
      }
    }
    #expect(scenario.shows("23:30"))
  }
}
