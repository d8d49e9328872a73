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
    let first = changes.lazy.compactMap { $0.after ?? $0.before }.first
    // Of a timer that was switched, whose it is now.
    if case .entry = first, case .entry(let last)? = changes.last?.after, last.client != nil {
      return last.client
    }
    return first?.client
  }

  /// All whose work it changed, before or after; nil is the person's own time.
  var clients: Set<ClientID?> {
    Set(
      changes.flatMap { [$0.before, $0.after] }.compactMap { $0 }.filter { $0.key != .settings }
        .map(\.client))
  }

  /// Whether others may not see it while the screen is shared: it changed something of somebody else than is shown.
  func isHidden(_ state: ViewState) -> Bool {
    state.isPrivate && clients.contains { $0 != state.client }
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
