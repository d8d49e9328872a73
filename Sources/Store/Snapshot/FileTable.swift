import Civil
import Desk
import JSONText

/// What is known of the snapshot's files: which have been read, which no longer say what the desk says.
struct FileTable: Sendable {
  var layout: Layout
  /// Files whose records are on the desk.
  private(set) var loaded: Set<DeskFile> = []
  /// Files whose records have changed since they were written.
  var dirty: Set<DeskFile> = []
  /// Files that cannot be read, which are never written over.
  private(set) var damaged: [DeskFile: DamagedFile] = [:]
  /// Client folders that were passed over because nobody can tell whose they are.
  var damagedFolders: [String: DamagedFile] = [:]
  /// Fields around the records that this version does not know.
  private(set) var extras: [DeskFile: JSONObject] = [:]
  /// Blocks that are in files by year; the others are in `blocks.json`.
  private(set) var archivedBlocks: Set<BlockID> = []
  /// Records that the journal has set or removed: what the files say of them is out of date.
  private(set) var touched: Set<RecordKey> = []
  /// Whether every file has been read.
  private(set) var isComplete = false

  init(layout: Layout) { self.layout = layout }

  /// The file that a record belongs in.
  func file(of record: Record) -> DeskFile {
    switch record {
    case .settings: .header
    case .client(let client): .client(client.id)
    case .column(let column): .board(column.client)
    case .card(let card):
      card.archived
        ? .archivedCards(card.client, year: WallTime(utc: card.createdAt).date.year) : .board(card.client)
    case .block(let block):
      archivedBlocks.contains(block.id)
        ? .archivedBlocks(known(block.client), year: block.start.wall.date.year)
        : .blocks(known(block.client))
    case .entry(let entry): .time(known(entry.client), Month(of: entry.start))
    }
  }

  /// Whether a record may have been in a file: for blocks that is not known once the file cannot be read.
  func could(_ file: DeskFile, hold record: Record) -> Bool {
    switch (file, record) {
    case (.blocks(let client), .block(let block)), (.archivedBlocks(let client, _), .block(let block)):
      known(block.client) == client
    default: self.file(of: record) == file
    }
  }

  /// The files that a transaction changes.
  func files(of transaction: Transaction) -> Set<DeskFile> {
    var files: Set<DeskFile> = []
    for change in transaction.changes {
      if let before = change.before { files.insert(file(of: before)) }
      if let after = change.after { files.insert(file(of: after)) }
    }
    return files
  }

  /// Notes that the desk has made a change which the files do not have yet.
  mutating func note(_ transaction: Transaction) {
    for change in transaction.changes {
      if case .client(let client)? = change.after { giveFolder(to: client) }
      touch(change.key)
    }
    dirty.formUnion(files(of: transaction))
  }

  mutating func touch(_ key: RecordKey) {
    if !isComplete { touched.insert(key) }
  }

  mutating func finish() {
    isComplete = true
    touched = []
  }

  mutating func markDamaged(_ file: DeskFile, _ damage: DamagedFile) {
    damaged[file] = damage
    loaded.insert(file)
  }

  /// Notes that what could be had of a damaged file is on the desk, and that it may be written again.
  mutating func markSalvaged(_ file: DeskFile) {
    damaged[file] = nil
    dirty.insert(file)
  }

  /// Takes in what a copy of the table has learned of other files.
  mutating func merge(_ other: FileTable) {
    loaded.formUnion(other.loaded)
    dirty.formUnion(other.dirty)
    damaged.merge(other.damaged) { mine, _ in mine }
    extras.merge(other.extras) { mine, _ in mine }
    archivedBlocks.formUnion(other.archivedBlocks)
  }

  /// Notes that a file is not there.
  mutating func markAbsent(_ file: DeskFile) { loaded.insert(file) }

  /// Reads a file's text and adds the records that the desk is to have of it.
  mutating func take(_ bytes: [UInt8], from file: DeskFile, into records: inout [Record]) throws(JSONError) {
    let count = records.count
    do throws(JSONError) {
      let extra = try FileContent.read(bytes, holding: file.holds, into: &records) { record in
        wants(&record, of: file)
      }
      if let extra { extras[file] = extra }
      loaded.insert(file)
    } catch {
      records.removeLast(records.count - count)
      throw error
    }
  }

  /// Adds the records of a file that has been read already.
  mutating func take(_ content: FileContent, from file: DeskFile, into records: inout [Record]) {
    for var record in content.records where wants(&record, of: file) { records.append(record) }
    if let extra = content.extra { extras[file] = extra }
    loaded.insert(file)
  }

  /// Whether the desk is to have a record that was found in a file.
  private mutating func wants(_ record: inout Record, of file: DeskFile) -> Bool {
    record.belong(to: file)
    let isWanted = touched.isEmpty || !touched.contains(record.key)
    if case .archivedBlocks = file, case .block(let id) = record.key { archivedBlocks.insert(id) }
    // Out of date, moved by hand, or left by a snapshot that was cut short: the next one puts it right.
    let home = self.file(of: record)
    if home != file { dirty.formUnion([file, home]) }
    if !isWanted { dirty.insert(file) }
    return isWanted
  }

  /// Says in which kind of file a block is from now on.
  mutating func setArchived(_ block: BlockID, _ isArchived: Bool) {
    if isArchived { archivedBlocks.insert(block) } else { archivedBlocks.remove(block) }
  }

  /// A client that has a folder, or nil: nothing is lost of what is for somebody unknown.
  private func known(_ client: ClientID?) -> ClientID? {
    client.flatMap { layout.folders[$0] == nil ? nil : $0 }
  }

  /// Gives a new client a folder that nobody has on the disk.
  mutating func giveFolder(to client: Client) {
    guard layout.folders[client.id] == nil else { return }
    let taken = Set(layout.folders.values).union(damagedFolders.keys)
    var name = Layout.isUsable(slug: client.slug) ? client.slug : client.id.raw
    while taken.contains(name) { name += "-new" }
    layout.folders[client.id] = name
  }
}

extension Record {
  /// Gives a record without a client the client in whose folder it was found.
  mutating func belong(to file: DeskFile) {
    switch (self, file) {
    case (.column(var column), .board(let client)) where column.client.raw.isEmpty:
      column.client = client
      self = .column(column)
    case (.card(var card), .board(let client)) where card.client.raw.isEmpty,
      (.card(var card), .archivedCards(let client, _)) where card.client.raw.isEmpty:
      card.client = client
      self = .card(card)
    case (.block(var block), .blocks(let client?)) where block.client == nil,
      (.block(var block), .archivedBlocks(let client?, _)) where block.client == nil:
      block.client = client
      self = .block(block)
    case (.entry(var entry), .time(let client?, _)) where entry.client == nil:
      entry.client = client
      self = .entry(entry)
    default: break
    }
  }
}
