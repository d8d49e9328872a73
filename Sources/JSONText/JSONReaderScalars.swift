// Strings and numbers, byte by byte.
extension JSONReader {
  /// Reads the string whose opening quote is next.
  mutating func quotedString() throws(JSONError) -> String {
    let start = position + 1
    let stop = bytes.withUnsafeBufferPointer { ByteScan.stringStop(in: $0, from: start) }
    guard stop.place < bytes.count, bytes[stop.place] == UInt8(ascii: "\"") else {
      return try escapedString()
    }
    if !stop.isASCII { try validate(start, stop.place) }
    position = stop.place + 1
    return text(start, stop.place)
  }

  /// Passes over the string whose opening quote is next.
  mutating func skipString() throws(JSONError) {
    position += 1
    while true {
      let place = position
      let stop = bytes.withUnsafeBufferPointer { ByteScan.stringStop(in: $0, from: place) }
      if !stop.isASCII { try validate(place, stop.place) }
      position = stop.place
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): _ = try escape()
      default: throw brokenString()
      }
    }
  }

  /// Reads a string that has escapes in it, or fails at what else interrupts it.
  private mutating func escapedString() throws(JSONError) -> String {
    position += 1
    var result: [UInt8] = []
    while true {
      let place = position
      let stop = bytes.withUnsafeBufferPointer { ByteScan.stringStop(in: $0, from: place) }
      if !stop.isASCII { try validate(place, stop.place) }
      result.append(contentsOf: bytes[place..<stop.place])
      position = stop.place
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: throw brokenString()
      }
    }
  }

  /// Reads an escape, a surrogate pair as one; half of one gives U+FFFD.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = position
    position += 1
    let code = byte
    position += 1
    switch code {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      position = min(start, bytes.count)
      throw failure(start + 1 < bytes.count ? "an unknown escape after \\" : "the text ends inside a string")
    }
    let unit = try hexUnit(of: start)
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let second = position
    position += 2
    let trail = try hexUnit(of: second)
    guard UTF16.isTrailSurrogate(trail) else {
      position = second
      return "\u{FFFD}"
    }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Reads the four hexadecimal digits of the escape that starts at a place.
  private mutating func hexUnit(of start: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch byte {
      case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"):
        digit = byte - UInt8(ascii: "0")
      case let byte where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"):
        digit = byte - UInt8(ascii: "a") + 10
      case let byte where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"):
        digit = byte - UInt8(ascii: "A") + 10
      default:
        guard position < bytes.count else { throw failure("the text ends inside a string") }
        throw failure("four hexadecimal digits are expected after \\u", at: start)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private func brokenString() -> JSONError {
    guard position < bytes.count else { return failure("the text ends inside a string") }
    return failure("a control character in a string must be written as an escape")
  }

  private mutating func validate(_ start: Int, _ end: Int) throws(JSONError) {
    let invalid = bytes.withUnsafeBufferPointer { ByteScan.firstInvalidUTF8(in: $0, from: start, to: end) }
    guard let invalid else { return }
    position = invalid
    throw failure("a byte that is not UTF-8")
  }

  /// The text of a stretch of bytes known to be UTF-8.
  func text(_ start: Int, _ end: Int) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self)
    }
  }

  /// Passes over a number, and says where it ended and whether it has neither fraction nor exponent.
  mutating func scanNumber() throws(JSONError) -> (end: Int, isWhole: Bool) {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") {
      position += 1
      if isDigit(byte) { throw failure("a number must not start with 0", at: start) }
    } else {
      guard isDigit(byte) else { throw unexpected(position == start ? "a number" : "a digit") }
      skipDigits()
    }
    var isWhole = true
    if byte == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      guard isDigit(byte) else { throw unexpected("a digit") }
      skipDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      guard isDigit(byte) else { throw unexpected("a digit") }
      skipDigits()
    }
    return (position, isWhole)
  }

  private mutating func skipDigits() {
    while isDigit(byte) { position += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
