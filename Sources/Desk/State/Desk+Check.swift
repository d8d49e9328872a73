import Civil

extension Desk {
  /// Whether a change can be made to the desk as it is now.
  ///
  /// Every record must be as the change saw it, references must lead somewhere, slugs stay unique, rules are
  /// understood, and at most one timer runs.
  package func check(_ transaction: Transaction) throws(DeskError) {
    var after = Overlay(desk: self)
    for change in transaction.changes {
      guard after.record(change.key) == change.before || change.key == .settings else {
        throw .changedElsewhere(change.key)
      }
      after.set(change.key, change.after)
    }
    let isNew = transaction.reverses == nil
    for change in transaction.changes {
      try after.check(change)
      // What was there before, perhaps written by a newer version, may come back.
      if isNew { try checkRule(change) }
    }
    try after.checkRunning(transaction)
  }

  /// Whether a rule that is new is understood.
  private func checkRule(_ change: RecordChange) throws(DeskError) {
    guard case .block(let block)? = change.after, let rule = block.repeat else { return }
    if case .block(let before)? = change.before, before.repeat == rule { return }
    do throws(RecurrenceError) {
      _ = try RecurrenceRule(text: rule)
    } catch {
      throw .badRule(rule, why: error.description)
    }
  }
}

/// The desk as it would be after some changes, without copying it.
private struct Overlay {
  let desk: Desk
  private var changed: [RecordKey: Record?] = [:]

  init(desk: Desk) { self.desk = desk }

  func record(_ key: RecordKey) -> Record? {
    if let changed = changed[key] { return changed }
    return desk.record(key)
  }

  mutating func set(_ key: RecordKey, _ record: Record?) { changed[key] = .some(record) }

  func check(_ change: RecordChange) throws(DeskError) {
    guard let after = change.after else { return try checkRemoval(change) }
    switch after {
    case .settings: break
    case .client(let client):
      for other in desk.clientTable.values where other.id != client.id && other.slug == client.slug {
        if record(.client(other.id)) != nil { throw .slugTaken(client.slug) }
      }
    case .column(let column):
      guard record(.client(column.client)) != nil else { throw .noSuchClient(column.client.raw) }
    case .card(let card):
      guard case .column(let column)? = record(.column(card.column)), column.client == card.client else {
        throw .noSuchColumn(card.column.raw)
      }
    case .block(let block):
      if block.duration < 0 { throw .endsBeforeStart }
      try checkReferences(client: block.client, card: nil)
    case .entry(let entry):
      if let end = entry.end, end < entry.start { throw .endsBeforeStart }
      try checkReferences(client: entry.client, card: nil)
    }
  }

  private func checkReferences(client: ClientID?, card: CardID?) throws(DeskError) {
    if let client, record(.client(client)) == nil { throw .noSuchClient(client.raw) }
    if let card, record(.card(card)) == nil { throw .noSuchCard(card.raw) }
  }

  /// What is removed must not leave anything behind that leads to it.
  private func checkRemoval(_ change: RecordChange) throws(DeskError) {
    switch change.before {
    case .column(let column):
      let archived = desk.boards.archived(of: column.client)
      for id in desk.cardIDs(in: column.id) + archived {
        if case .card(let card)? = record(.card(id)), card.column == column.id {
          throw .columnNotEmpty(column.name)
        }
      }
    case .client(let client):
      for id in desk.boards.columns(of: client.id) where record(.column(id)) != nil {
        throw .clientNotEmpty(client.name)
      }
    default: break
    }
  }

  func checkRunning(_ transaction: Transaction) throws(DeskError) {
    var running: Set<EntryID> = []
    if let current = desk.runningEntry { running.insert(current) }
    for change in transaction.changes {
      guard case .entry(let id) = change.key else { continue }
      if case .entry(let entry)? = change.after, entry.isRunning {
        running.insert(id)
      } else {
        running.remove(id)
      }
    }
    if running.count > 1 { throw .alreadyRunning }
  }
}
