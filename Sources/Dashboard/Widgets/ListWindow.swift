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
}
