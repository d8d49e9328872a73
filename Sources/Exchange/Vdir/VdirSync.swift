import Civil
import Desk

/// Works out what brings a folder of events (a vdir: one .ics an event) and a client's blocks together.
///
/// What one side changed since they were last the same goes to the other. What both changed is joined where they
/// changed different things; where they changed the same, both versions stay and it is said. What one side took away
/// goes on the other unless that changed it meanwhile. A file that cannot be read counts as one that was not changed.
package struct VdirSync {
  /// All that the desk has under one UID.
  private struct Group {
    var blocks: [Block]
    var digest: String
  }

  private let desk: Desk
  private let client: ClientID?
  private let context: ChangeContext
  private let words: ImportWords
  private let known: [String: [Block]]
  private let export: CalendarExport
  private var state: VdirState
  private var plan: VdirPlan
  private var changes: [RecordChange] = []
  /// The UIDs that have been dealt with.
  private var done: Set<String> = []
  private var names: Set<String> = []
  /// The files that go, with digests of their bytes, by UID.
  private var taken: [String: (file: String, digest: String)] = [:]
  /// What is told in the history: the titles of what came, of what was taken away here, and of what is there twice now.
  private var (arrivals, departures, conflicts): ([String], [String], [String]) = ([], [], [])

  /// - Parameters:
  ///   - files: what is in the folder, in the order of the names.
  ///   - client: whose blocks the folder has; nil for the person's own.
  ///   - takesNew: whether blocks that are in no folder yet go into this one.
  ///   - elsewhere: the UIDs that other folders of the client have.
  package static func plan(
    _ files: [VdirFile], state: VdirState, client: ClientID?, of desk: Desk, context: ChangeContext,
    takesNew: Bool = true, elsewhere: Set<String> = [], words: ImportWords = ImportWords(),
    copyTitle: String = "%1 (mine)"
  ) -> VdirPlan {
    var sync = VdirSync(state: state, client: client, desk: desk, context: context, words: words)
    sync.copyTitle = copyTitle
    sync.takesNew = takesNew
    sync.elsewhere = elsewhere
    return sync.run(files)
  }

  private var copyTitle = "%1"
  private var takesNew = true
  private var elsewhere: Set<String> = []

  private init(
    state: VdirState, client: ClientID?, desk: Desk, context: ChangeContext, words: ImportWords
  ) {
    self.desk = desk
    self.client = client
    self.context = context
    self.words = words
    self.state = state
    known = CalendarPlanner.known(desk)
    // Always the same instant, so that what is written says when something was changed and not when it was looked at.
    export = CalendarExport(desk, now: context.now, words: words)
    plan = VdirPlan(transaction: Transaction(at: context.now, action: "", changes: []), state: state)
  }

  private mutating func run(_ files: [VdirFile]) -> VdirPlan {
    names = Set(files.map(\.name))
    let uidsByFile = Dictionary(
      state.items.map { ($0.value.file, $0.key) }, uniquingKeysWith: { first, _ in first })
    // What is known comes first: of two files with one UID the one that had it keeps it.
    let order = files.filter { uidsByFile[$0.name] != nil } + files.filter { uidsByFile[$0.name] == nil }
    for file in order { take(file, knownAs: uidsByFile[file.name]) }
    for (uid, item) in state.items.sorted(by: { $0.key < $1.key }) where !done.contains(uid) {
      takeGone(uid, item)
    }
    if takesNew {
      for (uid, blocks) in known.sorted(by: { $0.key < $1.key })
      where !done.contains(uid) && !elsewhere.contains(uid) {
        let own = own(blocks)
        if own.count == blocks.count { write(uid, own, over: nil) }
      }
    }
    plan.came = arrivals.count
    plan.removed = departures.count
    let (action, arguments) = deed
    plan.transaction = Transaction(
      at: context.now, action: action, arguments: arguments, changes: changes)
    plan.state = state
    return plan
  }

  /// How the history calls the change, what matters most alone, and what it speaks of.
  private var deed: (action: String, arguments: [String]) {
    if let title = conflicts.first {
      return conflicts.count == 1
        ? ("calendar.follow.both", [title])
        : ("calendar.follow.both.some", [title, "\(conflicts.count - 1)"])
    }
    switch (arrivals.count, departures.count) {
    case (0, 0): return ("calendar.follow.same", [])
    case (1, 0): return ("calendar.follow.one", arrivals)
    case (0, 1): return ("calendar.follow.gone.one", departures)
    case (let came, 0): return ("calendar.follow", ["\(came)"])
    case (0, let gone): return ("calendar.follow.gone", ["\(gone)"])
    case (let came, let gone): return ("calendar.follow.some", ["\(came)", "\(gone)"])
    }
  }

  private mutating func note(_ note: VdirPlan.Note, _ about: String, other: String = "") {
    plan.notes.append((note, ImportedText.line(about), ImportedText.line(other)))
  }

  /// What an event or a series is called.
  private func title(_ blocks: [Block]) -> String {
    (blocks.first { $0.occurrence == nil } ?? blocks.first)?.title ?? ""
  }

  private func group(_ uid: String) -> Group? {
    let blocks = own(known[uid] ?? [])
    return blocks.isEmpty ? nil : Group(blocks: blocks, digest: export.digest(of: blocks))
  }

  /// Those of one UID that the folder has: a series with all that differs from it, even where that is for another client.
  private func own(_ blocks: [Block]) -> [Block] {
    guard let series = blocks.first, series.occurrence == nil else {
      return blocks.filter { $0.client == client }
    }
    return series.client == client ? blocks : []
  }
}

