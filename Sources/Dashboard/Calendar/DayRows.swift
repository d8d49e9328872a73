import Civil
import Desk

/// A day of the home zone cut into half hours of true time: 48 rows, or 46 or 50 where the clocks change by an
/// hour, or none where the day is skipped whole.
///
/// A row is an instant, not what a clock shows: labels are asked of the zones row by row.
struct DayRows: Equatable, Sendable {
  static let seconds = 1800

  let date: CivilDate
  let zone: Zone
  let span: TimeSpan

  init(_ date: CivilDate, _ world: World) {
    self.date = date
    span = world.day(date)
    // Its own name, unless the day is spent in two places.
    let home = world.desk.homeZone
    let rules = home.rules(at: span.start)
    zone = home.rules(at: span.end.adding(-1)) === rules ? rules : home
  }

  var count: Int { (span.duration + DayRows.seconds - 1) / DayRows.seconds }

  func start(of row: Int) -> Instant { span.start.adding(row * DayRows.seconds) }

  /// The row that an instant falls in, which may lie outside the day.
  func row(at instant: Instant) -> Int {
    let seconds = instant.seconds(since: span.start)
    return seconds >= 0 ? seconds / DayRows.seconds : (seconds - DayRows.seconds + 1) / DayRows.seconds
  }

  /// The rows that a stretch of time touches, clipped to the day; something of no length touches one.
  func rows(of stretch: TimeSpan) -> Range<Int> {
    let first = min(max(0, row(at: stretch.start)), max(0, count - 1))
    let end = row(at: stretch.end.adding(-1)) + 1
    return first..<min(max(first + 1, end), max(count, first + 1))
  }

  /// The same time of day on this day's clocks, cut to a row.
  func row(like instant: Instant) -> Int {
    let wall = WallTime(date: date, secondOfDay: zone.wall(at: instant).secondOfDay)
    return min(max(0, row(at: zone.instant(of: wall))), max(0, count - 1))
  }
}
