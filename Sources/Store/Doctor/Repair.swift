import Civil
import Desk

/// One thing that a repair has done.
package enum Repair: Hashable, Sendable {
  /// A damaged file was kept under another name before it was written anew.
  case kept(file: String, as: String)
  /// That many lines of the journal made no sense; the others are on the desk.
  case droppedLines(file: String, count: Int)
  /// Changes are missing in the journal; those after them are on the desk.
  case missingChanges(file: String, count: Int)
  /// That many records of a damaged file are on the desk, from the file itself or from the old journal.
  case restored(file: String, records: Int)
  /// Cards whose column is nowhere to be found are in a new one.
  case newColumn(client: String, cards: Int)
}

extension Store {
  /// Makes a damaged desk whole again: everything that can be read stays, every damaged file is kept beside.
  ///
  /// - Parameter column: what a column is called of which nothing is left but its cards.
  package static func repair(
    _ folder: String, zones: ZoneDatabase, fileSystem: any FileSystem = DiskFileSystem(), column: String,
    now: @escaping @Sendable () -> Instant
  ) throws(StoreError) -> [Repair] {
    let store = try open(folder, zones: zones, fileSystem: fileSystem, now: now)
    return try store.locked { () throws(StoreError) in
      let repairs: [Repair]
      do throws(FileError) {
        repairs = try store.salvage(column: column)
      } catch {
        throw StoreError(refusing: error)
      }
      store.readOnly = nil
      if !repairs.isEmpty { try store.writeFiles() }
      return repairs
    }
  }

  /// Puts everything that can be read on the desk, keeping a copy of what is damaged.
  private func salvage(column: String) throws(FileError) -> [Repair] {
    var repairs: [Repair] = []
    let old = oldTransactions()
    if case .header(let damage)? = readOnly {
      repairs.append(.kept(file: damage.file, as: try keep(damage.file)))
      restoreSettings(from: old)
      table.dirty.insert(.header)
    }
    for transaction in try mendJournal(Layout.journal, after: desk.sequence, &repairs)
    where transaction.sequence > desk.sequence { apply(transaction) }
    journal.segment = nil
    _ = try mendJournal(Layout.archivedJournal, after: nil, &repairs)
    restoreClients(from: old, &repairs)
    loadEverything()
    for (file, damage) in table.damaged.sorted(by: { $0.value.file < $1.value.file }) {
      let kept = try keep(damage.file)
      let count = salvage(file, at: damage.file, old)
      repairs += [.kept(file: damage.file, as: kept), .restored(file: damage.file, records: count)]
    }
    restoreColumns(named: column, &repairs)
    return repairs
  }

  /// Copies a file to where damaged ones are kept; the copy is on the disk before anything else happens.
  private func keep(_ path: String) throws(FileError) -> String {
    let time = now().text.replacing(":", with: "-")
    let folder = table.layout.absolute(Layout.damaged)
    try fileSystem.makeFolder(folder)
    let taken = Set(try fileSystem.list(folder))
    var name = "\(time)-\(path.replacing("/", with: "-"))"
    while taken.contains(name) { name += "-again" }
    try fileSystem.write(
      try fileSystem.read(table.layout.absolute(path)), to: folder + "/" + name, syncing: true)
    try fileSystem.syncFolder(folder)
    return Layout.damaged + "/" + name
  }

  /// Every line of the old journal that can be read, oldest first.
  private func oldTransactions() -> [Transaction] {
    let folder = table.layout.absolute(Layout.archivedJournal)
    let names = ((try? fileSystem.list(folder)) ?? []).filter { Layout.start(ofSegment: $0) != nil }.sorted()
    return names.flatMap { name in
      (try? fileSystem.read(folder + "/" + name)).map { JournalText.salvage($0).good } ?? []
    }
  }

