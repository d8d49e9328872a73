import Civil
import Desk
import Store
import SystemPackage
import Testing

/// A folder that goes away while its desk is open: nothing is begun anew in its place.
@Suite struct VanishingTests {
  private func opened(_ disk: MemoryFileSystem, snapshot: Bool) throws -> (store: Store, next: Transaction) {
    var work = Workload(seed: 21)
    let maker = try Store.open(disk)
    for _ in 0..<6 { try maker.commit(work.next(on: maker.desk)) }
    if snapshot { try maker.snapshot() }
    let store = try Store.open(disk)
    return (store, work.next(on: store.desk))
  }

  @Test(arguments: [true, false], [true, false])
  func aChangeIsRefusedUntilTheFolderIsBack(snapshot: Bool, leavesFolder: Bool) throws {
    let disk = MemoryFileSystem()
    let (store, change) = try opened(disk, snapshot: snapshot)
    let before = store.desk
    try disk.rename("/desk", to: "/away")
    // As where something was mounted.
    if leavesFolder { try disk.makeFolder("/desk") }
    let paths = disk.paths
    for _ in 0..<2 {
      #expect(throws: StoreError.refused(FileError(.lock, "/desk", .noSuchFileOrDirectory))) {
        try store.commit(change)
      }
      #expect(throws: StoreError.self) { try store.snapshot() }
      _ = store.follow()
    }
    #expect(disk.paths == paths)
    #expect(differences(store.desk, from: before) == [])
    if leavesFolder { try disk.removeEmptyFolder("/desk") }
    try disk.rename("/away", to: "/desk")
    try store.commit(change)
    let again = try Store.open(disk.afterKill())
    #expect(differences(again.desk, from: store.desk) == [])
    #expect(again.readOnly == nil && again.notices.isEmpty)
  }

  @Test func aDamagedDeskThatGoesAwayIsNotMended() throws {
    let disk = MemoryFileSystem()
    _ = try opened(disk, snapshot: false)
    let path = "/desk/journal/0000000001.jsonl"
    var bytes = try #require(disk[path])
    bytes[bytes.count / 2] ^= 1
    disk[path] = bytes
    let store = try Store.open(disk)
    let before = store.desk
    #expect(store.readOnly != nil)
    try disk.rename("/desk", to: "/away")
    _ = store.follow()
    #expect(store.readOnly != nil && !store.notices.contains(.mended))
    #expect(differences(store.desk, from: before) == [])
  }

  @Test func aJournalThatIsGoneIsNotBegunAnew() throws {
    let disk = MemoryFileSystem()
    let (store, change) = try opened(disk, snapshot: false)
    let path = "/desk/journal/0000000001.jsonl"
    let bytes = disk[path]
    disk[path] = nil
    #expect(throws: StoreError.self) { try store.commit(change) }
    #expect(disk.paths.filter { $0.hasSuffix(".jsonl") } == [])
    disk[path] = bytes
    try store.commit(change)
    #expect(differences(try Store.open(disk.afterKill()).desk, from: store.desk) == [])
  }

  @Test func anotherDeskInItsPlaceIsReadBeforeItIsWrittenTo() throws {
    let disk = MemoryFileSystem()
    let (store, _) = try opened(disk, snapshot: true)
    try disk.rename("/desk", to: "/away")
    var other = Workload(seed: 22)
    let maker = try Store.open(disk)
    for _ in 0..<6 { try maker.commit(other.next(on: maker.desk)) }
    try maker.snapshot()
    let change = other.next(on: maker.desk)
    try store.commit(change)
    _ = maker.follow()
    store.loadEverything()
    #expect(differences(store.desk, from: maker.desk) == [])
  }

  @Test func aLockThatIsGoneIsMadeAgain() throws {
    let disk = MemoryFileSystem()
    let (store, change) = try opened(disk, snapshot: false)
    disk["/desk/lock"] = nil
    try store.commit(change)
    #expect(differences(try Store.open(disk.afterKill()).desk, from: store.desk) == [])
  }
}
