import Canvas

/// The style that the terminal writes in just now.
struct Pen {
  var style = Style.plain
  /// Nil for the plain style.
  var look: Look?
}

/// Collects what is written past ncurses: clusters and what stands behind them, each at its absolute place.
struct DirectWriter {
  private let capabilities: Capabilities
  private let frame: Frame
  private(set) var bytes: [UInt8] = []
  private(set) var pen: Pen

  init(capabilities: Capabilities, frame: Frame, pen: Pen) {
    self.capabilities = capabilities
    self.frame = frame
    self.pen = pen
  }

  /// Writes the clusters of a run.
  mutating func write(_ run: RowChange, _ looks: inout LookCache) {
    let start = run.y * frame.width
    let mayDisagree = frame.mayDisagree(row: run.y)
    frame.withCells { cells in
      var x = run.columns.lowerBound
      var isPlaced = false
      while x < run.columns.upperBound {
        let cell = cells[start + x]
        if !isPlaced { bytes += capabilities.move(x: x, y: run.y) }
        if pen.style != cell.style, !DirectWriter.looksAlike(cell, in: pen.style) {
          turn(to: cell.style, &looks)
        }
        isPlaced = !mayDisagree || !Foreign.isForeign(cell, in: frame)
        if !isPlaced {
          place(cell, x: x, y: run.y)
        } else if let scalar = cell.scalar {
          add(scalar)
        } else {
          bytes += frame.text(of: cell).utf8
        }
        x += max(Int(cell.width), 1)
      }
    }
  }

  /// Adds a scalar in UTF-8 (RFC 3629, section 3).
  private mutating func add(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    let tail = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(tail(6))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(tail(12))
      bytes.append(tail(6))
    }
    bytes.append(tail(0))
  }

  /// Whether a cell looks the same in another style: a blank has nothing but a background.
  private static func looksAlike(_ cell: Cell, in style: Style) -> Bool {
    let attributes = style.attributes.rawValue | cell.style.attributes.rawValue
    return cell.scalar == 0x20 && style.background == cell.style.background
      && attributes & Attributes.seenOnBlanks.rawValue == 0
  }

  /// Turns to a style by the shortest way: one colour where only that is another, no reset where nothing has to go.
  private mutating func turn(to next: Style, _ looks: inout LookCache) {
    let old = pen
    let new = looks.look(next)
    pen = Pen(style: next, look: new)
    guard let look = old.look else {
      bytes += new.sequence
      return
    }
    let keepsColours =
      (look.foreground.isEmpty || !new.foreground.isEmpty)
      && (look.background.isEmpty || !new.background.isEmpty)
    guard keepsColours, old.style.attributes.isSubset(of: next.attributes) else {
      bytes += capabilities.plain + new.sequence
      return
    }
    if old.style.attributes == next.attributes, look.background == new.background {
      bytes += new.foreground
    } else if old.style.attributes == next.attributes, look.foreground == new.foreground {
      bytes += new.background
    } else {
      bytes += new.sequence
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

  /// Adds what is no text.
  mutating func add(_ sequence: [UInt8]) { bytes += sequence }

  /// Puts the style and the cursor where ncurses left them.
  mutating func leave(cursor: Point) {
    bytes += capabilities.plain + capabilities.move(x: cursor.x, y: cursor.y)
    pen = Pen()
  }
}
