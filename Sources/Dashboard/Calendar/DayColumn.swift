import Canvas
import Civil
import Desk

/// One day of the grid: where it stands and what is in it.
final class DayColumn {
  struct PlacedBlock {
    let item: DayBlock
    let rows: Range<Int>
    /// What of it is in sight.
    let rect: Rect
  }

  /// Blocks that there is no room for beside others.
  struct PlacedOverflow: Equatable {
    /// Rows in sight in which some of them run.
    struct Stretch: Equatable {
      let rect: Rect
      /// As `LaneLayout.Overflow.Stretch` has it.
      let alone: Int
    }

    let count: Int
    let stretches: [Stretch]
  }

  struct PlacedEntry {
    let entry: Entry
    let span: TimeSpan
    let rect: Rect
  }

  /// The narrowest that two blocks side by side are drawn: a bar and a time, or a few letters.
  static let narrowest = 6

  let day: DayRows
  /// Its part of the grid, without the line to its left.
  let rect: Rect
  /// Where its blocks stand: all of it, or half where what was spent stands beside.
  let plan: Rect
  /// Where what was spent stands; empty where it is not shown.
  let spent: Rect
  let lines: [DayLine]
  /// Every block of the day, also those that there is no room for.
  let all: [DayBlock]
  let blocks: [PlacedBlock]
  let overflow: [PlacedOverflow]
  let entries: [PlacedEntry]
  /// The rows in which blocks lie otherwise than with nothing selected; nil where none do.
  let moved: Range<Int>?
  /// Seconds of planned work.
  let planned: Int
  /// Seconds that the working hours leave for work; nil where the week has a day off.
  let capacity: Int?
  /// How many pairs of blocks want the same time.
  let conflicts: Int

  /// - Parameter lanes: its blocks, for the width of `plan`.
  init(
    _ own: DayContents.Day, _ lanes: DayLanes, _ rect: Rect, top: Int, _ state: ViewState, _ world: World
  ) {
    day = own.rows
    self.rect = rect
    let plan = DayColumn.plan(rect, state)
    self.plan = plan
    let isHalved = plan != rect
    spent =
      isHalved ? rect.column(x: (rect.width + 1) / 2, width: rect.width / 2) : rect.column(x: 0, width: 0)
    lines = own.content.lines
    all = own.blocks
    blocks = lanes.layout.placed.compactMap { DayColumn.place($0, own.blocks[$0.index], plan, top: top) }
    overflow = lanes.layout.overflow.compactMap { DayColumn.place($0, plan, top: top) }
    entries = isHalved ? DayColumn.entries(own.rows, spent, top: top, world) : []
    moved = lanes.moved
    planned = own.planned
    capacity = own.capacity
    conflicts = own.conflicts
  }

  /// Where the blocks of a day stand.
  static func plan(_ rect: Rect, _ state: ViewState) -> Rect {
    let isHalved = state.calendar.showsSpent && rect.width >= 12
    return isHalved ? rect.column(x: 0, width: (rect.width + 1) / 2 - 1) : rect
  }

  private static func place(
    _ placed: LaneLayout.Placed, _ item: DayBlock, _ grid: Rect, top: Int
  ) -> PlacedBlock? {
    let first = max(placed.rows.lowerBound, top)
    let end = min(placed.rows.upperBound, top + grid.height)
    guard first < end else { return nil }
    let left = grid.width * placed.lane / placed.lanes
    let right = grid.width * (placed.lane + placed.span) / placed.lanes
    let rect = Rect(x: grid.x + left, y: grid.y + first - top, width: right - left, height: end - first)
    // A column between neighbours, unless the block reaches the right edge or needs all for its time: there the
    // neighbour's bar is what parts them.
    let isLast = placed.lane + placed.span == placed.lanes || rect.width <= narrowest
    return PlacedBlock(
      item: item, rows: placed.rows,
      rect: rect.column(x: 0, width: rect.width - (isLast ? 0 : 1)))
  }

  private static func place(
    _ more: LaneLayout.Overflow, _ grid: Rect, top: Int
  ) -> PlacedOverflow? {
    let sight = top..<top + grid.height
    let stretches = more.stretches.compactMap { stretch -> PlacedOverflow.Stretch? in
      let rows = stretch.rows.clamped(to: sight)
      guard !rows.isEmpty else { return nil }
      return PlacedOverflow.Stretch(
        rect: grid.row(y: rows.lowerBound - top, height: rows.count), alone: stretch.alone)
    }
    return stretches.isEmpty ? nil : PlacedOverflow(count: more.count, stretches: stretches)
  }

  /// What was spent, later entries over earlier ones.
  private static func entries(_ day: DayRows, _ rect: Rect, top: Int, _ world: World) -> [PlacedEntry] {
    world.desk.entries(in: day.span, now: world.now).compactMap { entry in
      let span = TimeSpan(start: entry.start, end: max(entry.start, entry.end ?? world.now))
      guard span.overlaps(day.span) else { return nil }
      let rows = day.rows(of: span)
      let first = max(rows.lowerBound, top)
      let end = min(rows.upperBound, top + rect.height)
      guard first < end else { return nil }
      return PlacedEntry(
        entry: entry, span: span, rect: rect.row(y: first - top, height: end - first))
    }
  }

  /// Whether more is planned than there is time for.
  var isOverFull: Bool { capacity.map { planned > $0 } ?? false }
  /// Whether there are no working hours, or days off that were planned take all of them.
  var isDayOff: Bool { capacity ?? 0 == 0 }

  /// The line of the screen that a row is on; nil when out of sight.
  func y(of row: Int, top: Int) -> Int? {
    let y = rect.y + row - top
    return row >= top && y < rect.maxY ? y : nil
  }
}
