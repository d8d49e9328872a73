import Civil
import Desk

/// Brings a Trello board export onto a client's board as one change.
///
/// Lists become columns, cards cards, each keeping its Trello id as its source. The same file again changes nothing.
/// A later export of the same board adds what is new and updates the fields that changed in the file alone since they
/// were last imported; a field that was changed here stays so (see `CardFingerprint`), and it is told where both changed
/// it.
/// No card is ever removed: one gone from the file stays. One deleted here does not come back, one archived here stays
/// archived. Of columns only the empty ones of a board that is as it was made go.
package enum TrelloImport {
  /// Reads a file and works out the change.
  ///
  /// - Parameter progress: called about every megabyte read with the bytes done and all bytes.
  package static func plan(
    _ bytes: [UInt8], into target: ImportTarget, of desk: Desk, context: ChangeContext,
    words: ImportWords = ImportWords(), progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ExchangeError) -> ImportResult {
    let board = try TrelloReader.read(bytes, progress: progress)
    var planner = TrelloPlanner(board: board, desk: desk, context: context, words: words)
    return try planner.plan(into: target)
  }

  /// How a record says that it came from something in Trello.
  static func source(_ id: String) -> String { "trello:\(id)" }
}

/// Works out the change that brings a board in.
struct TrelloPlanner {
  private let board: TrelloBoard
  private let desk: Desk
  private let context: ChangeContext
  private let words: ImportWords
  private var report = ImportReport()

  init(board: TrelloBoard, desk: Desk, context: ChangeContext, words: ImportWords) {
    self.board = board
    self.desk = desk
    self.context = context
    self.words = words
  }

  mutating func plan(into target: ImportTarget) throws(ExchangeError) -> ImportResult {
    let (client, clientChanges) = try client(for: target)
    report.board = ImportedText.line(board.name)
    report.clientName = client.name
    report.isNewClient = !clientChanges.isEmpty
    if case .new(let draft) = target, !report.isNewClient, client.name != draft.name {
      report.unmadeClient = ImportedText.line(draft.name)
    }
    let known = knownCards()
    let cards = distinctCards()
    let lists = board.lists.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
    var changes = clientChanges
    // A board that is all with another client already leaves nothing to make columns for.
    let isElsewhere =
      !cards.isEmpty && cards.allSatisfy { known[$0.id].map { $0.client != client.id } ?? false }
    if isElsewhere {
      report.note(.cardsWithOtherClient, cards.count)
      for card in cards { noteOwner(of: known[card.id]) }
    } else {
      let columns = ColumnPlan(
        lists, of: client.id, needsFallback: !cards.isEmpty, desk: desk, context: context, words: words,
        report: &report)
      changes += columns.changes
      changes += cardChanges(cards, known, lists, columns, zone: desk.zone(client.zone), client: client.id)
    }
    noteWhatIsMissing(cards)
    let hasNothing = report.isNewClient && changes.count == clientChanges.count
    if hasNothing {
      // There shall be no empty client that nothing came for.
      changes = []
      report.unmadeClient = report.clientName
      report.clientName = ""
      report.isNewClient = false
    }
    let transaction = Transaction(
      at: context.now, action: "import.trello", arguments: [report.board, client.name], changes: changes)
    return ImportResult(transaction: transaction, client: hasNothing ? nil : client.id, report: report)
  }

  /// The client the board goes to; for a new one, the one that an earlier import of the board made.
  private func client(for target: ImportTarget) throws(ExchangeError) -> (Client, [RecordChange]) {
    switch target {
    case .client(let id):
      guard let client = desk.client(id) else { throw .noSuchClient }
      return (client, [])
    case .new(var draft):
      let source = TrelloImport.source(board.id)
      if !board.id.isEmpty, let earlier = desk.clients.first(where: { $0.source == source }) {
        return (earlier, [])
      }
      draft.name = ImportedText.line(draft.name)
      draft.source = source
      let transaction = desk.addClient(draft, columns: [], context: context)
      guard case .client(let client)? = transaction.changes.first?.after else { throw .noSuchClient }
      return (client, transaction.changes)
    }
  }

  /// The cards on the desk that came from Trello, by the id they have there.
  private func knownCards() -> [String: Card] {
    let mark = TrelloImport.source("")
    var known: [String: Card] = [:]
    for card in desk.allCards {
      guard let source = card.source, source.hasPrefix(mark) else { continue }
      known[String(source.dropFirst(mark.count))] = card
    }
    return known
  }

  private mutating func noteOwner(of card: Card?) {
    if let name = card.flatMap({ desk.client($0.client)?.name }) { report.otherClients.insert(name) }
  }

