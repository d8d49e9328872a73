extension Frame {
  /// Draws text in one row and returns the column after it.
  ///
  /// Clusters are never split: one that reaches over an edge of the clip or the frame is drawn as spaces.
  /// Control characters come out as visible replacements.
  @discardableResult
  package mutating func put(
    _ text: String, x: Int, y: Int, style: Style, clip: Rect? = nil
  ) -> Int {
    let limits = clip.map { $0.intersection(bounds) } ?? bounds
    guard y >= limits.y, y < limits.maxY else { return x + TextWidth.of(text) }
    let row = y * width..<(y + 1) * width
    let columns = limits.x..<limits.maxX
    if TextWidth.isPlain(text) {
      return cells.withUnsafeMutableBufferPointer { cells in
        var pen = RowPen(cells: UnsafeMutableBufferPointer(rebasing: cells[row]), columns: columns, x: x)
        pen.draw(plain: text, style)
        return pen.x
      }
    }
    // Taken out while the cells are open for writing; both belong to the frame.
    var table = clusters
    clusters = []
    defer { clusters = table }
    return cells.withUnsafeMutableBufferPointer { cells in
      var pen = RowPen(cells: UnsafeMutableBufferPointer(rebasing: cells[row]), columns: columns, x: x)
      ClusterReader.read(text) { reader in
        while let cluster = reader.next() { pen.draw(cluster, from: reader, style, &table) }
      }
      return pen.x
    }
  }

  /// Turns a cluster that reaches over the left edge of a column into blanks.
  ///
  /// Called for both ends of what is about to be overwritten, so that no half cluster survives.
  mutating func detach(x: Int, y: Int) {
    guard x > 0, x < width, cells[y * width + x].width == 0 else { return }
    let row = y * width..<(y + 1) * width
    cells.withUnsafeMutableBufferPointer { cells in
      RowPen(cells: UnsafeMutableBufferPointer(rebasing: cells[row]), columns: 0..<width, x: 0).detach(x)
    }
  }
}

/// Draws clusters into the cells of one row, from left to right.
struct RowPen {
  /// The whole row.
  let cells: UnsafeMutableBufferPointer<Cell>
  /// The columns that may be drawn in.
  let columns: Range<Int>
  /// Where the next cluster goes; may be outside.
  var x: Int

  /// Draws text of which every byte is a printable ASCII character.
  mutating func draw(plain text: String, _ style: Style) {
    let start = x
    x += text.utf8.count
    let first = max(start, columns.lowerBound)
    let last = min(x, columns.upperBound)
    guard first < last else { return }
    detach(first)
    detach(last)
    var text = text
    text.withUTF8 { utf8 in
      for column in first..<last {
        cells[column] = Cell(glyph: UInt32(utf8[column - start]), style: style, width: 1)
      }
    }
  }

  /// Draws a cluster; one of several scalars is kept in the table.
  mutating func draw(_ cluster: Cluster, from reader: ClusterReader, _ style: Style, _ table: inout [String])
  {
    let start = x
    x += cluster.width
    guard start >= columns.lowerBound, x <= columns.upperBound else {
      for column in max(
        start, columns.lowerBound)..<max(min(x, columns.upperBound), columns.lowerBound, start)
      {
        detach(column)
        detach(column + 1)
        cells[column] = .blank(style)
      }
      return
    }
    detach(start)
    detach(x)
    let glyph = cluster.scalar ?? Cell.clusterMark | UInt32(table.count)
    if cluster.scalar == nil { table.append(reader.text(of: cluster)) }
    cells[start] = Cell(glyph: glyph, style: style, width: UInt8(clamping: cluster.width), risk: cluster.risk)
    for column in start + 1..<max(x, start + 1) { cells[column] = .continuation(style) }
  }

  /// See `Frame.detach`.
  @inline(__always)
  func detach(_ column: Int) {
    if column > 0, column < cells.count, cells[column].width == 0 { blankCluster(at: column) }
  }

  private func blankCluster(at column: Int) {
    var first = column
    while first > 0, cells[first].width == 0 { first -= 1 }
    let end = min(first + max(Int(cells[first].width), 1), cells.count)
    for column in first..<max(end, column) { cells[column] = .blank(cells[column].style) }
  }
}
