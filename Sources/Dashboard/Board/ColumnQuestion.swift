import Desk

/// Questions about columns that are answered by typing.
package enum ColumnQuestion: Equatable, Sendable {
  case add(ClientID, after: ColumnID?)
  case rename(ColumnID)
  case limit(ColumnID)
}

extension ColumnQuestion {
  func read(_ text: String, _ world: World) -> Reading {
    var reading = Reading()
    guard case .limit(let id) = self else { return reading }
    let words = world.words.column
    let current = world.desk.column(id)?.wipLimit
    let atMost = { Words.fill(words.limit, world.words.card.count($0)) }
    let now = current.map(atMost) ?? words.noLimit
    reading.hint = Words.fill(world.words.card.now, now) + " · " + words.limitHint
    if let limit = Int(text) {
      reading.understood = [limit > 0 ? atMost(limit) : words.noLimit]
    }
    return reading
  }

  func answer(_ text: String, _ state: inout ViewState, _ world: World) -> Answer {
    let words = world.words.column
    let isEmpty = text.allSatisfy(\.isWhitespace)
    do throws(DeskError) {
      switch self {
      case .add(let client, let previous):
        guard !isEmpty else { return .refused(words.noName) }
        if let other = ColumnQuestion.column(called: text, of: client, world) {
          return .refused(Words.fill(words.nameTaken, other.name))
        }
        // A column between two is most likely work on its way, unless one says otherwise.
        let role = previous.flatMap { world.desk.column($0)?.role } ?? .backlog
        let draft = ColumnDraft(name: text, role: role == .done ? .review : role)
        let change = try world.desk.addColumn(draft, to: client, after: previous, context: world.context)
        if case .column(let id)? = change.changes.first?.key { state.board.awaitedColumn = id }
        return .effects([.commit(change)])
      case .rename(let id):
        guard !isEmpty else { return .refused(words.noName) }
        if let client = world.desk.column(id)?.client,
          let other = ColumnQuestion.column(called: text, of: client, world), other.id != id
        {
          return .refused(Words.fill(words.nameTaken, other.name))
        }
        let change = try world.desk.editColumn(id, context: world.context) { $0.name = text }
        return .effects(change.isEmpty ? [] : [.commit(change)])
      case .limit(let id):
        guard !isEmpty else { return .effects([]) }
        guard let limit = Int(text), limit >= 0 else { return .refused(Words.fill(words.notANumber, text)) }
        let change = try world.desk.editColumn(id, context: world.context) {
          $0.wipLimit = limit == 0 ? nil : limit
        }
        return .effects(change.isEmpty ? [] : [.commit(change)])
      }
    } catch {
      return .refused(words.gone)
    }
  }
  /// The column of a board that already has a name, in whatever case.
  private static func column(called name: String, of client: ClientID, _ world: World) -> Column? {
    let wanted = name.trimmed.lowercased()
    return world.desk.columns(of: client).first { $0.name.trimmed.lowercased() == wanted }
  }
}
