import Desk

/// The blocks of a day side by side, as many as its width has room for.
struct DayLanes {
  let layout: LaneLayout
  /// The rows in which blocks lie otherwise than with nothing selected; nil where none do.
  let moved: Range<Int>?

  /// - Parameter width: cells.
  init(_ items: [DayBlock], width: Int) {
    moved = nil
    let rows = items.map(\.rows)
    let most = max(1, width / DayColumn.narrowest)
    let all = LaneLayout(rows, most: most)
    // To tell how many there is no room for takes room as well.
    let fewer = max(1, (width - 3) / DayColumn.narrowest)
    layout = all.overflow.isEmpty || fewer == most ? all : LaneLayout(rows, most: fewer)
  }

  private init(_ layout: LaneLayout, moved: Range<Int>) {
    self.layout = layout
    self.moved = moved
  }

  /// The same with room for the block that is selected; nil where it was not left out.
  func keeping(_ index: Int) -> DayLanes? {
    layout.keeping(index).map { DayLanes($0.layout, moved: $0.moved) }
  }
}