  private mutating func distinctCards() -> [TrelloCard] {
    var seen: Set<String> = []
    let cards = board.cards.filter { seen.insert($0.id).inserted }
    report.note(.repeatedCards, board.cards.count - cards.count)
    return cards
  }

  private mutating func cardChanges(
    _ cards: [TrelloCard], _ known: [String: Card], _ lists: [TrelloList], _ columns: ColumnPlan, zone: Zone,
    client: ClientID
  ) -> [RecordChange] {
    let translator = TrelloTranslator(
      lookup: TrelloLookup(board), zone: zone, words: words, now: context.now,
      listsWithColumn: Set(columns.columnOf.keys))
    let deleted = DeletedHere(desk.history, of: client).cards
    var plans: [CardPlan] = []
    plans.reserveCapacity(cards.count)
    for place in order(of: cards, lists, columns) {
      let card = cards[place]
      let content = translator.content(of: card, &report)
      guard let column = columns.column(for: card.list) else { continue }
      guard let existing = known[card.id] else {
        guard !deleted.contains(TrelloImport.source(card.id)) else {
          report.note(.deletedHere)
          continue
        }
        let plan = CardPlan(
          adding: content, id: context.ids.next(at: context.now), source: TrelloImport.source(card.id),
          to: column)
        plans.append(plan)
        report.details.count(plan.after)
        report.cards.count(added: true, changed: false)
        report.comments.added += content.comments.count
        if content.archived { report.archivedCards += 1 }
        continue
      }
      let isHere = existing.client == client
      if !isHere {
        report.note(.cardsWithOtherClient)
        noteOwner(of: existing)
      }
      let plan = CardPlan(updating: existing, with: content, in: isHere ? column : nil)
      if !plan.conflicts.isEmpty {
        report.conflicts.append(ImportConflict(title: existing.title, fields: plan.conflicts.map(\.word)))
      } else if plan.keepsEdit(against: content) {
        report.note(.localEditsKept)
      }
      report.cards.count(added: false, changed: plan.after != existing)
      countComments(existing.comments, plan.after.comments)
      plans.append(plan)
    }
    giveRanks(&plans)
    return plans.compactMap { plan in
      plan.before == plan.after
        ? nil : RecordChange(before: plan.before.map(Record.card), after: .card(plan.after))
    }
  }

  /// The order in which cards stand on the board: by list, those of lists without a column last.
  private func order(of cards: [TrelloCard], _ lists: [TrelloList], _ columns: ColumnPlan) -> [Int] {
    let listPlaces = Dictionary(
      lists.enumerated().map { place, list in
        (list.id, columns.columnOf[list.id] == nil ? place + lists.count : place)
      },
      uniquingKeysWith: { first, _ in first })
    return cards.enumerated()
      .map { (list: listPlaces[$1.list] ?? .max, position: $1.position, index: $0) }
      .sorted { ($0.list, $0.position, $0.index) < ($1.list, $1.position, $1.index) }
      .map(\.index)
  }

  private mutating func countComments(_ before: [Comment], _ after: [Comment]) {
    let old = Dictionary(
      before.compactMap { comment in comment.source.map { ($0, comment) } },
      uniquingKeysWith: { first, _ in first })
    for comment in after {
      guard let source = comment.source else { continue }
      report.comments.count(added: old[source] == nil, changed: old[source] != comment)
    }
  }

  /// Gives every card that needs one a place in its column: after the card that is before it in the file.
  private func giveRanks(_ plans: inout [CardPlan]) {
    let moving = Set(plans.filter(\.moves).map(\.after.id))
    for (column, places) in Dictionary(grouping: plans.indices, by: { plans[$0].after.column }) {
      let taken = desk.cards(in: column).filter { !moving.contains($0.id) }.map(\.rank)
      let order = places.sorted()
      let ranks = Placement.ranks(
        of: order.map { plans[$0].moves ? nil : plans[$0].after.rank }, among: taken)
      for (place, rank) in zip(order, ranks) { plans[place].after.rank = rank }
    }
  }

  private mutating func noteWhatIsMissing(_ cards: [TrelloCard]) {
    let ids = Set(cards.map(\.id))
    let found = board.comments.count { ids.contains($0.card) }
    report.note(.commentsOfMissingCards, board.comments.count - found)
    report.note(.commentsNotInFile, cards.reduce(0) { $0 + $1.commentCount } - found)
    report.note(.checklistsOfMissingCards, board.checklists.count { !ids.contains($0.card) })
    report.note(.otherActions, board.otherActions)
    report.note(.nullTexts, board.missingTexts)
  }
}
