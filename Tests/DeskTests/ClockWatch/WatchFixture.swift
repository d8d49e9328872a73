import Civil
import Desk
import Glibc
import Testing

/// A desk around changes of clocks: zones by today's rules, Morocco's from the system's tzdata.
struct WatchDesk {
  private(set) var desk: Desk
  let context: ChangeContext

  init(home: String) {
    desk = Desk(zones: WatchZones.database)
    context = ChangeContext(
      now: Instant(seconds: 0), ids: IdentifierSource { UInt64.random(in: 0 ... .max) })
    desk.apply(desk.editSettings(context: context) { $0.homeZone = home })
  }

  @discardableResult
  mutating func client(_ name: String, _ zone: String) throws -> ClientID {
    desk.apply(desk.addClient(ClientDraft(name: name, zone: zone), columns: [], context: context))
    return try #require(desk.client(slug: Desk.slug(from: name))).id
  }

  mutating func block(
    _ title: String, _ start: String, _ zone: String, minutes: Int = 60, rule: String? = nil,
    client: ClientID? = nil, kind: Block.Kind = .meeting, _ edit: (inout BlockDraft) -> Void = { _ in }
  ) throws {
    var draft = BlockDraft(
      title: title, start: ZonedTime(wall: try #require(WallTime(text: start)), zone: zone),
      duration: minutes * 60)
    draft.client = client
    draft.kind = kind
    draft.repeat = rule
    edit(&draft)
    desk.apply(desk.addBlock(draft, context: context))
  }

  mutating func travel(_ zone: String, _ from: String, _ to: String) throws {
    let travel = Travel(zone: zone, from: try WatchDesk.date(from), to: try WatchDesk.date(to))
    desk.apply(try desk.addTravel(travel, context: context))
  }

  mutating func edit(_ change: (Desk) throws -> Transaction) rethrows { desk.apply(try change(desk)) }

  func changes(_ now: String) throws -> [ClockChange] { desk.clockChanges(from: try WatchDesk.at(now)) }

  static func at(_ text: String) throws -> Instant { try #require(Instant(text: text)) }
  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }
}

enum WatchZones {
  private static let rules = [
    "Europe/London": "GMT0BST,M3.5.0/1,M10.5.0", "Europe/Berlin": "CET-1CEST,M3.5.0,M10.5.0/3",
    "Europe/Lisbon": "WET0WEST,M3.5.0/1,M10.5.0", "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
    "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0", "Asia/Kolkata": "IST-5:30", "Asia/Tokyo": "JST-9",
    "Australia/Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3", "Pacific/Apia": "<+13>-13",
    "Pacific/Pago_Pago": "SST11", "Australia/Lord_Howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
  ]

  static let hasMorocco = contents(of: "Africa/Casablanca") != nil

  static let database = ZoneDatabase { name in
    if let rule = rules[name] { return tzif(rule) }
    return name == "Africa/Casablanca" ? contents(of: name) : nil
  }

  private static func contents(of name: String) -> [UInt8]? {
    guard let file = fopen("/usr/share/zoneinfo/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&buffer, 1, buffer.count, file)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private static func tzif(_ rule: String) -> [UInt8] {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    return header + counts + block + header + counts + block + Array("\n\(rule)\n".utf8)
  }
}
