import CNcurses
import Canvas

/// Tells which cells ncurses cannot be trusted with.
enum Foreign {
  /// What ncurses gets for each column of a foreign cluster: a no-break space.
  static let standIn: UInt32 = 0xA0

  /// Whether a cell must be written past ncurses.
  ///
  /// That is so for clusters about which terminals disagree, and for those whose width the C library, and with it
  /// ncurses, sees differently from Canvas.
  static func isForeign(_ cell: Cell, in frame: Frame) -> Bool {
    if cell.isRisky { return true }
    guard let scalar = cell.scalar else {
      let columns = frame.text(of: cell).unicodeScalars.map { vahi_columns($0.value) }
      return columns.contains { $0 < 0 } || columns.dropFirst().contains { $0 != 0 }
        || columns.first != Int32(cell.width)
    }
    return scalar >= 0x80 && vahi_columns(scalar) != Int32(cell.width)
  }

  /// The columns that a terminal may have drawn for the foreign cluster at `x`.
  static func extent(_ cell: Cell, x: Int, width: Int) -> Range<Int> {
    x..<min(x + max(cell.reach, Int(cell.width) + 1), width)
  }
}

/// Finds what must be written past ncurses in a row.
enum ForeignRow {
  /// The runs of columns of a changed row that are to be written again after ncurses.
  ///
  /// Those are the foreign clusters of the new frame that ncurses may have written over, and the room of those of the
  /// old frame, which a terminal may have drawn wider than ncurses knows.
  static func repairs(for change: RowChange, new: Frame, old: Frame?) -> [RowChange] {
    var extents = extents(in: new, change)
    if let old, old.width == new.width, old.height == new.height {
      extents += self.extents(in: old, change)
    }
    if extents.isEmpty { return [] }
    extents.sort { $0.lowerBound < $1.lowerBound }
    var runs: [Range<Int>] = []
    for extent in extents {
      if let last = runs.last, extent.lowerBound <= last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, extent.upperBound)
      } else {
        runs.append(extent)
      }
    }
    return runs.map { RowChange(y: change.y, columns: whole($0, y: change.y, in: new)) }
  }

  /// Changes together with the repairs that they make needed, in the order of the rows, each cell once.
  static func joined(_ changes: [RowChange], _ repairs: [RowChange]) -> [RowChange] {
    var joined: [RowChange] = []
    for next in (changes + repairs).sorted(by: {
      ($0.y, $0.columns.lowerBound) < ($1.y, $1.columns.lowerBound)
    }) {
      if let last = joined.last, last.y == next.y, next.columns.lowerBound <= last.columns.upperBound {
        let end = max(last.columns.upperBound, next.columns.upperBound)
        joined[joined.count - 1] = RowChange(y: next.y, columns: last.columns.lowerBound..<end)
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  private static func extents(in frame: Frame, _ change: RowChange) -> [Range<Int>] {
    guard frame.mayDisagree(row: change.y) else { return [] }
    let start = change.y * frame.width
    return frame.withCells { cells in
      var extents: [Range<Int>] = []
      for x in 0..<frame.width {
        let cell = cells[start + x]
        if let scalar = cell.scalar, scalar < 0x80 { continue }
        guard cell.width > 0 else { continue }
        let extent = Foreign.extent(cell, x: x, width: frame.width)
        // What the C library says of it is asked last: it takes longest.
        if extent.overlaps(change.columns), Foreign.isForeign(cell, in: frame) { extents.append(extent) }
      }
      return extents
    }
  }

  /// The run widened to whole clusters, and over the room of the foreign ones that it reaches.
  static func whole(_ run: Range<Int>, y: Int, in frame: Frame) -> Range<Int> {
    let start = y * frame.width
    return frame.withCells { cells in
      var first = run.lowerBound
      while first > 0, cells[start + first].width == 0 { first -= 1 }
      var end = run.upperBound
      var x = first
      while x < end {
        let cell = cells[start + x]
        if Foreign.isForeign(cell, in: frame) {
          end = max(end, Foreign.extent(cell, x: x, width: frame.width).upperBound)
        }
        x += max(Int(cell.width), 1)
      }
      return first..<max(min(max(end, x), frame.width), first)
    }
  }
}
