import Civil
import Desk

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
    let lock = try takeLock()
    isLocked = true
    defer {
      isLocked = false
      lock.release()
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

  private func takeLock() throws(StoreError) -> any FileLock {
    do throws(FileError) {
      let lock: any FileLock
      if let open = self.lock {
        lock = open
      } else {
        let path = table.layout.absolute(Layout.lock)
        do throws(FileError) {
          lock = try fileSystem.openLock(path, creating: true)
        } catch {
          guard error.isMissing else { throw error }
          try fileSystem.makeFolder(folder)
          lock = try fileSystem.openLock(path, creating: true)
        }
        self.lock = lock
      }
      try lock.acquire()
      if case .folder = readOnly { readOnly = nil }
      return lock
    } catch {
      if readOnly == nil, error.isRefusal {
        readOnly = .folder(error)
      }
      throw StoreError(refusing: error)
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
