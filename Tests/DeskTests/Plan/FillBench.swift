import Civil
import Desk
import Synchronization
import Testing

/// A desk in London, at work from 9 to 17, whose days are to be filled; it is Monday 23 November 2026, nine o'clock.
struct FillBench {
  var desk = Desk(zones: RuleZones.database)
  var now = Instant(text: "2026-11-23T09:00:00Z") ?? Instant(seconds: 0)
  private let ids = Numbers()

  private final class Numbers: Sendable {
    private let count = Mutex<UInt64>(0)
    func next() -> UInt64 {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  init(buffer: Int = 0) throws {
    try make(
      desk.editSettings(context: context) {
        $0.homeZone = "Europe/London"
        $0.bufferMinutes = buffer
      })
    for name in ["Acme", "Bolt", "Crane"] {
      try make(
        desk.addClient(
          ClientDraft(name: name, zone: "Europe/London"),
          columns: Column.Role.allCases.map { ColumnDraft(name: $0.rawValue, role: $0) }, context: context))
    }
  }

  var context: ChangeContext { ChangeContext(now: now, ids: IdentifierSource { [ids] in ids.next() }) }

  mutating func make(_ transaction: Transaction) throws {
    var transaction = transaction
    try desk.check(transaction)
    transaction.sequence = desk.sequence + 1
    desk.apply(transaction)
  }

  func client(_ slug: String) throws -> ClientID { try #require(desk.client(slug: slug)?.id) }

  func due(_ text: String) throws -> ZonedTime {
    ZonedTime(wall: try #require(WallTime(text: text)), zone: "Europe/London")
  }

  @discardableResult
  mutating func card(
    _ title: String, _ slug: String = "acme", _ role: Column.Role = .ready, minutes: Int? = 60,
    due: String? = nil, _ edit: (inout CardDraft) -> Void = { _ in }
  ) throws -> CardID {
    var draft = CardDraft(title: title)
    draft.estimate = minutes.map { $0 * 60 }
    draft.due = try due.map { try self.due($0) }
    edit(&draft)
    let column = try #require(desk.columns(of: client(slug)).first { $0.role == role })
    let change = try desk.addCard(draft, to: column.id, context: context)
    try make(change)
    guard case .card(let id)? = change.changes.first?.key else { throw DeskError.noSuchCard(title) }
    return id
  }

  @discardableResult
  mutating func block(
    _ title: String, _ start: String, minutes: Int = 60, client: ClientID? = nil, card: CardID? = nil,
    kind: Block.Kind = .work
  ) throws -> BlockID {
    var draft = BlockDraft(title: title, start: try due(start), duration: minutes * 60)
    draft.client = client
    draft.card = card
    draft.kind = kind
    let change = desk.addBlock(draft, context: context)
    try make(change)
    guard case .block(let id)? = change.changes.first?.key else { throw DeskError.noSuchCard(title) }
    return id
  }

  func today(_ frames: [String] = []) throws -> DayPlan {
    desk.plan(desk.planDay(desk.homeZone.date(at: now), now: now, frames: try read(frames)))
  }

  func week(_ frames: [String] = []) throws -> DayPlan {
    desk.plan(desk.planWeek(of: desk.homeZone.date(at: now), now: now, frames: try read(frames)))
  }

  private func read(_ frames: [String]) throws -> [WeekFrame] {
    try frames.map { try Grammar.parseFrame($0) }
  }

  /// The lines as `Mon 9:00-10:00 Title`, what is moved with a `*`.
  func lines(_ plan: DayPlan) -> [String] {
    plan.lines.map { line in
      let start = desk.homeZone.wall(at: line.span.start)
      let end = desk.homeZone.wall(at: line.span.end)
      let words = DateWords.english
      let day = words.weekdays[start.date.weekday.rawValue - 1]
      let mark = line.moved == nil ? "" : "*"
      return "\(day) \(DateText.clock(start))-\(DateText.clock(end)) \(mark)\(line.title)"
    }
  }
}
