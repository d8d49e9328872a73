/// One screenful as a value: a grid of styled grapheme clusters.
///
/// Drawing beyond an edge is cut off; a wide cluster that would stick out is replaced by spaces.
package struct Frame: Sendable {
  package let width: Int
  package let height: Int
  /// Where the text cursor is shown; nil hides it.
  package var cursor: Point?
  var cells: [Cell]
  /// The clusters of more than one scalar that were drawn.
  var clusters: [String] = []

  package init(width: Int, height: Int, style: Style = .plain) {
    self.width = max(width, 0)
    self.height = max(height, 0)
    cells = Array(repeating: Cell.blank(style), count: self.width * self.height)
  }

  package var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// The cell at a place inside the frame; a plain blank outside.
  package func cell(x: Int, y: Int) -> Cell {
    bounds.contains(x: x, y: y) ? cells[y * width + x] : .blank(.plain)
  }

  package func style(x: Int, y: Int) -> Style {
    cell(x: x, y: y).style
  }

  /// What a cell shows; nothing for a column that the cluster to the left reaches into.
  package func text(of cell: Cell) -> String {
    if cell.width == 0 { return "" }
    if cell.isCluster { return clusters[Int(cell.glyph & ~Cell.clusterMark)] }
    return Unicode.Scalar(cell.glyph).map { String(Character($0)) } ?? "\u{FFFD}"
  }

  /// A row's text, with all its trailing spaces.
  package func text(row: Int) -> String {
    guard row >= 0, row < height else { return "" }
    return cells[row * width..<(row + 1) * width].reduce(into: "") { $0 += text(of: $1) }
  }

  /// Lets `body` read the cells without bounds or ownership checks, for comparing frames.
  package func withCells<Result>(_ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
    cells.withUnsafeBufferPointer(body)
  }
}

extension Frame: Equatable {
  package static func == (left: Frame, right: Frame) -> Bool {
    guard left.width == right.width, left.height == right.height, left.cursor == right.cursor else {
      return false
    }
    return zip(left.cells, right.cells).allSatisfy { mine, other in
      if mine.isCluster, other.isCluster {
        return mine.style == other.style && left.text(of: mine) == right.text(of: other)
      }
      return mine.isIdentical(to: other)
    }
  }
}
