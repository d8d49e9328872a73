import JSONText

/// Judges a file that was meant to be JSON.
enum FileLikeness {
  /// Refuses what cannot be JSON by its first bytes, saying what it seems to be.
  static func mustBeginLikeJSON(_ bytes: [UInt8]) throws(ExchangeError) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let start = bytes[(hasMark ? 3 : 0)...].firstIndex(where: { !isBlank($0) }) else { throw .empty }
    let begin = bytes[start...].prefix(400)
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return
    case UInt8(ascii: "<"): throw .notJSON(.webPage)
    case 0xFE, 0xFF: throw .notJSON(.utf16)
    case UInt8(ascii: "P") where begin.starts(with: Array("PK\u{3}\u{4}".utf8)): throw .notJSON(.zipArchive)
    default:
      var reader = JSONReader(bytes)
      if (try? reader.skipValue()) != nil, (try? reader.finish()) != nil { return }
      let firstLine = begin.prefix { $0 != 0x0A }
      let isTable = firstLine.contains(UInt8(ascii: ",")) || firstLine.contains(UInt8(ascii: ";"))
      throw .notJSON(isTable ? .commaSeparated : .somethingElse)
    }
  }

  /// Refuses what has no line that begins a calendar or an event, saying what it seems to be.
  static func mustBeginLikeCalendar(_ bytes: [UInt8]) throws(ExchangeError) {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let start = bytes[(hasMark ? 3 : 0)...].firstIndex(where: { !isBlank($0) }) else { throw .empty }
    let mark = Array("BEGIN:V".utf8)
    var isLineStart = true
    for place in bytes.indices[start...] {
      let byte = bytes[place]
      if isLineStart, byte & 0xDF == mark[0], bytes.count - place >= mark.count,
        zip(bytes[place...], mark).allSatisfy({ $0 == $1 || $0 & 0xDF == $1 })
      {
        return
      }
      isLineStart = byte == 0x0A || byte == 0x0D || (isLineStart && (byte == 0x20 || byte == 0x09))
    }
    switch bytes[start] {
    case UInt8(ascii: "<"): throw .notACalendar(.webPage)
    case UInt8(ascii: "{"), UInt8(ascii: "["): throw .notACalendar(.json)
    case UInt8(ascii: "P") where bytes[start...].starts(with: Array("PK\u{3}\u{4}".utf8)):
      throw .notACalendar(.zipArchive)
    default:
      let firstLine = bytes[start...].prefix(400).prefix { $0 != 0x0A }
      let isTable = firstLine.contains(UInt8(ascii: ",")) || firstLine.contains(UInt8(ascii: ";"))
      throw .notACalendar(isTable ? .commaSeparated : .somethingElse)
    }
  }

  /// Tells a text that is cut off or damaged from one with a value of an unexpected type.
  static func diagnose(_ error: JSONError, in bytes: [UInt8]) -> ExchangeError {
    var reader = JSONReader(bytes)
    do {
      try reader.skipValue()
      try reader.finish()
      return topLevel(of: bytes).isSuperset(of: ["cards", "lists"])
        ? .unexpectedValue(error) : .notATrelloBoard(.unknownObject)
    } catch let problem {
      return isCut(bytes, before: reader.offset) ? .truncated(problem) : .malformed(problem)
    }
  }

  /// Whether what is wrong at a place is that the text ends.
  ///
  /// A cut may fall inside a literal name or a character, whose start is then the place that is blamed.
  private static func isCut(_ bytes: [UInt8], before place: Int) -> Bool {
    let longestPiece = 5
    guard place < bytes.count, place >= bytes.count - longestPiece else { return place >= bytes.count }
    return bytes.last != UInt8(ascii: "}") && bytes.last != UInt8(ascii: "]")
  }

  /// The names of the fields of the outermost object.
  private static func topLevel(of bytes: [UInt8]) -> Set<String> {
    var reader = JSONReader(bytes)
    var names: Set<String> = []
    try? reader.readObject { reader, key throws(JSONError) in
      names.insert(key)
      try reader.skipValue()
    }
    return names
  }
}
