import Civil
import Desk
import JSONText
import SystemPackage

/// Everything that the first paint needs, as read from the disk at one moment; nothing was changed there.
struct DeskReading: Sendable {
  /// One file of the journal as it was read.
  struct Segment: Sendable {
    let name: String
    let file: any OpenFile
    let isWritable: Bool
    let size: Int
    let text: JournalText
  }

  var header = DeskHeader()
  /// What is wrong with `desk.json`.
  var damagedHeader: DamagedFile?
  var table: FileTable
  /// The settings and the clients, and then the files in the order they are looked for.
  var files: [ReadRecords] = []
  var segments: [Segment] = []
  var notices: [StoreNotice] = []
  /// The first damage of the journal, and whether it is no more than a torn end.
  var damage: (line: DamagedLine, isTornEnd: Bool)?

  /// Reads until what was read belongs together: a snapshot of another process may come in between.
  ///
  /// - Parameters:
  ///   - zones: the rules of the clocks that what is read goes by.
  ///   - partner: the second thread.
  init(
    root: String, fileSystem: any FileSystem, zones: ZoneDatabase, partner: ReadingPartner? = nil,
    now: Instant
  ) throws(StoreError) {
    let reader = SnapshotReader(fileSystem: fileSystem, zones: zones, partner: partner)
    for _ in 0..<8 {
      if let reading = try Self.attempt(root: root, reader, now: now) {
        self = reading
        return
      }
    }
    throw .busy(path: root)
  }

  /// The transactions that the files do not have, oldest first.
  var news: [Transaction] { segments.flatMap(\.text.transactions).filter { $0.sequence > header.sequence } }
  /// The transactions that the files have, though the journal still has them too.
  var old: [Transaction] { segments.flatMap(\.text.transactions).filter { $0.sequence <= header.sequence } }

  private init(layout: Layout) { table = FileTable(layout: layout) }

  private static func attempt(
    root: String, _ reader: SnapshotReader, now: Instant
  ) throws(StoreError) -> DeskReading? {
    var reading = DeskReading(layout: Layout(root: root))
    let fileSystem = reader.fileSystem
    let bytes = try reading.readHeader(fileSystem)
    // The journal first: what it has set or removed need not be taken from the files.
    guard try reading.readJournal(fileSystem, isNumbered: bytes != nil && reading.damagedHeader == nil) else {
      return nil
    }
    for transaction in reading.news {
      for change in transaction.changes { reading.table.touch(change.key) }
    }
    var records: [Record] = [.settings(reading.header.settings)]
    reader.loadClients(into: &reading.table, &records, notices: &reading.notices)
    let zoneNames = records.compactMap { record in
      if case .client(let client) = record { client.zone } else { nil }
    }
    reading.files.append(ReadRecords(records, reader.zones))
    var files = reader.firstFiles(of: reading.table, runningEntry: reading.header.runningEntry, now: now)
    files += reader.olderMonths(of: reading.table, than: files)
    reader.load(
      files, zoneNames: Set(zoneNames), into: &reading.table, &reading.files, notices: &reading.notices)
    let bytesNow = try? fileSystem.read(root + "/" + Layout.header)
    return bytesNow == bytes ? reading : nil
  }

  /// Reads `desk.json`, and makes sure that the folder can be a desk.
  private mutating func readHeader(_ fileSystem: any FileSystem) throws(StoreError) -> [UInt8]? {
    let bytes: [UInt8]
    do {
      bytes = try fileSystem.read(table.layout.absolute(Layout.header))
    } catch {
      guard error.isMissing else { throw .unreadable(error) }
      try Self.checkFolder(table.layout.root, fileSystem)
      return nil
    }
    do {
      header = try DeskHeader(bytes)
    } catch {
      damagedHeader = DamagedFile(file: Layout.header, problem: .content(error))
    }
    guard header.format <= DeskHeader.knownFormat else {
      throw .newerFormat(file: Layout.header, version: header.format, known: DeskHeader.knownFormat)
    }
    return bytes
  }

  private static func checkFolder(_ root: String, _ fileSystem: any FileSystem) throws(StoreError) {
    let status: FileStatus
    do {
      status = try fileSystem.status(root)
    } catch {
      if error.reason == .noSuchFileOrDirectory { return }
      if error.reason == .notDirectory { throw .notAFolder(root) }
      throw .unreadable(error)
    }
    guard status.isFolder else { throw .notAFolder(root) }
    do {
      _ = try fileSystem.list(root)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Reads the journal's files in order, up to the first damage; false when one was moved away meanwhile.
  private mutating func readJournal(_ fileSystem: any FileSystem, isNumbered: Bool) throws(StoreError) -> Bool
  {
    let folder = table.layout.absolute(Layout.journal)
    let names: [String]
    do {
      names = try fileSystem.list(folder)
    } catch {
      if error.isMissing { return true }
      throw .unreadable(error)
    }
    let starts = names.compactMap { name in Layout.start(ofSegment: name).map { (start: $0, name: name) } }
      .sorted { $0 < $1 }
    var last = isNumbered ? starts.first.map { min(header.sequence, $0.start - 1) } : nil
    for (index, item) in starts.enumerated() {
      do throws(FileError) {
        let segment = try Self.readSegment(folder + "/" + item.name, name: item.name, after: last, fileSystem)
        segments.append(segment)
        last = segment.text.transactions.last?.sequence ?? last
        guard let damage = segment.text.damage else { continue }
        let isLast = index == starts.count - 1
        self.damage = (
          DamagedLine(file: "\(Layout.journal)/\(item.name)", damage: damage),
          isTornEnd: isLast && !damage.isFollowedByGoodLines
        )
        return true
      } catch {
        if error.isMissing { return false }
        throw .unreadable(error)
      }
    }
    return true
  }

  private static func readSegment(
    _ path: String, name: String, after last: Int?, _ fileSystem: any FileSystem
  ) throws(FileError) -> Segment {
    let file: any OpenFile
    var isWritable = true
    do {
      file = try fileSystem.open(path, .appending)
    } catch {
      guard !error.isMissing else { throw error }
      file = try fileSystem.open(path, .reading)
      isWritable = false
    }
    let bytes = try file.read(from: 0)
    return Segment(
      name: name, file: file, isWritable: isWritable, size: bytes.count, text: JournalText(bytes, after: last)
    )
  }
}
