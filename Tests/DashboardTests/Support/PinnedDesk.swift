import Civil
import Desk
import Synchronization

/// The desk that scenarios begin with: four clients in four zones, on a Monday at 9:42 in Pune.
///
/// Coach Lin's board has the cards; `प्रकाशन` has titles in several scripts; Bondi Homes has an empty board.
struct PinnedDesk {
  private(set) var desk = Desk(zones: PinnedZones.database)
  let ids: IdentifierSource
  var now: Instant

  /// 9:42 in Pune, 4:12 in London, 23:12 of Sunday in New York.
  static let now = Instant(seconds: 1_795_407_120)

  /// A desk that nobody has used.
  init(emptyAt now: Instant = PinnedDesk.now) {
    self.now = now
    let counter = Counter()
    ids = IdentifierSource { counter.next() }
  }

  init() throws {
    self.init(emptyAt: PinnedDesk.now.adding(-20 * 86_400))
    try fill()
    now = PinnedDesk.now
  }

  var context: ChangeContext { ChangeContext(now: now, ids: ids) }

  /// Makes a change as the store would: checked, numbered, applied.
  mutating func make(_ transaction: Transaction?) throws {
    guard var transaction else { return }
    try desk.check(transaction)
    transaction.sequence = desk.sequence + 1
    desk.apply(transaction)
  }

  /// Makes a change that has been checked and numbered.
  mutating func apply(_ transaction: Transaction) { desk.apply(transaction) }

  private mutating func fill() throws {
    try make(
      desk.editSettings(context: context) {
        $0.name = "Asha"
        $0.homeZone = "Asia/Kolkata"
        $0.hours = WorkingHours(startMinute: 9 * 60, endMinute: 19 * 60)
      })
    for (name, zone) in [
      ("Harbor Goods", "America/New_York"), ("Coach Lin", "Europe/London"),
      ("Bondi Homes", "Australia/Sydney"), ("प्रकाशन", "Asia/Kolkata"),
    ] { try addClient(name, zone) }
    try addCoachCards()
    try addOtherCards()
    try addTime()
  }

  private mutating func addClient(_ name: String, _ zone: String) throws {
    var draft = ClientDraft(name: name, zone: zone)
    draft.hours = WorkingHours(startMinute: 9 * 60, endMinute: 17 * 60 + 30)
    if name == "प्रकाशन" { draft.slug = "prakashan" }
    try make(
      desk.addClient(
        draft,
        columns: [
          ColumnDraft(name: "Backlog", role: .backlog), ColumnDraft(name: "Doing", role: .doing, wipLimit: 2),
          ColumnDraft(name: "Review", role: .review), ColumnDraft(name: "Done", role: .done),
        ], context: context))
  }

  mutating func add(
    _ title: String, _ slug: String, _ column: String, _ edit: (inout CardDraft) -> Void = { _ in }
  )
    throws
  {
    var draft = CardDraft(title: title)
    edit(&draft)
    guard let client = desk.client(slug: slug),
      let goal = desk.columns(of: client.id).first(where: { $0.name == column })
    else { throw DeskError.noSuchColumn(column) }
    try make(try desk.addCard(draft, to: goal.id, context: context))
    now = now.adding(3600)
  }

  private mutating func addCoachCards() throws {
    try add("Invoice pack", "coach-lin", "Backlog") {
      $0.due = ZonedTime(wall: PinnedDesk.wall(11, 26, 17), zone: "Europe/London")
      $0.estimate = 5400
      $0.labels = ["money"]
    }
    try add("Book the venue for the spring retreat in Lisbon", "coach-lin", "Backlog") {
      $0.due = ZonedTime(wall: PinnedDesk.wall(11, 20, 12), zone: "Europe/London")
      $0.urgent = true
      $0.important = true
    }
    try add("Tidy the contact list", "coach-lin", "Backlog")
    try add("Ask for testimonials", "coach-lin", "Backlog") { $0.labels = ["growth"] }
    try add("Newsletter 48", "coach-lin", "Doing") {
      $0.important = true
      $0.estimate = 7200
      $0.notes = "Lead with the retreat.\nThen the three letters from readers."
      $0.checklist = [
        ChecklistItem(text: "Collect the links", done: true),
        ChecklistItem(text: "Write the lead", done: true),
        ChecklistItem(text: "Pick the photographs", done: true), ChecklistItem(text: "Proofread"),
        ChecklistItem(text: "Schedule the sending"),
      ]
    }
    try add("Podcast notes", "coach-lin", "Review") { $0.waitingOn = "Lin" }
    try add("Refund mail", "coach-lin", "Done")
  }

  private mutating func addOtherCards() throws {
    try add("Restock report", "harbor-goods", "Backlog") {
      $0.due = ZonedTime(wall: PinnedDesk.wall(11, 23, 9), zone: "America/New_York")
    }
    try add("दिवाळी अंकाची मुद्रितशोधने", "prakashan", "Backlog") { $0.labels = ["अंक"] }
    try add("新年のカタログを翻訳する", "prakashan", "Backlog")
    try add("Family 👨‍👩‍👧‍👦 portrait for 🇮🇳 page", "prakashan", "Doing")
  }

  private mutating func addTime() throws {
    guard let coach = desk.client(slug: "coach-lin"),
      let card = desk.columns(of: coach.id).lazy.flatMap({ [desk] in desk.cards(in: $0.id) })
        .first(where: { $0.title == "Newsletter 48" })
    else { throw DeskError.noSuchClient("coach-lin") }
    let nine = PinnedDesk.now.adding(-42 * 60)
    try make(
      desk.addEntry(desk.subject(of: card), start: nine, end: nine.adding(30 * 60), context: context))
    var block = BlockDraft(
      title: card.title, start: ZonedTime(wall: PinnedDesk.wall(11, 23, 10), zone: "Asia/Kolkata"),
      duration: 5400)
    block.client = coach.id
    block.card = card.id
    try make(desk.addBlock(block, context: context))
  }

  static func wall(_ month: Int, _ day: Int, _ hour: Int) -> WallTime {
    let date = CivilDate(year: 2026, month: month, day: day) ?? CivilDate(dayNumber: 0)
    return WallTime(date: date, hour: hour, minute: 0)
  }
}

/// Counts up: what stands in for chance in tests.
final class Counter: Sendable {
  private let value = Atomic<UInt64>(0)
  func next() -> UInt64 { value.add(1, ordering: .relaxed).newValue }
}
