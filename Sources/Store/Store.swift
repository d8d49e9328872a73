import Civil
import Desk
import JSONText

/// A desk and the folder it lives in: what is committed is in the journal before it is on the desk.
///
/// Owned by one thread. Two threads of its own do what would hold that one up: syncing the journal, and reading
/// what the first paint does not need. Several processes may have one folder open: each appends under a short
/// lock, reads the others' lines before, and hears of them by `wakeDescriptors`.
package final class Store {
  /// The desk's folder.
  package let folder: String
  package internal(set) var desk: Desk
  /// Why nothing can be changed; nil when changes can be made.
  package internal(set) var readOnly: ReadOnlyReason?
  /// What a person should hear about, oldest first.
  package internal(set) var notices: [StoreNotice] = []

  let fileSystem: any FileSystem
  let now: @Sendable () -> Instant
  /// Tells the owning thread that another one is done with something.
  let wake = WakeSignal()
  let sync: JournalSync
  let watch: (any FolderWatch)?

  var table: FileTable
  var header: DeskHeader
  var journal: Journal
  var lock: (any FileLock)?
  /// Whether this store holds the lock just now.
  var isLocked = false
  /// Whether the files are other ones than those that were read.
  var needsReading = false
  /// Reading of what the first paint did not need, while it goes on.
  var loading: BackgroundLoad?
  /// What has been applied to the desk since `loading` took its copy.
  var sinceLoading: [Transaction] = []
  /// What changed without `follow` having said so yet.
  var hasNews = false
  /// Whether the watch is on the journal itself, and not on a folder that it will be in.
  var watchesJournal = false

  /// Whether the desk has everything that is in the folder: archives, old months, old history.
  package var isComplete: Bool { table.isComplete }
  /// Number of the last transaction that a power cut cannot take away.
  package var syncedSequence: Int { sync.syncedSequence }

  /// The files of boards that cannot be read: what is in them is not on the desk.
  package var damagedBoards: [ClientID: DamagedFile] {
    var boards: [ClientID: DamagedFile] = [:]
    for case (.board(let client), let damage) in table.damaged { boards[client] = damage }
    return boards
  }

  /// Opens a desk, reading what the first paint needs and no more; a folder that is not there is an empty desk.
  ///
  /// - Parameter now: the clock.
  package static func open(
    _ folder: String, zones: ZoneDatabase, fileSystem: any FileSystem = DiskFileSystem(),
    partner: ReadingPartner? = nil, now: @escaping @Sendable () -> Instant
  ) throws(StoreError) -> Store {
    let reading = try DeskReading(
      root: folder, fileSystem: fileSystem, zones: zones, partner: partner, now: now())
    let store = Store(reading, zones: zones, fileSystem: fileSystem, now: now)
    if let damage = reading.damage { store.settle(damage) }
    store.startWatching()
    store.lookAtLock()
    return store
  }

  private init(
    _ reading: DeskReading, zones: ZoneDatabase, fileSystem: any FileSystem,
    now: @escaping @Sendable () -> Instant
  ) {
    folder = reading.table.layout.root
    self.fileSystem = fileSystem
    self.now = now
    sync = JournalSync(fileSystem: fileSystem, report: wake)
    watch = fileSystem.watch()
    desk = Desk(zones: zones)
    table = reading.table
    header = reading.header
    journal = Journal()
    adopt(reading)
  }

  /// Puts the desk in the state that was read.
  func adopt(_ reading: DeskReading) {
    let history = desk.history.transactions
    desk = Desk(zones: desk.zones, revision: desk.revision + 1)
    table = reading.table
    header = reading.header
    journal = Journal(reading: reading.segments, folder: table.layout.absolute(Layout.journal))
    notices += reading.notices
    readOnly = reading.damagedHeader.map { .header($0) }
    if let readOnly { notices.append(.readOnly(readOnly)) }
    load(reading.files)
    desk.setSequence(header.sequence)
    for transaction in reading.news { apply(transaction) }
    desk.prependHistory(reading.old)
    if !history.isEmpty { desk.prependHistory(history) }
  }

  func load(_ records: [Record]) { load([ReadRecords(records, desk.zones)]) }

  /// Puts what the files hold on the desk; of two records with the same id the first stays.
  func load(_ files: [ReadRecords]) {
    let doubles = Set(desk.load(files))
    guard !doubles.isEmpty else { return }
    for record in files.flatMap(\.records)
    where doubles.contains(record.key) && desk.record(record.key) != record {
      notices.append(.duplicateRecord(record.key, file: table.layout.path(of: table.file(of: record))))
    }
  }

  /// Makes a change that is in the journal.
  func apply(_ transaction: Transaction) {
    table.note(transaction)
    desk.apply(transaction)
    if loading != nil { sinceLoading.append(transaction) }
  }

  /// Reads everything again: what was known of the files is out of date.
  func refresh() throws(StoreError) {
    let wasLoading = loading != nil
    loading?.cancel()
    loading = nil
    let wasComplete = table.isComplete
    let reading = try DeskReading(root: folder, fileSystem: fileSystem, zones: desk.zones, now: now())
    adopt(reading)
    hasNews = true
    if let damage = reading.damage { settle(damage) }
    if wasComplete { loadEverything() }
    if wasLoading { startLoading() }
  }

  /// Decides what damage of the journal means: a torn end is cut off and set aside, anything else cannot be
  /// written after.
  private func settle(_ damage: (line: DamagedLine, isTornEnd: Bool)) {
    // Another process may have been in the middle of a write; under the lock nobody is.
    let hasCut = damage.isTornEnd && (try? locked { () throws(StoreError) in try catchUp() }) != nil
    if hasCut { return }
    if damage.isTornEnd {
      notices.append(.tornEndSetAside(file: damage.line.file, line: damage.line.line, keptIn: nil))
    } else if readOnly == nil {
      readOnly = .journal(damage.line)
      notices.append(.readOnly(.journal(damage.line)))
    }
  }

  /// Syncs what was written, brings the files up to date if the journal has become long, and ends the threads.
  ///
  /// The store can be used further; it is only slower then to notice others.
  package func close() {
    loading?.cancel()
    loading = nil
    if journal.lineCount >= Self.linesWorthClosing || journal.byteCount >= Self.bytesWorthClosing {
      attemptSnapshot()
    }
    sync.stop()
    if let failure = sync.takeFailure() { notices.append(.notSynced(failure)) }
  }

  private static let linesWorthClosing = 64
  private static let bytesWorthClosing = 64 << 10
}
