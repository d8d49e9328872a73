import Civil
import Desk
import JSONText

/// Reads the snapshot's files; changes nothing on the disk.
struct SnapshotReader: Sendable {
  let fileSystem: any FileSystem
  /// Where the rules of clocks are read from while files are.
  let zones: ZoneDatabase
  /// Who reads along.
  var partner: ReadingPartner?

  /// Reads one file into the table and adds the records that the desk is to have of it.
  func load(
    _ file: DeskFile, into table: inout FileTable, _ records: inout [Record], notices: inout [StoreNotice]
  ) {
    guard !table.loaded.contains(file) else { return }
    let path = table.layout.path(of: file)
    do throws(DamagedFile) {
      guard let bytes = try bytes(of: path, in: table.layout) else { return table.markAbsent(file) }
      do throws(JSONError) {
        try table.take(bytes, from: file, into: &records)
      } catch {
        throw DamagedFile(file: path, problem: .content(error))
      }
    } catch {
      table.markDamaged(file, error)
      notices.append(.damagedFile(error))
    }
  }

  /// Reads many files as `load` reads one, together with a second thread where there is one or it is worth to start one.
  ///
  /// - Parameter zoneNames: the zones that will be asked for when the files are read.
  func load(
    _ files: [DeskFile], zoneNames: Set<String>, into table: inout FileTable, _ read: inout [ReadRecords],
    notices: inout [StoreNotice]
  ) {
    guard partner != nil || files.count >= Self.filesWorthAThread else {
      var records: [Record] = []
      for file in files { load(file, into: &table, &records, notices: &notices) }
      return read.append(ReadRecords(records, zones))
    }
    let shared = SharedReading(files, self, table, zoneNames: zoneNames)
    if let partner { partner.read(shared) } else { ReadingPartner().read(shared, starting: true) }
    shared.finish(into: &table, &read, notices: &notices)
  }

  private static let filesWorthAThread = 24

  private func bytes(of path: String, in layout: Layout) throws(DamagedFile) -> [UInt8]? {
    do {
      return try fileSystem.read(layout.absolute(path))
    } catch {
      if error.isMissing { return nil }
      throw DamagedFile(file: path, problem: .unreadable(error.reason))
    }
  }

  /// Reads who the clients are and which folders they have.
  func loadClients(into table: inout FileTable, _ records: inout [Record], notices: inout [StoreNotice]) {
    let names = (try? fileSystem.list(table.layout.absolute(Layout.clients)))?.sorted() ?? []
    for name in names {
      let path = "\(Layout.clients)/\(name)/client.json"
      do throws(DamagedFile) {
        guard let bytes = try bytes(of: path, in: table.layout) else { continue }
        do throws(JSONError) {
          let content = try FileContent(bytes, holding: .client)
          guard case .client(let client)? = content.records.first else { continue }
          if let other = table.layout.folders[client.id] {
            notices.append(.duplicateClient(folder: "\(Layout.clients)/\(name)", of: other))
            continue
          }
          table.layout.folders[client.id] = name
          table.take(content, from: .client(client.id), into: &records)
        } catch {
          throw DamagedFile(file: path, problem: .content(error))
        }
      } catch {
        notices.append(.damagedFile(error))
        // When the journal says who it is, only this one file is out of reach.
        if let id = owner(ofFolder: name, in: table.layout), table.touched.contains(.client(id)) {
          table.layout.folders[id] = name
          table.markDamaged(.client(id), error)
        } else {
          table.damagedFolders[name] = error
        }
      }
    }
  }

  /// Whose a folder is, as the columns on its board say.
  func owner(ofFolder name: String, in layout: Layout) -> ClientID? {
    guard let bytes = try? bytes(of: "\(Layout.clients)/\(name)/board.json", in: layout) else { return nil }
    for case .column(let column) in FileContent(salvaging: bytes, holding: .board).records
    where !column.client.raw.isEmpty {
      return column.client
    }
    return nil
  }

