import Desk

/// What the cursor can go to on a day: every block and every row without one.
struct DayStops {
  /// What lasts whole days.
  let allDay: [Occurrence]
  /// By time; what lasts whole days stands above the hours.
  let all: [CalendarStop]

  static let none = DayStops(allDay: [], all: [])

  private init(allDay: [Occurrence], all: [CalendarStop]) {
    self.allDay = allDay
    self.all = all
  }

  init(_ own: DayContents.Day) {
    let day = own.rows
    allDay = day.count == 0 ? [] : own.content.occurrences.filter { $0.block.allDay }
    var covered = [Bool](repeating: false, count: day.count)
    for item in own.blocks {
      for row in item.rows where row < day.count { covered[row] = true }
    }
    var stops: [(row: Int, stop: CalendarStop)] = allDay.map { (-1, .block($0.id)) }
    stops += own.blocks.map { ($0.rows.lowerBound, .block($0.id)) }
    stops += (0..<day.count).filter { !covered[$0] && day.exists($0) }.map { ($0, .slot($0)) }
    all = stops.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element.stop)
  }
}
