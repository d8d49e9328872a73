import Canvas
import Civil
import Desk

/// Where the cursor is on the day shown and where it can go.
///
/// It stops at every block and at every half hour without one, so that a long block is passed in one step.
struct CalendarCursor {
  let day: DayRows
  let items: [DayBlock]
  /// What lasts whole days.
  let allDay: [Occurrence]
  /// By time.
  let stops: [CalendarStop]
  let current: CalendarStop
  /// The block that the cursor is on.
  let block: DayBlock?

  init(_ state: ViewState, _ world: World) {
    self = world.memory.cursor(state, world) { CalendarCursor(working: state, world) }
  }

  private init(working state: ViewState, _ world: World) {
    let shown = world.memory.days(DayContents.Source(state, world), world)
    let date = state.calendar.day(world)
    let known = shown.day(date)
    let day = known?.rows ?? DayRows(state, world)
    let items = known?.blocks ?? []
    let found = shown.stops(on: date)
    self.day = day
    self.items = items
    allDay = found.allDay
    // A span goes over whatever is there, row by row.
    if let anchor = state.calendar.anchor, day.span.contains(anchor), !state.calendarView.isList {
      stops = (0..<day.count).filter { day.exists($0) }.map { .slot($0) }
      current = .slot(CalendarCursor.row(day, state, world))
      block = nil
      return
    }
    stops = found.all
    let current = CalendarCursor.current(day, items, allDay, state, world)
    self.current = current
    block = items.first { current == .block($0.id) }
  }

  private static func current(
    _ day: DayRows, _ items: [DayBlock], _ allDay: [Occurrence], _ state: ViewState, _ world: World
  ) -> CalendarStop {
    if let selected = state.calendar.selected,
      items.contains(where: { $0.id == selected }) || allDay.contains(where: { $0.id == selected })
    {
      return .block(selected)
    }
    var row = row(day, state, world)
    // A time that this day leaves out begins with the next that it has.
    while row + 1 < day.count, !day.exists(row) { row += 1 }
    let here = items.first { $0.rows.contains(row) }
    return here.map { .block($0.id) } ?? .slot(row)
  }

  private static func row(_ day: DayRows, _ state: ViewState, _ world: World) -> Int {
    if let cursor = state.calendar.cursor, day.span.contains(cursor) { return day.row(at: cursor) }
    return day.span.contains(world.now) ? day.row(at: world.now) : CalendarLayout.openingRow(day, world)
  }

  /// The block that verbs act on: also one that lasts whole days.
  var selected: OccurrenceID? {
    guard case .block(let id) = current else { return nil }
    return id
  }

  /// The rows that the cursor takes.
  var rows: Range<Int> { block?.rows ?? rows(of: current) }

  func rows(of stop: CalendarStop) -> Range<Int> {
    switch stop {
    case .slot(let row): row..<row + 1
    case .block(let id): items.first { $0.id == id }.map { $0.rows } ?? 0..<1
    }
  }

  /// Where something new would go: into the free half hour, or right after the block.
  ///
  /// - Parameter selected: the span that was selected, if one was.
  func newSpan(_ selected: TimeSpan? = nil) -> TimeSpan {
    if let selected { return selected }
    let start = block.map(\.span.end) ?? day.start(of: rows.lowerBound)
    let next = items.filter { !$0.isMoment && $0.span.start > start }.map(\.span.start).min()
    let room = next.map { $0.seconds(since: start) } ?? 3600
    return TimeSpan(start: start, seconds: room >= 900 ? min(3600, room) : 3600)
  }
}

extension CalendarState {
  /// Puts the cursor on a stop of the day shown and scrolls it into sight.
  mutating func go(to stop: CalendarStop, _ cursor: CalendarCursor) {
    due = nil
    switch stop {
    case .slot: selected = nil
    case .block(let id): selected = id
    }
    let rows = cursor.rows(of: stop)
    self.cursor = cursor.day.start(of: rows.lowerBound)
    reveal(rows, dayRows: cursor.day.count)
  }

  /// Shows the day of a stretch of time with the cursor there, for a block that is made or moved there.
  mutating func go(to span: TimeSpan, block: OccurrenceID?, _ state: ViewState, _ world: World) {
    let target = world.desk.homeZone.date(at: span.start)
    if target != day(world) { date = target == world.today ? nil : target }
    selected = block
    due = nil
    anchor = nil
    var state = state
    state.calendar = self
    let rows = DayRows(state, world)
    let taken = rows.rows(of: span)
    cursor = rows.count == 0 ? nil : rows.start(of: taken.lowerBound)
    reveal(taken, dayRows: rows.count)
  }

  /// Goes to the block that was brought back or put back, on whichever day it is again.
  mutating func goBack(to transaction: Transaction, _ state: ViewState, _ world: World) {
    for change in transaction.changes {
      guard let id = brought(back: change, world), let span = world.desk.occurrence(id)?.span else {
        continue
      }
      go(to: span, block: id, state, world)
      return
    }
  }

  /// What of a record that was put back is to be looked at.
  private func brought(back change: RecordChange, _ world: World) -> OccurrenceID? {
    guard case .block(let id) = change.key else { return nil }
    guard let block = world.desk.block(id) else {
      // The occurrence that it had taken the place of.
      guard case .block(let before)? = change.before else { return nil }
      return before.replaces
    }
    guard block.isSeries else { return block.replaces ?? OccurrenceID(block: id) }
    // A series is in many places: whoever looks at one of them stays with it, else on the day.
    if let selected, selected.block == id, let start = selected.start,
      case .block(let before)? = change.before
    {
      let shift = block.start.wall.secondsSinceEpoch - before.start.wall.secondsSinceEpoch
      let own = OccurrenceID(block: id, start: start.adding(seconds: Int(shift)))
      if world.desk.occurrence(own) != nil { return own }
    }
    return world.desk.occurrences(in: world.day(day(world))).first { $0.id.block == id }?.id
  }

  /// Scrolls as little as is needed to have rows in sight.
  mutating func reveal(_ rows: Range<Int>, dayRows: Int) {
    let height = shown.count - covered
    guard height > 0 else { return }
    var first = top ?? shown.lowerBound
    if rows.upperBound > first + height { first = rows.upperBound - height }
    if rows.lowerBound < first { first = rows.lowerBound }
    self.top = min(max(0, first), max(0, dayRows - height))
  }
}
