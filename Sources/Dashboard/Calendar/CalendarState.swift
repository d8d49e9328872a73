import Civil
import Desk

/// How much of the calendar is in sight at once.
package enum CalendarView: String, CaseIterable, Sendable {
  case day, threeDays, week, month, agenda

  /// Whether days stand side by side in it.
  var isManyDays: Bool { self == .threeDays || self == .week }
  /// Whether it needs the width of the screen.
  var isWide: Bool { isManyDays || self == .month }
}

/// Where one is on the calendar.
package struct CalendarState: Equatable, Sendable {
  /// The day that the cursor is on, in home time; nil is today, also after midnight.
  package var date: CivilDate?
  /// The start of the row that the cursor is on; nil is now, or where the working day begins.
  package var cursor: Instant?
  /// The block that the cursor is on where several lie over each other, or one that is just being made.
  package var selected: OccurrenceID?
  /// The card whose due time the cursor is on, which only a list has lines for.
  package var due: CardID?
  /// The first row in sight, counted from midnight; nil follows now.
  package var top: Int?
  /// What was in sight last: the first row and how many.
  package var shown = 0..<0
  /// How many rows at the bottom lie under the line that is typed on; set while drawing only.
  package var covered = 0

  package var view = CalendarView.day
  /// Whether it has the whole screen while the keys go to it, whichever view it is in.
  package var isFull = false
  /// Minutes of a row.
  package var rowMinutes = 30
  /// IANA names of the zones in the gutter besides home's and the client's.
  package var zones: [String] = []
  /// The zones that were picked last, to come back to.
  package var pickedZones: [String] = []
  /// Whether the time that was spent stands beside what was planned.
  package var showsSpent = false
  /// The first day in sight where three are, or of the agenda; nil is the cursor's.
  package var first: CivilDate?
  /// Where the span that is being selected begins: the start of a row.
  package var anchor: Instant?
  /// What was copied or cut.
  package var clip: BlockClip?

  package init() {}

  /// The rows that one may choose, in minutes.
  static let zooms = [15, 30, 60, 120]

  /// The day that the cursor is on.
  package func day(_ world: World) -> CivilDate { date ?? world.today }

  /// The days in sight of a view, fewer where the calendar ends.
  func dates(_ view: CalendarView, _ world: World) -> [CivilDate] {
    let date = day(world)
    switch view {
    case .day: return [date]
    case .threeDays:
      let first = min(max(self.first ?? date, date.adding(days: -2)), date)
      let missing = 2 - first.adding(days: 2).days(since: first)
      return CalendarState.days(3, from: first.adding(days: -missing))
    case .week: return CalendarState.days(7, from: date.startOfWeek())
    case .month: return CalendarState.days(42, from: date.startOfMonth.startOfWeek())
    case .agenda: return [first ?? date]
    }
  }

  /// So many days from the first on, or as many as there are before the end of the year 9999.
  private static func days(_ count: Int, from first: CivilDate) -> [CivilDate] {
    let last = first.adding(days: count - 1).days(since: first)
    return (0...last).map { first.adding(days: $0) }
  }
}

extension ViewState {
  /// The view that the calendar is drawn in: beside the board, where it has no keys, it is a day.
  var calendarView: CalendarView { screen == .desk && pane == .calendar ? calendar.view : .day }

  /// Whether the calendar has the whole screen.
  var isCalendarFull: Bool {
    screen == .desk && pane == .calendar && (calendar.isFull || calendar.view.isWide)
  }
}

/// What the cursor is on.
package enum CalendarStop: Hashable, Sendable {
  case block(OccurrenceID)
  /// A row with no block in it, counted from midnight.
  case slot(Int)
}

/// What was copied or cut, to be planned elsewhere.
package struct BlockClip: Equatable, Sendable {
  package var id: OccurrenceID
  package var isCut: Bool
}
