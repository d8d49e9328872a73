import Canvas

/// Which rows of a list are in sight.
package struct ListWindow: Equatable, Sendable {
  package var selected = 0
  package var top = 0

  package init() {}

  package mutating func move(by step: Int, count: Int) {
    selected = count == 0 ? 0 : min(max(0, selected + step), count - 1)
  }

  /// Keeps the selection within the list and in sight.
  package mutating func settle(count: Int, rows: Int) {
    selected = count == 0 ? 0 : min(max(0, selected), count - 1)
    top = min(top, max(0, count - rows))
    if selected < top { top = selected }
    if rows > 0, selected >= top + rows { top = selected - rows + 1 }
    top = max(0, top)
  }

  /// The window as it is drawn: in order for so many lines and rows.
  package func settled(count: Int, rows: Int) -> ListWindow {
    var window = self
    window.settle(count: count, rows: rows)
    return window
  }

  /// The lines in sight of a settled window.
  package func shown(count: Int, rows: Int) -> Range<Int> {
    let first = min(top, count)
    return first..<min(count, first + max(0, rows))
  }

  /// The line that is drawn at a cell of the screen; nil beside the list or below its last line.
  package func line(x: Int, y: Int, in list: Rect, count: Int) -> Int? {
    guard list.contains(x: x, y: y) else { return nil }
    let index = settled(count: count, rows: list.height).top + y - list.y
    return index < count ? index : nil
  }
}
