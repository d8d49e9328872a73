import Canvas

/// Where everything is on the screen; the same for drawing and for the mouse.
package struct Layout: Equatable, Sendable {
  /// The least that can be worked on.
  package static let smallest = Size(width: 60, height: 18)
  /// From this width on, board and calendar are side by side.
  package static let wide = 120

  package var strip: Rect
  /// What is between the strip and the two lines at the bottom.
  package var main: Rect
  package var board: Rect
  package var calendar: Rect
  package var timer: Rect
  package var hints: Rect
  package var isWide: Bool

  /// The layout of a state, whose calendar may have the whole screen.
  package init(_ state: ViewState) { self.init(size: state.size, isCalendarFull: state.isCalendarFull) }

  package init(size: Size, isCalendarFull: Bool = false) {
    let (width, height) = (size.width, size.height)
    strip = Rect(x: 0, y: 0, width: width, height: 1)
    main = Rect(x: 0, y: 1, width: width, height: height - 3)
    timer = Rect(x: 0, y: height - 2, width: width, height: 1)
    hints = Rect(x: 0, y: height - 1, width: width, height: 1)
    isWide = width >= Layout.wide && !isCalendarFull
    if isWide {
      let side = min(60, max(44, width * 35 / 100))
      board = Rect(x: 0, y: main.y, width: width - side, height: main.height)
      calendar = Rect(x: width - side, y: main.y, width: side, height: main.height)
    } else {
      board = main
      calendar = main
    }
  }

  /// Whether there is room for anything at all.
  package static func fits(_ size: Size) -> Bool {
    size.width >= smallest.width && size.height >= smallest.height
  }
}
