import Canvas

/// A box over the screen.
enum Popup {
  /// Draws an empty box of a size and returns its inside.
  @discardableResult
  static func open(_ frame: inout Frame, _ rect: Rect, title: String, _ painter: Painter) -> Rect {
    frame.fill(rect, style: painter.style(.popup))
    frame.box(
      rect, style: painter.style(.popupBorder), title: title,
      titleStyle: painter.theme.style(.heading, on: .popup))
    return rect.inset(2, 1)
  }

  /// A box in the middle of the pane, as large as asked as far as the pane's edges stay in sight.
  static func centered(_ layout: Layout, width: Int, height: Int) -> Rect {
    layout.main.inset(2, 1).centered(width: width, height: height)
  }

  /// A box at the bottom of the pane, as wide as is comfortable: where one types.
  ///
  /// - Parameter leavesCalendar: whether the calendar beside the board stays in sight.
  static func bottom(_ layout: Layout, height: Int, leavesCalendar: Bool = false) -> Rect {
    let area = leavesCalendar && layout.isWide ? layout.board : layout.main
    let width = min(area.width - 4, 84)
    let height = min(height, area.height - 2)
    return Rect(
      x: area.x + (area.width - width) / 2, y: area.maxY - 1 - height, width: width, height: height)
  }
}
