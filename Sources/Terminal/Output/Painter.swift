import CNcurses
import Canvas

/// Brings a frame to the screen: what changed goes to ncurses, what ncurses cannot hold goes past it.
///
/// ncurses keeps one spacing character a cell and believes the C library's widths. A cluster that is more, or about
/// whose width terminals disagree, is foreign: ncurses gets no-break spaces for it, and after its update the cluster
/// is written over them at an absolute position, and the cells behind it, as far as a terminal may have drawn over
/// them, are written again. So no border moves whatever the terminal thinks of the cluster. No-break spaces, because
/// ncurses may erase real ones together with their row, and because it must write when a space replaces a cluster.
struct Painter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let capabilities: Capabilities
  private var looks: LookCache
  private var shown: Frame?
  private var showsCursor: Bool?
  private var cells: [cchar_t] = []

  init(window: UnsafeMutablePointer<WINDOW>, capabilities: Capabilities, looks: LookCache) {
    self.window = window
    self.capabilities = capabilities
    self.looks = looks
  }

  /// Forgets what is on the screen, so that all of it is drawn again.
  mutating func invalidate() {
    shown = nil
    showsCursor = nil
    clearok(window, true)
  }

  /// Paints a frame; returns what is still to be written past ncurses.
  mutating func paint(_ frame: Frame) -> [UInt8] {
    let changes = frame.changes(since: shown)
    var repairs: [RowChange] = []
    for change in changes {
      send(frame, change)
      repairs += ForeignRow.repairs(for: change, new: frame, old: shown)
    }
    let cursor = frame.cursor ?? Point(x: 0, y: 0)
    if showsCursor != (frame.cursor != nil) {
      showsCursor = frame.cursor != nil
      curs_set(frame.cursor == nil ? 0 : 1)
    }
    wmove(window, Int32(cursor.y), Int32(cursor.x))
    wnoutrefresh(window)
    doupdate()
    shown = frame
    if repairs.isEmpty { return [] }
    var writer = ForeignWriter(capabilities: capabilities, frame: frame)
    for repair in repairs { writer.write(repair, &looks) }
    return writer.finished(cursor: cursor)
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
