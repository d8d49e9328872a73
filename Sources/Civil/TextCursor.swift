/// Reads fixed-width digits and separators off UTF-8 bytes without allocating.
///
/// Thousands of dates are read when a desk opens, so the text forms of this module all go through here.
struct TextCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte, without taking it.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Takes the byte if it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Takes the ASCII character if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    take(UInt8(truncatingIfNeeded: character.value))
  }

  /// Takes exactly `count` digits, or nothing.
  mutating func digits(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for index in position..<position + count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    position += count
    return value
  }

  /// Takes all digits that follow and forgets them; false if there is none.
  mutating func skipDigits() -> Bool {
    let start = position
    while let byte = next, byte &- UInt8(ascii: "0") < 10 { position += 1 }
    return position > start
  }

  /// Takes `[-]YYYY-MM-DD`.
  mutating func date() -> CivilDate? {
    let isNegative = take("-")
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2) else {
      return nil
    }
    return CivilDate(year: isNegative ? -year : year, month: month, day: day)
  }

  /// Takes the end of a text, giving the value only if nothing is left.
  func ending<Value>(_ value: Value) -> Value? {
    isAtEnd ? value : nil
  }

  /// Reads a whole text.
  static func read<Value>(_ text: String, _ body: (inout TextCursor) -> Value?) -> Value? {
    var text = text
    return text.withUTF8 { bytes in
      var cursor = TextCursor(bytes)
      return body(&cursor)
    }
  }
}

/// Writes zero-padded digits into a text whose length is known beforehand.
struct DigitWriter {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func put(_ character: Unicode.Scalar) {
    bytes[count] = UInt8(truncatingIfNeeded: character.value)
    count += 1
  }

  mutating func put(_ value: Int, width: Int) {
    var rest = value
    for index in stride(from: count + width - 1, through: count, by: -1) {
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }

  mutating func put(_ date: CivilDate) {
    if date.year < 0 { put("-") }
    put(abs(date.year), width: 4)
    put("-")
    put(date.month, width: 2)
    put("-")
    put(date.day, width: 2)
  }
}
