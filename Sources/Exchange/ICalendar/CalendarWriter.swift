import Civil

/// Writes content lines: CRLF behind each, folded at 75 octets and never inside a character (RFC 5545, 3.1).
struct CalendarWriter {
  private(set) var bytes: [UInt8] = []
  private static let longest = 75

  /// Writes a line whose text is fit to be written as it is.
  mutating func line(_ text: String) {
    var text = text
    text.withUTF8 { text in
      var place = 0
      // What follows a fold has a blank before it.
      var room = Self.longest
      while text.count - place > room {
        var end = place + room
        while end > place + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[place..<end]))
        bytes += [0x0D, 0x0A, 0x20]
        place = end
        room = Self.longest - 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[place...]))
    }
    bytes += [0x0D, 0x0A]
  }

  /// Writes a property of type TEXT; nothing where there is no text.
  mutating func text(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    line("\(name):\(Self.escaped(value))")
  }

  /// A line that was kept from a file: without what would end it early.
  mutating func kept(_ text: String) { line(ImportedText.line(text)) }

  /// Text as a value: line ends, commas, semicolons and backslashes stand for themselves no more.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 8)
    for byte in ImportedText.lines(text).utf8 {
      switch byte {
      case 0x0A: result += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `20261203T160000`.
  static func compact(_ wall: WallTime) -> String {
    let time = [wall.hour, wall.minute, wall.second].map { digits($0, 2) }.joined()
    return "\(compact(wall.date))T\(time)"
  }

  /// `20261203`; years before 0 cannot be written and become 0.
  static func compact(_ date: CivilDate) -> String {
    digits(max(0, date.year), 4) + digits(date.month, 2) + digits(date.day, 2)
  }

  static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  /// `20261203T160000Z`.
  static func compact(_ instant: Instant) -> String { compact(WallTime(utc: instant)) + "Z" }

  /// `+0530`, with seconds where there are any.
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let text =
      digits(size / 3600, 2) + digits(size / 60 % 60, 2) + (size % 60 == 0 ? "" : digits(size % 60, 2))
    return (seconds < 0 ? "-" : "+") + text
  }
}
