import Canvas

/// A box over the screen.
enum Popup {
  /// Draws an empty box of a size and returns its inside.
  static func open(_ frame: inout Frame, _ rect: Rect, title: String, _ painter: Painter) -> Rect {
    frame.fill(rect, style: painter.style(.popup))
    frame.box(
      rect, style: painter.style(.popupBorder), title: title,
      titleStyle: painter.theme.style(.heading, on: .popup))
    return rect.inset(2, 1)
  }

  /// A box just above the lower edge of what it lies over, as wide as is comfortable: where one types.
  static func bottom(_ layout: Layout, height: Int) -> Rect {
    let width = min(layout.main.width - 4, 84)
    let x = (layout.main.width - width) / 2
    let height = min(height, layout.main.height - 1)
    return Rect(x: x, y: layout.main.maxY - 1 - height, width: width, height: height)
  }
}
