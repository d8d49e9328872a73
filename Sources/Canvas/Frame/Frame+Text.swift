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
    if TextWidth.isPlain(text) {
      return putPlain(text, x: x, y: y, style: style, from: limits.x, to: limits.maxX)
    }
    var column = x
    ClusterReader.read(text) { reader in
      while let cluster = reader.next() {
        let end = column + cluster.width
        if column >= limits.x, end <= limits.maxX {
          place(cluster, of: text, x: column, y: y, style: style)
        } else {
          let visible = max(column, limits.x)..<max(min(end, limits.maxX), limits.x, column)
          for x in visible { set(.blank(style), x: x, y: y) }
        }
        column = end
      }
    }
    return column
  }

  private mutating func putPlain(
    _ text: String, x: Int, y: Int, style: Style, from left: Int, to right: Int
  ) -> Int {
    let end = x + text.utf8.count
    let first = max(x, left)
    let last = min(end, right)
    guard first < last else { return end }
    detach(x: first, y: y)
    detach(x: last, y: y)
    let start = y * width + x
    var text = text
    cells.withUnsafeMutableBufferPointer { cells in
      text.withUTF8 { utf8 in
        for offset in first - x..<last - x {
          cells[start + offset] = Cell(glyph: UInt32(utf8[offset]), style: style, width: 1)
        }
      }
    }
    return end
  }

  private mutating func place(_ cluster: Cluster, of text: String, x: Int, y: Int, style: Style) {
    let glyph: UInt32
    if let scalar = cluster.scalar {
      glyph = scalar
    } else {
      glyph = Cell.clusterMark | UInt32(clusters.count)
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: cluster.bytes.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: cluster.bytes.upperBound)
      clusters.append(String(text[start..<end]))
    }
    detach(x: x, y: y)
    detach(x: x + cluster.width, y: y)
    let first = y * width + x
    cells[first] = Cell(
      glyph: glyph, style: style, width: UInt8(clamping: cluster.width), risk: cluster.risk)
    for index in first + 1..<first + max(cluster.width, 1) {
      cells[index] = .continuation(style)
    }
  }

  /// Writes one cell of a single column, leaving no half of a wider cluster behind.
  mutating func set(_ cell: Cell, x: Int, y: Int) {
    detach(x: x, y: y)
    detach(x: x + 1, y: y)
    cells[y * width + x] = cell
  }

  /// Turns a cluster that reaches over the left edge of a column into blanks.
  ///
  /// Called for both ends of what is about to be overwritten, so that no half cluster survives.
  mutating func detach(x: Int, y: Int) {
    guard x > 0, x < width else { return }
    let start = y * width
    guard cells[start + x].width == 0 else { return }
    var first = x
    while first > 0, cells[start + first].width == 0 { first -= 1 }
    let end = min(first + max(Int(cells[start + first].width), 1), width)
    for column in first..<max(end, x) {
      cells[start + column] = .blank(cells[start + column].style)
    }
  }
}
