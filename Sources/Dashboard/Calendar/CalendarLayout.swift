import Canvas
import Civil
import Desk

/// Where everything of the days in sight stands; the same for drawing and for the mouse.
struct CalendarLayout {
  /// Between the borders.
  let inside: Rect
  /// The day that the cursor is on.
  let day: DayRows
  let columns: [DayColumn]
  /// The lines above the hours; the last one may tell of more.
  let deadlineArea: Rect
  let heading: Rect
  let clocks: [GutterClock]
  /// The zones that were asked for and that there is no room for.
  let zonesLeftOut: [Zone]
  let gutter: Rect
  let grid: Rect
  let footer: Rect
  /// The first row in sight.
  let top: Int
  private let shown: DayContents

  /// Seconds after the days in sight in which cards are due of which the lane tells when they must be begun; a single
  /// day beside the board tells it of what is due that day alone, whichever pane the keys go to: what is clicked stays
  /// where it is.
  static func lookAhead(_ state: ViewState) -> Int {
    state.isCalendarFull || (state.pane == .calendar && !Layout(state).isWide) ? 7 * CivilDate.secondsADay : 0
  }

  /// - Parameter preview: a proposal that is drawn in.
  init(_ rect: Rect, _ state: ViewState, _ world: World, _ preview: PlanPreview? = nil) {
    let view = state.calendarView
    let source = DayContents.Source(state, world)
    let shown = preview == nil ? world.memory.days(source, world) : DayContents(source, world, preview)
    let day = shown.day(state.calendar.day(world))?.rows ?? DayRows(state, world)
    self.day = day
    let days = shown.days
    self.shown = shown
    let inside = rect.inset(1, 1)
    self.inside = inside
    let most = inside.height >= 28 ? 4 : inside.height >= 19 ? 3 : 2
    let top = inside.row(y: 0, height: min(days.map { $0.content.lines.count }.max() ?? 0, most))
    heading = view.isManyDays ? inside.row(y: 0) : inside.row(y: top.height)
    let footerHeight = preview == nil ? CalendarLayout.footerHeight(inside, state) : 0
    footer = inside.row(y: inside.height - footerHeight, height: footerHeight)
    let used = top.height + heading.height
    let body = inside.row(y: used, height: max(0, inside.height - used - footerHeight))
    var (clocks, leftOut) = GutterClock.all(day, body, days: days.count, state, world)
    zonesLeftOut = leftOut
    GutterClock.markOfOneDay(&clocks, days, world.desk.homeZone)
    self.clocks = clocks
    let width = (clocks.last.map { $0.place.maxX } ?? body.x) - body.x + 1
    gutter = body.column(x: 0, width: width)
    let grid = body.column(x: width, width: body.width - width)
    self.grid = grid
    deadlineArea =
      view.isManyDays
      ? inside.row(y: 1, height: top.height).column(x: width, width: grid.width) : top
    let first = CalendarLayout.top(day, rows: grid.height, state, world)
    self.top = first
    let selected =
      state.calendar.selected
      ?? (state.pane == .calendar && day.count > 0 ? CalendarCursor(state, world).selected : nil)
    columns = days.indices.map { index in
      let left = grid.width * index / days.count
      let right = grid.width * (index + 1) / days.count
      let line = days.count > 1 ? 1 : 0
      return shown.column(
        index, grid.column(x: left + line, width: right - left - line), top: first, selected: selected, state,
        world)
    }
  }

  /// A day as it is with nothing selected.
  func unselected(_ column: DayColumn, _ painter: Painter) -> DayColumn {
    guard column.moved != nil, let index = shown.days.firstIndex(where: { $0.rows.date == column.day.date })
    else { return column }
    return shown.column(index, column.rect, top: top, selected: nil, painter.state, painter.world)
  }

  /// The column of the day that the cursor is on.
  var current: DayColumn? { columns.first { $0.day.date == day.date } }

  var blocks: [DayColumn.PlacedBlock] { columns.flatMap(\.blocks) }
  var overflow: [DayColumn.PlacedOverflow] { columns.flatMap(\.overflow) }
  /// The rows in sight.
  var sight: Range<Int> { top..<top + grid.height }
  /// Whether days stand side by side.
  var isManyDays: Bool { columns.count > 1 }

  /// Two lines tell what the cursor is on, where the keys go to this pane and there is room.
  private static func footerHeight(_ inside: Rect, _ state: ViewState) -> Int {
    guard state.pane == .calendar else { return 0 }
    return inside.height >= 14 ? 2 : 1
  }

  /// The first row in sight: where the person scrolled to, or where now or the working day is well in sight.
  private static func top(_ day: DayRows, rows: Int, _ state: ViewState, _ world: World) -> Int {
    let most = max(0, day.count - rows + state.calendar.covered)
    if let top = state.calendar.top { return min(max(0, top), most) }
    let wanted: Int
    if day.span.contains(world.now) {
      wanted = day.row(at: world.now) - rows / 3
    } else {
      wanted = openingRow(day, world) - 1
    }
    return min(max(0, wanted), most)
  }

  /// The row in which the person's working day begins, or would on a day off.
  static func openingRow(_ day: DayRows, _ world: World) -> Int {
    let opening = WallTime(date: day.date, secondOfDay: world.desk.settings.hours.startMinute * 60)
    return min(max(0, day.row(at: day.zone.instant(of: opening))), max(0, day.count - 1))
  }

  /// The row at a place on the screen; nil outside the grid and the gutter.
  func row(x: Int, y: Int) -> Int? {
    guard grid.contains(x: x, y: y) || gutter.contains(x: x, y: y) else { return nil }
    let row = y - grid.y + top
    return row < day.count ? row : nil
  }

  /// The day at a place on the screen; in the gutter the cursor's.
  func column(x: Int) -> DayColumn? {
    guard x >= grid.x else { return current }
    return columns.last { $0.rect.x - 1 <= x } ?? columns.first
  }

  /// The block at a place on the screen.
  func block(x: Int, y: Int) -> DayColumn.PlacedBlock? {
    for column in columns {
      if let found = column.blocks.first(where: { $0.rect.contains(x: x, y: y) }) { return found }
    }
    return nil
  }

  /// What shares its time at a place on the screen where a mark tells that there is no room for all of it; else nothing.
  func stack(x: Int, y: Int, _ world: World) -> [DayBlock] {
    guard let column = columns.first(where: { $0.plan.contains(x: x, y: y) }),
      let more = column.overflow.first(where: { OverflowView.isMark($0, column, x: x, y: y, world) })
    else { return [] }
    let lines = more.stretches.map { $0.rect.y..<$0.rect.maxY }
    let rows = lines.reduce(into: Set<Int>()) { rows, lines in
      for line in lines { rows.insert(line - grid.y + top) }
    }
    return column.all.filter { item in item.rows.contains(where: rows.contains) }
  }

  /// The line of the screen that a row is on; nil when out of sight.
  func y(of row: Int) -> Int? {
    let y = grid.y + row - top
    return row >= top && y < grid.maxY ? y : nil
  }
}
