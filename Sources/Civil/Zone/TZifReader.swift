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
    table.extend(by: rule, isEmpty: second.times == 0)
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

  /// A 32-bit count; the caller has made sure that it is there.
  private mutating func count() -> Int {
    let value = bigEndian(position, 4)
    position += 4
    return Int(value)
  }

  private func bigEndian(_ offset: Int, _ size: Int) -> UInt64 {
    var value: UInt64 = 0
    for byte in bytes[offset..<offset + size] { value = value << 8 | UInt64(byte) }
    return value
  }

  private func signed(_ offset: Int, _ size: Int) -> Int64 {
    let value = bigEndian(offset, size)
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
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

    let offsets = try self.offsets(header, types: types, characters: characters)
    let corrections = try self.corrections(header, leaps: leaps, timeSize: timeSize)
    var table = ZoneTable(offsets: offsets, firstIndex: 0)
    table.reserve(header.times)
    var last = Int64.min
    for place in 0..<header.times {
      let time = signed(times + place * timeSize, timeSize)
      guard place == 0 || time > last else { throw Damage(text: "its changes are not in order") }
      last = time
      let index = Int(bytes[indexes + place])
      guard index < offsets.count else { throw Damage(text: "a change names an offset that is not there") }
      table.append(Self.withoutLeaps(time, corrections), index: index)
    }
    return table
  }

  private func offsets(_ header: Header, types: Int, characters: Int) throws(Damage) -> [ZoneOffset] {
    var offsets: [ZoneOffset] = []
    offsets.reserveCapacity(header.types + 2)
    for place in stride(from: types, to: types + header.types * 6, by: 6) {
      let seconds = signed(place, 4)
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
      offsets.append(
        ZoneOffset(
          secondsEast: Int(seconds), abbreviation: String(decoding: name, as: UTF8.self),
          isDaylight: bytes[place + 4] == 1))
    }
    return offsets
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
      let correction = Correction(from: signed(offset, timeSize), seconds: signed(offset + timeSize, 4))
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
