import Civil
import Desk
import Exchange
import Testing

@Test func listsBecomeColumnsInOrder() throws {
  var bench = try ImportBench()
  let report = try bench.bring(ImportBench.board()).report
  #expect(bench.columns.map(\.name) == ["To Do", "進行中", "Done 🎉"])
  #expect(bench.columns.map(\.role) == [.ready, .doing, .done])
  #expect(bench.columns.map(\.wipLimit) == [nil, 3, nil])
  #expect(report.roles.map(\.name) == ["To Do", "進行中", "Done 🎉"] && report.roles.allSatisfy { $0.isNamed })
  #expect(bench.titles("To Do") == ["Podcast notes", "Invoice pack for [31mNovember"])
  #expect(bench.titles("進行中") == ["Newsletter 48"])
  #expect(bench.titles("Done 🎉") == [])
  #expect(bench.desk.clients.map(\.slug) == ["coach-lin"])
}

@Test func aCardComesWithAllThereIsToIt() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let card = try bench.card("Newsletter 48")
  #expect(card.due.map { "\($0.wall.text) \($0.zone)" } == "2026-12-03T16:00 Europe/London")
  #expect(card.labels == ["Mail", "red_dark"])
  #expect(card.assignee == "Lin Chu, ana")
  #expect(
    card.checklist == [
      ChecklistItem(text: "Send: Test mail"), ChecklistItem(text: "Write: Outline", done: true),
      ChecklistItem(text: "Write: Subject"),
    ])
  #expect(
    card.notes == """
      Draft: https://a.example
      see [site](https://b.example)

      Hours: 0.3
      Stage: Final
      brief.pdf: https://files.example/brief.pdf
      https://c.example
      """)
  #expect(card.comments.map(\.writer) == ["ana", "Lin Chu"])
  #expect(card.comments.map(\.text) == ["First words", "Looks good\nsend it"])
  #expect(card.comments.map(\.at.text) == ["2026-11-01T08:00:00Z", "2026-11-02T08:00:00Z"])
  #expect(card.createdAt.text == "2023-11-14T23:13:20Z")
  #expect(card.source == "trello:6553ff1000000000000000c9")
  #expect(card.doneAt == nil && !card.archived)
}

@Test func doneAndArchivedCardsAreToldApart() throws {
  var bench = try ImportBench()
  let report = try bench.bring(ImportBench.board()).report
  // Done on time: the last activity was a day after the due time.
  #expect(try bench.card("Podcast notes").doneAt?.text == "2023-11-18T09:30:00Z")
  // In the done column without Trello's tick: done when something last happened.
  #expect(try bench.card("Refund mail").doneAt?.text == "2023-11-20T10:00:00Z")
  #expect(try bench.card("Refund mail").archived)
  let campaign = try bench.card("Spring campaign")
  #expect(campaign.archived && campaign.doneAt == nil && campaign.notes == "List: Spring 2022")
  #expect(campaign.due?.wall.text == "2022-03-27T00:30")
  #expect(report.archivedCards == 3)
}

@Test func theReportSaysWhatWasLeftOut() throws {
  let bench = try ImportBench()
  let report = try bench.plan(ImportBench.board()).report
  #expect(report.board == "Coach Lin board" && report.clientName == "Coach Lin" && report.isNewClient)
  #expect(
    report.columns == tally(added: 3) && report.cards == tally(added: 6) && report.comments == tally(added: 2)
  )
  #expect(
    report.remarks == [
      .commentsNotInFile: 3, .commentsOfMissingCards: 1, .otherActions: 2, .archivedLists: 1,
      .cardsOfMissingLists: 1,
      .emptyTitles: 1, .attachmentsNotFetched: 2, .emailAddresses: 6, .startDates: 1, .checklistDetails: 1,
      .joinedChecklists: 1, .checklistsOfMissingCards: 1, .unknownMembers: 1, .unknownCustomFields: 1,
      .unreadableDates: 1, .nullTexts: 2,
    ])
}

