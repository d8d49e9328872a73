import Desk

/// Where one is on a board; kept per client.
package struct BoardState: Equatable, Sendable {
  package enum Sort: String, CaseIterable, Equatable, Sendable {
    case byHand, byDue, byQuadrant, byTitle, byAge
  }

  package var column: ColumnID?
  /// The selected card of each column visited.
  package var cards: [ColumnID: CardID] = [:]
  /// The place of that card, for finding a neighbour when it is gone.
  package var places: [ColumnID: Int] = [:]
  /// The first card in sight of each column.
  package var tops: [ColumnID: Int] = [:]
  /// The first column in sight.
  package var left = 0
  package var filter = ""
  package var sort: Sort = .byHand
  package var marked: Set<CardID> = []
  /// A card to select as soon as the desk has it in a column: the change that brings it there is on its way.
  package var awaited: Awaited?

  /// A column to select as soon as the board has it.
  package var awaitedColumn: ColumnID?

  package struct Awaited: Equatable, Sendable {
    package var card: CardID
    package var column: ColumnID
  }

  package init() {}
}

/// The cards of a board as they are shown: filtered and sorted.
package struct BoardContent {
  package let columns: [Column]
  private let state: BoardState
  private let desk: Desk
  private let filter: BoardFilter?

  package init(_ state: ViewState, _ world: World) {
    columns = state.client.map { world.memory.columns(of: $0, world.desk) } ?? []
    self.state = state.board
    desk = world.desk
    filter = state.board.filter.isEmpty ? nil : BoardFilter(state.board.filter, client: state.client, world)
  }

  package func cards(in column: ColumnID) -> [CardID] {
    var ids = desk.cardIDs(in: column)
    if let filter { ids = ids.filter { id in desk.card(id).map { filter.matches($0) } ?? false } }
    guard state.sort != .byHand else { return ids }
    return ids.compactMap { desk.card($0) }.sorted(by: isBefore).map(\.id)
  }

  /// How many cards are shown in all columns.
  package var count: Int { columns.reduce(0) { $0 + cards(in: $1.id).count } }

  private func isBefore(_ a: Card, _ b: Card) -> Bool {
    switch state.sort {
    case .byHand: return a.rank < b.rank
    case .byTitle: return a.title.lowercased() < b.title.lowercased()
    case .byAge: return a.createdAt < b.createdAt
    case .byQuadrant: return (a.quadrant.rawValue, a.rank) < (b.quadrant.rawValue, b.rank)
    case .byDue:
      switch (desk.dueInstant(a), desk.dueInstant(b)) {
      case (let x?, let y?): return x == y ? a.rank < b.rank : x < y
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): return a.rank < b.rank
      }
    }
  }
}

extension BoardState {
  /// The selected card of the selected column.
  package var card: CardID? { column.flatMap { cards[$0] } }

  /// Selects a card that a change which has just been asked for brings to a column.
  package mutating func await(_ card: CardID, in column: ColumnID) {
    awaited = Awaited(card: card, column: column)
  }

  package mutating func select(_ card: CardID, in column: ColumnID) {
    self.column = column
    cards[column] = card
  }
}
