/// What comes from the terminal, one after another.
package enum TerminalInput: Hashable, Sendable {
  case key(KeyPress)
  case mouse(MouseEvent)
  /// Pasted text, whole; without control characters other than tab and newline.
  case paste(String)
  case resize(width: Int, height: Int)
  /// The terminal told its background colour.
  case background(isDark: Bool)
  /// The terminal's window got or lost the focus.
  case focus(Bool)
  /// The terminal is gone; nothing more will come.
  case endOfInput
}
