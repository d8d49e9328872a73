import Civil

extension Desk {
  /// The latest entries of a card, newest first; looks back over some thousands of entries at most.
  package func entries(of card: CardID, limit: Int) -> [Entry] {
    var found: [Entry] = []
    for item in entryIndex.items.reversed().prefix(5_000) {
      guard found.count < limit else { break }
      if let entry = entryTable[item.value], entry.card == card { found.append(entry) }
    }
    return found
  }

  /// Adds an entry for time that was spent without a timer.
  package func addEntry(
    _ subject: TimerSubject, start: Instant, end: Instant, context: ChangeContext
  ) -> Transaction {
    let entry = Entry(
      id: context.newID(), client: subject.client, card: subject.card, note: subject.note,
      labels: subject.labels, start: start, end: end, billable: subject.billable)
    return Transaction(
      at: context.now, action: "entry.add", arguments: [name(of: entry)],
      changes: [RecordChange(before: nil, after: .entry(entry))])
  }

  /// Changes fields of an entry.
  package func editEntry(
    _ id: EntryID, context: ChangeContext, _ edit: (inout Entry) -> Void
  ) throws(DeskError) -> Transaction {
    guard let before = entry(id) else { throw .changedElsewhere(.entry(id)) }
    var after = before
    edit(&after)
    if let end = after.end, end < after.start { throw .endsBeforeStart }
    return Transaction(
      at: context.now, action: "entry.edit", arguments: [name(of: after)],
      changes: [RecordChange(before: .entry(before), after: .entry(after))])
  }

  /// Cuts an entry in two at an instant inside it.
  package func splitEntry(_ id: EntryID, at instant: Instant, context: ChangeContext) throws(DeskError)
    -> Transaction
  {
    guard let before = entry(id) else { throw .changedElsewhere(.entry(id)) }
    guard instant > before.start, instant < before.end ?? context.now else { throw .endsBeforeStart }
    var first = before
    first.end = instant
    var second = before
    second.id = context.newID()
    second.start = instant
    second.source = nil
    second.interrupts = nil
    return Transaction(
      at: context.now, action: "entry.split", arguments: [name(of: before)],
      changes: [
        RecordChange(before: .entry(before), after: .entry(first)),
        RecordChange(before: nil, after: .entry(second)),
      ])
  }

  /// Makes one entry of two: from the earlier start to the later end, named as the earlier one.
  package func joinEntries(_ a: EntryID, _ b: EntryID, context: ChangeContext) throws(DeskError)
    -> Transaction
  {
    guard let one = entry(a), let other = entry(b), a != b else { throw .changedElsewhere(.entry(b)) }
    let (first, second) = one.start <= other.start ? (one, other) : (other, one)
    var joined = first
    if let firstEnd = first.end, let secondEnd = second.end {
      joined.end = max(firstEnd, secondEnd)
    } else {
      joined.end = nil
    }
    return Transaction(
      at: context.now, action: "entry.join", arguments: [name(of: first)],
      changes: [
        RecordChange(before: .entry(first), after: .entry(joined)), RecordChange(removing: .entry(second)),
      ])
  }

  /// Removes an entry.
  package func removeEntry(_ id: EntryID, context: ChangeContext) throws(DeskError) -> Transaction {
    guard let entry = entry(id) else { throw .changedElsewhere(.entry(id)) }
    return Transaction(
      at: context.now, action: "entry.remove", arguments: [name(of: entry)],
      changes: [RecordChange(removing: .entry(entry))])
  }
}
