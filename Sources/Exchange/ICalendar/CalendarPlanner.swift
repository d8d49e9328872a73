import Civil
import Desk

/// Works out the change that brings a calendar in.
struct CalendarPlanner {
  private let file: CalendarFile
  private let desk: Desk
  private let context: ChangeContext
  private var client: Client?
  private var maker: CalendarSeriesMaker
  private var report = CalendarReport()
  private var changes: [RecordChange] = []
  /// The blocks of the desk by UID: the series first, then its single occurrences.
  private let known: [String: [Block]]
  private let kept: [BlockID: String]
  private let keepsOwn: Bool
  private let deleted: Set<String>

  /// - Parameters:
  ///   - known: the blocks of the desk by UID; nil where they are still to be looked up.
  ///   - kept: what the file said of blocks when it was last seen, where that is known better than by the block.
  ///   - keepsOwn: whether the desk's version stays of what both changed, else the file's comes.
  init(
    file: CalendarFile, target: CalendarTarget, desk: Desk, known: [String: [Block]]? = nil,
    kept: [BlockID: String] = [:], keepsOwn: Bool = true, context: ChangeContext, words: ImportWords
  ) throws(ExchangeError) {
    self.file = file
    self.desk = desk
    self.context = context
    self.kept = kept
    self.keepsOwn = keepsOwn
    let known = known ?? Self.known(desk)
    self.known = known
    report.calendar = ImportedText.line(file.calendars.first { !$0.name.isEmpty }?.name ?? "")
    switch target {
    case .own: client = nil
    case .client(let id):
      guard let known = desk.client(id) else { throw .noSuchClient }
      client = known
    case .new(let draft):
      let (made, changes) = try Self.client(draft, file, known, report.calendar, desk, context)
      client = made
      self.changes = changes
      report.isNewClient = !changes.isEmpty
      if changes.isEmpty, made.name != draft.name { report.unmadeClient = ImportedText.line(draft.name) }
    }
    report.clientName = client?.name ?? ""
    deleted = keepsOwn ? DeletedHere(desk.history, of: client?.id).blocks : []
    let zone = client.map { desk.zone($0.zone) } ?? desk.homeZone
    maker = CalendarSeriesMaker(
      CalendarTranslator(
        zones: CalendarZones(desk.zones, file: file, client: zone, home: desk.homeZone),
        remarks: file.remarks,
        words: words),
      calendars: file.calendars)
  }

  /// The client that has the calendar already, or a new one.
  ///
  /// Many programs call every calendar the same, so that a name alone says nothing: a calendar is known by what tells it
  /// from others where it says that, by its name and the client's together, or by its events.
  private static func client(
    _ draft: ClientDraft, _ file: CalendarFile, _ known: [String: [Block]], _ calendar: String, _ desk: Desk,
    _ context: ChangeContext
  ) throws(ExchangeError) -> (Client, [RecordChange]) {
    var draft = draft
    draft.name = ImportedText.line(draft.name)
    let id = file.calendars.lazy.map { ImportedText.line($0.id) }.first { !$0.isEmpty }
    let source = "ical:\(id ?? (calendar.isEmpty ? draft.name : calendar))"
    let named = desk.clients.first { $0.source == source && (id != nil || $0.name == draft.name) }
    if let earlier = named ?? owner(of: file, known, desk) { return (earlier, []) }
    draft.source = source
    let transaction = desk.addClient(draft, columns: [], context: context)
    guard case .client(let client)? = transaction.changes.first?.after else { throw .noSuchClient }
    return (client, transaction.changes)
  }

