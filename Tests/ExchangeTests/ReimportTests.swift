import Civil
import Desk
import Exchange
import Testing

@Test func theSameFileAgainChangesNothing() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  bench.now = bench.now.adding(86_400)
  let again = try bench.bring(ImportBench.board())
  #expect(again.transaction.isEmpty && again.transaction.changes.isEmpty)
  #expect(again.report.cards == tally(unchanged: 6) && again.report.columns == tally(unchanged: 3))
  #expect(again.report.comments == tally(unchanged: 2) && !again.report.isNewClient)
  #expect(again.report.remarks[.localEditsKept] == nil)
}

@Test func whatWasEditedHereStaysWhenTheFileDidNotChangeIt() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let now = bench.now
  try bench.edit("Newsletter 48") { card in
    card.title = "Newsletter 48 (final)"
    card.notes = "mine"
    card.due = nil
    card.checklist[0].done = true
    card.comments.append(Comment(at: now, writer: "me", text: "mine"))
  }
  let again = try bench.bring(ImportBench.board())
  #expect(again.transaction.isEmpty && again.report.remarks[.localEditsKept] == 1)

  // The file changes the due time too: that stays as it is here, and is told.
  let later = try ImportBench.board(replacing: "2026-12-03T16:00:00.000Z", with: "2026-12-10T16:00:00.000Z")
  let update = try bench.bring(later)
  #expect(update.report.cards == tally(updated: 1, unchanged: 5))
  #expect(
    update.report.conflicts == [ImportConflict(title: "Newsletter 48 (final)", fields: ["due"])]
      && update.report.remarks[.localEditsKept] == nil)
  let card = try bench.card("Newsletter 48 (final)")
  #expect(card.due == nil)
  #expect(card.notes == "mine" && card.checklist[0].done && card.comments.count == 3)
  #expect(try bench.bring(later).transaction.isEmpty)
}

@Test func whatWasEditedHereStaysHoweverOftenTheFileChangesOtherThings() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  try bench.edit("Newsletter 48") { $0.title = "Mine" }
  let due = try ImportBench.board(replacing: "2026-12-03T16:00:00.000Z", with: "2026-12-10T16:00:00.000Z")
  #expect(try bench.bring(due).report.conflicts == [])
  #expect(try bench.card("Mine").due?.wall.text == "2026-12-10T16:00")
  let title = try ImportBench.board(
    replacing: "\"name\": \"Newsletter 48\"", with: "\"name\": \"Newsletter 49\"")
  #expect(
    try bench.bring(title).report.conflicts == [ImportConflict(title: "Mine", fields: ["title"])])
  #expect(try bench.card("Mine").due?.wall.text == "2026-12-03T16:00")
}

/// As a desk has them that was written before it was noted what a card was turned into.
@Test func withoutThatNoteADifferentValueStays() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  try bench.edit("Newsletter 48") {
    $0.imported = $0.imported?.split(separator: ".").prefix(11).joined(separator: ".")
  }
  #expect(try bench.bring(ImportBench.board()).transaction.isEmpty)
  let later = try ImportBench.board(
    replacing: "\"name\": \"Newsletter 48\"", with: "\"name\": \"Newsletter 49\"")
  #expect(
    try bench.bring(later).report.conflicts == [ImportConflict(title: "Newsletter 48", fields: ["title"])])
}

@Test func aCardDeletedHereStaysDeleted() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let id = try bench.card("Newsletter 48").id
  try bench.make(try bench.desk.removeCards([id], context: bench.context))
  let again = try bench.plan(ImportBench.board())
  #expect(again.transaction.isEmpty && again.report.remarks[.deletedHere] == 1)
  try bench.make(try #require(bench.desk.undo(at: bench.now)))
  #expect(try bench.bring(ImportBench.board()).report.cards == tally(unchanged: 6))
}

@Test func aBoardAskedForUnderAnotherNameGoesWhereItWentAndSaysSo() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let again = try bench.plan(ImportBench.board(), into: .new(ClientDraft(name: "Other", zone: "UTC")))
  #expect(again.report.unmadeClient == "Other" && again.report.clientName == "Coach Lin")
}

@Test func whatTheFileChangedComes() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let later = try ImportBench.board(
    replacing: "\"name\": \"Newsletter 48\"", with: "\"name\": \"Newsletter 49\"")
  #expect(try bench.bring(later).report.cards == tally(updated: 1, unchanged: 5))
  #expect(bench.titles("進行中") == ["Newsletter 49"])
}

@Test func aCardMovedInTheFileMoves() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let ids = (list: "6553f1000000000000000002", done: "6553f1000000000000000004")
  let moved = try ImportBench.board(
    replacing: "\"idShort\": 2,\n   \"idList\": \"\(ids.list)\"",
    with: "\"idShort\": 2,\n   \"idList\": \"\(ids.done)\"")
  try bench.bring(moved)
  #expect(bench.titles("Done 🎉") == ["Newsletter 48"] && bench.titles("進行中") == [])
  #expect(try bench.card("Newsletter 48").doneAt != nil)
}

/// Both moved it: it stays where it is here, and is not done by a list that it is not in.
@Test func aCardThatStaysWhereItIsHereIsNotDoneByTheFilesList() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let goal = try #require(bench.columns.first)
  try bench.make(
    try bench.desk.moveCards([bench.card("Newsletter 48").id], to: goal.id, context: bench.context))
  let moved = try ImportBench.board(
    replacing: "\"idShort\": 2,\n   \"idList\": \"6553f1000000000000000002\"",
    with: "\"idShort\": 2,\n   \"idList\": \"6553f1000000000000000004\"")
  let report = try bench.bring(moved).report
  #expect(report.conflicts.map(\.fields) == [["column"]])
  let card = try bench.card("Newsletter 48")
  #expect(card.column == goal.id && card.doneAt == nil)
}