  /// The files that the first paint needs, besides the clients' own.
  func firstFiles(of table: FileTable, runningEntry: String?, now: Instant) -> [DeskFile] {
    // The week on the screen may have begun in the month before, and the zones are up to a day apart.
    let months = Set([now.adding(-8 * 86_400), now, now.adding(86_400)].map { Month(of: $0) })
    var files: [DeskFile] = [.blocks(nil)]
    files += months.map { .time(nil, $0) }
    for client in table.layout.folders.keys {
      files += [.board(client), .blocks(client)]
      files += months.map { .time(client, $0) }
    }
    if let runningEntry, let file = timeFile(runningEntry, in: table.layout), !files.contains(file) {
      files.append(file)
    }
    return files
  }

  /// The months besides the first files that cards count their entries of, where that is so little that the first
  /// picture is better drawn with them.
  func olderMonths(of table: FileTable, than first: [DeskFile]) -> [DeskFile] {
    guard table.layout.folders.count <= Self.fewClients else { return [] }
    var files: [DeskFile] = []
    for holder in [nil] + table.layout.folders.keys.map(Optional.some) {
      files += months(of: holder, table.layout).filter { !first.contains($0) }
    }
    return isLittle(files, in: table) ? files : []
  }

  /// From more clients on, already to look what files there are takes long.
  static let fewClients = 7

  /// Whether files are read in less time than a thread is worth starting for.
  func isLittle(_ files: [DeskFile], in table: FileTable) -> Bool {
    files.count <= 64 && size(of: files, in: table) <= 512 << 10
  }

  private func months(of holder: ClientID?, _ layout: Layout) -> [DeskFile] {
    names("\(layout.folder(of: holder))/time", layout).compactMap { Month(text: $0) }.map {
      .time(holder, $0)
    }
  }

  /// Every file that is there and has not been read.
  func remainingFiles(of table: FileTable) -> [DeskFile] {
    var files: [DeskFile] = []
    let holders: [ClientID?] = [nil] + table.layout.folders.keys.map(Optional.some)
    for holder in holders {
      let archive = table.layout.archive(of: holder)
      if let holder { files.append(.board(holder)) }
      files.append(.blocks(holder))
      files += months(of: holder, table.layout)
      files += names("\(archive)/blocks", table.layout).compactMap { Int($0) }
        .map { .archivedBlocks(holder, year: $0) }
      if let holder {
        files += names("\(archive)/cards", table.layout).compactMap { Int($0) }
          .map { .archivedCards(holder, year: $0) }
      }
    }
    return files.filter { !table.loaded.contains($0) }
  }

  /// Bytes that files take; those that are not there take none.
  private func size(of files: [DeskFile], in table: FileTable) -> Int {
    files.reduce(0) { sum, file in
      sum + ((try? fileSystem.status(table.layout.absolute(table.layout.path(of: file))))?.size ?? 0)
    }
  }

  /// The numbers that the files of the journal begin with whose transactions are all in the snapshot, newest first.
  func oldSegments(in layout: Layout) -> [Int] {
    let names = (try? fileSystem.list(layout.absolute(Layout.archivedJournal))) ?? []
    return names.compactMap { Layout.start(ofSegment: $0) }.sorted(by: >)
  }

  /// The names of the JSON files in a folder, without their ending.
  private func names(_ folder: String, _ layout: Layout) -> [String] {
    let names = (try? fileSystem.list(layout.absolute(folder))) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  private func timeFile(_ path: String, in layout: Layout) -> DeskFile? {
    let parts = path.split(separator: "/")
    guard parts.count >= 3, parts[parts.count - 2] == "time", let name = parts.last, name.hasSuffix(".json"),
      let month = Month(text: String(name.dropLast(5)))
    else { return nil }
    if parts[0] == Layout.own { return .time(nil, month) }
    guard let client = layout.folders.first(where: { $0.value == parts[1] })?.key else { return nil }
    return .time(client, month)
  }
}
