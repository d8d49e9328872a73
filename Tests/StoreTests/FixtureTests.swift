import Civil
import Desk
import Store
import Testing

/// Desks as version 1 wrote them: every later version opens them.
@Suite struct FixtureTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/Fixtures/v1"

  /// A copy of the fixture in memory, so that nothing is written to it.
  func fixture() throws -> MemoryFileSystem {
    let disk = MemoryFileSystem()
    try copy(Self.folder, to: "/desk", on: disk)
    return disk
  }

  private func copy(_ folder: String, to goal: String, on disk: MemoryFileSystem) throws {
    let real = DiskFileSystem()
    for name in try real.list(folder) {
      if try real.status(folder + "/" + name).isFolder {
        try copy(folder + "/" + name, to: goal + "/" + name, on: disk)
      } else {
        disk[goal + "/" + name] = try real.read(folder + "/" + name)
      }
    }
  }

  @Test func aDeskOfVersionOneOpensWhole() throws {
    let store = try Store.open(try fixture())
    #expect(store.notices == [])
    #expect(store.desk.settings.name == "Asha")
    #expect(store.desk.clients.map(\.slug) == ["coach-lin", "prakashan"])
    #expect(store.desk.clients.map(\.name) == ["Coach Lin", "प्रकाशन"])
    #expect(store.desk.sequence == 8)
    let card = try #require(store.desk.card("37p0000000d001"))
    #expect(card.title == "Newsletter 49")
    #expect(card.due?.wall.text == "2026-11-26T17:00")
    #expect(card.due?.zone == "Europe/London")
    #expect(card.checklist == [ChecklistItem(text: "Draft", done: true), ChecklistItem(text: "Send")])
    #expect(card.comments.first?.writer == "Lin")
    #expect(store.desk.block("37p0000000e002")?.kind == .personal)
    // The running entry is found in its old month, before anything else of that month is looked for.
    #expect(store.desk.running?.note == "Left running")
    #expect(store.desk.card("37p0000000d003") == nil)
    #expect(!store.isComplete)

    store.loadEverything()
    #expect(store.desk.card("37p0000000d003")?.archived == true)
    #expect(store.desk.block("37p0000000e003")?.title == "Old block")
    #expect(store.desk.block("37p0000000e004")?.duration == 864_000)
    #expect(store.desk.history.transactions.map(\.sequence) == [4, 5, 6, 7, 8])
    #expect(store.desk.history.undoable?.sequence == 6)
    #expect(store.desk.history.redoable?.sequence == 7)
    #expect(store.notices == [])
  }

  @Test func fieldsOfALaterVersionSurviveBeingWritten() throws {
    let disk = try fixture()
    let store = try Store.open(disk)
    try store.commit(try store.desk.editClient("37p0000000aaaa", context: context) { $0.name = "Lin" })
    try store.commit(store.desk.editSettings(context: context) { $0.theme = "paper" })
    try store.snapshot()
    func text(_ path: String) -> String { String(decoding: disk["/desk/" + path] ?? [], as: UTF8.self) }
    #expect(text("desk.json").contains(#""madeBy": "a later version""#))
    #expect(text("desk.json").contains("2.50"))
    #expect(text("clients/coach-lin/client.json").contains(#""pronouns": "she/her""#))
    #expect(text("clients/coach-lin/board.json").contains(#""background": "blue""#))
    #expect(text("clients/coach-lin/board.json").contains(#""sticker": "star""#))
    let again = try Store.open(disk.afterKill())
    again.loadEverything()
    store.loadEverything()
    #expect(differences(again.desk, from: store.desk) == [])
    #expect(again.desk.client("37p0000000aaaa")?.name == "Lin")
  }

  @Test func anUnchangedFileIsNotWrittenAgain() throws {
    let disk = try fixture()
    let before = disk["/desk/clients/prakashan/client.json"]
    let store = try Store.open(disk)
    disk["/desk/clients/prakashan/client.json"] = Array("{ }".utf8)
    try store.snapshot()
    #expect(disk["/desk/clients/prakashan/client.json"] == Array("{ }".utf8))
    #expect(before != nil)
  }

  @Test func whatIsMissingIsAtItsDefault() throws {
    let disk = MemoryFileSystem()
    disk["/desk/desk.json"] = Array("{}".utf8)
    disk["/desk/clients/a/client.json"] = Array(#"{"id":"a1","slug":"a"}"#.utf8)
    disk["/desk/clients/a/board.json"] = Array(
      #"{"columns":[{"id":"k1"}],"cards":[{"id":"c1","column":"k1"},{"id":"c2","column":"k1","client":"a1"}]}"#
        .utf8)
    disk["/desk/clients/a/time/2026-11.json"] = Array(
      #"{"entries":[{"id":"e1","start":"2026-11-20T08:00:00Z"}]}"#.utf8)
    let store = try Store.open(disk)
    #expect(store.notices == [])
    #expect(store.desk.settings == Settings())
    #expect(store.desk.cards(in: "k1").map(\.client) == ["a1", "a1"])
    #expect(store.desk.entry("e1")?.client == "a1")
  }

  @Test func aRecordRemovedBeforeItsFileWasReadStaysGone() throws {
    let disk = try fixture()
    let first = try Store.open(disk)
    first.loadEverything()
    try first.commit(try first.desk.removeCards(["37p0000000d003"], context: context))
    try first.commit(try first.desk.removeBlock("37p0000000e003", context: context))
    let second = try Store.open(disk.afterKill())
    second.loadEverything()
    #expect(second.desk.card("37p0000000d003") == nil)
    #expect(differences(second.desk, from: first.desk) == [])
    // And undo of it, by one that has not read the file, brings it back.
    let third = try Store.open(disk.afterKill())
    try third.commit(try #require(third.desk.undo(at: morning)))
    third.loadEverything()
    #expect(third.desk.block("37p0000000e003")?.title == "Old block")
  }

  @Test func foldersFollowSlugsThatChangePlaces() throws {
    let disk = try fixture()
    let store = try Store.open(disk)
    func rename(_ id: ClientID, _ slug: String) throws {
      try store.commit(try store.desk.editClient(id, context: context) { $0.slug = slug })
    }
    try rename("37p0000000aaaa", "spare")
    try rename("37p0000000bbbb", "coach-lin")
    try rename("37p0000000aaaa", "prakashan")
    for _ in 0..<3 { try store.snapshot() }
    let again = try Store.open(disk.afterKill())
    again.loadEverything()
    store.loadEverything()
    #expect(differences(again.desk, from: store.desk) == [])
    #expect(again.notices == [])
    #expect(again.desk.card("37p0000000d003") != nil)
    let cards = disk.paths.filter { $0.hasSuffix("cards/2025.json") }
    #expect(cards == ["/desk/archive/clients/prakashan/cards/2025.json"])
  }

  private var context: ChangeContext {
    ChangeContext(now: morning, ids: IdentifierSource { 7 })
  }
}
