import Civil
import Synchronization

/// A seeded generator (SplitMix64): the same seed gives the same numbers on every machine.
struct SampleChance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, and without, `limit`.
  ///
  /// Written out, since the standard library may change how it draws from one release to the next.
  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int((next() >> 16) % UInt64(limit)) : 0 }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// Names for records that are the same each time.
  static func identifiers(seed: UInt64) -> IdentifierSource {
    let box = ChanceBox(seed: seed)
    return IdentifierSource { box.next() }
  }
}

private final class ChanceBox: Sendable {
  private let chance: Mutex<SampleChance>

  init(seed: UInt64) { chance = Mutex(SampleChance(seed: seed)) }

  func next() -> UInt64 { chance.withLock { $0.next() } }
}
