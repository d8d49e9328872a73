/// What `Terminal.open` is told from outside; nothing of this is read from the environment by itself.
package struct TerminalOptions: Sendable {
  /// `TERM`.
  package var type: String?
  /// `COLORTERM`.
  package var colorTerm: String?
  /// Whether `NO_COLOR` is set to anything but nothing.
  package var noColor: Bool
  /// Whether the mouse is reported; without it the terminal's own selection works as ever.
  package var mouse: Bool
  /// Where keys come from.
  package var input: Int32
  /// Where the screen is.
  package var output: Int32

  package init(
    type: String?, colorTerm: String? = nil, noColor: Bool = false, mouse: Bool = true,
    input: Int32 = 0, output: Int32 = 1
  ) {
    self.type = type
    self.colorTerm = colorTerm
    self.noColor = noColor
    self.mouse = mouse
    self.input = input
    self.output = output
  }
}