  /// The client that has at least half of the events already.
  private static func owner(of file: CalendarFile, _ known: [String: [Block]], _ desk: Desk) -> Client? {
    let uids = Set(file.events.map { ImportedText.line($0.uid) })
    var counts: [ClientID: Int] = [:]
    for uid in uids {
      if let client = known[uid]?.first?.client { counts[client, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return most.flatMap { $0.value * 2 >= uids.count ? desk.client($0.key) : nil }
  }

  static func known(_ desk: Desk) -> [String: [Block]] {
    var known: [String: [Block]] = [:]
    for block in desk.allBlocks { known[CalendarImport.uid(of: block, on: desk), default: []].append(block) }
    return known.mapValues { blocks in
      blocks.count == 1
        ? blocks
        : blocks.sorted { ($0.occurrence == nil ? 0 : 1, $0.id) < ($1.occurrence == nil ? 0 : 1, $1.id) }
    }
  }

  /// - Parameter progress: called now and then, and once at the end, with the groups done and all groups.
  consuming func plan(progress: (_ done: Int, _ total: Int) -> Void) -> CalendarResult {
    let groups = groups()
    for (place, group) in groups.enumerated() {
      if place & 0xFFF == 0xFFF { progress(place, groups.count) }
      let blocks = known[group.uid] ?? []
      let master = blocks.first.flatMap { $0.occurrence == nil ? $0 : nil }
      let events = group.events.map { file.events[$0] }
      for series in maker.series(group.uid, events, known: master) {
        take(series, series.uid == group.uid ? blocks : known[series.uid] ?? [])
      }
    }
    if !groups.isEmpty { progress(groups.count, groups.count) }
    report.remarks = maker.translator.remarks
    if report.isNewClient, report.events.added == 0 { leaveOutClient() }
    let transaction = Transaction(
      at: context.now, action: "import.ics", arguments: [report.calendar, report.clientName], changes: changes
    )
    return CalendarResult(transaction: transaction, client: client?.id, report: report)
  }

  /// Nothing came for the client that was to be made: there shall be no empty one.
  private mutating func leaveOutClient() {
    changes.removeAll { if case .client = $0.key { true } else { false } }
    client = nil
    report.unmadeClient = report.clientName
    report.clientName = ""
    report.isNewClient = false
  }

  /// The events of each UID, in the order of the file.
  private mutating func groups() -> [(uid: String, events: [Int])] {
    var groups: [(uid: String, events: [Int])] = []
    groups.reserveCapacity(file.events.count)
    var places: [String: Int] = [:]
    for (number, event) in file.events.enumerated() {
      var uid = ImportedText.line(event.uid)
      if uid.isEmpty {
        uid = "vahi-\(Fingerprint.long(of: event.identity))"
        maker.translator.remarks.note(.noUID, line: event.line)
      }
      if let place = places[uid] {
        groups[place].events.append(number)
      } else {
        places[uid] = groups.count
        groups.append((uid, [number]))
      }
    }
    return groups
  }
}

// Changes.
extension CalendarPlanner {
  private mutating func take(_ series: CalendarSeries, _ blocks: [Block]) {
    let knownMaster = blocks.first.flatMap { $0.occurrence == nil ? $0 : nil }
    if series.isCancelled {
      maker.translator.remarks.note(blocks.isEmpty ? .cancelledUnknown : .cancelled, line: series.line)
      return remove(blocks)
    }
    if blocks.isEmpty, series.master != nil, deleted.contains(series.uid) {
      return maker.translator.remarks.note(.deletedHere, line: series.line)
    }
    var master = knownMaster
    if var content = series.master {
      content.exceptOn = exceptions(content.exceptOn, series)
      if content.rule != nil || !content.alsoOn.isEmpty { report.series += 1 }
      master = merge(content, into: knownMaster, of: nil)
    } else if let known = knownMaster {
      callOff(series.calledOff, in: known)
    } else if !series.calledOff.isEmpty {
      maker.translator.remarks.note(.cancelledUnknown, line: series.line)
    }
    let singles = blocks.filter { $0.occurrence != nil }
    for content in series.replaced {
      report.moved += 1
      let single = singles.first { $0.occurrence == content.occurrence }
      if single == nil, knownMaster != nil, isGoneHere(content.occurrence, of: series.master, from: master) {
        maker.translator.remarks.note(.localEditsKept, line: content.line)
        continue
      }
      _ = merge(content, into: single, of: master?.id)
    }
    guard series.master != nil || !series.calledOff.isEmpty else { return }
    let wanted = Set(series.replaced.compactMap(\.occurrence))
    remove(
      singles.filter { single in
        guard let occurrence = single.occurrence, !wanted.contains(occurrence) else { return false }
        // What was moved here stays; what came from the file goes with it.
        let wasInFile = kept[single.id] != nil || single.imported != nil
        return series.calledOff.contains(occurrence) || (series.master != nil && wasInFile)
      })
  }

  /// Whether the series has no such occurrence any more by what was done here, though it has one in the file: it was
  /// split here, or the occurrence deleted.
  private func isGoneHere(_ occurrence: WallTime?, of series: CalendarContent?, from master: Block?) -> Bool {
    guard let occurrence, let series, let master else { return false }
    let here = CalendarContent(of: master).starts(at: occurrence, in: desk.zone(master.start.zone))
    return !here && series.starts(at: occurrence, in: desk.zone(series.start.zone))
  }

  /// The starts that a series leaves out: not those that another block stands for.
  private func exceptions(_ exceptions: [WallTime], _ series: CalendarSeries) -> [WallTime] {
    guard !series.calledOff.isEmpty || !series.replaced.isEmpty else { return exceptions }
    let replaced = Set(series.replaced.compactMap(\.occurrence))
    return Set(exceptions + series.calledOff).subtracting(replaced).sorted()
  }

  /// Puts what the file says into a block, a new one or the one that is there.
  private mutating func merge(_ content: CalendarContent, into before: Block?, of series: BlockID?) -> Block {
    let fingerprint = content.fingerprint
    var after =
      before
      ?? Block(
        id: context.ids.next(at: context.now), client: client?.id, kind: .meeting, title: "",
        start: content.start, duration: 0)
    let last = EventFingerprint(kept: before.flatMap { kept[$0.id] ?? $0.imported })
    let fields = fingerprint.changed(since: last)
    var own: Set<EventFingerprint.Field> = []
    if let before, keepsOwn, !fields.isEmpty {
      own = CalendarContent(of: before).conflicts(with: content, since: last)
    }
    content.write(fields.subtracting(own), to: &after)
    after.uid = content.uid
    after.imported = fingerprint.text
    if content.occurrence != nil { after.series = series ?? before?.series }
    if let before {
      if before.client != client?.id {
        let other = before.client.flatMap { desk.client($0)?.name }
        maker.translator.remarks.note(
          other == nil ? .ownAlready : .otherClient, other ?? "", line: content.line)
      }
      if !own.isEmpty {
        let words = EventFingerprint.Field.allCases.filter(own.contains).map(\.word)
        report.conflicts.append(ImportConflict(title: before.title, fields: words))
      } else if fields.count < EventFingerprint.Field.allCases.count, keepsEdit(after, against: content) {
        maker.translator.remarks.note(.localEditsKept, line: content.line)
      }
    }
    report.events.count(added: before == nil, changed: before != after)
    if before != after {
      changes.append(RecordChange(before: before.map(Record.block), after: .block(after)))
    }
    return after
  }

  /// Whether the desk says something else than the file although the file has not changed: an edit made here.
  private func keepsEdit(_ block: Block, against content: CalendarContent) -> Bool {
    var told = block
    content.write(Set(EventFingerprint.Field.allCases), to: &told)
    return told != block
  }

  private mutating func callOff(_ occurrences: [WallTime], in series: Block) {
    let new = occurrences.filter { !series.exceptOn.contains($0) }
    guard !new.isEmpty else { return }
    var after = series
    after.exceptOn = (series.exceptOn + new).sorted()
    report.events.updated += 1
    changes.append(RecordChange(before: .block(series), after: .block(after)))
  }

  private mutating func remove(_ blocks: [Block]) {
    for block in blocks {
      report.removed += 1
      changes.append(RecordChange(removing: .block(block)))
    }
  }
}

extension CalendarEvent {
  /// What tells an event without a UID from others.
  var identity: [String] {
    [
      start.map { "\($0.value)" } ?? "", end.map { "\($0.value)" } ?? "", length.map { "\($0.value)" } ?? "",
      title, location, rules.map(\.value).joined(separator: "\n"),
    ]
  }
}