  /// Takes out of a journal what cannot be read, and begins a new file after each change that is missing, so that a
  /// loss is told of once; gives all that can be read.
  ///
  /// - Parameter after: the number of the last change before it; nil where any may come.
  private func mendJournal(
    _ journal: String, after: Int?, _ repairs: inout [Repair]
  ) throws(FileError) -> [Transaction] {
    let folder = table.layout.absolute(journal)
    let names: [String]
    do throws(FileError) {
      names = try fileSystem.list(folder).filter { Layout.start(ofSegment: $0) != nil }.sorted()
    } catch {
      if error.isMissing { return [] }
      throw error
    }
    var all: [Transaction] = []
    var last = after
    for name in names {
      let bytes = try fileSystem.read(folder + "/" + name)
      let (good, lost) = JournalText.salvage(bytes)
      var missing = 0
      for transaction in good {
        if let last { missing += max(0, transaction.sequence - last - 1) }
        last = max(last ?? 0, transaction.sequence)
      }
      all += good
      // Where one file of the old journal ends does not say where the next begins.
      if after == nil { last = nil }
      // A last line that lacks its end alone is whole, and written with it.
      let isTorn = after == nil && JournalText(bytes, after: nil).damage != nil
      guard lost > 0 || missing > 0 || isTorn else { continue }
      let path = journal + "/" + name
      repairs.append(.kept(file: path, as: try keep(path)))
      if lost > 0 { repairs.append(.droppedLines(file: path, count: lost)) }
      if lost == 0, missing > 0 { repairs.append(.missingChanges(file: path, count: missing)) }
      let pieces = JournalText.pieces(of: bytes)
      // The file itself last: until then it still has everything.
      for piece in pieces.dropFirst().reversed() {
        let own = Layout.segment(startingAt: piece.start)
        if !names.contains(own) { try replace(folder + "/" + own, with: piece.bytes) }
      }
      try replace(folder + "/" + name, with: pieces.first?.bytes ?? [])
      try fileSystem.syncFolder(folder)
    }
    return all
  }

  /// Writes a file beside and puts it in place.
  private func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    try fileSystem.write(bytes, to: path + ".new", syncing: true)
    try fileSystem.rename(path + ".new", to: path)
  }

  /// Gives cards whose column is nowhere to be found one of the same id, so that they are on the board again.
  private func restoreColumns(named name: String, _ repairs: inout [Repair]) {
    var lost: [ColumnID: [Card]] = [:]
    for card in desk.allCards where desk.column(card.column) == nil {
      lost[card.column, default: []].append(card)
    }
    for (id, cards) in lost.sorted(by: { $0.key.raw < $1.key.raw }) {
      guard let client = cards.first.flatMap({ desk.client($0.client) }) else { continue }
      let rank = Rank.between(desk.columns(of: client.id).last?.rank, nil)
      load([.column(Column(id: id, client: client.id, name: name, role: .backlog, rank: rank))])
      table.dirty.insert(.board(client.id))
      repairs.append(.newColumn(client: client.slug, cards: cards.count))
    }
  }

  /// Finds the clients whose `client.json` is damaged: in the old journal, or by what their board says.
  private func restoreClients(from old: [Transaction], _ repairs: inout [Repair]) {
    let reader = snapshotReader
    for (name, damage) in table.damagedFolders.sorted(by: { $0.key < $1.key }) {
      let written = old.flatMap(\.changes).last { change in
        if case .client(let client)? = change.after { client.slug == name } else { false }
      }
      var found: Client?
      if case .client(let client)? = written?.after { found = client }
      if found == nil, let id = reader.owner(ofFolder: name, in: table.layout) {
        found = Client(id: id, slug: name, name: name, zone: desk.settings.homeZone, createdAt: now())
      }
      guard let client = found, desk.client(client.id) == nil, let kept = try? keep(damage.file) else {
        continue
      }
      table.damagedFolders[name] = nil
      table.layout.folders[client.id] = name
      table.dirty.insert(.client(client.id))
      load([.client(client)])
      repairs += [.kept(file: damage.file, as: kept), .restored(file: damage.file, records: 1)]
    }
  }

  private func restoreSettings(from old: [Transaction]) {
    let last = old.flatMap(\.changes).last { $0.key == .settings }
    if let settings = last?.after { load([settings]) }
    desk.setSequence(old.last?.sequence ?? 0)
  }

  /// Puts on the desk what can be had of a damaged file, and says how many records that is.
  private func salvage(_ file: DeskFile, at path: String, _ old: [Transaction]) -> Int {
    var found: [RecordKey: Record] = [:]
    for transaction in old {
      for change in transaction.changes {
        if let after = change.after, table.could(file, hold: after) {
          found[change.key] = after
        } else {
          found[change.key] = nil
        }
      }
    }
    if let bytes = try? fileSystem.read(table.layout.absolute(path)) {
      for var record in FileContent(salvaging: bytes, holding: file.holds).records {
        record.belong(to: file)
        found[record.key] = record
      }
    }
    let missing = found.values.filter { desk.record($0.key) == nil && !isRemoved($0.key) }
    load(Array(missing))
    for record in missing { table.dirty.insert(table.file(of: record)) }
    table.markSalvaged(file)
    return missing.count
  }

  /// Whether the newest that the journal says of a record is that it is gone.
  private func isRemoved(_ key: RecordKey) -> Bool {
    desk.history.transactions.last { $0.touches(key) }?.changes.last { $0.key == key }?.after == nil
      && desk.history.transactions.contains { $0.touches(key) }
  }
}
