/// What the program says, as far as the tests look for it: when a text changes, it changes here.
enum Words {
  /// Stands on the timer line of every screen of the dashboard once it is drawn.
  static let ready = "week "
  /// Stands on the last line of every screen of the dashboard, which is painted last.
  static let whole = "? help"
  /// Of the message when standard output is no terminal.
  static let noTerminal = "terminal"
  /// Of the message when the terminal cannot be drawn on.
  static let dumbTerminal = "TERM"
  /// Of the message when the window is too small.
  static let tooSmall = "Vahi needs"
  /// Of the warning about a locale that is not UTF-8.
  static let locale = "UTF-8"
  /// Of the message when a change could not be written.
  static let refused = "Not saved"
  /// Stands in every prompt until it is answered.
  static let prompt = "Esc cancels"
  /// Begins what is said after a change was undone.
  static let takenBack = "Taken back: "
}
