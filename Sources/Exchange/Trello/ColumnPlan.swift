import Desk

/// Which column each list of a file goes to, and what must change for that.
struct ColumnPlan {
  /// By list id.
  private(set) var columnOf: [String: Column] = [:]
  /// By the id of a list that has no column.
  private var substitutes: [String: Column] = [:]
  /// For cards whose list has no column and speaks of no role that the board has.
  private var fallback: Column?
  private(set) var changes: [RecordChange] = []

  private let client: ClientID
  private let desk: Desk
  private let context: ChangeContext

  /// Plans the columns of a client.
  ///
  /// A list goes to the column it came to before, else to one of the same name, else to a new one. A list archived
  /// in Trello gets no column of its own, unless all are.
  init(
    _ lists: [TrelloList], of client: ClientID, needsFallback: Bool, desk: Desk, context: ChangeContext,
    words: ImportWords, report: inout ImportReport
  ) {
    self.client = client
    self.desk = desk
    self.context = context
    let existing = desk.columns(of: client)
    let open = lists.filter { !$0.isClosed }
    let shown = open.isEmpty ? lists : open
    var free = existing
    var matches: [String: Column] = [:]
    for list in lists {
      guard let place = free.firstIndex(where: { $0.source == TrelloImport.source(list.id) }) else {
        continue
      }
      matches[list.id] = free.remove(at: place)
    }
    for list in shown where matches[list.id] == nil {
      let name = ImportedText.line(list.name).lowercased()
      guard let place = free.firstIndex(where: { $0.name.lowercased() == name }) else { continue }
      matches[list.id] = free.remove(at: place)
    }
    let shownIDs = Set(shown.map(\.id))
    report.note(.archivedLists, lists.count { !shownIDs.contains($0.id) && matches[$0.id] == nil })
    let wanted = lists.filter { shownIDs.contains($0.id) || matches[$0.id] != nil }
    place(wanted, matches, existing, &report)
    if report.columns.added > 0 { removeUnused(existing, words.standardColumns, &report) }
    substitute(for: lists)
    fallback = wanted.first.flatMap { columnOf[$0.id] } ?? existing.first
    if fallback == nil, needsFallback { addFallback(words.column, &report) }
  }

  /// Where cards of a list go; nil stands for a list that is not in the file.
  func column(for list: String?) -> Column? {
    list.flatMap { columnOf[$0] ?? substitutes[$0] } ?? fallback
  }

  /// Sends the cards of lists without a column to one of the role that the list speaks of.
  private mutating func substitute(for lists: [TrelloList]) {
    let columns = columnOf.values.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    for list in lists where columnOf[list.id] == nil {
      guard let role = RoleGuess.role(of: list.name) else { continue }
      substitutes[list.id] = columns.first { $0.role == role }
    }
  }

  /// Updates the columns that are there and puts new ones between them, in the order of the lists.
  private mutating func place(
    _ lists: [TrelloList], _ matches: [String: Column], _ existing: [Column], _ report: inout ImportReport
  ) {
    let ranks = Placement.ranks(
      of: lists.map { matches[$0.id]?.rank }, among: existing.map(\.rank).sorted())
    for (index, list) in lists.enumerated() {
      let name = ImportedText.line(list.name)
      let imported = Fingerprint.of([list.name])
      if let before = matches[list.id] {
        var after = before
        if after.source == nil { after.source = TrelloImport.source(list.id) }
        if after.source == TrelloImport.source(list.id) {
          if let kept = before.imported, kept != imported { after.name = name }
          after.imported = imported
        }
        columnOf[list.id] = after
        report.columns.count(added: false, changed: after != before)
        if after != before { changes.append(RecordChange(before: .column(before), after: .column(after))) }
        continue
      }
      let guessed = RoleGuess.role(of: name)
      var column = Column(
        id: context.ids.next(at: context.now), client: client, name: name.isEmpty ? "-" : name,
        role: guessed ?? (index == 0 && lists.count > 1 ? .backlog : .ready),
        wipLimit: list.limit.flatMap { $0 >= 1 ? Int(exactly: $0.rounded()) : nil }, rank: ranks[index],
        source: TrelloImport.source(list.id))
      column.imported = imported
      columnOf[list.id] = column
      add(column, isNamed: guessed != nil, &report)
    }
  }

  /// Takes away what is left of a board as it was first made: all of it empty, and nothing changed about it.
  private mutating func removeUnused(
    _ existing: [Column], _ standard: [ColumnDraft], _ report: inout ImportReport
  ) {
    let isFresh = existing.allSatisfy { column in
      let draft = ColumnDraft(name: column.name, role: column.role, wipLimit: column.wipLimit)
      return column.source == nil && standard.contains(draft) && !desk.hasCards(in: column.id)
    }
    guard isFresh else { return }
    let used = Set(columnOf.values.map(\.id))
    for column in existing where !used.contains(column.id) {
      changes.append(RecordChange(removing: .column(column)))
      report.removedColumns += 1
    }
  }

  private mutating func addFallback(_ name: String, _ report: inout ImportReport) {
    let column = Column(
      id: context.ids.next(at: context.now), client: client, name: name, role: .backlog,
      rank: Rank.between(nil, nil))
    fallback = column
    add(column, isNamed: false, &report)
  }

  private mutating func add(_ column: Column, isNamed: Bool, _ report: inout ImportReport) {
    changes.append(RecordChange(before: nil, after: .column(column)))
    report.columns.count(added: true, changed: false)
    report.roles.append(ImportReport.ColumnRole(name: column.name, role: column.role, isNamed: isNamed))
  }
}
