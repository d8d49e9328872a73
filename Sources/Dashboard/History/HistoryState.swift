import Desk

/// Where one is in the list of what was done.
package struct HistoryState: Equatable, Sendable {
  /// The sequence number of the selected change.
  package var selected: Int?
  /// Its place, counted from the newest.
  package var place = 0
  /// The first change in sight.
  package var top = 0

  package init() {}
}

extension Transaction {
  /// Whose records it changed; nil for the person's own, such as settings.
  var client: ClientID? {
    switch changes.lazy.compactMap({ $0.after ?? $0.before }).first {
    case .client(let client): client.id
    case .column(let column): column.client
    case .card(let card): card.client
    case .block(let block): block.client
    case .entry(let entry): changes.last?.after.flatMap { $0.entryClient } ?? entry.client
    case .settings, nil: nil
    }
  }

  /// The name of whose records it changed, as it is now or was last; nothing for the person's own.
  func owner(_ desk: Desk) -> String {
    guard let id = client else { return "" }
    if let client = desk.client(id) { return client.name }
    let records = changes.lazy.compactMap { $0.after ?? $0.before }
    for case .client(let client) in records where client.id == id { return client.name }
    return ""
  }
}

extension Record {
  fileprivate var entryClient: ClientID? {
    if case .entry(let entry) = self { entry.client } else { nil }
  }
}
