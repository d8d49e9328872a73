/// Reads a POSIX `TZ` string such as `GMT0BST,M3.5.0/1,M10.5.0`, with RFC 8536's longer hours.
struct PosixRuleReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The rule, or nil if the text is none.
  static func read(_ bytes: ArraySlice<UInt8>) -> PosixRule? {
    var reader = PosixRuleReader(bytes)
    return reader.rule()
  }

  private mutating func rule() -> PosixRule? {
    guard let name = name(), let west = time(maximumHours: 24) else { return nil }
    let standard = ZoneOffset(secondsEast: -west, abbreviation: name)
    guard next != nil else { return PosixRule(standard: standard, daylight: nil) }
    guard let name = self.name() else { return nil }
    var east = 3600 - west
    if let byte = next, byte != UInt8(ascii: ",") {
      guard let west = time(maximumHours: 24) else { return nil }
      east = -west
    }
    let offset = ZoneOffset(secondsEast: east, abbreviation: name, isDaylight: true)
    guard take(","), let start = change(), take(","), let end = change(), next == nil else { return nil }
    return PosixRule(
      standard: standard, daylight: PosixRule.Daylight(offset: offset, start: start, end: end))
  }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// `EST`, or `<+0530>`.
  private mutating func name() -> String? {
    let isQuoted = take("<")
    let start = position
    while let byte = next, Self.isNameByte(byte, isQuoted: isQuoted) { position += 1 }
    let name = bytes[start..<position]
    guard name.count >= 3, !isQuoted || take(">") else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8, isQuoted: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
    default: false
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    var value = 0
    let start = position
    while let byte = next, byte &- UInt8(ascii: "0") < 10, position - start < 4 {
      value = value * 10 + Int(byte &- UInt8(ascii: "0"))
      position += 1
    }
    guard position > start, range.contains(value) else { return nil }
    return value
  }

  /// `[+-]hh[:mm[:ss]]`, in seconds.
  private mutating func time(maximumHours: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(0...maximumHours) else { return nil }
    var seconds = hours * 3600
    if take(":") {
      guard let minutes = number(0...59) else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let value = number(0...59) else { return nil }
        seconds += value
      }
    }
    return isNegative ? -seconds : seconds
  }

  private mutating func change() -> PosixRule.Change? {
    guard let day = day() else { return nil }
    guard take("/") else { return PosixRule.Change(day: day, time: 2 * 3600) }
    guard let time = time(maximumHours: 167) else { return nil }
    return PosixRule.Change(day: day, time: time)
  }

  private mutating func day() -> PosixRule.Change.Day? {
    if take("J") { return number(1...365).map { .julian($0) } }
    guard take("M") else { return number(0...365).map { .zeroBased($0) } }
    guard let month = number(1...12), take("."), let week = number(1...5), take("."),
      let weekday = number(0...6)
    else { return nil }
    return .month(month, week: week, weekday: weekday)
  }
}
