import Civil

/// What was done, oldest first, and what `undo` and `redo` would do next.
///
/// Undo takes back the newest change that stands, whoever made it: the dashboard, another terminal or the
/// shell. A new change after an undo ends what could be done again. What came by a calendar folder is told too, but is
/// out of undo's reach: taken back here, it would be taken away there next. Where it changed a record, undo does not
/// reach behind it.
package struct History: Sendable {
  package private(set) var transactions: [Transaction] = []
  private var standing: [Transaction] = []
  private var takenBack: [Transaction] = []
  /// The places in `transactions` of what was done, without undoing and redoing.
  private var deedPlaces: [Int] = []
  /// When what was taken back was taken back, by sequence number.
  private var takenBackAt: [Int: Instant] = [:]
  /// The sequence number of the last arrival that changed a record.
  private var arrivals: [RecordKey: Int] = [:]

  package init() {}

  /// The change that undo would take back.
  package var undoable: Transaction? { reachable(standing) }
  /// The change that redo would bring back.
  package var redoable: Transaction? { reachable(takenBack) }

  /// The last that can be reversed: no arrival has changed its records since, nor one that has to stand for that reason.
  private func reachable(_ transactions: [Transaction]) -> Transaction? {
    guard !arrivals.isEmpty else { return transactions.last }
    var passed: Set<RecordKey> = []
    return transactions.last { transaction in
      guard isOvertaken(transaction) || transaction.changes.contains(where: { passed.contains($0.key) })
      else {
        return true
      }
      for change in transaction.changes {
        passed.insert(change.key)
        // Its client has to stay as well.
        for record in [change.before, change.after] { record?.client.map { _ = passed.insert(.client($0)) } }
      }
      return false
    }
  }

  /// Whether something that came by a calendar folder changed what this one changed, later.
  private func isOvertaken(_ transaction: Transaction) -> Bool {
    !arrivals.isEmpty
      && transaction.changes.contains { arrivals[$0.key].map { $0 > transaction.sequence } ?? false }
  }

  /// The latest changes of a record, newest first; looks back over some thousands of changes at most.
  package func latest(about key: RecordKey, limit: Int) -> [Transaction] {
    var found: [Transaction] = []
    for transaction in transactions.reversed().prefix(5_000) {
      guard found.count < limit else { break }
      if transaction.touches(key) { found.append(transaction) }
    }
    return found
  }
  /// How many changes were made, without undoing and redoing.
  package var deedCount: Int { deedPlaces.count }
  /// A change that was made, counted from the newest, 0.
  package func deed(_ number: Int) -> Transaction {
    transactions[deedPlaces[deedPlaces.count - 1 - number]]
  }
  /// The number of a change, counted from the newest.
  package func number(ofDeed sequence: Int) -> Int? {
    let place = deedPlaces.partitioningIndex { transactions[$0].sequence >= sequence }
    guard place < deedPlaces.count, transactions[deedPlaces[place]].sequence == sequence else { return nil }
    return deedPlaces.count - 1 - place
  }
  /// When a change was taken back; nil while it stands.
  package func takenBack(_ transaction: Transaction) -> Instant? { takenBackAt[transaction.sequence] }

  package mutating func append(_ transaction: Transaction) {
    transactions.append(transaction)
    note(transaction, at: transactions.count - 1)
  }

  /// Puts older transactions, read after the first paint, in front of those already there.
  package mutating func prepend(_ older: [Transaction]) {
    let first = transactions.first?.sequence ?? Int.max
    transactions = older.filter { $0.sequence < first } + transactions
    standing = []
    takenBack = []
    deedPlaces = []
    takenBackAt = [:]
    arrivals = [:]
    for (place, transaction) in transactions.enumerated() { note(transaction, at: place) }
  }

  private mutating func note(_ transaction: Transaction, at place: Int) {
    guard let reversed = transaction.reverses else {
      deedPlaces.append(place)
      guard !transaction.isArrival else {
        for change in transaction.changes { arrivals[change.key] = transaction.sequence }
        return
      }
      standing.append(transaction)
      takenBack.removeAll()
      return
    }
    takenBackAt[reversed] = transaction.isRedo ? nil : transaction.at
    if transaction.isRedo {
      if let index = takenBack.lastIndex(where: { $0.sequence == reversed }) {
        standing.append(takenBack.remove(at: index))
      }
    } else if let index = standing.lastIndex(where: { $0.sequence == reversed }) {
      takenBack.append(standing.remove(at: index))
    }
  }
}
