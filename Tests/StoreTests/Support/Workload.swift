import Civil
import Desk
import Store
import Synchronization

/// The same sequence of numbers for the same seed.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Zones for tests: UTC alone.
func testZones() -> ZoneDatabase { ZoneDatabase { _ in nil } }

func instant(_ text: String) -> Instant { Instant(text: text) ?? Instant(seconds: 0) }

let morning = instant("2026-11-23T09:00:00Z")

/// Every record of a desk, for comparing two of them.
func records(of desk: Desk) -> [RecordKey: Record] {
  var records: [RecordKey: Record] = [.settings: .settings(desk.settings)]
  for client in desk.clients {
    records[.client(client.id)] = .client(client)
    for column in desk.columns(of: client.id) { records[.column(column.id)] = .column(column) }
  }
  for card in desk.allCards { records[.card(card.id)] = .card(card) }
  for block in desk.allBlocks { records[.block(block.id)] = .block(block) }
  for entry in desk.allEntries { records[.entry(entry.id)] = .entry(entry) }
  return records
}

/// Makes up changes such as a person makes, at random and always the same for the same seed.
struct Workload {
  private(set) var random: Generator
  private var clock = morning
  private let ids: IdentifierSource

  init(seed: UInt64) {
    random = Generator(seed: seed)
    let numbers = Mutex(Generator(seed: seed &+ 1_000_003))
    ids = IdentifierSource { numbers.withLock { $0.next() } }
  }

  /// The next change for a desk as it is now.
  mutating func next(on desk: Desk) -> Transaction {
    while true {
      clock = clock.adding(Int.random(in: 1...600, using: &random))
      if let change = try? attempt(on: desk), !change.isEmpty, (try? desk.check(change)) != nil {
        return change
      }
    }
  }

  private mutating func attempt(on desk: Desk) throws -> Transaction? {
    let context = ChangeContext(now: clock, ids: ids)
    let number = Int.random(in: 0..<1_000, using: &random)
    guard let client = desk.clients.randomElement(using: &random), desk.clients.count > 1 || number % 4 > 0
    else {
      var draft = ClientDraft(name: "Client \(number)", zone: "UTC")
      draft.slug = desk.freeSlug(for: draft.name)
      return desk.addClient(
        draft, columns: [ColumnDraft(name: "To do", role: .ready), ColumnDraft(name: "Done", role: .done)],
        context: context)
    }
    let column = desk.columns(of: client.id).randomElement(using: &random)
    let cards = desk.allCards.map(\.id).sorted()
    let entries = desk.allEntries.map(\.id).sorted()
    let blocks = desk.allBlocks.map(\.id).sorted()
    switch Int.random(in: 0..<20, using: &random) {
    case 0...4:
      guard let column else { return nil }
      return try desk.addCard(CardDraft(title: "Card \(number) é 漢"), to: column.id, context: context)
    case 5:
      guard let card = cards.randomElement(using: &random), let column else { return nil }
      return try desk.moveCards([card], to: column.id, at: .top, context: context)
    case 6, 7:
      guard let card = cards.randomElement(using: &random) else { return nil }
      return try desk.editCards([card], action: "card.archive", context: context) { $0.archived.toggle() }
    case 8:
      guard let card = cards.randomElement(using: &random) else { return nil }
      return try desk.editCards([card], action: "card.edit", context: context) {
        $0.notes = "Note\n\(number)"
      }
    case 9:
      guard let card = cards.randomElement(using: &random) else { return nil }
      return try desk.removeCards([card], context: context)
    case 10:
      return desk.startTimer(TimerSubject(client: client.id, note: "Work \(number)"), context: context)
    case 11: return desk.stopTimer(context: context)
    case 12, 13:
      let start = clock.adding(-number * 86_400)
      var change = desk.startTimer(TimerSubject(client: number % 3 == 0 ? nil : client.id), context: context)
      guard change.changes.count == 1, case .entry(var entry)? = change.changes[0].after else { return nil }
      entry.start = start
      entry.end = start.adding(3_600)
      change.changes = [RecordChange(before: nil, after: .entry(entry))]
      return change
    case 14:
      guard let entry = entries.randomElement(using: &random) else { return nil }
      return try desk.removeEntry(entry, context: context)
    case 15, 16:
      let wall = WallTime(utc: clock.adding((200 - number) * 86_400))
      var draft = BlockDraft(
        title: "Block \(number)", start: ZonedTime(wall: wall, zone: "UTC"), duration: 1_800)
      draft.client = number % 3 == 0 ? nil : client.id
      return desk.addBlock(draft, context: context)
    case 17:
      guard let block = blocks.randomElement(using: &random) else { return nil }
      return try desk.editBlock(block, context: context) { $0.duration += 60 }
    case 18:
      return try desk.editClient(client.id, context: context) { $0.slug = "slug-\(number % 7)" }
    default: return number % 2 == 0 ? desk.undo(at: clock) : desk.redo(at: clock)
    }
  }
}

extension Store {
  /// A store on a disk in memory, at the tests' clock.
  static func open(_ disk: some FileSystem, at now: Instant = morning) throws(StoreError) -> Store {
    try open("/desk", zones: testZones(), fileSystem: disk, now: { now })
  }
}

/// How a desk differs from what it should be: empty when it does not.
func differences(_ desk: Desk, from expected: Desk) -> [String] {
  let (found, wanted) = (records(of: desk), records(of: expected))
  return Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }.map { key in
    "\(key): \(found[key].map { "\($0)" } ?? "missing"), expected \(wanted[key].map { "\($0)" } ?? "nothing")"
  }.sorted()
}
