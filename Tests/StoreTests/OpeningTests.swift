import Civil
import Desk
import Store
import Synchronization
import Testing

@Suite struct OpeningTests {
  @Test func aFolderThatIsNotThereIsAnEmptyDeskAndIsNotMade() throws {
    let disk = MemoryFileSystem()
    let store = try Store.open(disk)
    #expect(store.desk.isEmpty)
    #expect(store.readOnly == nil)
    #expect(disk.calls == 0)
  }

  @Test func whatWasCommittedIsThereAfterAKill() throws {
    let disk = MemoryFileSystem()
    let store = try Store.open(disk)
    var work = Workload(seed: 1)
    for _ in 0..<40 { try store.commit(work.next(on: store.desk)) }
    let again = try Store.open(disk.afterKill())
    #expect(differences(again.desk, from: store.desk) == [])
    #expect(again.desk.sequence == 40)
    #expect(again.notices.isEmpty)
  }

  /// What planning needs is all there without the archives, and nothing is lost when the rest comes after a change.
  @Test(arguments: UInt64(1)...8) func whatIsPlannedWithIsReadWithoutTheArchives(seed: UInt64) throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: seed)
    let first = try Store.open(disk)
    for _ in 1...150 { try first.commit(work.next(on: first.desk)) }
    try first.snapshot()
    var model = first.desk
    let store = try Store.open(disk)
    let year = 2026
    store.loadWork(since: year)
    #expect(Set(store.desk.allEntries) == Set(model.allEntries))
    #expect(Set(store.desk.allCards.filter { !$0.archived }) == Set(model.allCards.filter { !$0.archived }))
    let isRecent = { (block: Block) in block.start.wall.date.year >= year }
    #expect(Set(store.desk.allBlocks.filter(isRecent)) == Set(model.allBlocks.filter(isRecent)))
    #expect(!store.isComplete && store.notices.isEmpty)
    let change = try store.commit(work.next(on: store.desk))
    model.apply(change)
    try store.snapshot()
    store.loadEverything()
    #expect(differences(store.desk, from: model) == [])
  }

  @Test(arguments: UInt64(1)...8) func snapshotsAtAnyTimeChangeNothingThatIsSeen(seed: UInt64) throws {
    var disk = MemoryFileSystem()
    var work = Workload(seed: seed)
    var store = try Store.open(disk)
    var model = store.desk
    for step in 1...120 {
      let change = try store.commit(work.next(on: store.desk))
      model.apply(change)
      if step % 17 == 0 { try store.snapshot() }
      if step % 23 == 0 {
        disk = disk.afterKill()
        store = try Store.open(disk)
        if step % 2 == 0 { store.loadEverything() }
      }
      if store.isComplete { #expect(differences(store.desk, from: model) == []) }
    }
    store.loadEverything()
    #expect(differences(store.desk, from: model) == [])
    #expect(store.desk.history.transactions.map(\.sequence) == model.history.transactions.map(\.sequence))
    #expect(store.desk.history.undoable == model.history.undoable)
    #expect(store.notices.isEmpty)
  }

  /// A small desk's first picture has what was spent on cards long ago.
  @Test func aSmallDesksOldMonthsAreReadAtOnce() throws {
    let disk = MemoryFileSystem()
    let client = Client(id: "client", slug: "c", name: "C", zone: "UTC", createdAt: morning)
    let column = Column(id: "column", client: client.id, name: "Doing", role: .doing, rank: "n")
    let card = Card(
      id: "card", client: client.id, column: column.id, rank: "n", title: "Card", createdAt: morning)
    let long = morning.adding(-400 * 86_400)
    let entry = Entry(
      id: "entry", client: client.id, card: card.id, start: long, end: long.adding(3600))
    try Store.create(
      "/desk", records: [.client(client), .column(column), .card(card), .entry(entry)], zones: testZones(),
      fileSystem: disk, now: { morning })
    let store = try Store.open(disk)
    #expect(store.desk.secondsSpent(on: card.id, now: morning) == 3600)
    // The little that no picture needs follows without a thread.
    store.startLoading()
    #expect(store.isComplete)
  }

  /// The thread that makes other things ready reads along before, between and after them, or not at all.
  @Test(arguments: 0...3) func aPartnerWithThingsOfItsOwnMissesNoFile(jobs: Int) throws {
    let disk = MemoryFileSystem()
    let records = (0..<5).flatMap { number -> [Record] in
      let client = Client(
        id: ClientID("client\(number)"), slug: "c\(number)", name: "\(number)", zone: "Asia/Kolkata",
        createdAt: morning)
      let entry = Entry(
        id: EntryID("entry\(number)"), client: client.id, card: nil, start: morning, end: morning.adding(60))
      return [.client(client), .entry(entry)]
    }
    try Store.create("/desk", records: records, zones: testZones(), fileSystem: disk, now: { morning })
    let done = Atomic(0)
    for _ in 0..<50 {
      let partner = ReadingPartner()
      partner.start(Array(repeating: { done.add(1, ordering: .relaxed) }, count: jobs))
      let store = try Store.open("/desk", zones: testZones(), fileSystem: disk, partner: partner) { morning }
      #expect(store.desk.allEntries.count == 5)
      #expect(store.notices.isEmpty)
      partner.join()
    }
    #expect(done.load(ordering: .relaxed) == 50 * jobs)
  }

  /// Many clients' files are read by two threads; nothing of either half may be missing, good or damaged.
  @Test func aDeskOfManyClientsIsReadWholeByTwoThreads() throws {
    let disk = MemoryFileSystem()
    let made = (0..<12).flatMap { number -> [Record] in
      let client = Client(
        id: ClientID("client\(number)"), slug: "c\(number)", name: "\(number)", zone: "UTC",
        createdAt: morning)
      let column = Column(
        id: ColumnID("column\(number)"), client: client.id, name: "Doing", role: .doing, rank: "n")
      let cards = (0..<3).map { place in
        Card(
          id: CardID("card\(number)-\(place)"), client: client.id, column: column.id, rank: "n\(place)",
          title: "Card", createdAt: morning)
      }
      var old = Card(
        id: CardID("old\(number)"), client: client.id, column: column.id, rank: "n", title: "Old",
        createdAt: morning)
      old.archived = true
      return [.client(client), .column(column), .card(old)] + cards.map(Record.card)
    }
    try Store.create("/desk", records: made, zones: testZones(), fileSystem: disk, now: { morning })
    let whole = try Store.open(disk)
    // What is archived is not waited for where there is much of it.
    #expect(Set(whole.desk.allCards.map(\.id)).count == 36)
    #expect(whole.notices.isEmpty)
    whole.loadEverything()
    #expect(whole.desk.allCards.count == 48)
    for name in ["c1", "c10"] { disk["/desk/clients/\(name)/board.json"] = Array("{ broken".utf8) }
    let damaged = try Store.open(disk)
    #expect(damaged.desk.allCards.count == 30)
    #expect(damaged.notices.count == 2)
    damaged.loadEverything()
    #expect(damaged.desk.allCards.count == 42)
    #expect(damaged.notices.count == 2)
  }
}
