import CNcurses
import Canvas

/// Brings a frame to the screen: what changes where a cursor is seen or was goes to ncurses, all else past it.
///
/// The way past it is several times as short, and ends in a single write. ncurses hears of what it missed before it
/// writes again.
///
/// ncurses keeps one spacing character a cell and believes the C library's widths. A cluster that is more, or about
/// whose width terminals disagree, is foreign: ncurses gets no-break spaces for it, and after its update the cluster
/// is written over them at an absolute position, and the cells behind it, as far as a terminal may have drawn over
/// them, are written again. So no border moves whatever the terminal thinks of the cluster. No-break spaces, because
/// ncurses may erase real ones together with their row, and because it must write when a space replaces a cluster.
struct Painter {
  private let window: UnsafeMutablePointer<WINDOW>
  /// Where ncurses writes.
  private let descriptor: Int32
  private let capabilities: Capabilities
  private var looks: LookCache
  private var shown: Frame?
  private var showsCursor: Bool?
  /// What was written past ncurses since its last update, a run of columns for each row.
  private var direct: [Int: Range<Int>] = [:]
  private var cells: [cchar_t] = []
  /// Where ncurses left the cursor, while what is written past it has taken cursor and style elsewhere.
  private var left: Point?
  private var pen = Pen()
  /// Whether ncurses has yet to hear of a frame that was written past it.
  private var isUnheard = false
  /// Whether the terminal's last cell can be written without its scrolling.
  private var knowsEdges: Bool { !capabilities.wrapOff.isEmpty && capabilities.isXtermLike }

  init(
    window: UnsafeMutablePointer<WINDOW>, descriptor: Int32, capabilities: Capabilities, looks: LookCache
  ) {
    self.window = window
    self.descriptor = descriptor
    self.capabilities = capabilities
    self.looks = looks
  }

  /// Forgets what is on the screen, so that all of it is drawn again.
  mutating func invalidate() {
    shown = nil
    showsCursor = nil
    direct = [:]
    isUnheard = false
    left = nil
    clearok(window, true)
  }

  /// Paints a frame; returns what is still to be written past ncurses.
  ///
  /// - Parameter write: writes at once what must be there before ncurses writes.
  mutating func paint(_ frame: Frame, first write: ([UInt8]) -> Void) -> [UInt8] {
    if shown == nil, knowsEdges { return paintedWhole(frame) }
    let changes = frame.changes(since: shown)
    let isSameCursor =
      frame.cursor == shown?.cursor && (isUnheard || showsCursor == (frame.cursor != nil))
    if changes.isEmpty, isSameCursor { return [] }
    var repairs: [RowChange] = []
    for change in changes { repairs += ForeignRow.repairs(for: change, new: frame, old: shown) }
    defer { shown = frame }
    if isSameCursor, canWriteEdges(changes, frame) {
      for change in changes + repairs {
        direct[change.y] = Painter.union(direct[change.y], change.columns)
      }
      return written(repairs.isEmpty ? changes : ForeignRow.joined(changes, repairs), of: frame)
    }
    tellNcurses()
    tellOfDirect()
    if let left { write(capabilities.plain + capabilities.move(x: left.x, y: left.y)) }
    (left, pen) = (nil, Pen())
    for change in changes { send(frame, change) }
    update(cursor: frame.cursor)
    return repairs.isEmpty ? [] : written(repairs, of: frame)
  }

  /// Writes a first frame past ncurses, whose way to it takes several times as long.
  private mutating func paintedWhole(_ frame: Frame) -> [UInt8] {
    shown = frame
    isUnheard = true
    var writer = DirectWriter(capabilities: capabilities, frame: frame, pen: Pen())
    writer.add(capabilities.hideCursor + capabilities.plain)
    for change in frame.changes(since: nil) {
      // At the end of the last row no terminal may think of scrolling.
      if change.y == frame.height - 1 { writer.add(capabilities.wrapOff) }
      writer.write(change, &looks)
    }
    writer.add(capabilities.wrapOn)
    finish(&writer, frame.cursor)
    return frame.cursor == nil ? writer.bytes : writer.bytes + capabilities.showCursor
  }

