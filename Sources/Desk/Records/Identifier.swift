import Civil

/// A record's name: unique without coordination, sorted by birth, typed by what it names.
///
/// Fourteen characters of Crockford's base 32: six of time (seconds since 2020), eight of chance. At most
/// fifteen bytes, so that Swift keeps it without a heap allocation.
package struct Identifier<Subject>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package var raw: String

  package init(_ raw: String) { self.raw = raw }
  package init(stringLiteral value: String) { raw = value }

  package static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}

package typealias ClientID = Identifier<Client>
package typealias ColumnID = Identifier<Column>
package typealias CardID = Identifier<Card>
package typealias BlockID = Identifier<Block>
package typealias EntryID = Identifier<Entry>

/// Makes identifiers from a clock and a source of chance that are both handed in.
package struct IdentifierSource: Sendable {
  private let random: @Sendable () -> UInt64
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  /// 2020-01-01T00:00:00Z.
  private static let epoch: Int64 = 1_577_836_800

  /// - Parameter random: sixty-four random bits at each call.
  package init(random: @escaping @Sendable () -> UInt64) { self.random = random }

  /// A new identifier for something born at `instant`.
  package func next<Subject>(at instant: Instant) -> Identifier<Subject> {
    let seconds = UInt64(clamping: instant.seconds - Self.epoch) & 0x3fff_ffff
    var bits = seconds << 34 | (random() & 0x3_ffff_ffff)
    let more = random()
    var bytes = [UInt8](repeating: 0, count: 14)
    for place in stride(from: 12, through: 0, by: -1) {
      bytes[place] = Self.alphabet[Int(bits & 31)]
      bits >>= 5
    }
    bytes[13] = Self.alphabet[Int(more & 31)]
    return Identifier(String(decoding: bytes, as: UTF8.self))
  }
}
