import Canvas
import Civil
import Desk
import Testing

@testable import Dashboard

/// The ground of the hours in which people are off work.
struct CalendarShadeTests {
  /// Whatever the marks beside a clock tell of a row, its ground tells too, and the grid's how many are off work.
  @Test(
    arguments: [
      ("Europe/London", "Asia/Kolkata", "2026-10-25T00:10:00Z"),
      ("America/New_York", "Asia/Kathmandu", "2027-03-14T15:00:00Z"),
      ("Australia/Lord_Howe", "Europe/London", "2026-10-05T03:00:00Z"),
      ("Asia/Kolkata", "America/New_York", "2026-11-27T04:12:00Z"),
    ], ["", "w", "W"])
  func groundsTellWhatTheMarksTell(place: (home: String, client: String, now: String), view: String) throws {
    for (hours, height) in [("9-17", 60), ("22-6", 60), ("0-24", 30)] {
      var desk = try CalendarDesk(home: place.home, now: place.now, client: place.client)
      try desk.hours(hours)
      try desk.block("Early", "\(place.now.prefix(10))T05:00", minutes: 90)
      var scenario = try desk.scenario(width: 160, height: height)
      scenario.keys(view.isEmpty ? "g g" : "\(view) g g")
      scenario.perform { state, _ in
        state.calendar.zones = ["America/Sao_Paulo"]
        return []
      }
      try expectGrounds(scenario)
    }
  }

  private func expectGrounds(_ scenario: Scenario) throws {
    let frame = scenario.frame
    let layout = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    let grounds = [Role.background, .awayGround, .offGround].map { scenario.theme.style($0).background }
    var seen: Set<Int> = []
    for y in layout.grid.y..<layout.grid.maxY where y - layout.grid.y + layout.top < layout.day.count {
      var off = 0
      var isPlain = layout.columns.count == 1
      for clock in layout.clocks {
        let x = clock.place.maxX - 1
        let mark = frame.text(of: frame.cell(x: x, y: y))
        // The line of now, and the sign of a clock that changed, stand where the mark would.
        guard ["│", "·", " "].contains(mark), layout.day.exists(y - layout.grid.y + layout.top) else {
          isPlain = false
          continue
        }
        let isOff = mark != "│"
        off += isOff ? 1 : 0
        #expect(frame.style(x: x, y: y).background == grounds[isOff ? 2 : 0], "\(y) \(frame.text(row: y))")
      }
      guard isPlain, let column = layout.columns.first else { continue }
      let x = column.rect.maxX - 1
      let isBlock = layout.block(x: x, y: y) != nil
      let level = isBlock || off == 0 ? 0 : off == layout.clocks.count ? 2 : 1
      seen.insert(level)
      guard frame.style(x: x, y: y) != scenario.theme.style(.selection) else { continue }
      #expect(frame.style(x: x, y: y).background == grounds[level], "\(y) \(frame.text(row: y))")
    }
    #expect(layout.columns.count > 1 || seen.count > 1)
  }
}
