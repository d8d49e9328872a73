import Civil
import Desk
import JSONText

/// Reads everything that the first paint did not need onto a copy of the desk.
struct LoadJob: Sendable {
  struct Result: Sendable {
    var desk: Desk
    var table: FileTable
    var notices: [StoreNotice] = []
    /// Whether another process wrote the files while they were read: some may have been missed.
    var isStale = false
  }

  let fileSystem: any FileSystem
  let desk: Desk
  let table: FileTable
  /// What `desk.json` said when the desk was opened.
  let sequence: Int

  /// How much of the old journal is read for undo and the history screen.
  private static let transactionsWanted = 1_000
  private static let bytesWanted = 16 << 20
  private static let recordsAtOnce = 8_192

  /// Reads it all, or as much as was read when nobody wanted it any more.
  func run(while isWanted: () -> Bool = { true }) -> Result {
    var result = Result(desk: desk, table: table)
    let reader = SnapshotReader(fileSystem: fileSystem, zones: desk.zones)
    var records: [Record] = []
    for file in reader.remainingFiles(of: table) {
      guard isWanted() else { break }
      reader.load(file, into: &result.table, &records, notices: &result.notices)
      // A few thousand at once: all together would be in memory twice, one file at once would sort too often.
      if records.count >= Self.recordsAtOnce {
        result.load(records)
        records.removeAll(keepingCapacity: true)
      }
    }
    result.load(records)
    result.table.finish()
    result.desk.prependHistory(history(reader))
    let header = try? DeskHeader(fileSystem.read(table.layout.absolute(Layout.header)))
    result.isStale = (header?.sequence ?? 0) != sequence
    return result
  }

  /// The newest transactions that the files hold already.
  private func history(_ reader: SnapshotReader) -> [Transaction] {
    let folder = table.layout.absolute(Layout.archivedJournal)
    var history: [Transaction] = []
    var bytesRead = 0
    for start in reader.oldSegments(in: table.layout) {
      guard let bytes = try? fileSystem.read(folder + "/" + Layout.segment(startingAt: start)) else {
        continue
      }
      history = JournalText.salvage(bytes).good + history
      bytesRead += bytes.count
      if history.count >= Self.transactionsWanted || bytesRead >= Self.bytesWanted { break }
    }
    return history
  }
}

extension LoadJob.Result {
  /// Puts records on the desk; of two with the same id the first stays.
  fileprivate mutating func load(_ records: [Record]) {
    let doubles = Set(desk.load(records))
    guard !doubles.isEmpty else { return }
    for record in records where doubles.contains(record.key) && desk.record(record.key) != record {
      notices.append(.duplicateRecord(record.key, file: table.layout.path(of: table.file(of: record))))
    }
  }
}
