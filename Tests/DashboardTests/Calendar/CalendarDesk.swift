import Civil
import Dashboard
import Desk
import Testing

/// Desks for the calendar: a home zone, a moment, clients with zones, blocks.
struct CalendarDesk {
  private(set) var sample: PinnedDesk

  /// - Parameters:
  ///   - home: the person's own zone; working hours are 9 to 17, Monday to Friday.
  ///   - now: as text, such as `2026-11-23T04:12:00Z`.
  ///   - client: the zone of the one client, Coach Lin, at work from 9 to 17.
  init(home: String, now: String, client: String) throws {
    sample = PinnedDesk(emptyAt: Instant(text: now) ?? PinnedDesk.now)
    try sample.make(
      sample.desk.editSettings(context: sample.context) {
        $0.name = "Asha"
        $0.homeZone = home
      })
    var draft = ClientDraft(name: "Coach Lin", zone: client)
    draft.hours = WorkingHours()
    try sample.make(
      sample.desk.addClient(
        draft, columns: [ColumnDraft(name: "Doing", role: .doing)], context: sample.context))
  }

  /// A week of blocks of all kinds, on Monday 23 November 2026, 9:42 in Pune.
  static func week() throws -> CalendarDesk {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Draft", "2026-11-23T10:00", minutes: 90)
    try desk.block("Call", "2026-11-23T16:00", minutes: 60, in: "Europe/London", kind: .meeting)
    try desk.block("Stand-up", "2026-11-18T11:00", minutes: 30, repeats: "FREQ=DAILY")
    try desk.block("Clash", "2026-11-25T10:30", minutes: 60, kind: .personal)
    try desk.block("Late", "2026-11-26T23:00", minutes: 180)
    try desk.block("Retreat", "2026-11-27T00:00", minutes: 2 * 1440, kind: .personal, allDay: true)
    try desk.block("Hand in", "2026-11-24T17:00", minutes: 0, kind: .deadline)
    return desk
  }

  var lin: ClientID? { sample.desk.client(slug: "coach-lin")?.id }

  /// Plans a block for Coach Lin; `start` such as `2026-11-23T10:00` in `zone`, home's unless given.
  @discardableResult
  mutating func block(
    _ title: String, _ start: String, minutes: Int, in zone: String? = nil, kind: Block.Kind = .work,
    repeats: String? = nil, allDay: Bool = false
  ) throws -> BlockID? {
    let wall = WallTime(text: start) ?? WallTime(date: CivilDate(dayNumber: 0), hour: 0, minute: 0)
    var draft = BlockDraft(
      title: title, start: ZonedTime(wall: wall, zone: zone ?? sample.desk.settings.homeZone),
      duration: minutes * 60)
    draft.client = lin
    draft.kind = kind
    draft.repeat = repeats
    draft.allDay = allDay
    let change = sample.desk.addBlock(draft, context: sample.context)
    try sample.make(change)
    guard case .block(let id)? = change.changes.first?.key else { return nil }
    return id
  }

  /// Changes a block.
  mutating func edit(_ id: BlockID, _ change: (inout Block) -> Void) throws {
    try sample.make(sample.desk.editBlock(id, context: sample.context, change))
  }

  /// Notes a holiday of Coach Lin's.
  mutating func holiday(_ holiday: Holiday) throws {
    let lin = try #require(lin)
    try sample.make(
      sample.desk.editClient(lin, context: sample.context, action: "client.holidays") {
        $0.holidays.append(holiday)
      })
  }

  /// Sets the person's own hours, such as `22-6`.
  mutating func hours(_ text: String) throws {
    let hours = try #require(WorkingHours(text: text))
    try sample.make(sample.desk.editSettings(context: sample.context) { $0.hours = hours })
  }

  /// Makes a card for Coach Lin; `due` such as `2026-11-23T10:00` on home's clock.
  mutating func card(_ title: String, due: String, hours: Int?) throws {
    let lin = try #require(lin)
    let column = try #require(sample.desk.columns(of: lin).first)
    var draft = CardDraft(title: title)
    draft.due = WallTime(text: due).map { ZonedTime(wall: $0, zone: sample.desk.settings.homeZone) }
    draft.estimate = hours.map { $0 * 3600 }
    try sample.make(sample.desk.addCard(draft, to: column.id, context: sample.context))
  }

  /// The dashboard on this desk with the calendar selected.
  func scenario(width: Int = 80, height: Int = 24) throws -> Scenario {
    var scenario = try Scenario(sample, width: width, height: height)
    scenario.keys("tab")
    scenario.settled()
    return scenario
  }
}

extension Scenario {
  /// The block of a title.
  func block(_ title: String) -> Block? { desk.allBlocks.first { $0.title == title } }

  /// The block that verbs act on, as it takes place there.
  var selectedBlock: Block? {
    guard case .block(let id) = state.selection(world) else { return nil }
    return desk.occurrence(id)?.block
  }

  /// When a block is planned, as text: wall time, zone, minutes.
  func plan(_ title: String) -> String {
    guard let block = block(title) else { return "no block" }
    return "\(block.start.wall.text) \(block.start.zone) \(block.duration / 60)m"
  }

  /// The line of the screen that has a text, without the pane's borders; empty when there is none.
  func line(with text: String) -> String {
    let line = screen.split(separator: "\n").first { $0.contains(text) } ?? ""
    return String(line.dropFirst().dropLast())
  }
}
