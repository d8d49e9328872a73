import Desk

extension ViewState {
  /// What a verb acts on now: the marked cards of the board, or what is selected on the screen.
  package func selection(_ world: World) -> Selection {
    let found = anySelection(world)
    return isPrivate && isOfAnother(found, world) ? .none : found
  }

  /// Whether it is another client's, which is not shown while the screen is shared.
  private func isOfAnother(_ selection: Selection, _ world: World) -> Bool {
    switch selection {
    case .none: false
    case .cards(let ids): ids.contains { world.desk.card($0)?.client != client }
    case .block(let id): world.memory.occurrence(id, world)?.block.client != client
    case .entry(let id): world.desk.entry(id)?.client != client
    }
  }

  private func anySelection(_ world: World) -> Selection {
    if case .card(let pane)? = overlays.last { return .cards([pane.card]) }
    switch screen {
    case .desk:
      guard pane == .board else { return CalendarPane.selection(self, world) }
      if !board.marked.isEmpty { return .cards(inBoardOrder(board.marked, world)) }
      return board.card.map { .cards([$0]) } ?? .none
    case .today: return TodayPane.selection(self, world)
    case .time: return TimePane.selection(self, world)
    case .matrix: return MatrixPane.selection(self, world)
    case .history: return .none
    }
  }

  /// The cards a verb acts on: those selected, or the one that the selected block or entry is about.
  package func selectedCards(_ world: World) -> [CardID] {
    switch selection(world) {
    case .none: []
    case .cards(let ids): ids.filter { world.desk.card($0) != nil }
    case .block(let id):
      world.memory.occurrence(id, world)?.block.card.flatMap { world.desk.card($0)?.id }.map { [$0] } ?? []
    case .entry(let id): world.desk.entry(id)?.card.flatMap { world.desk.card($0)?.id }.map { [$0] } ?? []
    }
  }

  /// Goes to a card on its board, wherever one is.
  package mutating func show(_ id: CardID, _ world: World) {
    guard let card = world.desk.card(id), !isPrivate || card.client == client else { return }
    screen = .desk
    pane = .board
    client = card.client
    var board = boards[card.client] ?? BoardState()
    board.filter = ""
    board.select(id, in: card.column)
    boards[card.client] = board
  }

  /// Selects the card or block that was brought back or put back, when it is on the pane that has the keys.
  mutating func goBack(to transaction: Transaction, _ world: World) {
    if screen == .desk, pane == .calendar {
      calendar.goBack(to: transaction, self, world)
      return
    }
    for change in transaction.changes {
      guard case .card(let id) = change.key, let card = world.desk.card(id), !card.archived,
        card.client == client
      else { continue }
      board.select(id, in: card.column)
      return
    }
  }

  private func inBoardOrder(_ marked: Set<CardID>, _ world: World) -> [CardID] {
    let content = BoardContent(self, world)
    return content.columns.flatMap { column in world.desk.cardIDs(in: column.id).filter(marked.contains) }
  }
}
