import Canvas
import Civil
import Desk
import Testing

@testable import Dashboard

/// The mouse in the views of many days: Monday 23 November 2026, 9:42 in Pune, “Draft” from 10:00 to 11:30.
@Suite struct CalendarViewMouseTests {
  private func scenario(_ keys: String, width: Int = 140, height: Int = 40) throws -> Scenario {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Draft", "2026-11-23T10:00", minutes: 90)
    try desk.block("Stand-up", "2026-11-18T15:00", minutes: 60, repeats: "FREQ=DAILY")
    var scenario = try desk.scenario(width: width, height: height)
    scenario.keys(keys)
    scenario.settled()
    return scenario
  }

  /// Where a day and a time of the home clock stand.
  private func place(_ scenario: Scenario, _ date: String, _ clock: String) throws -> Point {
    let layout = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    let date = try #require(CivilDate(text: date))
    let column = try #require(layout.columns.first { $0.day.date == date })
    let wall = try #require(WallTime(text: "\(date.text)T\(clock)"))
    let row = column.day.row(at: column.day.zone.instant(of: wall))
    return Point(x: column.plan.x + 1, y: try #require(layout.y(of: row)))
  }

  private func mouse(_ kind: MouseEvent.Kind, _ point: Point, _ scenario: inout Scenario) {
    scenario.send(.terminal(.mouse(MouseEvent(kind, x: point.x, y: point.y))))
  }

  @Test func aBlockIsDraggedToAnotherDayOfTheWeek() throws {
    var scenario = try scenario("w")
    mouse(.press(.left), try place(scenario, "2026-11-23", "10:30"), &scenario)
    let there = try place(scenario, "2026-11-26", "14:00")
    mouse(.drag(.left), there, &scenario)
    mouse(.release, there, &scenario)
    #expect(scenario.plan("Draft") == "2026-11-26T13:30 Asia/Kolkata 90m")
    #expect(scenario.state.drag == nil)
  }

  @Test func aDraggedOccurrenceAsks() throws {
    var scenario = try scenario("w")
    mouse(.press(.left), try place(scenario, "2026-11-25", "15:00"), &scenario)
    let there = try place(scenario, "2026-11-27", "16:00")
    mouse(.drag(.left), there, &scenario)
    mouse(.release, there, &scenario)
    #expect(scenario.shows("“Stand-up” repeats: change"))
    scenario.keys("t")
    let moved = try #require(scenario.desk.allBlocks.first { $0.replaces != nil })
    #expect(moved.start.wall.text == "2026-11-27T16:00" && moved.occurrence?.text == "2026-11-25T15:00")
  }

  @Test func aSpanIsDraggedAndTypedOver() throws {
    var scenario = try scenario("w")
    mouse(.press(.left), try place(scenario, "2026-11-26", "12:00"), &scenario)
    let end = try place(scenario, "2026-11-26", "13:00")
    mouse(.drag(.left), end, &scenario)
    mouse(.release, end, &scenario)
    scenario.keys("n")
    scenario.type("Mail")
    scenario.keys("enter")
    #expect(scenario.plan("Mail") == "2026-11-26T12:00 Asia/Kolkata 90m")
  }

  @Test func inAMonthABlockIsDraggedToAnotherDay() throws {
    var scenario = try scenario("M", width: 80, height: 24)
    func find(_ text: String) throws -> Point {
      let lines = scenario.screen.split(separator: "\n", omittingEmptySubsequences: false)
      let y = try #require(lines.firstIndex { $0.contains(text) })
      let x = lines[y].prefix { $0 != "┃" }.count
      return Point(x: x + 1, y: y)
    }
    let from = try find("Draft")
    mouse(.press(.left), from, &scenario)
    mouse(.drag(.left), Point(x: from.x + 24, y: from.y - 3), &scenario)
    mouse(.release, Point(x: from.x + 24, y: from.y - 3), &scenario)
    #expect(scenario.plan("Draft") == "2026-11-18T10:00 Asia/Kolkata 90m")
  }

  @Test func onTheAgendaAClickSelectsAndAnotherOpens() throws {
    var scenario = try scenario("a f", width: 80, height: 24)
    let lines = scenario.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains("15:00–16:00") })
    mouse(.press(.left), Point(x: 30, y: y), &scenario)
    guard case .block(let id) = scenario.state.selection(scenario.world) else {
      Issue.record("nothing is selected")
      return
    }
    #expect(scenario.desk.occurrence(id)?.block.title == "Stand-up")
    mouse(.press(.left), Point(x: 30, y: y), &scenario)
    #expect(!scenario.state.overlays.isEmpty)
  }

  @Test func aClickOnThePaneBesideTheBoardOnlyGivesItTheScreen() throws {
    var scenario = try scenario("w tab")
    mouse(.press(.left), Point(x: 120, y: 20), &scenario)
    #expect(scenario.state.pane == .calendar && scenario.state.calendar.date == nil)
    #expect(scenario.shows("week 48"))
  }
}
