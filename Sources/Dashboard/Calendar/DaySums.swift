import Canvas
import Civil
import Desk

/// What is planned of what there is time for, and how often two blocks want the same time.
struct DaySums {
  /// Seconds of planned work.
  private let planned: Int
  /// Seconds that the working hours leave for work; nil where all are days off.
  private let capacity: Int?
  private let conflicts: Int
  /// Whether on one of the days more is planned than there is time for.
  private let isOver: Bool

  init(_ layout: CalendarLayout) {
    let capacities = layout.columns.compactMap(\.capacity)
    planned = layout.columns.reduce(0) { $0 + $1.planned }
    capacity = capacities.isEmpty ? nil : capacities.reduce(0, +)
    conflicts = layout.columns.reduce(0) { $0 + $1.conflicts }
    isOver = layout.columns.contains(where: \.isOverFull)
  }

  init(_ date: CivilDate, _ world: World) {
    let day = world.desk.conflicts(on: date)
    planned = day.planned
    capacity = day.capacity
    conflicts = day.overlaps.count
    isOver = day.isOverfull
  }

  /// Whether something cannot be kept as it is planned.
  var isTrouble: Bool { isOver || conflicts > 0 }
  var role: Role { isTrouble ? .warning : .muted }
  var isEmpty: Bool { planned == 0 && conflicts == 0 }

  /// From the most that is told to the least.
  func texts(_ words: CalendarWords) -> [String] {
    let sum = DurationText.hours(planned)
    var texts: [String]
    if let capacity, capacity > 0 {
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
