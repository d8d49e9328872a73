import Civil
import Desk
import SystemPackage

extension Store {
  /// What to wait on in `poll`; call `follow` when one of them is readable.
  package var wakeDescriptors: [Int32] { [watch?.descriptor, wake?.descriptor].compactMap { $0 } }

  /// Takes in what other processes have committed and what was read in the background.
  ///
  /// - Returns: whether the desk or the notices have changed.
  package func follow() -> Bool {
    let noticesBefore = notices.count
    watch?.drain()
    wake?.drain()
    if !watchesJournal { startWatching() }
    // What cannot be read now is read before the next commit, which then says what is wrong.
    try? catchUpUnlocked()
    adoptLoading(waiting: false)
    if let failure = sync.takeFailure() { notices.append(.notSynced(failure)) }
    defer { hasNews = false }
    return hasNews || notices.count != noticesBefore
  }

  /// Watches the journal, or the nearest folder there is on the way to it.
  func startWatching() {
    guard let watch else { return }
    var path = table.layout.absolute(Layout.journal)
    watchesJournal = true
    while true {
      do {
        try watch.watch(path)
        return
      } catch {
        watchesJournal = false
        let parent = DiskFileSystem.parent(of: path)
        guard error.isMissing, parent != path else { return }
        path = parent
      }
    }
  }

  /// Reads on as long as whole lines come; a line that another process is writing just now is read later.
  private func catchUpUnlocked() throws(StoreError) {
    guard readOnly?.isFinal != true else { return lookForRepair() }
    do throws(FileError) {
      try readOn(isLocked: false)
    } catch {
      throw StoreError(refusing: error)
    }
  }

  /// Reads a damaged desk again once it has been mended: from then on it can be changed.
  private func lookForRepair() {
    // What is left of a disk that is gone is no mended desk.
    guard isDeskInPlace else { return }
    let reading = try? DeskReading(root: folder, fileSystem: fileSystem, zones: desk.zones, now: now())
    guard let reading, reading.header.sequence > 0 || !reading.segments.isEmpty,
      reading.damagedHeader == nil, reading.damage == nil, (try? refresh()) != nil,
      readOnly == nil
    else { return }
    notices.append(.mended)
  }

  /// Reads what others have written; under the lock, so that a line that is not whole never will be.
  func catchUp() throws(StoreError) {
    do throws(FileError) {
      try readOn(isLocked: true)
    } catch {
      throw StoreError(refusing: error)
    }
  }

  private func readOn(isLocked: Bool) throws(FileError) {
    guard let segment = journal.segment else { return try lookForSegments() }
    var isInPlace = false
    do throws(FileError) {
      let status = try fileSystem.status(segment.path)
      isInPlace = try status.identity == segment.file.status().identity
      if isInPlace, status.size == segment.end { return }
      if isInPlace, status.size < segment.end { return try readAgain() }
    } catch {
      guard error.isMissing else { throw error }
    }
    try readSegment(segment, isLocked: isLocked && isInPlace)
    if !isInPlace {
      // A snapshot of another process has put it away.
      journal.segment = nil
      try lookForSegments()
    }
  }

  /// Takes in the lines at the end of a segment that have not been read.
  private func readSegment(_ segment: Journal.Segment, isLocked: Bool) throws(FileError) {
    let bytes = try segment.file.read(from: segment.end)
    let text = JournalText(bytes, after: desk.sequence)
    for transaction in text.transactions where transaction.sequence > desk.sequence {
      apply(transaction)
      hasNews = true
    }
    journal.advance(by: text.goodEnd, lines: text.transactions.count)
    guard let damage = text.damage else { return }
    if damage.isFollowedByGoodLines {
      let line = DamagedLine(
        file: "\(Layout.journal)/\(segment.name)", damage: damage, linesBefore: segment.lines)
      readOnly = .journal(line)
      notices.append(.readOnly(.journal(line)))
    } else if isLocked {
      try setAside(Array(bytes[text.goodEnd...]), of: segment, line: segment.lines + damage.line)
    }
  }

  /// Looks for the journal's next file when there is none, or none any more.
  private func lookForSegments() throws(FileError) {
    let folder = table.layout.absolute(Layout.journal)
    var names: [String] = []
    do throws(FileError) {
      names = try fileSystem.list(folder)
    } catch {
      guard error.isMissing else { throw error }
    }
    let starts = names.compactMap { Layout.start(ofSegment: $0) }
    let bytes = try? fileSystem.read(table.layout.absolute(Layout.header))
    let onDisk = bytes.flatMap { try? DeskHeader($0).sequence } ?? header.sequence
    // A journal that a snapshot has put away is in the files; one that is simply gone must not be begun anew.
    if starts.isEmpty, onDisk < desk.sequence { throw FileError(.open, folder, .noSuchFileOrDirectory) }
    // Nothing new, or exactly what comes next; after more than that, everything is read again.
    guard onDisk != header.sequence || !starts.isEmpty else { return }
    if onDisk <= desk.sequence, starts.count <= 1, starts.allSatisfy({ $0 == desk.sequence + 1 }) {
      guard let start = starts.first else { return }
      let name = Layout.segment(startingAt: start)
      let path = folder + "/" + name
      let file = try fileSystem.open(path, .appending)
      let segment = Journal.Segment(path: path, name: name, file: file, isWritable: true, end: 0, lines: 0)
      journal.segment = segment
      journal.lineCount = 0
      journal.byteCount = 0
      return try readSegment(segment, isLocked: false)
    }
    try readAgain()
  }

  private func readAgain() throws(FileError) {
    do {
      try refresh()
    } catch {
      throw FileError(.read, folder, .ioError)
    }
  }

  /// Cuts a torn end off the journal and keeps it in a file of its own.
  private func setAside(_ bytes: [UInt8], of segment: Journal.Segment, line: Int) throws(FileError) {
    let folder = table.layout.absolute(Layout.journal)
    let taken = Set(try fileSystem.list(folder))
    let time = now().text.replacing(":", with: "-")
    var name = "torn-\(time).txt"
    var number = 2
    while taken.contains(name) {
      name = "torn-\(time)-\(number).txt"
      number += 1
    }
    try fileSystem.write(bytes, to: folder + "/" + name, syncing: true)
    try fileSystem.syncFolder(folder)
    guard let end = journal.segment?.end else { return }
    let file = segment.isWritable ? segment.file : try fileSystem.open(segment.path, .appending)
    try file.truncate(to: end)
    try file.sync()
    notices.append(
      .tornEndSetAside(
        file: "\(Layout.journal)/\(segment.name)", line: line, keptIn: "\(Layout.journal)/\(name)"))
  }
}

extension ReadOnlyReason {
  /// Whether trying again does not help.
  package var isFinal: Bool {
    switch self {
    case .folder: false
    case .journal, .header: true
    }
  }
}
