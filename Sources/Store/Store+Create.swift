import Civil
import Desk

extension Store {
  /// Writes a whole new desk at once, as files and without a journal: for a sample or a copy.
  ///
  /// The folder must not hold a desk yet.
  package static func create(
    _ folder: String, records: [Record], zones: ZoneDatabase, fileSystem: any FileSystem = DiskFileSystem(),
    now: @escaping @Sendable () -> Instant
  ) throws(StoreError) {
    let store = try open(folder, zones: zones, fileSystem: fileSystem, now: now)
    if let readOnly = store.readOnly { throw .readOnly(readOnly) }
    try store.locked { () throws(StoreError) in
      try store.catchUp()
      let hasHeader = (try? fileSystem.status(store.table.layout.absolute(Layout.header))) != nil
      guard store.desk.isEmpty, store.desk.sequence == 0, !hasHeader, store.table.damagedFolders.isEmpty
      else {
        throw .deskExists(folder)
      }
      store.table.finish()
      store.fill(with: records)
      try store.writeFiles()
    }
  }

  private func fill(with records: [Record]) {
    for case .client(let client) in records { table.giveFolder(to: client) }
    load(records)
    for record in records { table.dirty.insert(table.file(of: record)) }
  }
}
