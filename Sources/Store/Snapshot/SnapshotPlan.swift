import Civil
import Desk
import JSONText

/// What a snapshot is going to do to the files, as values.
struct SnapshotPlan: Sendable {
  /// Folders of clients whose slug has changed, below the desk's folder, in the order in which they can be renamed.
  var folderMoves: [(from: String, to: String)] = []
  /// The new content of each file, by its path below the desk's folder; nil where the file goes.
  var files: [(path: String, bytes: [UInt8]?)] = []
  var header: [UInt8] = []
  /// The header's number: journal files that hold nothing after it are put away.
  var sequence = 0
}

extension FileTable {
  /// Blocks that ended longer ago are kept by year.
  private static let daysAtHand = 60
  /// Ends the name of a folder that is on its way to another.
  private static let aside = "-moving"

  /// Sends blocks that have become old to the files of their years, and marks those as changed.
  ///
  /// A series is old when its last occurrence is, and one without end never is.
  mutating func archiveOldBlocks(of desk: Desk, now: Instant) {
    let cutoff = WallTime(utc: now.adding(-Self.daysAtHand * 86_400))
    for block in desk.allBlocks {
      let before = file(of: .block(block))
      guard dirty.contains(before) else { continue }
      let isOld = desk.lastWallEnd(of: block).map { $0 < cutoff } ?? false
      guard isOld != archivedBlocks.contains(block.id) else { continue }
      setArchived(block.id, isOld)
      dirty.insert(file(of: .block(block)))
    }
  }

  /// Follows the clients' slugs with their folders; gives the moves in the order in which they can be made.
  ///
  /// - Parameter isFree: whether there is nothing on the disk where a folder is to go.
  mutating func renameFolders(of desk: Desk, isFree: (String) -> Bool) -> [(from: String, to: String)] {
    var moves: [(from: String, to: String)] = []
    var pending = desk.clients.filter { client in
      layout.folders[client.id] != nil && layout.folders[client.id] != client.slug
        && Layout.isUsable(slug: client.slug) && damagedFolders[client.slug] == nil
    }
    func isTaken(_ name: String) -> Bool {
      if layout.folders.values.contains(name) { return true }
      return !moves.contains { $0.from == "\(Layout.clients)/\(name)" }
        && !isFree("\(Layout.clients)/\(name)")
    }
    func move(_ client: Client, to name: String) {
      guard let old = layout.folders[client.id] else { return }
      for parent in [Layout.clients, Layout.archivedClients] {
        moves.append((from: "\(parent)/\(old)", to: "\(parent)/\(name)"))
      }
      layout.folders[client.id] = name
    }
    while !pending.isEmpty {
      if let index = pending.firstIndex(where: { !isTaken($0.slug) }) {
        let client = pending.remove(at: index)
        move(client, to: client.slug)
        continue
      }
      // Each waits for another's place: one steps aside.
      let wanted = Set(pending.map(\.slug))
      let standing = pending.first { client in
        layout.folders[client.id].map { wanted.contains($0) && !$0.hasSuffix(Self.aside) } ?? false
      }
      guard let standing, !isTaken(standing.id.raw + Self.aside) else { break }
      move(standing, to: standing.id.raw + Self.aside)
    }
    return moves
  }

  /// The files that have changed, with their new content.
  func changedFiles(of desk: Desk) -> [(path: String, bytes: [UInt8]?)] {
    var contents: [DeskFile: [Record]] = [:]
    for file in dirty where file != .header { contents[file] = [] }
    let kinds = Set(contents.keys.map(\.holds))
    func add(_ record: Record) { contents[file(of: record)]?.append(record) }
    if kinds.contains(.client) { for client in desk.clients { add(.client(client)) } }
    if kinds.contains(.board) {
      for client in desk.clients where contents[.board(client.id)] != nil {
        for column in desk.columns(of: client.id) { add(.column(column)) }
      }
    }
    if kinds.contains(.board) || kinds.contains(.cards) { for card in desk.allCards { add(.card(card)) } }
    if kinds.contains(.blocks) { for block in desk.allBlocks { add(.block(block)) } }
    if kinds.contains(.entries) { for entry in desk.allEntries { add(.entry(entry)) } }
    return contents.map { file, records in
      let content = FileContent(records: SnapshotOrder(desk).sorted(records), extra: extras[file])
      return (path: layout.path(of: file), bytes: content.encoded(holding: file.holds))
    }.sorted { $0.path < $1.path }
  }
}

/// The order of records in a file: as a person would look for them, and the same each time.
struct SnapshotOrder {
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  func sorted(_ records: [Record]) -> [Record] {
    records.map { (key: key($0), record: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(
      \.record)
  }

  private func key(_ record: Record) -> [String] {
    switch record {
    case .settings, .client: [record.key.kind]
    case .column(let column): ["0", column.rank, column.id.raw]
    case .card(let card):
      card.archived
        ? ["1", card.createdAt.text, card.id.raw]
        : ["1", desk.column(card.column)?.rank ?? "", card.column.raw, card.rank, card.id.raw]
    case .block(let block): [block.start.wall.text, block.id.raw]
    case .entry(let entry): [entry.start.text, entry.id.raw]
    }
  }
}
