@testable import Civil

/// Makes TZif files for the tests.
struct TZifWriter {
  struct Offset {
    var secondsEast: Int32
    var isDaylight: UInt8 = 0
    var abbreviationIndex: UInt8
  }

  var version: UInt8 = UInt8(ascii: "2")
  var changes: [(at: Int64, offset: UInt8)] = []
  var offsets: [Offset] = []
  var abbreviations: [UInt8] = []
  var leaps: [(at: Int64, correction: Int32)] = []
  var footer = ""

  /// Appends an offset and gives its index.
  @discardableResult
  mutating func offset(_ secondsEast: Int32, _ abbreviation: String, isDaylight: Bool = false) -> UInt8 {
    offsets.append(
      Offset(
        secondsEast: secondsEast, isDaylight: isDaylight ? 1 : 0,
        abbreviationIndex: UInt8(abbreviations.count)))
    abbreviations += Array(abbreviation.utf8) + [0]
    return UInt8(offsets.count - 1)
  }

  var bytes: [UInt8] {
    guard version > 0 else { return block(timeSize: 4, isStub: false) }
    return block(timeSize: 4, isStub: true) + block(timeSize: 8, isStub: false) + Array("\n\(footer)\n".utf8)
  }

  private static func big(_ value: some FixedWidthInteger, size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A stub is what today's zic writes for readers of 32 bits: one offset, nothing else.
  private func block(timeSize: Int, isStub: Bool) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    let counts =
      isStub ? [0, 0, 0, 0, 1, 1] : [0, 0, leaps.count, changes.count, offsets.count, abbreviations.count]
    for count in counts { bytes += Self.big(count, size: 4) }
    if isStub { return bytes + [UInt8](repeating: 0, count: 7) }
    for change in changes { bytes += Self.big(change.at, size: timeSize) }
    bytes += changes.map(\.offset)
    for offset in offsets {
      bytes += Self.big(offset.secondsEast, size: 4) + [offset.isDaylight, offset.abbreviationIndex]
    }
    bytes += abbreviations
    for leap in leaps { bytes += Self.big(leap.at, size: timeSize) + Self.big(leap.correction, size: 4) }
    return bytes
  }
}

extension TZifWriter {
  /// A zone that has nothing but a footer.
  static func rule(_ footer: String) -> TZifWriter {
    var writer = TZifWriter()
    writer.offset(0, "UTC")
    writer.footer = footer
    return writer
  }

  /// London's clocks: local mean time until 1847, one summer time of 1972, the rule of today.
  static var london: TZifWriter {
    var writer = TZifWriter()
    writer.offset(-75, "LMT")
    let summer = writer.offset(3600, "BST", isDaylight: true)
    let winter = writer.offset(0, "GMT")
    writer.changes = [
      (-3_852_662_325, winter), (69_818_400, summer), (89_172_000, winter), (828_234_000, summer),
      (846_378_000, winter),
    ]
    writer.footer = "GMT0BST,M3.5.0/1,M10.5.0"
    return writer
  }

  func zone(_ name: String = "Test/Zone") throws -> Zone {
    try Zone(name: name, tzif: bytes)
  }
}
