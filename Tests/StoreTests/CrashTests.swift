import Civil
import Desk
import Store
import SystemPackage
import Testing

/// Whatever goes wrong, the desk that opens next is one that was there, and no older than what was promised.
@Suite struct CrashTests {
  /// What was committed, change by change: the desks that may be found again.
  struct Past {
    var desks: [Desk]
    /// How many changes were written, and how many of them were synced.
    var written = 0
    var synced = 0

    mutating func note(_ store: Store) {
      desks.append(store.desk)
      written = store.desk.sequence
      synced = max(synced, store.syncedSequence)
    }

    /// What is wrong with a desk found after a crash that may have lost what came after `least`.
    func fault(of store: Store, least: Int) -> String? {
      store.loadEverything()
      let found = store.desk.sequence
      guard found >= least, found < desks.count else { return "\(found) of \(written), at least \(least)" }
      return differences(store.desk, from: desks[found]).first
    }
  }

  /// Works on a disk until it dies: commits, snapshots, syncs.
  func work(on disk: MemoryFileSystem, seed: UInt64) -> Past {
    var past = Past(desks: [Desk(zones: testZones())])
    var work = Workload(seed: seed)
    guard let store = try? Store.open(disk) else { return past }
    for step in 1...30 {
      // What dies in the middle of a commit may be there or not.
      let change = work.next(on: store.desk)
      var possible = store.desk
      guard let done = try? store.commit(change) else {
        var last = change
        last.sequence = possible.sequence + 1
        possible.apply(last)
        past.desks.append(possible)
        return past
      }
      #expect(done.sequence == store.desk.sequence)
      past.note(store)
      if step % 11 == 0 {
        do { try store.snapshot() } catch { return past }
        past.synced = max(past.synced, store.syncedSequence)
      }
      if step % 7 == 0 {
        store.close()
        past.synced = max(past.synced, store.syncedSequence)
      }
    }
    return past
  }

  @Test(arguments: UInt64(1)...2) func aKillAtAnyCallLosesNothingThatWasWritten(seed: UInt64) throws {
    let calls = countCalls(seed: seed)
    for call in 1...calls {
      let disk = MemoryFileSystem()
      disk.fail(at: call, .death)
      let past = work(on: disk, seed: seed)
      let again = try Store.open(disk.afterKill())
      #expect(past.fault(of: again, least: past.written) == nil, "call \(call)")
      #expect(again.readOnly == nil, "call \(call)")
    }
  }

  @Test(arguments: UInt64(1)...2) func aPowerCutAtAnyCallLosesNothingThatWasSynced(seed: UInt64) throws {
    var random = Generator(seed: seed)
    for call in 1...countCalls(seed: seed) {
      let disk = MemoryFileSystem()
      disk.fail(at: call, .death)
      let past = work(on: disk, seed: seed)
      let after = disk.afterPowerCut(&random)
      let again = try Store.open(after)
      #expect(past.fault(of: again, least: past.synced) == nil, "call \(call)")
      // And it goes on from there.
      guard again.readOnly == nil else { continue }
      var more = Workload(seed: seed &+ 77)
      let change = more.next(on: again.desk)
      try again.commit(change)
      let third = try Store.open(after.afterKill())
      third.loadEverything()
      #expect(differences(third.desk, from: again.desk) == [], "call \(call)")
    }
  }

  private func countCalls(seed: UInt64) -> Int {
    let disk = MemoryFileSystem()
    _ = work(on: disk, seed: seed)
    return disk.calls
  }

  @Test(arguments: [Errno.noSpace, .ioError, .readOnlyFileSystem, .permissionDenied])
  func aChangeThatTheDiskRefusesChangesNothingAndCanBeTriedAgain(reason: Errno) throws {
    for call in 1...4 {
      let disk = MemoryFileSystem()
      var work = Workload(seed: 5)
      let store = try Store.open(disk)
      for _ in 0..<(call == 4 ? 0 : 5) { try store.commit(work.next(on: store.desk)) }
      let before = store.desk
      let change = work.next(on: store.desk)
      disk.fail(at: call == 4 ? 2 : call, .refusal(reason))
      guard (try? store.commit(change)) == nil else { continue }
      #expect(differences(store.desk, from: before) == [])
      #expect(store.desk.sequence == before.sequence)
      try store.commit(change)
      let again = try Store.open(disk.afterKill())
      #expect(differences(again.desk, from: store.desk) == [])
      #expect(again.notices.isEmpty)
    }
  }

  @Test func halfALineThatCannotBeCutOffIsSetAsideBeforeTheNext() throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: 6)
    let store = try Store.open(disk)
    for _ in 0..<3 { try store.commit(work.next(on: store.desk)) }
    // The write fails half way, and so does cutting off what it left.
    let refusing = RefusingTruncation(disk)
    let second = try Store.open(refusing)
    let change = work.next(on: second.desk)
    disk.fail(at: 1, .refusal(.noSpace))
    #expect(throws: StoreError.self) { try second.commit(change) }
    #expect(throws: StoreError.self) { try second.commit(change) }
    refusing.allow()
    try second.commit(change)
    let again = try Store.open(disk.afterKill())
    #expect(differences(again.desk, from: second.desk) == [])
    #expect(disk.paths.contains { $0.hasPrefix("/desk/journal/torn-") })
  }

  @Test func anyByteOfTheJournalMayBeItsEnd() throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: 8)
    var past = Past(desks: [Desk(zones: testZones())])
    let store = try Store.open(disk)
    var ends: [Int] = []
    for _ in 0..<8 {
      try store.commit(work.next(on: store.desk))
      past.note(store)
      ends.append(disk["/desk/journal/0000000001.jsonl"]?.count ?? 0)
    }
    let bytes = try #require(disk["/desk/journal/0000000001.jsonl"])
    for end in 0...bytes.count {
      let cut = disk.afterKill()
      cut["/desk/journal/0000000001.jsonl"] = Array(bytes[..<end])
      let again = try Store.open(cut)
      let whole = ends.count { $0 <= end }
      #expect(again.desk.sequence == whole)
      #expect(past.fault(of: again, least: whole) == nil)
      #expect(again.readOnly == nil)
      let isTorn = end != 0 && !ends.contains(end)
      #expect(again.notices.isEmpty != isTorn)
      let kept = cut.paths.filter { $0.hasPrefix("/desk/journal/torn-") }
      #expect(kept.count == (isTorn ? 1 : 0))
      let start = whole == 0 ? 0 : ends[whole - 1]
      if let path = kept.first { #expect(cut[path] == Array(bytes[start..<end])) }
    }
  }

  @Test func aFlippedBitIsFoundAndNothingAfterItIsBelieved() throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: 9)
    var past = Past(desks: [Desk(zones: testZones())])
    let store = try Store.open(disk)
    for _ in 0..<12 {
      try store.commit(work.next(on: store.desk))
      past.note(store)
    }
    let path = "/desk/journal/0000000001.jsonl"
    let bytes = try #require(disk[path])
    var random = Generator(seed: 10)
    for _ in 0..<300 {
      var flipped = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      flipped[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let copy = disk.afterKill()
      copy[path] = flipped
      let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") }
      let again = try Store.open(copy)
      #expect(again.desk.sequence == line, "byte \(place)")
      #expect(past.fault(of: again, least: line) == nil, "byte \(place)")
      #expect((again.readOnly != nil) == (copy[path] == flipped), "byte \(place)")
      if again.readOnly != nil {
        #expect(throws: StoreError.self) { try again.commit(work.next(on: again.desk)) }
        #expect(copy[path] == flipped)
      }
    }
  }
}