// Files.
extension VdirSync {
  private mutating func take(_ file: VdirFile, knownAs uid: String?) {
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let read): bytes = read
    case .busy:
      if let uid { done.insert(uid) }
      return
    case .asBefore:
      guard let uid, let item = state.items[uid] else { return }
      return take(uid, fileAsItWas: item, file)
    }
    let read = try? CalendarReader.read(bytes)
    guard let read, read.isWhole, let first = read.events.first else {
      // Servers keep tasks beside events: such a file is as it should be.
      if let read, read.isWhole, Self.others.contains(where: { read.remarks.count($0) > 0 }) { return }
      note(.unreadable, file.name)
      if let uid { done.insert(uid) }
      return
    }
    let own = ImportedText.line(first.uid)
    let name = own.isEmpty ? "vahi-\(Fingerprint.long(of: first.identity))" : own
    let digest = Fingerprint.long(of: bytes)
    // The file has another event in it now: the one that it had is gone.
    guard done.insert(name).inserted else { return takeTwin(file, digest, of: name) }
    let item = state.items[name]
    if let item, item.fileDigest == digest {
      state.items[name]?.stamp = file.stamp
      state.items[name]?.file = file.name
      return take(name, fileAsItWas: item, file)
    }
    takeChanged(name, read, file, digest: digest)
  }

  /// The file has an event that another file has already: it goes with that one where it says the same.
  private mutating func takeTwin(_ file: VdirFile, _ digest: String, of uid: String) {
    if taken[uid]?.digest == digest {
      plan.files.append(VdirPlan.FileChange(uid: uid, file: file.name, stamp: file.stamp, bytes: nil))
    } else {
      note(.usedTwice, file.name, other: taken[uid]?.file ?? state.items[uid]?.file ?? "")
    }
  }

  /// The file is what it was: what the desk changed goes there.
  private mutating func take(_ uid: String, fileAsItWas item: VdirState.Item, _ file: VdirFile) {
    done.insert(uid)
    guard let group = group(uid) else {
      guard known[uid] == nil else { return note(.otherClient, file.name) }
      plan.files.append(VdirPlan.FileChange(uid: uid, file: file.name, stamp: file.stamp, bytes: nil))
      taken[uid] = (file.name, item.fileDigest)
      state.items[uid] = nil
      plan.went += 1
      return
    }
    guard group.digest != item.deskDigest else { return }
    if item.isMixed { return note(.severalThings, file.name) }
    write(uid, group.blocks, over: file)
  }

  /// The file is new or another than it was.
  private mutating func takeChanged(
    _ uid: String, _ read: CalendarFile, _ file: VdirFile, digest: String
  ) {
    let item = state.items[uid]
    let before = group(uid)
    if before == nil, known[uid] != nil { return note(.otherClient, file.name) }
    if before == nil, item != nil { note(.keptThere, read.events.first?.title ?? file.name) }
    let isChangedHere = before.map { $0.digest != (item?.deskDigest ?? "") } ?? false
    // Where it is not known what both sides last said, the blocks know what the file said when they came from it.
    let copies = isChangedHere ? conflictCopies(uid, read, before?.blocks ?? []) : []
    let after = merge(uid, read)
    if !copies.isEmpty {
      conflicts.append(title(before?.blocks ?? []))
      note(.keptBoth, title(before?.blocks ?? []))
      for copy in copies { changes.append(RecordChange(before: nil, after: .block(copy))) }
    }
    let deskDigest = export.digest(of: after)
    var now = VdirState.Item(
      file: file.name, stamp: file.stamp, fileDigest: digest, deskDigest: deskDigest)
    now.isMixed = !isOneThing(read)
    now.said = said(after)
    state.items[uid] = now
    if before?.digest != deskDigest { arrivals.append(title(after)) }
    // What was changed here only and is now joined with what was changed there goes there too.
    if isChangedHere, !now.isMixed, !saysTheSame(read, after) {
      write(uid, after, over: file)
    }
    for copy in copies { write(CalendarImport.uid(of: copy), [copy], over: nil) }
  }

  /// The file that had the event is gone.
  private mutating func takeGone(_ uid: String, _ item: VdirState.Item) {
    done.insert(uid)
    guard let group = group(uid) else {
      state.items[uid] = nil
      return
    }
    guard group.digest == item.deskDigest else {
      note(.keptHere, title(group.blocks))
      return write(uid, group.blocks, over: nil)
    }
    for block in group.blocks { changes.append(RecordChange(removing: .block(block))) }
    state.items[uid] = nil
    departures.append(title(group.blocks))
  }

  private mutating func write(_ uid: String, _ blocks: [Block], over file: VdirFile?) {
    let bytes = export.document(
      blocks.sorted { ($0.occurrence == nil ? 0 : 1, $0.id) < ($1.occurrence == nil ? 0 : 1, $1.id) })
    let name = file?.name ?? freeName(uid)
    names.insert(name)
    done.insert(uid)
    plan.files.append(VdirPlan.FileChange(uid: uid, file: name, stamp: file?.stamp, bytes: bytes))
    var item = VdirState.Item(
      file: name, stamp: "", fileDigest: Fingerprint.long(of: bytes), deskDigest: export.digest(of: blocks))
    item.said = said(blocks)
    state.items[uid] = item
    plan.went += 1
  }

  private func said(_ blocks: [Block]) -> [String: String] {
    Dictionary(
      blocks.map { ($0.occurrence?.text ?? "", CalendarContent(of: $0).fingerprint.text) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A file's name made of a UID, of characters that every file system takes.
  private func freeName(_ uid: String) -> String {
    var name = String(
      uid.prefix(100).map { character in
        character.isASCII && (character.isLetter || character.isNumber || "-_.@".contains(character))
          ? character : "-"
      })
    if name.isEmpty || name.hasPrefix(".") { name = "vahi-\(Fingerprint.long(of: [uid]))" }
    return names.contains(name + ".ics") ? "\(name)-\(Fingerprint.long(of: [uid])).ics" : name + ".ics"
  }

  /// What may stand in a file and is no event.
  private static let others: [CalendarReason] = [.tasks, .journals, .freeBusy, .otherComponents]

  /// Whether writing the file anew loses nothing that is in it.
  private func isOneThing(_ file: CalendarFile) -> Bool {
    Set(file.events.map(\.uid)).count == 1 && Self.others.allSatisfy { file.remarks.count($0) == 0 }
  }
}

// Joining.
extension VdirSync {
  /// Takes what the file says, field by field, and gives what the desk has then.
  private mutating func merge(_ uid: String, _ read: CalendarFile) -> [Block] {
    guard
      let planner = try? CalendarPlanner(
        file: read, target: target, desk: desk, known: known, kept: kept(uid), keepsOwn: false,
        context: context, words: words)
    else { return known[uid] ?? [] }
    let result = planner.plan { _, _ in }
    changes += result.transaction.changes
    return applied(result.transaction.changes, to: known[uid] ?? [])
  }

  private var target: CalendarTarget { client.map(CalendarTarget.client) ?? .own }

  /// What the file said of each block when both sides were last the same.
  private func kept(_ uid: String) -> [BlockID: String] {
    guard let said = state.items[uid]?.said else { return [:] }
    var kept: [BlockID: String] = [:]
    for block in known[uid] ?? [] { kept[block.id] = said[block.occurrence?.text ?? ""] }
    return kept
  }

  /// What the file says, as if the desk had nothing of it.
  private func told(_ read: CalendarFile) -> [Block]? {
    guard
      let planner = try? CalendarPlanner(
        file: read, target: target, desk: desk, known: [:], keepsOwn: false, context: context, words: words)
    else { return nil }
    return planner.plan { _, _ in }.transaction.changes.compactMap { change in
      if case .block(let block)? = change.after { block } else { nil }
    }
  }

  private func applied(_ changes: [RecordChange], to blocks: [Block]) -> [Block] {
    var after = blocks
    for change in changes {
      switch (change.before, change.after) {
      case (.block(let old)?, .block(let new)?):
        if let place = after.firstIndex(where: { $0.id == old.id }) { after[place] = new }
      case (nil, .block(let new)?): after.append(new)
      case (.block(let old)?, nil): after.removeAll { $0.id == old.id }
      default: break
      }
    }
    return after
  }

  /// Whether the file says what the blocks say, as far as a desk can tell.
  private func saysTheSame(_ read: CalendarFile, _ blocks: [Block]) -> Bool {
    told(read).map { export.digest(of: $0) } == export.digest(of: blocks)
  }

  /// The desk's versions of what both sides changed to something different, as blocks of their own.
  private func conflictCopies(_ uid: String, _ read: CalendarFile, _ blocks: [Block]) -> [Block] {
    guard let told = told(read) else { return [] }
    let keptTexts = kept(uid)
    return blocks.compactMap { block in
      let kept = EventFingerprint(kept: keptTexts[block.id] ?? block.imported)
      let mine = CalendarContent(of: block)
      let changedHere = mine.fingerprint.changed(since: kept)
      guard let theirs = told.first(where: { $0.occurrence == block.occurrence }) else {
        // An occurrence that was taken back into its series there, or taken away.
        let wasThere = (keptTexts[block.id] ?? block.imported) != nil && block.occurrence != nil
        return wasThere && !changedHere.isEmpty ? copy(block) : nil
      }
      return mine.conflicts(with: CalendarContent(of: theirs), since: kept).isEmpty ? nil : copy(block)
    }
  }

  /// A version of the desk's as a block of its own.
  private func copy(_ block: Block) -> Block {
    var copy = block
    copy.uid = nil
    copy.imported = nil
    copy.series = nil
    copy.occurrence = nil
    copy.title = copyTitle.replacing("%1", with: block.title)
    return copy.renamed(context.ids.next(at: context.now))
  }
}

extension Block {
  /// The same under another name on the desk.
  fileprivate func renamed(_ id: BlockID) -> Block {
    var copy = self
    copy.id = id
    return copy
  }
}
