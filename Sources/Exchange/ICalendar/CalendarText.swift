/// Turns bytes of a calendar file into text, and text into what a calendar file says.
///
/// What is not UTF-8 is read as Windows-1252, which every byte has a meaning in, and noted: a file may be of mixed
/// character sets, so each line is judged by itself.
struct CalendarText {
  let bytes: [UInt8]
  /// The lines of the file that are not UTF-8.
  private(set) var otherLines: [Int] = []
  /// Of those, how many look like Shift_JIS: Japanese files of old.
  private(set) var japaneseLines = 0
  private(set) var firstJapaneseLine: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes as they are.
  mutating func raw(_ range: Range<Int>, line: Int) -> String {
    let slice = bytes[range]
    if let text = String(validating: slice, as: UTF8.self) { return text }
    if otherLines.last != line {
      otherLines.append(line)
      if Self.looksJapanese(slice) { noteJapanese(line) }
    }
    var scalars = String.UnicodeScalarView()
    for byte in slice { scalars.append(Self.windows1252(byte)) }
    return String(scalars)
  }

  /// A value of type TEXT (RFC 5545, 3.3.11): `\n`, `\,`, `\;` and `\\` are what they stand for.
  mutating func value(_ range: Range<Int>, line: Int) -> String {
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return raw(range, line: line) }
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    var isEscaped = false
    for byte in bytes[range] {
      if !isEscaped {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { plain.append(byte) }
        continue
      }
      isEscaped = false
      switch byte {
      case UInt8(ascii: "n"), UInt8(ascii: "N"): plain.append(0x0A)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ":"):
        plain.append(byte)
      default: plain += [UInt8(ascii: "\\"), byte]
      }
    }
    if isEscaped { plain.append(UInt8(ascii: "\\")) }
    if let text = String(validating: plain, as: UTF8.self) { return text }
    var other = CalendarText(plain)
    let text = other.raw(0..<plain.count, line: line)
    if otherLines.last != line {
      otherLines.append(line)
      if other.japaneseLines > 0 { noteJapanese(line) }
    }
    return text
  }

  private mutating func noteJapanese(_ line: Int) {
    japaneseLines += 1
    if firstJapaneseLine == nil { firstJapaneseLine = line }
  }

  /// The value of a parameter: without its quotes, and with the escapes of RFC 6868 undone.
  mutating func parameter(_ range: Range<Int>, line: Int) -> String {
    var range = range
    while range.count > 0, bytes[range.lowerBound] == UInt8(ascii: "\"") {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 0, bytes[range.upperBound - 1] == UInt8(ascii: "\"") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    let text = raw(range, line: line)
    guard text.utf8.contains(UInt8(ascii: "^")) else { return text }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped {
        if scalar == "^" { isEscaped = true } else { result.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "n", "N": result.append("\n")
      case "'": result.append("\"")
      case "^": result.append("^")
      default: result.append(contentsOf: ["^", scalar])
      }
    }
    if isEscaped { result.append("^") }
    return String(result)
  }

  /// Whether all that is not ASCII could be double-byte characters of Shift_JIS, more than one, or its half-width
  /// syllables: a single one may be an umlaut with the letter behind it.
  private static func looksJapanese(_ bytes: ArraySlice<UInt8>) -> Bool {
    var pairs = 0
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      guard byte >= 0x80, !(0xA1...0xDF).contains(byte) else { continue }
      guard (0x81...0xEF).contains(byte), byte != 0xA0, place < bytes.endIndex, bytes[place] >= 0x40,
        bytes[place] != 0x7F, bytes[place] <= 0xFC
      else { return false }
      pairs += 1
      place += 1
    }
    return pairs > 1
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upperControls[Int(byte) - 0x80]
  }

  /// What Windows-1252 has where Latin-1 has control characters; five of them are nothing.
  private static let upperControls = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
