import Civil
import Desk
import Testing

/// A desk in London whose blocks are planned and edited as a person does, each change checked as the store checks it.
struct PlanBench {
  var desk = Desk(zones: RuleZones.database)
  var now = Instant(text: "2026-11-23T09:00:00Z") ?? Instant(seconds: 0)
  private let ids = Counter()

  init(home: String = "Europe/London") throws {
    try make(desk.editSettings(context: context) { $0.homeZone = home })
  }

  var context: ChangeContext {
    ChangeContext(now: now, ids: IdentifierSource { [ids] in ids.next() })
  }

  mutating func make(_ transaction: Transaction) throws {
    var transaction = transaction
    try desk.check(transaction)
    transaction.sequence = desk.sequence + 1
    desk.apply(transaction)
  }

  mutating func undo() throws { try make(try #require(desk.undo(at: now))) }

  /// Plans a block on a zone's clock; of a rule that does not fit its start the start counts.
  @discardableResult
  mutating func plan(
    _ title: String, _ start: String, minutes: Int = 60, in zone: String = "Europe/London",
    repeats rule: String? = nil, kind: Block.Kind = .work, client: ClientID? = nil,
    _ more: (inout Block) -> Void = { _ in }
  ) throws -> BlockID {
    let wall = try #require(WallTime(text: start))
    var block = Block(
      id: context.ids.next(at: now), client: client, kind: kind, title: title,
      start: ZonedTime(wall: wall, zone: zone), duration: minutes * 60)
    block.repeat = rule
    more(&block)
    try make(
      Transaction(at: now, action: "block.add", changes: [RecordChange(before: nil, after: .block(block))]))
    return block.id
  }

  mutating func client(_ name: String, _ zone: String, hours: WorkingHours = WorkingHours()) throws
    -> ClientID
  {
    var draft = ClientDraft(name: name, zone: zone)
    draft.hours = hours
    try make(desk.addClient(draft, columns: [], context: context))
    return try #require(desk.clients.first { $0.name == name }?.id)
  }

  func wall(_ text: String) throws -> WallTime { try #require(WallTime(text: text)) }
  func instant(_ text: String) throws -> Instant { try #require(Instant(text: text)) }

  /// The starts in a stretch of time, as UTC.
  func starts(_ from: String, _ to: String) throws -> [String] {
    desk.occurrences(from: try instant(from), to: try instant(to)).map(\.start.text)
  }

  /// The occurrence of a series at a wall time.
  func occurrence(_ series: BlockID, _ start: String) throws -> OccurrenceID {
    OccurrenceID(block: series, start: try wall(start))
  }

  /// What takes place within some years around now, as title, zone, wall time and length; whichever record it is in.
  func picture(years: Int = 3) -> [String] {
    let reach = years * 366 * 86_400
    return desk.occurrences(from: now.adding(-reach), to: now.adding(reach)).map {
      "\($0.block.title) \($0.block.start.wall.text) \($0.block.start.zone) \($0.span.duration / 60)"
    }.sorted()
  }
}
