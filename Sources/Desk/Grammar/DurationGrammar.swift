import Civil

extension Grammar {
  /// The longest duration that is understood: a year.
  private static let longest = 366 * 86_400

  /// Reads a length of time, in seconds.
  ///
  /// `45m`, `2h`, `1h30`, `1h 30m`, `1.5h` and `1:30` (hours and minutes); a number alone is minutes. Nothing
  /// negative, nothing longer than a year; nil when not understood.
  package static func parseDuration(_ text: String) -> Int? {
    var scanner = ByteScanner(text)
    scanner.skipSpaces()
    return length(&scanner, upTo: longest)
  }

  private static func length(_ scanner: inout ByteScanner, upTo most: Int) -> Int? {
    guard let seconds = duration(&scanner) else { return nil }
    scanner.skipSpaces()
    return scanner.isAtEnd && seconds <= most ? seconds : nil
  }

  /// The longest that is planned: ten years.
  private static let longestPlan = 3660 * CivilDate.secondsADay

  /// Reads how long something planned lasts, in seconds: what `parseDuration` reads, or days, with hours and minutes
  /// after them or without.
  ///
  /// `2d`, `400 days`, `3d 4h`, `1d 30m`. A day is 24 hours here, which it is not for work that is estimated; nothing
  /// longer than ten years.
  package static func parseLength(_ text: String) -> Int? {
    var scanner = ByteScanner(text)
    scanner.skipSpaces()
    let start = scanner
    let days = scanner.number(maxDigits: 4)
    scanner.skipSpaces()
    guard let days, scanner.takeWord(["days", "day", "d"]) else {
      scanner = start
      return length(&scanner, upTo: longestPlan)
    }
    guard days > 0 else { return nil }
    var seconds = days * CivilDate.secondsADay
    scanner.skipSpaces()
    if !scanner.isAtEnd {
      guard let rest = duration(&scanner), rest < CivilDate.secondsADay else { return nil }
      seconds += rest
      scanner.skipSpaces()
    }
    return scanner.isAtEnd && seconds <= longestPlan ? seconds : nil
  }

  /// Reads a change of a length or a time, in seconds: `+25`, `-10`, `+1h`, `-1h30`.
  ///
  /// The sign is needed; a number alone is minutes.
  package static func parseChange(_ text: String) -> Int? {
    var scanner = ByteScanner(text)
    scanner.skipSpaces()
    let isNegative = scanner.take("-") || scanner.take("\u{2212}")
    guard isNegative || scanner.take("+") else { return nil }
    scanner.skipSpaces()
    guard let seconds = duration(&scanner) else { return nil }
    scanner.skipSpaces()
    guard scanner.isAtEnd, seconds <= longest else { return nil }
    return isNegative ? -seconds : seconds
  }

  private static func duration(_ scanner: inout ByteScanner) -> Int? {
    guard let number = scanner.number(maxDigits: 6) else { return nil }
    if scanner.take(":") {
      guard let minutes = scanner.number(digits: 2), minutes < 60 else { return nil }
      return number * 3600 + minutes * 60
    }
    // `1.5h`: the fraction in tenths, hundredths or thousandths of an hour.
    if scanner.take(".") || scanner.take(",") {
      let before = scanner.position
      guard let fraction = scanner.number(maxDigits: 3) else { return nil }
      let scale = [10, 100, 1000][scanner.position - before - 1]
      scanner.skipSpaces()
      guard hours(&scanner) else { return nil }
      return number * 3600 + fraction * 3600 / scale
    }
    scanner.skipSpaces()
    if hours(&scanner) {
      scanner.skipSpaces()
      let afterHours = scanner
      guard let minutes = scanner.number(maxDigits: 2) else { return number * 3600 }
      scanner.skipSpaces()
      guard minutes < 60 else {
        scanner = afterHours
        return nil
      }
      _ = self.minutes(&scanner)
      return number * 3600 + minutes * 60
    }
    _ = minutes(&scanner)
    return number * 60
  }

  private static func hours(_ scanner: inout ByteScanner) -> Bool {
    scanner.takeWord(["hours", "hour", "hrs", "hr", "h"])
  }

  private static func minutes(_ scanner: inout ByteScanner) -> Bool {
    scanner.takeWord(["minutes", "minute", "mins", "min", "m"])
  }
}

/// Reads numbers, marks and unit words off a short ASCII text, ignoring case.
struct ByteScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: some StringProtocol) { bytes = TextFold.bytes(text) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
  }

  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// Takes one of the words, the first that fits and is not followed by a letter.
  mutating func takeWord(_ words: [String]) -> Bool {
    for word in words {
      let before = position
      guard take(word) else { continue }
      if position < bytes.count, bytes[position] &- 0x61 < 26 {
        position = before
        continue
      }
      return true
    }
    return false
  }

  /// Takes a number of at most so many digits; nil where none stands or more do.
  mutating func number(maxDigits: Int) -> Int? {
    var value = 0
    var end = position
    while end < bytes.count, bytes[end] &- 0x30 < 10 {
      guard end - position < maxDigits else { return nil }
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard end > position else { return nil }
    position = end
    return value
  }

  /// Takes a number of exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    let before = position
    guard let value = number(maxDigits: digits) else { return nil }
    guard position - before == digits else {
      position = before
      return nil
    }
    return value
  }
}
