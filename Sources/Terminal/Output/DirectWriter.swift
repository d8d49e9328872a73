import Canvas

/// Collects what is written past ncurses: clusters and what stands behind them, each at its absolute place.
struct DirectWriter {
  private let capabilities: Capabilities
  private let frame: Frame
  private var bytes: [UInt8] = []
  private var style: Style?

  init(capabilities: Capabilities, frame: Frame) {
    self.capabilities = capabilities
    self.frame = frame
  }

  /// Writes the clusters of a run.
  mutating func write(_ run: RowChange, _ looks: inout LookCache) {
    var x = run.columns.lowerBound
    var isPlaced = false
    while x < run.columns.upperBound {
      let cell = frame.cell(x: x, y: run.y)
      if !isPlaced { bytes += capabilities.move(x: x, y: run.y) }
      if style != cell.style {
        // ncurses leaves the plain style behind.
        if style != nil { bytes += capabilities.plain }
        style = cell.style
        bytes += looks.look(cell.style).sequence
      }
      if let scalar = cell.scalar, scalar < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar))
        isPlaced = true
        x += max(Int(cell.width), 1)
        continue
      }
      isPlaced = !Foreign.isForeign(cell, in: frame)
      if isPlaced {
        bytes += frame.text(of: cell).utf8
      } else {
        place(cell, x: x, y: run.y)
      }
      x += max(Int(cell.width), 1)
    }
  }

  /// Blanks the cluster's columns, then draws it there, whatever the terminal thinks of its width.
  private mutating func place(_ cell: Cell, x: Int, y: Int) {
    bytes += repeatElement(0x20, count: Int(cell.width))
    bytes += capabilities.move(x: x, y: y)
    // At the edge a cluster that is drawn too wide must not go on in the next row.
    let mayWrap = x + max(cell.reach, Int(cell.width) + 1) > frame.width
    if mayWrap { bytes += capabilities.wrapOff }
    bytes += frame.text(of: cell).utf8
    if mayWrap { bytes += capabilities.wrapOn }
  }

  /// All bytes, with the plain style and the cursor as ncurses left them.
  func finished(cursor: Point) -> [UInt8] {
    bytes + capabilities.plain + capabilities.move(x: cursor.x, y: cursor.y)
  }
}
