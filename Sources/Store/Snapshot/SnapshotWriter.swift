/// Carries out a plan so that the disk holds a whole desk after every single step.
///
/// Until the header is written, its old number stands, and the journal, which is still whole, brings every
/// record to where it belongs, whichever of the other files are new already.
struct SnapshotWriter: Sendable {
  let fileSystem: any FileSystem
  let root: String
  /// From so many files on, syncing all at once is quicker than one by one.
  private static let bulk = 100

  func write(_ plan: SnapshotPlan) throws(FileError) {
    try syncJournal()
    for move in plan.folderMoves { try rename(move.from, to: move.to) }
    var folders: Set<String> = Set(plan.folderMoves.map { parent($0.to) })
    let isBulk = plan.files.count > Self.bulk
    for file in plan.files {
      guard let bytes = file.bytes else { continue }
      try writeBeside(bytes, file.path, syncing: !isBulk)
      folders.insert(parent(file.path))
    }
    if isBulk { try fileSystem.syncEverything() }
    for file in plan.files where file.bytes != nil {
      try fileSystem.rename(absolute(beside(file.path)), to: absolute(file.path))
    }
    for file in plan.files where file.bytes == nil {
      try remove(file.path)
      folders.insert(parent(file.path))
    }
    for folder in folders.sorted() { try sync(folder) }
    try writeBeside(plan.header, Layout.header, syncing: true)
    try fileSystem.rename(absolute(beside(Layout.header)), to: absolute(Layout.header))
    try fileSystem.syncFolder(root)
    try putAwayJournal(upTo: plan.sequence)
    // A folder that is left empty does no harm, so that it cannot be removed is no failure.
    for file in plan.files where file.bytes == nil {
      var folder = parent(file.path)
      while folder.contains("/"), (try? fileSystem.removeEmptyFolder(absolute(folder))) != nil {
        folder = parent(folder)
      }
    }
  }

  /// Makes the journal last before anything that follows from it does.
  private func syncJournal() throws(FileError) {
    let segments = try segments()
    guard !segments.isEmpty else { return }
    for name in segments { try fileSystem.open(absolute(Layout.journal + "/" + name), .reading).sync() }
    try fileSystem.syncFolder(absolute(Layout.journal))
  }

  /// The names of the journal's files in order.
  private func segments() throws(FileError) -> [String] {
    do throws(FileError) {
      return try fileSystem.list(absolute(Layout.journal)).filter { Layout.start(ofSegment: $0) != nil }
        .sorted()
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  private func absolute(_ path: String) -> String { root + "/" + path }
  private func beside(_ path: String) -> String { path + ".new" }

  private func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private func writeBeside(_ bytes: [UInt8], _ path: String, syncing: Bool) throws(FileError) {
    let beside = absolute(beside(path))
    do throws(FileError) {
      try fileSystem.write(bytes, to: beside, syncing: syncing)
    } catch {
      guard error.isMissing else { throw error }
      try fileSystem.makeFolder(absolute(parent(path)))
      try fileSystem.write(bytes, to: beside, syncing: syncing)
    }
  }

  /// Renames a folder that may not be on the disk yet.
  private func rename(_ path: String, to newPath: String) throws(FileError) {
    do throws(FileError) {
      try fileSystem.rename(absolute(path), to: absolute(newPath))
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  private func remove(_ path: String) throws(FileError) {
    do throws(FileError) {
      try fileSystem.remove(absolute(path))
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  /// Syncs a folder that may have become empty and gone.
  private func sync(_ folder: String) throws(FileError) {
    do throws(FileError) {
      try fileSystem.syncFolder(absolute(folder))
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  /// Moves the journal's files that hold nothing after that transaction to the archive: undo reads them there.
  private func putAwayJournal(upTo sequence: Int) throws(FileError) {
    let covered = try segments().filter { (Layout.start(ofSegment: $0) ?? Int.max) <= sequence }
    guard !covered.isEmpty else { return }
    try fileSystem.makeFolder(absolute(Layout.archivedJournal))
    for name in covered {
      try fileSystem.rename(
        absolute(Layout.journal + "/" + name), to: absolute(Layout.archivedJournal + "/" + name))
    }
    try fileSystem.syncFolder(absolute(Layout.archivedJournal))
    try fileSystem.syncFolder(absolute(Layout.journal))
  }
}