  /// Leaves cursor and style as ncurses did where the cursor is seen; where it is not, that can wait until ncurses
  /// writes, and a clock that ticks is a few bytes.
  private mutating func finish(_ writer: inout DirectWriter, _ cursor: Point?) {
    if let cursor { writer.leave(cursor: cursor) }
    left = cursor == nil ? Point(x: 0, y: 0) : nil
    pen = writer.pen
  }

  /// Tells ncurses of a frame that was written past it, so that it knows what later ones change.
  mutating func tellNcurses() {
    guard isUnheard, let shown else { return }
    isUnheard = false
    for change in shown.changes(since: nil) { send(shown, change) }
    // What it writes now is on the screen already.
    if !Silence.on(descriptor, { update(cursor: shown.cursor) }) { invalidate() }
  }

  /// Tells ncurses of the small changes that were written past it.
  ///
  /// It has the terminal scroll rows that it finds elsewhere, whatever idlok says, and takes along what it believes to
  /// stand in them.
  private mutating func tellOfDirect() {
    guard let shown, !direct.isEmpty else { return }
    for (y, columns) in direct where y < shown.height {
      let inside = columns.clamped(to: 0..<shown.width)
      send(shown, RowChange(y: y, columns: ForeignRow.whole(inside, y: y, in: shown)))
    }
    direct = [:]
    if !Silence.on(descriptor, { update(cursor: shown.cursor) }) { invalidate() }
  }

  /// Whether nothing of the screen would scroll where changes are written.
  private func canWriteEdges(_ changes: [RowChange], _ frame: Frame) -> Bool {
    knowsEdges
      || !changes.contains { $0.y == frame.height - 1 && $0.columns.upperBound == frame.width }
  }

  private static func union(_ left: Range<Int>?, _ right: Range<Int>) -> Range<Int> {
    guard let left else { return right }
    return min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
  }

  /// The bytes that write runs of cells without ncurses.
  private mutating func written(_ runs: [RowChange], of frame: Frame) -> [UInt8] {
    var writer = DirectWriter(capabilities: capabilities, frame: frame, pen: pen)
    for run in runs { writer.write(run, &looks) }
    finish(&writer, frame.cursor)
    return writer.bytes
  }

  /// Lets ncurses write what it was given, and puts the cursor where it is to be.
  private mutating func update(cursor: Point?) {
    if showsCursor != (cursor != nil) {
      showsCursor = cursor != nil
      curs_set(cursor == nil ? 0 : 1)
    }
    wmove(window, Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0))
    wnoutrefresh(window)
    doupdate()
  }

  /// Gives the changed cells of a row to ncurses.
  private mutating func send(_ frame: Frame, _ change: RowChange) {
    cells.removeAll(keepingCapacity: true)
    let start = change.y * frame.width
    frame.withCells { all in
      for cell in all[start + change.columns.lowerBound..<start + change.columns.upperBound] {
        let template = looks.look(cell.style).template
        if let scalar = cell.scalar, scalar < 0x80 {
          if cell.width > 0 { cells.append(vahi_with_scalar(template, scalar)) }
        } else if Foreign.isForeign(cell, in: frame) {
          for _ in 0..<cell.width { cells.append(vahi_with_scalar(template, Foreign.standIn)) }
        } else if let scalar = cell.scalar {
          cells.append(vahi_with_scalar(template, scalar))
        } else {
          cells.append(composed(frame.text(of: cell), template))
        }
      }
    }
    mvwadd_wchnstr(
      window, Int32(change.y), Int32(change.columns.lowerBound), cells, Int32(cells.count))
  }

  /// A cell of a letter with its marks.
  private func composed(_ text: String, _ template: cchar_t) -> cchar_t {
    var cell = template
    var place: Int32 = 0
    for scalar in text.unicodeScalars {
      cell = vahi_with_mark(cell, place, scalar.value)
      place += 1
    }
    return cell
  }
}
