/// Why the terminal cannot be used, and what to do about it.
package enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Input or output goes to a file or a pipe.
  case notATerminal
  /// The environment does not say which terminal this is.
  case typeMissing
  /// The system has no description of this terminal.
  case typeUnknown(String)
  /// The terminal cannot do what a full screen needs.
  case tooSimple(String)
  /// No locale with UTF-8 is to be had; the name is that of the one in effect.
  case notUTF8(codeset: String)

  package var description: String {
    switch self {
    case .notATerminal:
      "input or output is not a terminal; run it without redirecting, or use a command such as vahi status"
    case .typeMissing: "TERM is not set; set it to the terminal's type, as in TERM=xterm-256color"
    case .typeUnknown(let type):
      "nothing is known of terminal type \"\(type)\"; install its terminfo entry, or set TERM=xterm-256color"
    case .tooSimple(let type):
      "terminal type \"\(type)\" cannot move the cursor; set TERM to what the terminal really is, as in TERM=xterm-256color"
    case .notUTF8(let codeset):
      "the locale uses \(codeset), not UTF-8; set LC_ALL=C.UTF-8 or another UTF-8 locale"
    }
  }
}
