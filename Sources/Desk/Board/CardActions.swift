import Civil

/// What is known of a card to be; the rest is at its default.
package struct CardDraft: Hashable, Sendable {
  package var title: String
  package var notes = ""
  package var due: ZonedTime?
  package var labels: [String] = []
  package var checklist: [ChecklistItem] = []
  package var estimate: Int?
  package var assignee: String?
  package var waitingOn: String?
  package var urgent = false
  package var important = false

  package init(title: String) { self.title = title }
}

/// Where in a column a card goes.
package enum CardPlace: Hashable, Sendable {
  case top
  case bottom
  case before(CardID)
  case after(CardID)
}

extension Desk {
  /// Adds a card to a column.
  package func addCard(
    _ draft: CardDraft, to column: ColumnID, at place: CardPlace = .bottom, context: ChangeContext
  ) throws(DeskError) -> Transaction {
    guard let goal = self.column(column) else { throw .noSuchColumn(column.raw) }
    var card = Card(
      id: context.newID(), client: goal.client, column: column, rank: rank(at: place, in: column, moving: []),
      title: draft.title, createdAt: context.now)
    card.notes = draft.notes
    card.due = draft.due
    card.labels = draft.labels
    card.checklist = draft.checklist
    card.estimate = draft.estimate
    card.assignee = draft.assignee
    card.waitingOn = draft.waitingOn
    card.urgent = draft.urgent
    card.important = draft.important
    settle(&card, in: goal, at: context.now)
    return Transaction(
      at: context.now, action: "card.add", arguments: [card.title, goal.name],
      changes: [RecordChange(before: nil, after: .card(card))])
  }

  /// Changes fields of one or several cards as one undoable step.
  package func editCards(
    _ ids: [CardID], action: String, context: ChangeContext, _ edit: (inout Card) -> Void
  ) throws(DeskError) -> Transaction {
    var changes: [RecordChange] = []
    for id in ids {
      guard let before = card(id) else { throw .noSuchCard(id.raw) }
      var after = before
      edit(&after)
      if after.waitingOn != before.waitingOn {
        // Waiting for somebody else is a new wait.
        after.waitingSince = nil
        noteWaiting(&after, in: column(after.column), at: context.now)
      }
      if after != before { changes.append(RecordChange(before: .card(before), after: .card(after))) }
      if after.title != before.title { changes += timerChanges(renaming: before, to: after.title) }
    }
    return Transaction(at: context.now, action: action, arguments: [name(of: ids)], changes: changes)
  }

  /// Moves cards, in the order given, to a place in a column, which may be another client's.
  ///
  /// A due time stays the same wall time in the zone it was given in. Entries and blocks stay with the client
  /// they were made for; a timer that runs on one of the cards goes on for the client they come to.
  package func moveCards(
    _ ids: [CardID], to column: ColumnID, at place: CardPlace = .bottom, action: String = "card.move",
    context: ChangeContext
  ) throws(DeskError) -> Transaction {
    guard let goal = self.column(column) else { throw .noSuchColumn(column.raw) }
    let (low, high) = neighbours(of: place, in: column, moving: Set(ids))
    var last = low
    var changes: [RecordChange] = []
    for id in ids {
      guard let before = card(id) else { throw .noSuchCard(id.raw) }
      var after = before
      after.column = column
      after.client = goal.client
      after.archived = false
      after.rank = Rank.between(last, high)
      last = after.rank
      settle(&after, in: goal, at: context.now)
      changes.append(RecordChange(before: .card(before), after: .card(after)))
    }
    let timer = timerChanges(movingCards: ids, to: goal.client, context: context)
    return Transaction(
      at: context.now, action: timer.isEmpty ? action : "card.move.timer",
      arguments: [name(of: ids), name(of: goal, from: changes)], changes: changes + timer)
  }

  /// The column, with whose board it is where a card comes from another client's.
  private func name(of goal: Column, from changes: [RecordChange]) -> String {
    let isElsewhere = changes.contains { change in
      guard case .card(let before)? = change.before else { return false }
      return before.client != goal.client
    }
    guard isElsewhere, let client = client(goal.client) else { return goal.name }
    return "\(client.name) · \(goal.name)"
  }

