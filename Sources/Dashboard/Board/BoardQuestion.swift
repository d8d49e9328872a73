import Desk

/// Questions of the board that are answered by typing.
package enum BoardQuestion: Equatable, Sendable {
  /// A card for a column, at its top or below the card selected there; with a quadrant where that is clear.
  case newCard(ColumnID, atTop: Bool, Quadrant?)
  /// The board as it was before, for Esc.
  case filter(before: BoardState)
  case column(ColumnQuestion)
  /// Which archived card comes back.
  case restore(ClientID)
}

extension BoardQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    switch self {
    case .newCard(let column, _, _): return NewCard(text, column, state, world).reading
    case .filter: return readFilter(state, world)
    case .column(let question): return question.read(text, world)
    case .restore(let client):
      var reading = Reading()
      let found = ArchivedCards.matching(text, of: client, world)
      reading.completions = ArchivedCards.completions(found.prefix(20), world)
      reading.understood = [Words.fill(world.words.column.archivedCount, "\(found.count)")]
      return reading
    }
  }

  private func readFilter(_ state: ViewState, _ world: World) -> Reading {
    var reading = Reading()
    let content = BoardContent(state, world)
    let all = content.columns.reduce(0) { $0 + world.desk.cardCount(in: $1.id) }
    if state.board.filter.isEmpty {
      reading.hint = world.words.board.filterExamples
    } else {
      reading.understood = [Words.fill(world.words.board.matches, "\(content.count)", "\(all)")]
      let strange = BoardFilter(state.board.filter, client: state.client, world).notUnderstood
      reading.warnings = strange.map(world.words.board.notUnderstood)
    }
    return reading
  }

  func typing(_ text: String, _ state: inout ViewState, _ world: World) {
    guard case .filter(let before) = self else { return }
    state.board.filter = text
    state.board.column = before.column
    if !text.isEmpty { BoardQuestion.goToMatches(&state, world) }
  }

  func cancelled(_ state: inout ViewState) {
    if case .filter(let before) = self { state.board = before }
  }

  /// Goes to the nearest column with a card that the filter leaves, so that none is out of sight unsaid.
  private static func goToMatches(_ state: inout ViewState, _ world: World) {
    let content = BoardContent(state, world)
    guard let here = content.columns.firstIndex(where: { $0.id == state.board.column }) else { return }
    let nearest = content.columns.indices.filter { !content.cards(in: content.columns[$0].id).isEmpty }
      .min { abs($0 - here) < abs($1 - here) }
    if let nearest { state.board.column = content.columns[nearest].id }
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    switch self {
    case .filter: return .effects([])
    case .newCard(let column, let atTop, let quadrant):
      let card = NewCard(text, column, state, world)
      return card.answer(atTop: atTop, quadrant, &state)
    case .column(let question): return question.answer(text, &state, world)
    case .restore(let client):
      let found = ArchivedCards.matching(text, of: client, world)
      guard found.indices.contains(completion ?? 0) else { return .effects([]) }
      let card = found[completion ?? 0]
      state.board.await(card.id, in: card.column)
      return .effects(
        CardEdit.effects([card.id], "card.restore", &state, world) { $0.archived = false })
    }
  }
}

/// Choices of the board from a list.
package enum BoardChoice: Equatable, Sendable {
  case sort
  /// What a column means.
  case role(ColumnID)
  /// Where the cards of a column go that is deleted.
  case deleting(ColumnID, targets: [ColumnID])
}

extension BoardChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .sort: state.board.sort = BoardState.Sort.allCases[index]
    case .role(let column):
      let change = try? world.desk.editColumn(column, context: world.context) {
        $0.role = Column.Role.allCases[index]
      }
      return change.map { $0.isEmpty ? [] : [.commit($0)] } ?? []
    case .deleting(let column, let targets):
      guard targets.indices.contains(index) else { return [] }
      return ColumnCommands.remove(column, movingCardsTo: targets[index], &state, world)
    }
    return []
  }
}
