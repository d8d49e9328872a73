import Civil
import Testing

@testable import Desk

/// A desk with one client and a board, and what changes to it need.
struct Bench {
  var desk = Desk(zones: ZoneDatabase { _ in nil })
  var now = Instant(seconds: 1_795_000_000)
  var client: ClientID
  private let ids: IdentifierSource

  init() throws {
    let counter = Counter()
    ids = IdentifierSource { counter.next() }
    client = ""
    let added = desk.addClient(
      ClientDraft(name: "Coach Lin", zone: "UTC"),
      columns: [
        ColumnDraft(name: "Backlog", role: .backlog), ColumnDraft(name: "Doing", role: .doing, wipLimit: 1),
        ColumnDraft(name: "Done", role: .done),
      ], context: context)
    try make(added)
    client = desk.clients[0].id
  }

  var context: ChangeContext { ChangeContext(now: now, ids: ids) }
  var columns: [Column] { desk.columns(of: client) }

  mutating func make(_ transaction: Transaction?) throws {
    guard var transaction else { return }
    try desk.check(transaction)
    transaction.sequence = desk.sequence + 1
    desk.apply(transaction)
  }

  mutating func add(_ title: String, to index: Int = 0) throws -> CardID {
    let transaction = try desk.addCard(CardDraft(title: title), to: columns[index].id, context: context)
    try make(transaction)
    guard case .card(let id) = transaction.changes[0].key else { throw DeskError.noSuchCard(title) }
    return id
  }

  func titles(_ index: Int) -> [String] { desk.cards(in: columns[index].id).map(\.title) }
}

final class Counter: @unchecked Sendable {
  private var value: UInt64 = 0
  func next() -> UInt64 {
    value += 1
    return value
  }
}

@Test func cardsKeepTheirPlaces() throws {
  var bench = try Bench()
  for title in ["a", "b", "c"] { _ = try bench.add(title) }
  let ids = bench.desk.cardIDs(in: bench.columns[0].id)
  try bench.make(
    try bench.desk.moveCards(
      [ids[2]], to: bench.columns[0].id, at: .after(ids[0]), context: bench.context))
  #expect(bench.titles(0) == ["a", "c", "b"])
  try bench.make(try bench.desk.moveCards([ids[0], ids[1]], to: bench.columns[1].id, context: bench.context))
  #expect(bench.titles(0) == ["c"])
  #expect(bench.titles(1) == ["a", "b"])
  #expect(bench.desk.isOverLimit(bench.columns[1]))
}

@Test func doneMovesAndReopensAndUndoTakesBackEachStep() throws {
  var bench = try Bench()
  let card = try bench.add("Refund mail")
  try bench.make(try bench.desk.setDone([card], true, context: bench.context))
  #expect(bench.titles(2) == ["Refund mail"])
  #expect(bench.desk.card(card)?.doneAt == bench.now)
  try bench.make(bench.desk.undo(at: bench.now))
  #expect(bench.titles(0) == ["Refund mail"])
  #expect(bench.desk.card(card)?.doneAt == nil)
  try bench.make(bench.desk.redo(at: bench.now))
  #expect(bench.titles(2) == ["Refund mail"])
  try bench.make(bench.desk.undo(at: bench.now))
  try bench.make(bench.desk.undo(at: bench.now))
  #expect(bench.desk.card(card) == nil)
  try bench.make(bench.desk.undo(at: bench.now))
  #expect(bench.desk.clients.isEmpty)
  #expect(bench.desk.undo(at: bench.now) == nil)
}

@Test func oneInstantEndsTheOneTimerAndStartsTheOther() throws {
  var bench = try Bench()
  let card = try bench.add("Newsletter 48")
  let first = bench.desk.subject(of: try #require(bench.desk.card(card)))
  try bench.make(bench.desk.startTimer(first, context: bench.context))
  bench.now = bench.now.adding(600)
  try bench.make(
    bench.desk.startTimer(TimerSubject(client: bench.client, note: "Call"), context: bench.context))
  #expect(bench.desk.running?.note == "Call")
  #expect(bench.desk.running?.start == bench.now)
  #expect(bench.desk.secondsSpent(on: card, now: bench.now) == 600)
  #expect(bench.desk.previousSubject() == first)
  try bench.make(bench.desk.undo(at: bench.now))
  #expect(bench.desk.running?.card == card)
}

@Test func aColumnWithCardsIsNotRemovedWithoutAPlaceForThem() throws {
  var bench = try Bench()
  _ = try bench.add("a")
  let columns = bench.columns
  #expect(throws: DeskError.columnNotEmpty("Backlog")) {
    try bench.desk.removeColumn(columns[0].id, movingCardsTo: nil, context: bench.context)
  }
  try bench.make(
    try bench.desk.removeColumn(columns[0].id, movingCardsTo: columns[1].id, context: bench.context))
  #expect(bench.titles(0) == ["a"])
}

@Test func aChangeMadeToAnOlderStateIsRefused() throws {
  var bench = try Bench()
  let card = try bench.add("a")
  let stale = try bench.desk.editCards([card], action: "card.edit", context: bench.context) { $0.title = "b" }
  try bench.make(
    try bench.desk.editCards([card], action: "card.edit", context: bench.context) { $0.title = "c" })
  #expect(throws: DeskError.changedElsewhere(.card(card))) { try bench.desk.check(stale) }
}
