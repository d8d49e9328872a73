import Canvas
import Civil
import Desk

/// The ground of the hours in which those whose clocks are shown are off work.
///
/// Beside the grid every clock has its own; in the grid it is deeper where nobody is at work than where only some are,
/// so that the hours that suit everybody stay clear. It tells nothing that the marks beside the clocks and the lines
/// between days do not tell too.
struct CalendarShade {
  private let layout: CalendarLayout
  private let base: Color
  private let some: Color
  private let all: Color

  init(_ layout: CalendarLayout, _ painter: Painter) {
    self.layout = layout
    base = painter.style(.background).background
    some = painter.style(.awayGround).background
    all = painter.style(.offGround).background
  }

  /// Whether the theme shades anything.
  private var isShown: Bool { some != base || all != base }

  /// Each clock where its own people are off work, on the day that the cursor is on.
  func drawClocks(_ frame: inout Frame) {
    guard isShown else { return }
    for clock in layout.clocks {
      for run in runs(of: offWork(clock, on: layout.day).map { $0 ? 1 : 0 }) where run.value > 0 {
        frame.ground(place(clock.place, run.rows), from: base, to: all)
      }
    }
  }

  /// A day, by how many of those shown are off work.
  func draw(_ frame: inout Frame, _ column: DayColumn) {
    guard isShown else { return }
    var counts = [Int](repeating: 0, count: max(0, min(layout.grid.height, column.day.count - layout.top)))
    for clock in layout.clocks {
      for (row, isOff) in offWork(clock, on: column.day).enumerated() where isOff { counts[row] += 1 }
    }
    // The line to the left of a day is part of it.
    let rect =
      layout.isManyDays
      ? Rect(
        x: column.rect.x - 1, y: column.rect.y, width: column.rect.width + 1, height: column.rect.height)
      : column.rect
    for run in runs(of: counts) where run.value > 0 {
      frame.ground(place(rect, run.rows), from: base, to: run.value == layout.clocks.count ? all : some)
    }
  }

  /// Puts what lies on the ground on the ground of the screen again.
  func lift(_ frame: inout Frame, _ rect: Rect) {
    if isShown { frame.ground(rect, to: base) }
  }

  private func place(_ rect: Rect, _ rows: Range<Int>) -> Rect {
    rect.row(y: rows.lowerBound, height: rows.count)
  }

  /// Whether the people of a clock are off work in each row in sight.
  private func offWork(_ clock: GutterClock, on day: DayRows) -> [Bool] {
    let zone = clock.isHome ? day.zone : clock.zone
    let sight = layout.top..<max(layout.top, min(layout.top + layout.grid.height, day.count))
    var isOff = [Bool](repeating: true, count: sight.count)
    // Numbers of days, as the calendar's last date has none after it.
    let days = zone.date(at: day.span.start).dayNumber - 1...zone.date(at: day.span.end).dayNumber
    for date in days.lazy.map({ CivilDate(dayNumber: $0) }) {
      if clock.hours.week.contains(date.weekday), !clock.holidays.contains(where: { $0.contains(date) }) {
        let span = clock.hours.span(on: date, in: zone)
        let rows =
          day.firstRow(
            from: span.start)..<max(
            day.firstRow(from: span.start), day.firstRow(from: span.end))
        for row in rows.clamped(to: sight) { isOff[row - sight.lowerBound] = false }
      }
    }
    return isOff
  }

  /// Rows that follow each other with the same value.
  private func runs(of values: [Int]) -> [(rows: Range<Int>, value: Int)] {
    var runs: [(rows: Range<Int>, value: Int)] = []
    for (row, value) in values.enumerated() {
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].rows = last.rows.lowerBound..<row + 1
      } else {
        runs.append((row..<row + 1, value))
      }
    }
    return runs
  }
}
