import Civil
import Desk

extension Store {
  /// Reads what the first paint did not need: on another thread, and `follow` takes it in, or at once where it is little.
  package func startLoading() {
    guard loading == nil, !table.isComplete else { return }
    sinceLoading = []
    if isLittleLeft { take(loadJob.run(), evenIfStale: false) }
    if !table.isComplete { loading = BackgroundLoad(loadJob, wake: wake) }
  }

  private var isLittleLeft: Bool {
    guard table.layout.folders.count <= SnapshotReader.fewClients else { return false }
    let reader = snapshotReader
    return reader.isLittle(reader.remainingFiles(of: table), in: table)
      && reader.oldSegments(in: table.layout).isEmpty
  }

  /// Waits until everything that is in the folder is on the desk: archives, old months, old history.
  package func loadEverything() {
    guard !table.isComplete else { return }
    if loading != nil { adoptLoading(waiting: true) }
    var attempts = 0
    while !table.isComplete {
      sinceLoading = []
      attempts += 1
      take(loadJob.run(), evenIfStale: attempts > 4)
    }
  }

  /// Reads what planning needs besides the first paint: all entries, and blocks from a year on.
  ///
  /// Archived cards, older blocks and old history stay where they are: most of a desk of many years.
  package func loadWork(since year: Int) {
    guard !table.isComplete else { return }
    let reader = snapshotReader
    let files = reader.remainingFiles(of: table).filter { file in
      switch file {
      case .archivedCards: false
      case .archivedBlocks(_, let own): own >= year
      default: true
      }
    }
    var read: [ReadRecords] = []
    reader.load(files, zoneNames: [], into: &table, &read, notices: &notices)
    load(read)
    let current = try? DeskHeader(fileSystem.read(table.layout.absolute(Layout.header)))
    // What another process moved to other files meanwhile is found in all of them.
    if current?.sequence ?? 0 != header.sequence { loadEverything() }
  }

  var snapshotReader: SnapshotReader { SnapshotReader(fileSystem: fileSystem, zones: desk.zones) }

  private var loadJob: LoadJob {
    LoadJob(fileSystem: fileSystem, desk: desk, table: table, sequence: header.sequence)
  }

  /// Takes in what was read in the background if it is there, or waits for it.
  func adoptLoading(waiting: Bool) {
    guard let loading, let result = waiting ? loading.wait() : loading.finished else { return }
    self.loading = nil
    take(result, evenIfStale: false)
    if !table.isComplete, !waiting { startLoading() }
  }

  private func take(_ result: LoadJob.Result, evenIfStale: Bool) {
    if result.isStale, !evenIfStale, (try? refresh()) != nil { return }
    desk = result.desk
    table = result.table
    notices += result.notices
    let missed = sinceLoading
    sinceLoading = []
    for transaction in missed { apply(transaction) }
    hasNews = true
  }

  /// Reads single files at once, because a change is about what is in them.
  func loadFiles(_ files: Set<DeskFile>) {
    guard !table.isComplete else { return }
    let reader = snapshotReader
    var records: [Record] = []
    for file in files { reader.load(file, into: &table, &records, notices: &notices) }
    if !records.isEmpty { load(records) }
  }
}