  /// Marks cards as done and moves them to the board's done column, or takes that back.
  package func setDone(_ ids: [CardID], _ done: Bool, context: ChangeContext) throws(DeskError) -> Transaction
  {
    var changes: [RecordChange] = []
    var lastRank: [ColumnID: String] = [:]
    for id in ids {
      guard let before = card(id) else { throw .noSuchCard(id.raw) }
      var after = before
      let columns = columns(of: before.client)
      let goal =
        done
        ? columns.last { $0.role == .done }
        : columns.first { $0.role == .doing } ?? columns.first { $0.role != .done }
      if let goal, column(before.column)?.role == .done || done {
        after.column = goal.id
        let previous = lastRank[goal.id]
        // What was done last is on top of the done column: that is where one looks for it.
        after.rank =
          done
          ? Rank.between(previous, cards(in: goal.id).first { !ids.contains($0.id) }?.rank)
          : Rank.between(previous ?? cards(in: goal.id).last?.rank, nil)
        lastRank[goal.id] = after.rank
      }
      after.doneAt = done ? before.doneAt ?? context.now : nil
      noteWaiting(&after, in: column(after.column), at: context.now)
      changes.append(RecordChange(before: .card(before), after: .card(after)))
    }
    return Transaction(
      at: context.now, action: done ? "card.done" : "card.reopen", arguments: [name(of: ids)],
      changes: changes)
  }

  /// A copy of a card below it: not done, without comments and without what it was imported from.
  package func duplicateCard(_ id: CardID, context: ChangeContext) throws(DeskError) -> Transaction {
    guard let card = card(id) else { throw .noSuchCard(id.raw) }
    var copy = card
    copy.id = context.newID()
    copy.rank = rank(at: .after(id), in: card.column, moving: [])
    copy.createdAt = context.now
    copy.checklist = card.checklist.map { ChecklistItem(text: $0.text) }
    copy.comments = []
    copy.source = nil
    copy.imported = nil
    copy.waitingSince = nil
    if let column = column(card.column) { settle(&copy, in: column, at: context.now) }
    return Transaction(
      at: context.now, action: "card.duplicate", arguments: [card.title],
      changes: [RecordChange(before: nil, after: .card(copy))])
  }

  /// Removes cards for good (undo brings them back).
  ///
  /// Entries and blocks keep the time that was spent.
  package func removeCards(_ ids: [CardID], context: ChangeContext) throws(DeskError) -> Transaction {
    var changes: [RecordChange] = []
    for id in ids {
      guard let card = card(id) else { throw .noSuchCard(id.raw) }
      changes.append(RecordChange(removing: .card(card)))
    }
    return Transaction(at: context.now, action: "card.remove", arguments: [name(of: ids)], changes: changes)
  }

  /// A card's title, or how many cards there are.
  private func name(of ids: [CardID]) -> String {
    ids.count == 1 ? card(ids[0])?.title ?? "" : "\(ids.count)"
  }

  private func rank(at place: CardPlace, in column: ColumnID, moving: Set<CardID>) -> String {
    let (low, high) = neighbours(of: place, in: column, moving: moving)
    return Rank.between(low, high)
  }

  /// The ranks on both sides of a place, as if the cards that move were gone already.
  private func neighbours(
    of place: CardPlace, in column: ColumnID, moving: Set<CardID>
  ) -> (low: String?, high: String?) {
    let rest = cards(in: column).filter { !moving.contains($0.id) }
    let index: Int
    switch place {
    case .top: index = 0
    case .bottom: index = rest.count
    case .before(let id): index = rest.firstIndex { $0.id == id } ?? rest.count
    case .after(let id): index = rest.firstIndex { $0.id == id }.map { $0 + 1 } ?? rest.count
    }
    return (index > 0 ? rest[index - 1].rank : nil, index < rest.count ? rest[index].rank : nil)
  }
}
