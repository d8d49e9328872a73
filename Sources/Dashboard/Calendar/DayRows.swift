import Civil
import Desk

/// A day of the home zone cut into rows.
///
/// Alone, a day is cut into stretches of true time: of half an hour there are 48 rows, or 46 or 50 where the clocks
/// change by an hour, or none where the day is skipped whole. Beside others it has their rows; see `GridAxis`.
/// A row is an instant, not what a clock shows: labels are asked of the zones row by row.
struct DayRows: Equatable, Sendable {
  static let seconds = 1800

  let date: CivilDate
  let zone: Zone
  let span: TimeSpan
  /// Seconds of a row.
  let step: Int
  let count: Int
  /// When each row begins, where rows are shared with other days.
  private let starts: [Instant]?
  private let axis: GridAxis?

  init(_ date: CivilDate, _ world: World, step: Int = DayRows.seconds) {
    self.date = date
    self.step = step
    zone = DayRows.zone(of: date, world)
    span = world.day(date)
    count = (span.duration + step - 1) / step
    starts = nil
    axis = nil
  }

  init(_ date: CivilDate, _ axis: GridAxis, _ world: World) {
    self.date = date
    self.axis = axis
    step = axis.step
    zone = DayRows.zone(of: date, world)
    span = world.day(date)
    count = axis.rows.count
    starts = axis.starts(of: date, world.desk.homeZone)
  }

  /// Home's zone by the name of where the day is spent, unless it is spent in two places.
  private static func zone(of date: CivilDate, _ world: World) -> Zone {
    let span = world.day(date)
    let home = world.desk.homeZone
    let rules = home.rules(at: span.start)
    return home.rules(at: span.end.adding(-1)) === rules ? rules : home
  }

  /// The day that the cursor is on, in the rows that it is drawn in.
  init(_ state: ViewState, _ world: World) {
    let step = state.calendar.rowMinutes * 60
    let date = state.calendar.day(world)
    guard state.calendarView.isManyDays else {
      self.init(date, world, step: step)
      return
    }
    let dates = state.calendar.dates(state.calendarView, world)
    self.init(date, GridAxis(dates, step: step, world.desk.homeZone), world)
  }

  /// When a row begins, or would.
  func start(of row: Int) -> Instant {
    guard let starts else { return span.start.adding(row * step) }
    return starts.indices.contains(row) ? starts[row] : span.end.adding((row - count) * step)
  }

  /// Whether the day has any time in a row.
  func exists(_ row: Int) -> Bool { starts == nil || start(of: row) < start(of: row + 1) }

  /// What the home clock shows where a row begins, also where this day leaves it out.
  func clock(of row: Int) -> WallTime {
    guard let axis, axis.rows.indices.contains(row), !exists(row) || span.duration == CivilDate.secondsADay
    else { return zone.wall(at: start(of: row)) }
    return WallTime(date: date, secondOfDay: axis.rows[row].wall)
  }

  /// The row that an instant falls in, which may lie outside the day.
  func row(at instant: Instant) -> Int {
    let seconds = instant.seconds(since: span.start)
    if let starts, seconds >= 0, instant < span.end {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= instant { low = middle + 1 } else { high = middle }
      }
      return max(0, low - 1)
    }
    if starts != nil, seconds >= 0 { return count + instant.seconds(since: span.end) / step }
    return seconds >= 0 ? seconds / step : (seconds - step + 1) / step
  }

  /// The first row that begins at an instant or after it, which may lie outside the day.
  func firstRow(from instant: Instant) -> Int { row(at: instant.adding(-1)) + 1 }

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
