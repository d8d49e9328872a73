import Civil
import Desk

extension Store {
  /// Writes the files of everything that has changed since the last snapshot, and puts the journal away.
  ///
  /// When this throws, the files are old or partly new, and the journal still has everything.
  package func snapshot() throws(StoreError) {
    if let readOnly, readOnly.isFinal { throw .readOnly(readOnly) }
    try locked { () throws(StoreError) in
      if loading != nil { adoptLoading(waiting: true) }
      try catchUp()
      if let readOnly { throw .readOnly(readOnly) }
      // Another process may have written the files since they were read: what is known of them is then wrong.
      let bytes = try? fileSystem.read(table.layout.absolute(Layout.header))
      if (bytes.flatMap { try? DeskHeader($0).sequence } ?? 0) != header.sequence { try refresh() }
      if let readOnly { throw .readOnly(readOnly) }
      // What the journal says of a client that nobody knows now must stay there until the folder is repaired.
      if let damage = table.damagedFolders.values.first { throw .damagedFile(damage) }
      let rollback = table
      do throws(StoreError) {
        try writeFiles()
      } catch {
        table = rollback
        throw error
      }
    }
  }

  /// Whether the journal is so long that the next start would feel it.
  package var isSnapshotWorthwhile: Bool {
    readOnly == nil
      && (journal.lineCount >= Self.linesWorthwhile || journal.byteCount >= Self.bytesWorthwhile)
  }

  /// Brings the files up to date if the journal has become long; for when there is nothing else to do.
  package func snapshotIfWorthwhile() {
    if isSnapshotWorthwhile { attemptSnapshot() }
  }

  private static let linesWorthwhile = 500
  private static let bytesWorthwhile = 512 << 10

  /// Brings the files up to date, or says why that could not be done.
  func attemptSnapshot() {
    do {
      try snapshot()
    } catch {
      let notice = StoreNotice.snapshotFailed(error)
      if notices.last != notice { notices.append(notice) }
    }
  }

  func writeFiles() throws(StoreError) {
    var known: Set<DeskFile> = []
    while known != table.dirty {
      known = table.dirty
      loadFiles(known)
      table.archiveOldBlocks(of: desk, now: now())
    }
    for file in table.dirty {
      if let damage = table.damaged[file] { throw .damagedFile(damage) }
    }
    var plan = SnapshotPlan()
    let layout = table.layout
    plan.folderMoves = table.renameFolders(of: desk) { path in
      (try? fileSystem.status(layout.absolute(path))) == nil
    }
    plan.files = table.changedFiles(of: desk)
    plan.sequence = desk.sequence
    var header = header
    header.sequence = desk.sequence
    header.settings = desk.settings
    header.runningEntry = desk.running.map { table.layout.path(of: table.file(of: .entry($0))) }
    plan.header = header.encoded
    do {
      try SnapshotWriter(fileSystem: fileSystem, root: folder).write(plan)
    } catch {
      throw StoreError(refusing: error)
    }
    self.header = header
    table.dirty = []
    for client in table.layout.folders.keys where desk.client(client) == nil {
      table.layout.folders[client] = nil
    }
    journal = Journal()
    sync.settle(upTo: desk.sequence)
  }
}
