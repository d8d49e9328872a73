// Chosen over the standard library's `joined`, which is generic: what its first use asks the runtime for by name takes a
// thirtieth of a start.

extension [String] {
  /// Pieces as one text.
  func joined(separator: String) -> String { self[...].joined(separator: separator) }
}

extension ArraySlice<String> {
  /// Pieces as one text.
  func joined(separator: String) -> String {
    guard var text = first else { return "" }
    for piece in dropFirst() {
      text += separator
      text += piece
    }
    return text
  }
}
