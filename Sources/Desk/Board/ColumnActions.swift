import Civil

extension Desk {
  /// Adds a column to a board, after another one or at the end.
  package func addColumn(
    _ draft: ColumnDraft, to client: ClientID, after previous: ColumnID? = nil, context: ChangeContext
  ) throws(DeskError) -> Transaction {
    guard self.client(client) != nil else { throw .noSuchClient(client.raw) }
    let columns = columns(of: client)
    let place = previous.flatMap { id in columns.firstIndex { $0.id == id } } ?? columns.count - 1
    let low = place >= 0 && place < columns.count ? columns[place].rank : nil
    let high = place + 1 < columns.count ? columns[place + 1].rank : nil
    let column = Column(
      id: context.newID(), client: client, name: draft.name, role: draft.role, wipLimit: draft.wipLimit,
      rank: Rank.between(low, high))
    return Transaction(
      at: context.now, action: "column.add", arguments: [column.name],
      changes: [RecordChange(before: nil, after: .column(column))])
  }

  /// Changes a column's name, role or limit.
  package func editColumn(
    _ id: ColumnID, context: ChangeContext, action: String = "column.edit", _ edit: (inout Column) -> Void
  ) throws(DeskError) -> Transaction {
    guard let before = column(id) else { throw .noSuchColumn(id.raw) }
    var after = before
    edit(&after)
    return Transaction(
      at: context.now, action: action, arguments: [after.name],
      changes: [RecordChange(before: .column(before), after: .column(after))])
  }

  /// Moves a column `step` places to the right, or to the left when negative; nil when it cannot go there.
  package func moveColumn(_ id: ColumnID, by step: Int, context: ChangeContext) throws(DeskError)
    -> Transaction?
  {
    guard let column = column(id) else { throw .noSuchColumn(id.raw) }
    var others = columns(of: column.client)
    guard let index = others.firstIndex(where: { $0.id == id }), others.indices.contains(index + step) else {
      return nil
    }
    others.remove(at: index)
    let place = index + step
    let low = place > 0 ? others[place - 1].rank : nil
    let high = place < others.count ? others[place].rank : nil
    return try editColumn(id, context: context, action: "column.move") { $0.rank = Rank.between(low, high) }
  }

  /// Removes a column; its cards, archived ones too, go to another column of the board.
  package func removeColumn(
    _ id: ColumnID, movingCardsTo target: ColumnID?, context: ChangeContext
  ) throws(DeskError) -> Transaction {
    guard let column = column(id) else { throw .noSuchColumn(id.raw) }
    let cards = cards(in: id) + archivedCards(of: column.client).filter { $0.column == id }
    var changes: [RecordChange] = []
    if !cards.isEmpty {
      guard let target, target != id, let goal = self.column(target), goal.client == column.client else {
        throw .columnNotEmpty(column.name)
      }
      let ranks = Rank.sequence(cards.count, after: self.cards(in: target).last?.rank)
      for (card, rank) in zip(cards, ranks) {
        var moved = card
        moved.column = target
        moved.rank = rank
        settle(&moved, in: goal, at: context.now)
        changes.append(RecordChange(before: .card(card), after: .card(moved)))
      }
    }
    changes.append(RecordChange(removing: .column(column)))
    return Transaction(at: context.now, action: "column.remove", arguments: [column.name], changes: changes)
  }

  /// Whether a column holds more cards than its limit allows.
  package func isOverLimit(_ column: Column) -> Bool {
    column.wipLimit.map { cardCount(in: column.id) > $0 } ?? false
  }

  /// Makes a card's done mark agree with the column it is in.
  func settle(_ card: inout Card, in column: Column, at now: Instant) {
    if column.role == .done {
      if card.doneAt == nil { card.doneAt = now }
    } else {
      card.doneAt = nil
    }
    noteWaiting(&card, in: column, at: now)
  }

  /// Keeps the moment a card began to wait: since it names whom, or came to a waiting column.
  func noteWaiting(_ card: inout Card, in column: Column?, at now: Instant) {
    let waits = card.doneAt == nil && (card.waitingOn != nil || column?.role == .waiting)
    card.waitingSince = waits ? card.waitingSince ?? now : nil
  }
}
