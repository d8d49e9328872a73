import Civil
import Desk

/// Where one is in the Eisenhower view.
package struct MatrixState: Equatable, Sendable {
  /// Whether the cards of all boards are shown, not the current client's alone.
  package var isOfAllBoards = false
  package var quadrant: Quadrant = .first
  package var card: CardID?
  /// A card to select as soon as the desk has it.
  package var awaited: CardID?
  /// The place of the selected card, for finding a neighbour when it is gone.
  package var place = 0
  /// The first card in sight of each quadrant.
  package var tops: [Quadrant: Int] = [:]

  package init() {}
}

/// The open cards of one or all boards by quadrant: due first, the earliest on top, then as on the board.
struct MatrixContent {
  private(set) var cards: [Quadrant: [Card]] = [:]

  init(_ state: ViewState, _ world: World) {
    let clients =
      state.matrix.isOfAllBoards && !state.isPrivate
      ? world.desk.activeClients.map(\.id) : [state.client].compactMap { $0 }
    for client in clients {
      for column in world.desk.columns(of: client) where column.role != .done {
        for card in world.desk.cards(in: column.id) where card.doneAt == nil {
          cards[card.quadrant, default: []].append(card)
        }
      }
    }
    for quadrant in Quadrant.allCases {
      let ordered = (cards[quadrant] ?? []).enumerated().map { index, card in
        (due: world.desk.dueInstant(card)?.seconds ?? .max, index: index, card: card)
      }
      cards[quadrant] = ordered.sorted { ($0.due, $0.index) < ($1.due, $1.index) }.map(\.card)
    }
  }

  subscript(quadrant: Quadrant) -> [Card] { cards[quadrant] ?? [] }
}

extension Quadrant {
  init(isLeft: Bool, isUpper: Bool) { self.init(urgent: isLeft, important: isUpper) }

  var isLeft: Bool { isUrgent }
  var isUpper: Bool { isImportant }
}
