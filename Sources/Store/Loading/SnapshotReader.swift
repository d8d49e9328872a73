import Civil
import Desk
import JSONText

/// Reads the snapshot's files; changes nothing on the disk.
struct SnapshotReader: Sendable {
  let fileSystem: any FileSystem

  /// One file's content; nil when there is no such file.
  func content(of file: DeskFile, at path: String, in layout: Layout) throws(DamagedFile) -> FileContent? {
    guard let bytes = try bytes(of: path, in: layout) else { return nil }
    do {
      return try FileContent(bytes, holding: file.holds)
    } catch {
      throw DamagedFile(file: path, problem: .content(error))
    }
  }

  func bytes(of path: String, in layout: Layout) throws(DamagedFile) -> [UInt8]? {
    do {
      return try fileSystem.read(layout.absolute(path))
    } catch {
      if error.isMissing { return nil }
      throw DamagedFile(file: path, problem: .unreadable(error.reason))
    }
  }

  /// Reads one file into the table and gives the records that the desk is to have of it.
  func load(_ file: DeskFile, into table: inout FileTable, notices: inout [StoreNotice]) -> [Record] {
    guard !table.loaded.contains(file) else { return [] }
    let path = table.layout.path(of: file)
    do throws(DamagedFile) {
      if let content = try content(of: file, at: path, in: table.layout) {
        return table.take(content, from: file)
      }
      table.markAbsent(file)
    } catch {
      table.markDamaged(file, error)
      notices.append(.damagedFile(error))
    }
    return []
  }

  /// Reads who the clients are and which folders they have.
  func loadClients(into table: inout FileTable, notices: inout [StoreNotice]) -> [Record] {
    var records: [Record] = []
    let names = (try? fileSystem.list(table.layout.absolute(Layout.clients)))?.sorted() ?? []
    for name in names {
      let path = "\(Layout.clients)/\(name)/client.json"
      do throws(DamagedFile) {
        guard let content = try content(of: .client(""), at: path, in: table.layout),
          case .client(let client)? = content.records.first
        else { continue }
        if let other = table.layout.folders[client.id] {
          notices.append(.duplicateClient(folder: "\(Layout.clients)/\(name)", of: other))
          continue
        }
        table.layout.folders[client.id] = name
        records += table.take(content, from: .client(client.id))
      } catch {
        table.damagedFolders[name] = error
        notices.append(.damagedFile(error))
      }
    }
    return records
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

  /// Every file that is there and has not been read.
  func remainingFiles(of table: FileTable) -> [DeskFile] {
    var files: [DeskFile] = []
    let holders: [ClientID?] = [nil] + table.layout.folders.keys.map(Optional.some)
    for holder in holders {
      let folder = table.layout.folder(of: holder)
      let archive = table.layout.archive(of: holder)
      if let holder { files.append(.board(holder)) }
      files.append(.blocks(holder))
      files += names("\(folder)/time", table.layout).compactMap { Month(text: $0) }.map { .time(holder, $0) }
      files += names("\(archive)/blocks", table.layout).compactMap { Int($0) }
        .map { .archivedBlocks(holder, year: $0) }
      if let holder {
        files += names("\(archive)/cards", table.layout).compactMap { Int($0) }
          .map { .archivedCards(holder, year: $0) }
      }
    }
    return files.filter { !table.loaded.contains($0) }
  }

  /// The names of the JSON files in a folder, without their ending.
  private func names(_ folder: String, _ layout: Layout) -> [String] {
    let names = (try? fileSystem.list(layout.absolute(folder))) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  private func timeFile(_ path: String, in layout: Layout) -> DeskFile? {
    let parts = path.split(separator: "/")
    guard parts.count >= 3, parts[parts.count - 2] == "time", let name = parts.last, name.hasSuffix(".json"),
      let month = Month(text: name.dropLast(5))
    else { return nil }
    if parts[0] == Layout.own { return .time(nil, month) }
    guard let client = layout.folders.first(where: { $0.value == parts[1] })?.key else { return nil }
    return .time(client, month)
  }
}
