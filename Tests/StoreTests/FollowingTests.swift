import Civil
import Desk
import Glibc
import Store
import Testing

/// Several stores on one folder, as several processes have them.
@Suite struct FollowingTests {
  @Test(arguments: UInt64(1)...6) func twoStoresTakeTurnsAndSeeTheSame(seed: UInt64) throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: seed)
    var random = Generator(seed: seed &+ 500)
    let stores = [try Store.open(disk), try Store.open(disk), try Store.open(disk)]
    var model = stores[0].desk
    for _ in 0..<90 {
      let one = stores[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<12, using: &random) {
      case 0: try one.snapshot()
      case 1: one.loadEverything()
      case 2: _ = one.follow()
      default:
        // What another one has done in between may be in the way; then this one has seen it.
        let change = work.next(on: one.desk)
        do { model.apply(try one.commit(change)) } catch { guard case .change = error else { throw error } }
        #expect(one.desk.sequence == model.sequence)
      }
    }
    for store in stores {
      _ = store.follow()
      store.loadEverything()
      #expect(differences(store.desk, from: model) == [])
      #expect(store.notices == [])
    }
    let last = try Store.open(disk.afterKill())
    last.loadEverything()
    #expect(differences(last.desk, from: model) == [])
  }

  @Test func aChangeToWhatAnotherHasChangedIsRefused() throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: 3)
    let one = try Store.open(disk)
    while one.desk.allCards.isEmpty { try one.commit(work.next(on: one.desk)) }
    let other = try Store.open(disk)
    let card = try #require(one.desk.allCards.first)
    var (mine, yours) = (card, card)
    mine.title = "Mine"
    yours.title = "Yours"
    func edit(_ after: Card) -> Transaction {
      Transaction(
        at: morning, action: "card.edit", changes: [RecordChange(before: .card(card), after: .card(after))])
    }
    try one.commit(edit(mine))
    #expect(throws: StoreError.change(.changedElsewhere(.card(card.id)))) { try other.commit(edit(yours)) }
    #expect(other.desk.card(card.id)?.title == "Mine")
  }

  @Test func onTheRealDiskOneHearsOfTheOther() throws {
    let folder = try TemporaryFolder()
    var work = Workload(seed: 4)
    let one = try Store.open(folder.path + "/a/desk", zones: testZones(), now: { morning })
    let other = try Store.open(folder.path + "/a/desk", zones: testZones(), now: { morning })
    for _ in 0..<5 {
      try one.commit(work.next(on: one.desk))
      // The first commit makes folders one by one: there may be several wake-ups.
      while other.desk.sequence < one.desk.sequence {
        #expect(isReadable(other.wakeDescriptors), "nobody told of \(one.desk.sequence)")
        guard isReadable(other.wakeDescriptors) else { return }
        _ = other.follow()
      }
      #expect(differences(other.desk, from: one.desk) == [])
    }
    try one.snapshot()
    try one.commit(work.next(on: one.desk))
    while other.desk.sequence < one.desk.sequence {
      guard isReadable(other.wakeDescriptors) else {
        Issue.record("nobody told of the snapshot")
        return
      }
      _ = other.follow()
    }
    #expect(differences(other.desk, from: one.desk) == [])
    try other.commit(work.next(on: other.desk))
    _ = one.follow()
    #expect(differences(one.desk, from: other.desk) == [])
    one.close()
    other.close()
    #expect(one.notices == [] && other.notices == [])
  }

  @Test func aDeskWithoutAJournalLetsItsProcessSleep() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.path, zones: testZones(), now: { morning })
    #expect(!isReadable(store.wakeDescriptors, within: 0))
    for _ in 0..<3 { _ = store.follow() }
    #expect(!isReadable(store.wakeDescriptors, within: 0))
    var work = Workload(seed: 13)
    try store.commit(work.next(on: store.desk))
    // One's own change may wake one, once.
    for _ in 0..<2 { _ = store.follow() }
    #expect(!isReadable(store.wakeDescriptors, within: 0))
    store.close()
  }

  @Test func whatIsReadInTheBackgroundArrivesAndLeavesLaterChangesAlone() throws {
    let folder = try TemporaryFolder()
    var work = Workload(seed: 12)
    let maker = try Store.open(folder.path, zones: testZones(), now: { morning })
    for _ in 0..<120 { try maker.commit(work.next(on: maker.desk)) }
    try maker.snapshot()
    let store = try Store.open(folder.path, zones: testZones(), now: { morning })
    store.startLoading()
    for _ in 0..<10 { try store.commit(work.next(on: store.desk)) }
    while !store.isComplete {
      guard isReadable(store.wakeDescriptors) else {
        Issue.record("nobody told that the rest is there")
        return
      }
      _ = store.follow()
    }
    _ = maker.follow()
    #expect(differences(store.desk, from: maker.desk) == [])
    #expect(store.desk.history.transactions.count == 130)
    store.close()
    let again = try Store.open(folder.path, zones: testZones(), now: { morning })
    again.loadEverything()
    #expect(differences(again.desk, from: store.desk) == [])
  }

  /// What is drawn is kept by the desk's revision: one that comes again with other records would show what is no more.
  @Test(arguments: UInt64(1)...4) func aRevisionNeverComesAgainWhenADeskIsReadAnew(seed: UInt64) throws {
    var (maker, store, work) = try storesWithMuchToRead(seed)
    var seen: [Int: [RecordKey: Record]] = [:]
    func look() {
      let found = records(of: store.desk)
      #expect(seen[store.desk.revision, default: found] == found, "revision \(store.desk.revision)")
      seen[store.desk.revision] = found
    }
    look()
    store.startLoading()
    for _ in 0..<3 {
      try leaveNothingToReadOnFrom(maker, &work)
      _ = store.follow()
      look()
      try store.commit(work.next(on: store.desk))
      look()
      _ = maker.follow()
    }
    store.loadEverything()
    look()
    store.close()
  }

  @Test func whatIsReadInTheBackgroundIsBegunAgainWhenADeskIsReadAnew() throws {
    var (maker, store, work) = try storesWithMuchToRead(14)
    store.startLoading()
    #expect(!store.isComplete, "there is nothing left to read in the background")
    try leaveNothingToReadOnFrom(maker, &work)
    repeat {
      guard isReadable(store.wakeDescriptors) || store.isComplete else {
        Issue.record("nobody told that the rest is there")
        return
      }
      _ = store.follow()
    } while !store.isComplete
    #expect(differences(store.desk, from: maker.desk) == [])
    store.close()
  }

  /// One store that makes changes, and another that has opened what is in the folder and not read the most of it.
  private func storesWithMuchToRead(_ seed: UInt64) throws -> (maker: Store, other: Store, Workload) {
    let disk = MemoryFileSystem()
    var work = Workload(seed: seed)
    let maker = try Store.open(disk)
    for _ in 0..<60 { try maker.commit(work.next(on: maker.desk)) }
    try maker.snapshot()
    return (maker, try Store.open(disk), work)
  }

  /// Commits and snapshots until another store has to read everything again.
  private func leaveNothingToReadOnFrom(_ maker: Store, _ work: inout Workload) throws {
    for _ in 0..<2 {
      try maker.commit(work.next(on: maker.desk))
      try maker.snapshot()
    }
  }
}

/// Whether one of the descriptors becomes readable within a long time.
func isReadable(_ descriptors: [Int32], within milliseconds: Int32 = 10_000) -> Bool {
  var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  return poll(&requests, nfds_t(requests.count), milliseconds) > 0
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/vahi-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoTemporaryFolder() }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  deinit { remove(path) }

  private struct NoTemporaryFolder: Error {}

  private func remove(_ path: String) {
    let disk = DiskFileSystem()
    chmod(path, 0o700)
    for name in (try? disk.list(path)) ?? [] {
      let inner = path + "/" + name
      if (try? disk.status(inner))?.isFolder == true { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}
