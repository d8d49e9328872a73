import Civil
import Desk
import Glibc
import Synchronization
import Testing

@testable import Store

/// A thread that was started to read has ended before anybody goes on without it.
@Suite struct ThreadEndTests {
  enum Opening: CaseIterable { case succeeds, fails }

  /// Nobody asks for the thread's end here: it comes with the end of whoever started it.
  @Test(arguments: Opening.allCases) func aPartnerThatIsDroppedHasEnded(opening: Opening) {
    let act = LastAct()
    func open() {
      let disk = MemoryFileSystem()
      if opening == .fails { disk["/desk"] = Array("no folder".utf8) }
      let partner = ReadingPartner()
      partner.start([{ act.run() }])
      let store = try? Store.open("/desk", zones: testZones(), fileSystem: disk, partner: partner) { morning }
      #expect((store == nil) == (opening == .fails))
    }
    open()
    #expect(act.hasEnded)
    act.end()
  }

  @Test(arguments: Opening.allCases) func aPartnerThatIsWaitedForHasEnded(opening: Opening) {
    let disk = MemoryFileSystem()
    if opening == .fails { disk["/desk"] = Array("no folder".utf8) }
    let act = LastAct()
    let partner = ReadingPartner()
    partner.start([{}, { act.run() }])
    let store = try? Store.open("/desk", zones: testZones(), fileSystem: disk, partner: partner) { morning }
    #expect((store == nil) == (opening == .fails))
    partner.join()
    #expect(act.hasEnded)
    act.end()
  }

  /// Of a desk of many clients the store starts a thread of its own, which reads their zones first; the last files may be
  /// read before it is done with those.
  @Test(arguments: Opening.allCases) func aThreadThatAStoreStartsToOpenADeskHasEnded(opening: Opening) throws
  {
    let records = (0..<12).map { number in
      Record.client(
        Client(
          id: ClientID("client\(number)"), slug: "c\(number)", name: "\(number)", zone: "Zone/\(number)",
          createdAt: morning))
    }
    let made = MemoryFileSystem()
    try Store.create("/desk", records: records, zones: testZones(), fileSystem: made, now: { morning })
    let (act, opener) = (LastAct(), pthread_self())
    let isOpener = { @Sendable in pthread_equal(pthread_self(), opener) != 0 }
    let disk = made.watched { path in
      if path.hasSuffix("board.json"), isOpener() { act.waitForBeginning() }
    }
    let zones = ZoneDatabase { _ in
      guard !isOpener() else { return nil }
      // What another process makes newer meanwhile cannot be opened.
      if opening == .fails { disk["/desk/desk.json"] = Array(#"{"format": 99}"#.utf8) }
      act.run()
      return nil
    }
    let store = try? Store.open("/desk", zones: zones, fileSystem: disk) { morning }
    #expect(act.hasEnded)
    act.end()
    #expect((store == nil) == (opening == .fails))
    if let store { #expect(store.desk.clients.count == 12) }
  }

  @Test func aStoreThatIsDroppedReadsNothingAnyMore() throws {
    let disk = MemoryFileSystem()
    var work = Workload(seed: 15)
    let maker = try Store.open(disk)
    for _ in 0..<60 { try maker.commit(work.next(on: maker.desk)) }
    try maker.snapshot()
    for _ in 0..<20 {
      weak var left: MemoryFileSystem?
      func open() throws {
        let copy = disk.afterKill()
        left = copy
        let store = try Store.open(copy)
        store.startLoading()
        #expect(!store.isComplete, "there is nothing left to read in the background")
      }
      try open()
      #expect(left == nil, "something still reads")
    }
  }
}

/// What a thread does last: it goes on for a while, and ends early once it is told that nobody waited for it.
private final class LastAct: Sendable {
  private let hasBegun = Atomic(false)
  private let isOver = Atomic(false)
  private let beginning = WakeSignal()
  private let ending = WakeSignal()

  var hasEnded: Bool { isOver.load(ordering: .acquiring) }

  /// Acts once, however often it is called.
  func run() {
    guard !hasBegun.exchange(true, ordering: .relaxed) else { return }
    beginning?.signal()
    ending?.wait(milliseconds: 20)
    isOver.store(true, ordering: .releasing)
  }

  func waitForBeginning() { beginning?.wait(milliseconds: 10_000) }
  func end() { ending?.signal() }
}
