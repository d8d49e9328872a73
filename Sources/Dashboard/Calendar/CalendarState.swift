import Civil
import Desk

/// Where one is on the calendar.
package struct CalendarState: Equatable, Sendable {
  /// The day shown, in home time; nil is today, also after midnight.
  package var date: CivilDate?
  /// The start of the half hour that the cursor is on; nil is now, or where the working day begins.
  package var cursor: Instant?
  /// The block that the cursor is on where several lie over each other, or one that is just being made.
  package var selected: OccurrenceID?
  /// The first half hour in sight, counted from midnight; nil follows now.
  package var top: Int?
  /// What was in sight last: the first half hour and how many.
  package var shown = 0..<0
  /// How many rows at the bottom lie under the line that is typed on; set while drawing only.
  package var covered = 0

  package init() {}

  /// The day shown.
  package func day(_ world: World) -> CivilDate { date ?? world.today }
}

/// What the cursor is on.
package enum CalendarStop: Hashable, Sendable {
  case block(OccurrenceID)
  /// A half hour with no block in it, counted from midnight.
  case slot(Int)
}