@Test func aCardMovedHereStaysMoved() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let goal = try #require(bench.columns.last)
  let id = try bench.card("Newsletter 48").id
  try bench.make(try bench.desk.moveCards([id], to: goal.id, context: bench.context))
  #expect(try bench.bring(ImportBench.board()).transaction.isEmpty)
  // Another field changes in the file: the place here still stands.
  try bench.bring(
    ImportBench.board(replacing: "\"name\": \"Newsletter 48\"", with: "\"name\": \"Newsletter 49\""))
  #expect(bench.titles("Done 🎉") == ["Newsletter 49"])
}

@Test func aCardThatWentToAnotherClientIsNotDoubled() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  try bench.make(
    bench.desk.addClient(
      ClientDraft(name: "Other", zone: "UTC"), columns: [ColumnDraft(name: "Here", role: .ready)],
      context: bench.context))
  let here = try #require(bench.columns.first { $0.name == "Here" })
  let id = try bench.card("Newsletter 48").id
  try bench.make(try bench.desk.moveCards([id], to: here.id, context: bench.context))
  let again = try bench.bring(
    ImportBench.board(replacing: "\"name\": \"Newsletter 48\"", with: "\"name\": \"Newsletter 49\""))
  #expect(again.report.cards.added == 0 && again.report.remarks[.cardsWithOtherClient] == 1)
  #expect(bench.titles("Here") == ["Newsletter 49"])
  // The whole board asked for by another client: it is all here already.
  let elsewhere = try bench.plan(ImportBench.board(), into: .client(here.client))
  #expect(elsewhere.report.cards.added == 0)
}

@Test func aBoardThatIsAllWithAnotherClientAddsNothing() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  try bench.make(
    bench.desk.addClient(ClientDraft(name: "Other", zone: "UTC"), columns: [], context: bench.context))
  let other = try #require(bench.desk.client(slug: "other"))
  let result = try bench.plan(ImportBench.board(), into: .client(other.id))
  #expect(result.transaction.isEmpty && result.report.remarks[.cardsWithOtherClient] == 6)
  #expect(result.report.otherClients == ["Coach Lin"])
}

@Test func newCardsGoBetweenTheirNeighboursInTheFile() throws {
  var bench = try ImportBench()
  let cards = { (names: [String]) in
    names.enumerated().map { place, name in
      #"{"id":"\#(name)","name":"\#(name)","idList":"l","pos":\#(place)}"#
    }.joined(separator: ",")
  }
  let file = { (names: [String]) in
    Array(#"{"id":"b","name":"B","lists":[{"id":"l","name":"L","pos":1}],"cards":[\#(cards(names))]}"#.utf8)
  }
  let names = (0..<100).map { "c\($0)" }
  try bench.bring(file(names))
  #expect(bench.titles("L") == names)
  // Positions are by count here, so that every card behind a new one moves.
  var more = names
  more.insert(contentsOf: (0..<50).map { "n\($0)" }, at: 40)
  more.insert("first", at: 0)
  try bench.bring(file(more))
  #expect(bench.titles("L") == more)
  #expect(bench.desk.allCards.allSatisfy { $0.rank.count < 12 })
  #expect(try bench.bring(file(more)).transaction.isEmpty)
}

@Test func commentsAreNeverDroppedAndNeverDoubled() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  // The older comment has fallen out of the thousand actions, the newer was edited.
  let later = try ImportBench.board(
    replacing: "\"text\": \"First words\"", with: "\"text\": \"First words, edited\"")
  let report = try bench.bring(later).report
  #expect(report.comments == tally(updated: 1, unchanged: 1))
  let without = try ImportBench.board(replacing: "\"commentCard\"", with: "\"otherKind\"")
  try bench.bring(without)
  #expect(
    try bench.card("Newsletter 48").comments.map(\.text) == ["First words, edited", "Looks good\nsend it"])
}

@Test func aColumnRenamedHereStaysUntilItsListIsRenamed() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let todo = try #require(bench.columns.first)
  try bench.make(
    try bench.desk.editColumn(todo.id, context: bench.context) {
      $0.name = "Inbox"
      $0.role = .backlog
    })
  #expect(try bench.bring(ImportBench.board()).transaction.isEmpty)
  #expect(bench.columns.map(\.name) == ["Inbox", "進行中", "Done 🎉"])
  let report = try bench.bring(ImportBench.board(replacing: "\"To Do\"", with: "\"This week\"")).report
  #expect(report.columns == tally(updated: 1, unchanged: 2))
  #expect(bench.columns.map(\.name) == ["This week", "進行中", "Done 🎉"] && bench.columns[0].role == .backlog)
}

@Test func anUndoneImportComesAgain() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let undo = try #require(bench.desk.undo(at: bench.now))
  try bench.make(undo)
  #expect(try bench.bring(ImportBench.board()).report.cards == tally(added: 6))
}

/// Whatever subset of a board's cards came before, importing the whole adds the rest, and again adds nothing.
@Test func importingInPartsEndsAsTheWhole() throws {
  var generator = Generator(seed: 3)
  for _ in 0..<30 {
    var bench = try ImportBench()
    var board = SyntheticBoard(lists: 4, cards: 40, &generator)
    let whole = board
    board.cards.removeAll { _ in Bool.random(using: &generator) }
    try bench.bring(board.bytes)
    try bench.bring(whole.bytes)
    #expect(bench.desk.allCards.count == whole.cards.count)
    for list in whole.lists {
      #expect(
        bench.titles(list)
          == whole.cards.filter { $0.list == list }.sorted { $0.position < $1.position }.map(\.name))
    }
    #expect(try bench.bring(whole.bytes).transaction.isEmpty)
  }
}
