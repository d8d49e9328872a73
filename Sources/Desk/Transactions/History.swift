/// What was done, oldest first, and what `undo` and `redo` would do next.
///
/// Undo takes back the newest change that stands, whoever made it: the dashboard, another terminal or the
/// shell. A new change after an undo ends what could be done again.
package struct History: Sendable {
  package private(set) var transactions: [Transaction] = []
  private var standing: [Transaction] = []
  private var takenBack: [Transaction] = []

  package init() {}

  /// The change that undo would take back.
  package var undoable: Transaction? { standing.last }
  /// The change that redo would bring back.
  package var redoable: Transaction? { takenBack.last }

  /// The latest changes of a record, newest first; looks back over some thousands of changes at most.
  package func latest(about key: RecordKey, limit: Int) -> [Transaction] {
    var found: [Transaction] = []
    for transaction in transactions.reversed().prefix(5_000) {
      guard found.count < limit else { break }
      if transaction.touches(key) { found.append(transaction) }
    }
    return found
  }

  package mutating func append(_ transaction: Transaction) {
    transactions.append(transaction)
    note(transaction)
  }

  /// Puts older transactions, read after the first paint, in front of those already there.
  package mutating func prepend(_ older: [Transaction]) {
    let first = transactions.first?.sequence ?? Int.max
    transactions = older.filter { $0.sequence < first } + transactions
    standing = []
    takenBack = []
    for transaction in transactions { note(transaction) }
  }

  private mutating func note(_ transaction: Transaction) {
    guard let reversed = transaction.reverses else {
      standing.append(transaction)
      takenBack.removeAll()
      return
    }
    if transaction.isRedo {
      if let index = takenBack.lastIndex(where: { $0.sequence == reversed }) {
        standing.append(takenBack.remove(at: index))
      }
    } else if let index = standing.lastIndex(where: { $0.sequence == reversed }) {
      takenBack.append(standing.remove(at: index))
    }
  }
}
