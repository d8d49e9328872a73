import Civil
import Desk
import SystemPackage

/// Looks through a whole desk, file by file and line by line, and changes nothing.
package struct Doctor {
  private let folder: String
  private let zones: ZoneDatabase
  private let fileSystem: any FileSystem
  private let now: Instant

  package init(
    _ folder: String, zones: ZoneDatabase, fileSystem: any FileSystem = DiskFileSystem(), now: Instant
  ) {
    self.folder = folder
    self.zones = zones
    self.fileSystem = fileSystem
    self.now = now
  }

  /// Everything that is wrong, or worth knowing.
  package func examine() -> [Finding] {
    let reading: DeskReading
    do throws(StoreError) {
      reading = try DeskReading(root: folder, fileSystem: fileSystem, zones: zones, now: now)
    } catch {
      return [finding(of: error)]
    }
    var findings: [Finding] = reading.damagedHeader.map { [.damagedFile($0)] } ?? []
    if let damage = reading.damage {
      findings.append(damage.isTornEnd ? .tornEnd(damage.line) : .damagedLine(damage.line))
    }
    findings += oldJournalFindings()
    var desk = Desk(zones: zones)
    var notices = reading.notices
    let doubles = desk.load(reading.files)
    for transaction in reading.news { desk.replay(transaction) }
    var table = reading.table
    let reader = SnapshotReader(fileSystem: fileSystem, zones: zones)
    for file in reader.remainingFiles(of: table) {
      var records: [Record] = []
      reader.load(file, into: &table, &records, notices: &notices)
      for key in desk.load(records) {
        findings.append(.duplicateRecord(key, file: table.layout.path(of: file)))
      }
    }
    for key in Set(doubles) {
      if let record = desk.record(key) {
        findings.append(.duplicateRecord(key, file: table.layout.path(of: table.file(of: record))))
      }
    }
    findings += notices.compactMap { finding(of: $0) }
    findings += ruleFindings(in: desk, unreadable: Set(table.damaged.keys))
    return findings + keptFiles()
  }

  private func finding(of error: StoreError) -> Finding {
    switch error {
    case .newerFormat(let file, let version, let known):
      .newerFormat(file: file, version: version, known: known)
    case .unreadable(let error), .refused(let error): .unreadable(error)
    case .damagedFile(let damage): .damagedFile(damage)
    default: .unreadable(FileError(.open, folder, .notDirectory))
    }
  }

  private func finding(of notice: StoreNotice) -> Finding? {
    switch notice {
    case .damagedFile(let damage): .damagedFile(damage)
    case .duplicateRecord(let key, let file): .duplicateRecord(key, file: file)
    case .duplicateClient(let folder, let other): .duplicateClient(folder: folder, of: other)
    case .tornEndSetAside, .readOnly, .mended, .notSynced, .snapshotFailed: nil
    }
  }

  /// Damage in the old journal: it costs undo and history, nothing else.
  private func oldJournalFindings() -> [Finding] {
    let path = folder + "/" + Layout.archivedJournal
    let names = (try? fileSystem.list(path)) ?? []
    return names.filter { Layout.start(ofSegment: $0) != nil }.sorted().compactMap { name in
      guard let bytes = try? fileSystem.read(path + "/" + name) else { return nil }
      return JournalText(bytes, after: nil).damage.map {
        .damagedLine(DamagedLine(file: Layout.archivedJournal + "/" + name, damage: $0))
      }
    }
  }

  /// What the rules of the desk say about its records.
  ///
  /// - Parameter unreadable: files that are damaged; what refers to something in them says nothing new.
  private func ruleFindings(in desk: Desk, unreadable: Set<DeskFile>) -> [Finding] {
    var findings: [Finding] = []
    func need(_ key: RecordKey, _ other: RecordKey?) {
      if let other, desk.record(other) == nil { findings.append(.danglingReference(key, to: other)) }
    }
    for card in desk.allCards {
      need(.card(card.id), .client(card.client))
      if !unreadable.contains(.board(card.client)) { need(.card(card.id), .column(card.column)) }
    }
    for block in desk.allBlocks {
      need(.block(block.id), block.client.map { .client($0) })
      need(.block(block.id), block.series.map { .block($0) })
      if let problem = desk.problem(of: block), !problem.isOfZone {
        findings.append(.block(block.id, problem))
      }
    }
    for entry in desk.allEntries {
      need(.entry(entry.id), entry.client.map { .client($0) })
      if let end = entry.end, end < entry.start { findings.append(.endsBeforeStart(.entry(entry.id))) }
    }
    let running = desk.allEntries.filter(\.isRunning).map(\.id).sorted()
    if running.count > 1 { findings.append(.severalRunning(running)) }
    var slugs: Set<String> = []
    for client in desk.clients where !slugs.insert(client.slug).inserted {
      findings.append(.sharedSlug(client.slug))
    }
    findings += desk.zoneProblems(blocks: Array(desk.allBlocks)).map { .lostZone($0) }
    return findings.sorted { "\($0)" < "\($1)" }
  }

  /// What earlier repairs and recoveries have kept.
  private func keptFiles() -> [Finding] {
    let torn = ((try? fileSystem.list(folder + "/" + Layout.journal)) ?? []).filter { $0.hasPrefix("torn-") }
    let damaged = (try? fileSystem.list(folder + "/" + Layout.damaged)) ?? []
    return torn.sorted().map { .keptFile(Layout.journal + "/" + $0) }
      + damaged.sorted().map { .keptFile(Layout.damaged + "/" + $0) }
  }
}
