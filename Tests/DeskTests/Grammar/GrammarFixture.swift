import Civil
import Desk
import Testing

/// Zones made of today's rules alone, so that these tests need no tzdata.
enum RuleZones {
  private static let rules = [
    "Europe/London": "GMT0BST,M3.5.0/1,M10.5.0", "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
    "Asia/Kolkata": "IST-5:30", "Australia/Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "America/Sao_Paulo": "<-03>3", "Asia/Tokyo": "JST-9",
  ]

  static let database = ZoneDatabase { name in rules[name].map(tzif) }

  static func zone(_ name: String) -> Zone { database.zoneOrUTC(named: name) }

  private static func tzif(_ rule: String) -> [UInt8] {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    return header + counts + block + header + counts + block + Array("\n\(rule)\n".utf8)
  }
}

/// A seeded generator (SplitMix64), so that a failing property fails again.
struct GrammarChance: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

enum Fixture {
  static let clients = [
    client("harbor-goods", "Harbor Goods", "America/New_York"),
    client("coach-lin", "Coach Lin", "Europe/London"),
    client("bondi-homes", "Bondi Homes", "Australia/Sydney"),
    client("studio-ipe", "Studio Ipê", "America/Sao_Paulo"),
    client("prakashan", "प्रकाशन", "Asia/Kolkata"),
  ]

  static func client(_ slug: String, _ name: String, _ zone: String) -> Client {
    Client(
      id: ClientID(slug), slug: slug, name: name, zone: zone,
      hours: WorkingHours(startMinute: 9 * 60, endMinute: 17 * 60 + 30),
      createdAt: Instant(seconds: 0))
  }

  /// Monday 23 November 2026, 9:00 in Pune (3:30 in London, Sunday evening in New York).
  static let context = at("2026-11-23T03:30:00Z")

  static func at(_ now: String) -> GrammarContext {
    GrammarContext(
      now: Instant(text: now) ?? Instant(seconds: 0), home: RuleZones.zone("Asia/Kolkata"),
      zones: RuleZones.database, hours: WorkingHours(startMinute: 9 * 60, endMinute: 19 * 60),
      clients: clients,
      labels: ["Ops", "réunion"])
  }

  static let coach = clients[1]
}