@Test func nothingSecretAndNoControlCharacterComesIn() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let document = String(decoding: JSONExport.document(bench.desk, now: bench.now), as: UTF8.self)
  #expect(!document.contains("secret"))
  for escape in ["\\u00", "\\u20", "\\r"] { #expect(!document.contains(escape)) }
}

@Test func anImportIsOneChangeThatUndoTakesBack() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let undo = try #require(bench.desk.undo(at: bench.now))
  try bench.make(undo)
  #expect(bench.desk.isEmpty && bench.desk.allCards.isEmpty)
}

@Test func aCardOfAWaitingListWaitsSinceItCameThere() throws {
  var bench = try ImportBench()
  // “進行中”, as the file writes it.
  try bench.bring(ImportBench.board(replacing: #"\u9032\u884c\u4e2d"#, with: "Waiting"))
  #expect(bench.columns.map(\.role) == [.ready, .waiting, .done])
  // The file knows of no move: the last thing that happened.
  #expect(try bench.card("Newsletter 48").waitingSince?.text == "2023-11-20T10:00:00Z")
  #expect(try bench.card("Podcast notes").waitingSince == nil)
  #expect(try bench.card("Refund mail").waitingSince == nil)
}

@Test func theMoveToTheWaitingListSaysSinceWhen() throws {
  var bench = try ImportBench()
  let moved = """
    "type": "updateCard",
       "date": "2023-11-17T07:00:00.000Z",
       "data": {
        "listAfter": {
         "id": "6553f1000000000000000002"
        },
    """
  let whole = try ImportBench.board(
    replacing: "\"type\": \"updateCard\",\n   \"date\": \"2026-11-01T07:00:00.000Z\",\n   \"data\": {",
    with: moved)
  let name = Array(#"\u9032\u884c\u4e2d"#.utf8)
  let start = try #require(whole.indices.first { whole[$0...].starts(with: name) })
  try bench.bring(Array(whole[..<start]) + Array("Waiting".utf8) + Array(whole[(start + name.count)...]))
  #expect(try bench.card("Newsletter 48").waitingSince?.text == "2023-11-17T07:00:00Z")
}

@Test func anUnknownRoleIsAGuessByPlace() throws {
  var bench = try ImportBench()
  let file = try ImportBench.board(replacing: "\"To Do\"", with: "\"Paid ads\"")
  let report = try bench.bring(file).report
  #expect(bench.columns.map(\.role) == [.backlog, .doing, .done])
  #expect(report.roles.map(\.isNamed) == [false, true, true])
}

@Test func aClientsOwnColumnsAreUsedByName() throws {
  var bench = try ImportBench()
  let added = bench.desk.addClient(
    ClientDraft(name: "Lin", zone: "Asia/Tokyo"),
    columns: [
      ColumnDraft(name: "Ideas", role: .backlog), ColumnDraft(name: "TO DO", role: .ready, wipLimit: 5),
      ColumnDraft(name: "Sent", role: .done),
    ], context: bench.context)
  try bench.make(added)
  let client = bench.desk.clients[0].id
  let own = try bench.desk.addCard(
    CardDraft(title: "My own"), to: bench.columns[1].id, context: bench.context)
  try bench.make(own)
  let report = try bench.bring(ImportBench.board(), into: .client(client)).report
  #expect(!report.isNewClient && report.columns == tally(added: 2, updated: 1))
  #expect(Set(bench.columns.map(\.name)) == ["Ideas", "TO DO", "進行中", "Done 🎉", "Sent"])
  #expect(bench.columns.first { $0.name == "TO DO" }?.wipLimit == 5)
  #expect(Set(bench.titles("TO DO")) == ["My own", "Podcast notes", "Invoice pack for [31mNovember"])
  #expect(try bench.card("Newsletter 48").due?.wall.text == "2026-12-04T01:00")
  #expect(try bench.bring(ImportBench.board(), into: .client(client)).transaction.isEmpty)
}

@Test func aBoardWhoseListsAreAllArchivedKeepsThem() throws {
  var bench = try ImportBench()
  try bench.bring(
    ImportBench.board(replacing: "\"closed\": false,\n   \"pos\"", with: "\"closed\": true,\n   \"pos\""))
  #expect(bench.columns.map(\.name) == ["To Do", "Spring 2022", "進行中", "Done 🎉"])
  #expect(bench.desk.allCards.allSatisfy { $0.archived })
}

@Test func aBoardWithoutListsGetsAColumn() throws {
  var bench = try ImportBench()
  let file = Array(#"{"id":"b","name":"B","lists":[],"cards":[{"id":"c1","name":"One","idList":"x"}]}"#.utf8)
  try bench.bring(file)
  #expect(bench.columns.map(\.name) == ["Imported"])
  #expect(try bench.card("One").archived)
  #expect(try bench.card("One").createdAt == bench.now)
}

@Test func progressIsToldAboutEveryMegabyte() throws {
  let bench = try ImportBench()
  let card =
    #"{"id":"c","name":"One","idList":"x","desc":"\#(String(repeating: "lorem ipsum ", count: 8_000))"}"#
  let text =
    #"{"lists":[],"actions":[],"cards":["# + Array(repeating: card, count: 40).joined(separator: ",") + "]}"
  var told: [Int] = []
  let bytes = Array(text.utf8)
  _ = try TrelloImport.plan(bytes, into: ImportBench.coachLin, of: bench.desk, context: bench.context) {
    done, total in
    #expect(total == bytes.count)
    told.append(done)
  }
  #expect(told.last == bytes.count && told == told.sorted())
  #expect((3...5).contains(told.count))
}

func tally(added: Int = 0, updated: Int = 0, unchanged: Int = 0) -> ImportReport.Tally {
  var tally = ImportReport.Tally()
  (tally.added, tally.updated, tally.unchanged) = (added, updated, unchanged)
  return tally
}

/// A board as it is first made, and an import that knows what that is.
private struct FreshBoard {
  var bench: ImportBench
  let client: ClientID
  var words = ImportWords()

  init() throws {
    bench = try ImportBench()
    words.standardColumns = [
      ColumnDraft(name: "Backlog", role: .backlog), ColumnDraft(name: "Doing", role: .doing, wipLimit: 3),
      ColumnDraft(name: "To do", role: .ready),
    ]
    let draft = ClientDraft(name: "Coach Lin", zone: "Europe/London")
    let made = bench.desk.addClient(draft, columns: words.standardColumns, context: bench.context)
    try bench.make(made)
    client = try #require(bench.desk.clients.first?.id)
  }

  mutating func bring() throws -> ImportReport {
    let result = try TrelloImport.plan(
      ImportBench.board(), into: .client(client), of: bench.desk, context: bench.context, words: words)
    try bench.make(result.transaction)
    return result.report
  }
}

@Test func theEmptyColumnsOfAFreshBoardMakeRoomForThoseOfTheFile() throws {
  var board = try FreshBoard()
  let before = board.bench.columns
  #expect(try board.bring().removedColumns == 2)
  // "To do" takes the list of that name.
  #expect(board.bench.columns.map(\.name) == ["To do", "進行中", "Done 🎉"])
  try board.bench.make(try #require(board.bench.desk.undo(at: board.bench.now)))
  #expect(board.bench.columns == before)
}

@Test func aBoardThatSomebodyBeganToUseKeepsItsColumns() throws {
  var used = try FreshBoard()
  let column = try #require(used.bench.columns.first)
  try used.bench.make(
    try used.bench.desk.editColumn(column.id, context: used.bench.context) { $0.wipLimit = 7 })
  #expect(try used.bring().removedColumns == 0)
  #expect(used.bench.columns.map(\.name) == ["Backlog", "Doing", "To do", "進行中", "Done 🎉"])

  var filled = try FreshBoard()
  let card = try filled.bench.desk.addCard(
    CardDraft(title: "Own"), to: try #require(filled.bench.columns.first).id, context: filled.bench.context)
  try filled.bench.make(card)
  #expect(try filled.bring().removedColumns == 0)
}
