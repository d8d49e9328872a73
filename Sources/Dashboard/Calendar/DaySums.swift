import Canvas
import Civil
import Desk

/// What is planned of what there is time for, and how often two blocks want the same time.
struct DaySums {
  /// Seconds of planned work.
  private let planned: Int
  /// Seconds of working hours; nil where all are days off.
  private let capacity: Int?
  private let conflicts: Int
  /// Whether on one of the days more is planned than there is time for.
  private let isOver: Bool

  init(_ layout: CalendarLayout, _ desk: Desk) {
    let days = layout.columns.map { (planned: $0.planned, span: desk.workingSpan(on: $0.day.date)) }
    let spans = days.compactMap { $0.span?.duration }
    planned = days.reduce(0) { $0 + $1.planned }
    capacity = spans.isEmpty ? nil : spans.reduce(0, +)
    conflicts = layout.columns.reduce(0) { $0 + $1.conflicts }
    isOver = days.contains { day in day.span.map { day.planned > $0.duration } ?? false }
  }

  init(_ date: CivilDate, _ world: World) {
    let span = world.day(date)
    let own = world.desk.occurrences(in: span)
    planned = own.reduce(0) { $0 + ($1.block.isPlannedWork ? $1.span.overlap(span) : 0) }
    capacity = world.desk.workingSpan(on: date)?.duration
    conflicts = DayContents.Day.conflicts(own.filter { $0.takesTime && !$0.block.allDay }.map(\.span))
    isOver = capacity.map { [planned] in planned > $0 } ?? false
  }

  /// Whether something cannot be kept as it is planned.
  var isTrouble: Bool { isOver || conflicts > 0 }
  var role: Role { isTrouble ? .warning : .muted }
  var isEmpty: Bool { planned == 0 && conflicts == 0 }

  /// From the most that is told to the least.
  func texts(_ words: CalendarWords) -> [String] {
    let sum = DurationText.hours(planned)
    var texts: [String]
    if let capacity {
      let sums = [sum, DurationText.hours(capacity)]
      texts = [Words.fill(words.planned, sums), Words.fill(words.plannedShort, sums), sum]
    } else {
      texts = (planned > 0 ? [Words.fill(words.plannedDayOff, sum)] : []) + [words.dayOff]
    }
    if conflicts > 0 {
      let text = Words.fill(conflicts == 1 ? words.overlap : words.overlapCount, "\(conflicts)")
      texts = texts.map { "\(text) · \($0)" } + texts
    }
    return isTrouble ? texts.map { "⚠ " + $0 } : texts
  }
}
