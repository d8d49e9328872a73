import Desk

extension HistoryWords {
  /// What a change did to a column; nil when it did none of that to one.
  func columnSentence(of transaction: Transaction) -> String? {
    guard transaction.changes.count == 1, let change = transaction.changes.first,
      case .column(let earlier)? = change.before, case .column(let later)? = change.after
    else { return nil }
    // Taking back is told as what was done, and that it is no more.
    let isUndo = transaction.reverses != nil && !transaction.isRedo
    let (before, after) = isUndo ? (later, earlier) : (earlier, later)
    let parts = changes(before, after)
    return parts.isEmpty ? nil : Words.fill(column, before.name, parts.joined(separator: ", "))
  }

  private func changes(_ before: Column, _ after: Column) -> [String] {
    var parts: [String] = []
    if before.name != after.name { parts.append(Words.fill(columnName, after.name)) }
    if before.wipLimit != after.wipLimit { parts.append(limit(after.wipLimit)) }
    if before.role != after.role {
      parts.append(Words.fill(columnRole, columnRoles[after.role] ?? after.role.rawValue))
    }
    if before.rank != after.rank { parts.append(before.rank < after.rank ? columnToRight : columnToLeft) }
    return parts
  }

  private func limit(_ cards: Int?) -> String {
    guard let cards else { return columnNoLimit }
    return cards == 1 ? columnOneCard : Words.fill(columnLimit, "\(cards)")
  }
}
