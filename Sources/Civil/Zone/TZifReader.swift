/// Reads a TZif file (RFC 8536 and 9636, versions 1 to 4) into a table.
///
/// Nothing in the bytes is believed: every count and index is checked before it is used, and what is wrong is
/// told in words.
struct TZifReader {
  struct Damage: Error {
    let text: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var lastChange: Int64?

  static func read(_ bytes: [UInt8]) throws(Damage) -> ZoneTable {
    var reader = TZifReader(bytes: bytes)
    return try reader.table()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The counts at the head of a block.
  private struct Header {
    let version: UInt8
    let universalFlags, standardFlags, leaps, times, types, characters: Int

    func size(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardFlags
        + universalFlags
    }
  }

  private mutating func table() throws(Damage) -> ZoneTable {
    let first = try header()
    guard first.version > 0 else { return try block(first, timeSize: 4) }
    // What the first block says in 32 bits, the second says again in 64.
    let size = first.size(timeSize: 4)
    guard bytes.count - position >= size else { throw Damage(text: "it ends within the first block") }
    position += size
    let second = try header()
    var table = try block(second, timeSize: 8)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\n"),
      let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\n"))
    else { throw Damage(text: "it has no footer") }
    let footer = bytes[(position + 1)..<end]
    guard !footer.isEmpty else { return table }
    guard let rule = PosixRuleReader.read(footer) else {
      throw Damage(text: "its footer is no rule")
    }
    table.extend(by: rule, after: lastChange)
    return table
  }

  private mutating func header() throws(Damage) -> Header {
    guard bytes.count - position >= 44 else { throw Damage(text: "it ends within a header") }
    guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
      throw Damage(text: "it is no TZif file")
    }
    let version = bytes[position + 4]
    guard version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(version) else {
      throw Damage(text: "its version is unknown")
    }
    position += 20
    let header = Header(
      version: version, universalFlags: count(), standardFlags: count(), leaps: count(), times: count(),
      types: count(), characters: count())
    guard (1...256).contains(header.types) else { throw Damage(text: "it has no usable offsets") }
    guard header.characters > 0 else { throw Damage(text: "it has no abbreviations") }
    return header
  }

  private mutating func count() -> Int {
    let value = integer(UInt32.self, at: position)
    position += 4
    return Int(value)
  }

  /// A number, most significant byte first; the caller has made sure that it is there.
  private func integer<Value: FixedWidthInteger>(_ type: Value.Type, at offset: Int) -> Value {
    let size = Value.bitWidth / 8
    precondition(offset >= 0 && offset + size <= bytes.count)
    return bytes.withUnsafeBytes { Value(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
  }

  private func time(at offset: Int, size: Int) -> Int64 {
    size == 4 ? Int64(integer(Int32.self, at: offset)) : integer(Int64.self, at: offset)
  }

  private mutating func block(_ header: Header, timeSize: Int) throws(Damage) -> ZoneTable {
    guard bytes.count - position >= header.size(timeSize: timeSize) else {
      throw Damage(text: "it ends within its table")
    }
    let times = position
    let indexes = times + header.times * timeSize
    let types = indexes + header.times
    let characters = types + header.types * 6
    let leaps = characters + header.characters
    position += header.size(timeSize: timeSize)

    let (offsets, places) = try self.offsets(header, types: types, characters: characters)
    let corrections = try self.corrections(header, leaps: leaps, timeSize: timeSize)
    var table = ZoneTable(offsets: offsets)
    table.reserve(header.times)
    var last = Int64.min
    for place in 0..<header.times {
      let time = time(at: times + place * timeSize, size: timeSize)
      guard place == 0 || time > last else { throw Damage(text: "its changes are not in order") }
      last = time
      let index = Int(bytes[indexes + place])
      guard index < places.count else { throw Damage(text: "a change names an offset that is not there") }
      let change = Self.withoutLeaps(time, corrections)
      table.append(change, index: places[index])
      lastChange = change
    }
    return table
  }

  /// The offsets, each once, and for each that the file numbers its place among them.
  private func offsets(
    _ header: Header, types: Int, characters: Int
  ) throws(Damage) -> (offsets: [ZoneOffset], places: [Int]) {
    var offsets: [ZoneOffset] = []
    var places: [Int] = []
    for place in stride(from: types, to: types + header.types * 6, by: 6) {
      let seconds = integer(Int32.self, at: place)
      // RFC 8536: strictly between -25 and 26 hours.
      guard seconds > -90_000, seconds < 93_600 else { throw Damage(text: "an offset is out of range") }
      guard bytes[place + 4] <= 1 else { throw Damage(text: "a daylight flag is neither 0 nor 1") }
      let start = Int(bytes[place + 5])
      guard start < header.characters else {
        throw Damage(text: "an offset names an abbreviation that is not there")
      }
      let rest = bytes[(characters + start)..<(characters + header.characters)]
      guard let end = rest.firstIndex(of: 0) else { throw Damage(text: "an abbreviation has no end") }
      let name = rest[..<end]
      guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw Damage(text: "an abbreviation is no plain text")
      }
      let offset = ZoneOffset(
        secondsEast: Int(seconds), abbreviation: String(decoding: name, as: UTF8.self),
        isDaylight: bytes[place + 4] == 1)
      places.append(offsets.firstIndex(of: offset) ?? offsets.count)
      if places.last == offsets.count { offsets.append(offset) }
    }
    return (offsets, places)
  }
}

// Leap seconds: only the files below `right/` have them. Instants here do not count them.
extension TZifReader {
  private struct Correction {
    let from: Int64
    let seconds: Int64
  }

  private func corrections(_ header: Header, leaps: Int, timeSize: Int) throws(Damage) -> [Correction] {
    guard header.leaps > 0 else { return [] }
    var corrections: [Correction] = []
    for place in 0..<header.leaps {
      let offset = leaps + place * (timeSize + 4)
      let correction = Correction(
        from: time(at: offset, size: timeSize), seconds: Int64(integer(Int32.self, at: offset + timeSize)))
      if let last = corrections.last, correction.from <= last.from {
        throw Damage(text: "its leap seconds are not in order")
      }
      corrections.append(correction)
    }
    return corrections
  }

  private static func withoutLeaps(_ time: Int64, _ corrections: [Correction]) -> Int64 {
    guard let correction = corrections.last(where: { $0.from <= time }) else { return time }
    return time.subtractingReportingOverflow(correction.seconds).partialValue
  }
}
