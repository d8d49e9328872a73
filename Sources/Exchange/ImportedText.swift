/// Makes text of other programs fit to be kept: no control characters, one kind of line end.
enum ImportedText {
  /// A text for one line: whatever breaks or drives a line becomes a space.
  static func line(_ text: String) -> String {
    let hasEdgeBlank = text.first == " " || text.last == " "
    guard hasEdgeBlank || text.utf8.contains(where: isSuspicious) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let breaks = isControl(scalar) || isLineEnd(scalar)
      if !breaks, scalar != " " || !result.isEmpty { result.append(scalar) }
      if breaks, let last = result.last, last != " " { result.append(" ") }
    }
    while result.last == " " { result.removeLast() }
    return String(result)
  }

  /// A text of several lines: line ends become `\n`, tabs stay, other control characters go.
  static func lines(_ text: String) -> String {
    // Line ends and tabs alone are as they should be.
    guard text.utf8.contains(where: { isSuspicious($0) && $0 != 0x0A && $0 != 0x09 }) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n" || scalar == "\t" {
        if scalar == "\t" || previous != "\r" { result.append(scalar) }
      } else if scalar == "\r" || isLineEnd(scalar) {
        result.append("\n")
      } else if !isControl(scalar) {
        result.append(scalar)
      }
    }
    return withoutEmptyLinkTitles(String(result))
  }

  /// Trello's editor writes links as `[text](address "‌")` with a zero-width non-joiner for a title.
  ///
  /// The title goes, and a link whose text is its address becomes the address. Elsewhere the character stays:
  /// Persian and the Indic scripts spell with it.
  private static func withoutEmptyLinkTitles(_ text: String) -> String {
    let title = Array(" \"\u{200C}\")".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: " "), bytes[place...].starts(with: title) else {
        result.append(bytes[place])
        place += 1
        continue
      }
      place += title.count
      result.append(UInt8(ascii: ")"))
      shortenLink(&result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Turns a text that ends in `[address](address)` into one that ends in `address`.
  private static func shortenLink(_ bytes: inout [UInt8]) {
    guard let open = bytes.lastIndex(of: UInt8(ascii: "(")), open > 1, bytes[open - 1] == UInt8(ascii: "]")
    else { return }
    let address = Array(bytes[(open + 1)..<(bytes.count - 1)])
    let start = open - 1 - address.count
    guard start > 0, bytes[start - 1] == UInt8(ascii: "["), Array(bytes[start..<(open - 1)]) == address else {
      return
    }
    bytes.removeSubrange((start - 1)...)
    bytes.append(contentsOf: address)
  }

  /// Whether a byte may belong to something that must be looked at: a control, or the lead byte of one.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
