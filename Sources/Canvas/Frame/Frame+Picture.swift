extension Frame {
  /// A part of the frame as a frame of its own.
  package func picture(of rect: Rect) -> Frame {
    let rect = rect.intersection(bounds)
    var picture = Frame(width: rect.width, height: rect.height)
    for y in 0..<rect.height {
      for x in 0..<rect.width {
        picture.cells[y * rect.width + x] = picture.adopt(cells[(rect.y + y) * width + rect.x + x], of: self)
      }
    }
    return picture
  }

  /// Puts a frame into this one with its upper left corner at a place; what sticks out is cut off.
  ///
  /// - Parameter part: what of this frame may be drawn over; nil for all.
  package mutating func paste(_ picture: Frame, x: Int, y: Int, part: Rect? = nil) {
    let rect = Rect(x: x, y: y, width: picture.width, height: picture.height).intersection(part ?? bounds)
      .intersection(bounds)
    guard !rect.isEmpty else { return }
    for row in rect.y..<rect.maxY {
      detach(x: rect.x, y: row)
      detach(x: rect.maxX, y: row)
      let from = (row - y) * picture.width + rect.x - x
      let to = row * width + rect.x
      picture.cells.withUnsafeBufferPointer { theirs in
        cells.withUnsafeMutableBufferPointer { mine in
          _ = mine[to..<to + rect.width].update(fromContentsOf: theirs[from..<from + rect.width])
        }
      }
      guard !picture.clusters.isEmpty else { continue }
      for column in 0..<rect.width where cells[to + column].isCluster {
        cells[to + column] = adopt(picture.cells[from + column], of: picture)
      }
    }
  }

  /// A cell of another frame, its cluster, if it is one, taken into this frame's table.
  private mutating func adopt(_ cell: Cell, of other: Frame) -> Cell {
    guard cell.isCluster else { return cell }
    var own = cell
    own.glyph = Cell.clusterMark | UInt32(clusters.count)
    clusters.append(other.text(of: cell))
    return own
  }
}
