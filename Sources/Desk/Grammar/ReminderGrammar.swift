extension Grammar {
  /// Reads when something is told of before it begins, in minutes and as a block keeps them.
  ///
  /// `30, 5`, `1h and 10m`, `1 day, 30`, `none`, `10m before, 5m after`; a number alone is minutes, and what says neither
  /// is before. Nil where that is not understood or longer than anything is told of before.
  package static func parseReminders(_ text: String) -> [Int]? {
    let folded = TextFold.text(trimmed(text)[...])
    guard !["none", "never", "no", "off"].contains(folded) else { return [] }
    let pieces = folded.replacing(" and ", with: ",").split(omittingEmptySubsequences: false) {
      $0 == "," || $0 == ";" || $0 == "&"
    }
    var minutes: [Int] = []
    for piece in pieces {
      let piece = piece.hasSuffix(" before") ? piece.dropLast(" before".count) : piece
      let isAfter = piece.hasSuffix(" after") || piece.hasSuffix(" late")
      if isAfter, let end = piece.lastIndex(of: " ") {
        guard let late = lead(piece[..<end]) else { return nil }
        minutes.append(-late)
        continue
      }
      if let lead = lead(piece) {
        minutes.append(lead)
        continue
      }
      // Several numbers with nothing but blanks between them.
      let words = piece.split(separator: " ")
      let leads = words.compactMap { lead($0) }
      guard !words.isEmpty, leads.count == words.count else { return nil }
      minutes += leads
    }
    let kept = ReminderRule.sorted(minutes)
    return kept.count == Set(minutes).count ? kept : nil
  }

  /// Minutes.
  private static func lead(_ text: Substring) -> Int? {
    var scanner = ByteScanner(text)
    scanner.skipSpaces()
    let before = scanner
    if let number = scanner.number(maxDigits: 2) {
      scanner.skipSpaces()
      for (words, days) in [(["days", "day", "d"], 1), (["weeks", "week", "w"], 7)] {
        if scanner.takeWord(words), scanner.isAtEnd { return number * days * 1440 }
      }
      scanner = before
    }
    return parseDuration(String(text)).map { $0 / 60 }
  }
}
