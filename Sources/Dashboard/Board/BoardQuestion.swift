import Desk

/// Questions of the board that are answered by typing.
package enum BoardQuestion: Equatable, Sendable {
  case newCard(ColumnID, after: CardID?)
  /// The filter as it was before, for Esc.
  case filter(before: String)
}

extension BoardQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading { Reading() }

  func typing(_ text: String, _ state: inout ViewState, _ world: World) {
    if case .filter = self { state.board.filter = text }
  }

  func cancelled(_ state: inout ViewState) {
    if case .filter(let before) = self { state.board.filter = before }
  }

  func answer(_ text: String, _ state: inout ViewState, _ world: World) -> Answer {
    switch self {
    case .filter: return .effects([])
    case .newCard(let column, let previous):
      guard !text.isEmpty else { return .effects([]) }
      let draft = CardDraft(title: text)
      let place = previous.map { CardPlace.after($0) } ?? .bottom
      guard let change = try? world.desk.addCard(draft, to: column, at: place, context: world.context) else {
        return .refused(world.words.board.noColumn)
      }
      if case .card(let id)? = change.changes.first?.key { state.board.await(id, in: column) }
      return .effects([.commit(change)])
    }
  }
}

/// Choices of the board from a list.
package enum BoardChoice: Equatable, Sendable {
  case sort
}

extension BoardChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .sort: state.board.sort = BoardState.Sort.allCases[index]
    }
    return []
  }
}
