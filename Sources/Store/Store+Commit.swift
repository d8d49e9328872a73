import Civil
import Desk
import SystemPackage

extension Store {
  /// Makes a change: checks it against what others have done, writes it to the journal, applies it to the desk.
  ///
  /// The disk is synced soon after, on another thread; `close` waits for it. When this throws, the desk and the
  /// disk are as they were, and the same change can be tried again.
  ///
  /// - Returns: the change with its number.
  @discardableResult
  package func commit(_ draft: Transaction) throws(StoreError) -> Transaction {
    switch readOnly {
    case .journal, .header: if let readOnly { throw .readOnly(readOnly) }
    case .folder, nil: break
    }
    if draft.isEmpty { return draft }
    return try locked { () throws(StoreError) -> Transaction in
      try catchUp()
      if let readOnly { throw .readOnly(readOnly) }
      try checkFiles(of: draft)
      do throws(DeskError) {
        try desk.check(draft)
      } catch {
        throw .change(error)
      }
      var transaction = draft
      transaction.sequence = desk.sequence + 1
      try append(transaction)
      apply(transaction)
      return transaction
    }
  }

  /// Does something under the desk's lock; makes the folder if there is none yet.
  func locked<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    if isLocked { return try body() }
    let (lock, isAnother) = try takeLock()
    isLocked = true
    defer {
      isLocked = false
      lock.release()
    }
    // The folder went and came back, or another one took its place: what was known of its files says nothing.
    if isAnother { needsReading = true }
    if needsReading {
      try refresh()
      needsReading = false
    }
    return try body()
  }

  /// Finds out whether the folder can be written to, without writing.
  func lookAtLock() {
    do throws(FileError) {
      lock = try fileSystem.openLock(table.layout.absolute(Layout.lock), creating: false)
    } catch {
      guard error.isRefusal, readOnly == nil else { return }
      readOnly = .folder(error)
      notices.append(.readOnly(.folder(error)))
    }
  }

  private func takeLock() throws(StoreError) -> (lock: any FileLock, isAnother: Bool) {
    do throws(FileError) {
      let before = lock
      let taken = try acquireLock()
      lock = taken
      if case .folder = readOnly { readOnly = nil }
      return (taken, isAnother: before != nil && before !== taken)
    } catch {
      if readOnly == nil, error.isRefusal {
        readOnly = .folder(error)
      }
      throw StoreError(refusing: error)
    }
  }

  /// Takes the lock that is in the folder now: the folder may have gone since it was opened, and another one come.
  private func acquireLock() throws(FileError) -> any FileLock {
    let path = table.layout.absolute(Layout.lock)
    var known = lock
    for _ in 0..<8 {
      let taken = if let known { known } else { try openLock(path) }
      try taken.acquire()
      if (try? fileSystem.status(path).identity == taken.identity()) == true { return taken }
      taken.release()
      known = nil
    }
    throw FileError(.lock, path, .wouldBlock)
  }

  /// Opens the lock, and makes it and the folder where there is no desk yet.
  ///
  /// Where there was one, an empty folder or none is what is left of a disk that is gone.
  private func openLock(_ path: String) throws(FileError) -> any FileLock {
    guard desk.sequence == 0 && desk.isEmpty || isDeskInPlace else {
      throw FileError(.lock, folder, .noSuchFileOrDirectory)
    }
    do throws(FileError) {
      return try fileSystem.openLock(path, creating: true)
    } catch {
      guard error.isMissing else { throw error }
      try fileSystem.makeFolder(folder)
      return try fileSystem.openLock(path, creating: true)
    }
  }

  /// Whether there is anything of a desk in the folder.
  var isDeskInPlace: Bool {
    [Layout.header, Layout.journal, Layout.clients, Layout.own].contains { name in
      (try? fileSystem.status(table.layout.absolute(name))) != nil
    }
  }

  /// Makes sure that everything a change is about can be read and written.
  private func checkFiles(of draft: Transaction) throws(StoreError) {
    for change in draft.changes {
      guard case .client(let client)? = change.after,
        change.before == nil || slug(of: change.before) != client.slug
      else { continue }
      guard Layout.isUsable(slug: client.slug) else { throw .unusableSlug(client.slug) }
      if let damage = table.damagedFolders[client.slug] { throw .damagedFile(damage) }
    }
    let files = table.files(of: draft)
    // Removing a client or a column asks whether anything is left in it.
    let needsAll = draft.changes.contains { change in
      switch (change.key, change.after) {
      case (.client, nil), (.column, nil): true
      default: false
      }
    }
    if needsAll { loadEverything() } else { loadFiles(files) }
    for file in files {
      if let damage = table.damaged[file] { throw .damagedFile(damage) }
    }
  }

  private func slug(of record: Record?) -> String? {
    if case .client(let client)? = record { client.slug } else { nil }
  }

  /// Writes a transaction at the journal's end.
  private func append(_ transaction: Transaction) throws(StoreError) {
    let line = JournalLine.encode(transaction)
    do throws(FileError) {
      var newNames: [String] = []
      let segment = try openSegment(startingAt: transaction.sequence, newNames: &newNames)
      do throws(FileError) {
        try segment.file.append(line)
      } catch {
        // Half a line may have been written. If it cannot be cut off now, `catchUp` does it before the next one.
        try? segment.file.truncate(to: segment.end)
        throw error
      }
      journal.advance(by: line.count, lines: 1)
      sync.request(
        segment.file, upTo: transaction.sequence, folders: newNames,
        inBackground: fileSystem is DiskFileSystem)
    } catch {
      throw StoreError(refusing: error)
    }
  }

  /// The journal file to write to, a new one if there is none.
  private func openSegment(
    startingAt sequence: Int, newNames: inout [String]
  ) throws(FileError) -> Journal.Segment {
    if let segment = journal.segment {
      if segment.isWritable { return segment }
      // It could only be read when the desk was opened; the folder may have become writable since.
      let again = Journal.Segment(
        path: segment.path, name: segment.name, file: try fileSystem.open(segment.path, .appending),
        isWritable: true, end: segment.end, lines: segment.lines)
      journal.segment = again
      return again
    }
    let folder = table.layout.absolute(Layout.journal)
    let name = Layout.segment(startingAt: sequence)
    let path = folder + "/" + name
    let file: any OpenFile
    do throws(FileError) {
      file = try fileSystem.open(path, .appendingCreating)
    } catch {
      guard error.isMissing else { throw error }
      try fileSystem.makeFolder(folder)
      file = try fileSystem.open(path, .appendingCreating)
    }
    newNames.append(folder)
    let segment = Journal.Segment(path: path, name: name, file: file, isWritable: true, end: 0, lines: 0)
    journal.segment = segment
    if !watchesJournal { startWatching() }
    return segment
  }
}
