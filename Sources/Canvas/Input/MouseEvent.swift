/// A button of the mouse.
package enum MouseButton: Hashable, Sendable {
  case left, middle, right
}

/// Something the mouse did over a cell.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press(MouseButton)
    case release
    case drag(MouseButton)
    case wheelUp, wheelDown
  }

  package var kind: Kind
  /// The column, 0 at the left.
  package var x: Int
  /// The row, 0 at the top.
  package var y: Int
  package var control: Bool
  package var alt: Bool
  package var shift: Bool

  package init(
    _ kind: Kind, x: Int, y: Int, control: Bool = false, alt: Bool = false, shift: Bool = false
  ) {
    self.kind = kind
    self.x = x
    self.y = y
    self.control = control
    self.alt = alt
    self.shift = shift
  }
}
