import Canvas
import Civil
import Desk

/// One clock of the gutter.
struct GutterClock: Equatable {
  let zone: Zone
  let hours: WorkingHours
  /// Whether it is the person's own.
  let isHome: Bool
  let place: Rect
  /// Whether its date is told where it differs from home's.
  let showsDate: Bool
}

/// Where everything of the calendar stands; the same for drawing and for the mouse.
struct CalendarLayout {
  struct PlacedBlock {
    let item: DayBlock
    let rows: Range<Int>
    /// What of it is in sight.
    let rect: Rect
  }

  struct PlacedOverflow {
    let count: Int
    let place: Point
  }

  /// The narrowest that two blocks side by side are drawn.
  static let narrowest = 7

  let day: DayRows
  /// Between the borders.
  let inside: Rect
  let deadlines: [(due: Instant, card: Card)]
  /// The lines that deadlines take; the last one may tell of more.
  let deadlineArea: Rect
  let heading: Rect
  let clocks: [GutterClock]
  let gutter: Rect
  let grid: Rect
  let footer: Rect
  /// The first row in sight.
  let top: Int
  let blocks: [PlacedBlock]
  let overflow: [PlacedOverflow]

  init(_ rect: Rect, _ state: ViewState, _ world: World) {
    let day = DayRows(state.calendar.day(world), world)
    self.day = day
    inside = rect.inset(1, 1)
    deadlines = world.desk.deadlines(in: day.span)
    let most = inside.height >= 28 ? 4 : inside.height >= 19 ? 3 : 2
    deadlineArea = inside.row(y: 0, height: min(deadlines.count, most))
    heading = inside.row(y: deadlineArea.height)
    let footerHeight = CalendarLayout.footerHeight(inside, state)
    footer = inside.row(y: inside.height - footerHeight, height: footerHeight)
    let used = deadlineArea.height + heading.height
    let body = inside.row(y: used, height: max(0, inside.height - used - footerHeight))
    clocks = CalendarLayout.clocks(day, body, state, world)
    let width = (clocks.last.map { $0.place.maxX } ?? body.x) - body.x + 1
    gutter = body.column(x: 0, width: width)
    grid = body.column(x: width, width: body.width - width)
    top = CalendarLayout.top(day, rows: grid.height, state, world)
    let lanes = CalendarLayout.lanes(
      DayBlock.all(of: day, world), width: grid.width, selected: state.calendar.selected)
    let (grid, top) = (grid, top)
    blocks = lanes.placed.compactMap { CalendarLayout.place($0, grid, top: top) }
    overflow = lanes.overflow.compactMap { more in
      let row = max(more.rows.lowerBound, top)
      guard row < more.rows.upperBound, row - top < grid.height else { return nil }
      return PlacedOverflow(count: more.count, place: Point(x: grid.maxX - 3, y: grid.y + row - top))
    }
  }

  private static func lanes(_ items: [DayBlock], width: Int, selected: OccurrenceID?) -> LaneLayout<DayBlock>
  {
    let rows = items.map { (item: $0, rows: $0.rows) }
    let all = LaneLayout(rows, most: max(1, width / narrowest)) { $0.id == selected }
    guard !all.overflow.isEmpty else { return all }
    return LaneLayout(rows, most: max(1, (width - 3) / narrowest)) { $0.id == selected }
  }

  private static func place(_ placed: LaneLayout<DayBlock>.Placed, _ grid: Rect, top: Int) -> PlacedBlock? {
    let first = max(placed.rows.lowerBound, top)
    let end = min(placed.rows.upperBound, top + grid.height)
    guard first < end else { return nil }
    let left = grid.width * placed.lane / placed.lanes
    let right = grid.width * (placed.lane + placed.span) / placed.lanes
    let rect = Rect(x: grid.x + left, y: grid.y + first - top, width: right - left, height: end - first)
    // A column between neighbours, unless the block reaches the right edge.
    let isLast = placed.lane + placed.span == placed.lanes
    return PlacedBlock(
      item: placed.item, rows: placed.rows,
      rect: rect.column(x: 0, width: rect.width - (isLast ? 0 : 1)))
  }

  /// Two lines tell what the cursor is on, where the keys go to this pane and there is room.
  private static func footerHeight(_ inside: Rect, _ state: ViewState) -> Int {
    guard state.pane == .calendar else { return 0 }
    return inside.height >= 14 ? 2 : 1
  }

  /// Home's clock and, where it shows another time at any moment of the day, the client's.
  private static func clocks(_ day: DayRows, _ body: Rect, _ state: ViewState, _ world: World)
    -> [GutterClock]
  {
    let home = GutterClock(
      zone: day.zone, hours: world.desk.settings.hours, isHome: true, place: body.column(x: 1, width: 6),
      showsDate: false)
    guard let client = state.client.flatMap({ world.desk.client($0) }) else { return [home] }
    let zone = world.desk.zone(client.zone)
    let last = day.span.end.adding(-1)
    let isSame = [day.span.start, last].allSatisfy {
      zone.offset(at: $0).secondsEast == day.zone.offset(at: $0).secondsEast
    }
    guard !isSame || client.hours != world.desk.settings.hours else { return [home] }
    let showsDate = [day.span.start, last].contains { zone.date(at: $0) != day.date }
    let width = isSame ? 1 : showsDate ? 10 : 6
    return [
      home,
      GutterClock(
        zone: zone, hours: client.hours, isHome: false,
        place: body.column(x: isSame ? 7 : 9, width: width), showsDate: showsDate),
    ]
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

  /// The block at a place on the screen.
  func block(x: Int, y: Int) -> PlacedBlock? { blocks.first { $0.rect.contains(x: x, y: y) } }

  /// The line of the screen that a row is on; nil when out of sight.
  func y(of row: Int) -> Int? {
    let y = grid.y + row - top
    return row >= top && y < grid.maxY ? y : nil
  }
}
