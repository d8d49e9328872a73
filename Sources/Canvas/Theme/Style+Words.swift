/// A word in a style that is not understood.
struct StyleProblem: Error, Equatable {
  /// Where the word starts, in bytes.
  var offset: Int
  var text: String
}

extension Style {
  /// Reads a style such as `#d7af5f on #1c1c1c bold underline`.
  ///
  /// A colour is `#rrggbb`, a palette index 0 to 255, one of the sixteen ANSI names, or `default`.
  init(words text: String) throws(StyleProblem) {
    self.init()
    var expectsBackground = false
    var hasForeground = false
    for word in text.split(separator: " ") {
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: word.startIndex)
      if word == "on", !expectsBackground {
        expectsBackground = true
      } else if let found = Attributes.names.first(where: { $0.name == word }), !expectsBackground {
        attributes.insert(found.attribute)
      } else if let color = Color(word: word), expectsBackground || !hasForeground {
        if expectsBackground { background = color } else { foreground = color }
        hasForeground = true
        expectsBackground = false
      } else {
        throw StyleProblem(
          offset: offset,
          text: "\"\(word)\" is no \(expectsBackground ? "colour" : "colour or attribute"); "
            + "expected is as in \"#d7af5f on #1c1c1c bold\"")
      }
    }
    if expectsBackground {
      throw StyleProblem(offset: text.utf8.count, text: "a colour is expected after \"on\"")
    }
  }
}

extension Color {
  /// Reads a colour as `description` writes it.
  init?(word: some StringProtocol) {
    if word.hasPrefix("#") {
      let digits = word.dropFirst()
      let isHex = digits.utf8.count == 6 && digits.allSatisfy(\.isHexDigit)
      guard isHex, let hex = UInt32(digits, radix: 16) else { return nil }
      self.init(hex: hex)
    } else if let index = Color.ansiNames.firstIndex(where: { $0 == word }) {
      self = .ansi(index)
    } else if let index = Int(word), (0...255).contains(index) {
      self = .indexed(index)
    } else if word == "default" {
      self = .terminalDefault
    } else {
      return nil
    }
  }
}
