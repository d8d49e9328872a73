import Desk

/// Going about the Eisenhower view and moving cards between its quadrants.
enum MatrixCommands {
  static let table: [Command] = [
    Command("view.matrix", .views, keys: ["g e"], title: { $0.general.openMatrix }) { state, world in
      open(&state, world, allBoards: false)
    },
    Command("view.matrixAll", .views, keys: ["g E"], title: { $0.general.openMatrixAll }) { state, world in
      open(&state, world, allBoards: true)
    },
    going("matrix.left", ["h", "left"], { $0.board.left }) { step(&$0, $1, isLeft: true) },
    going("matrix.right", ["l", "right"], { $0.board.right }) { step(&$0, $1, isLeft: false) },
    going("matrix.up", ["k", "up"], { $0.board.up }) { step(&$0, $1, by: -1) },
    going("matrix.down", ["j", "down"], { $0.board.down }) { step(&$0, $1, by: 1) },
    going("matrix.first", ["g g", "home"], { $0.board.first }) { step(&$0, $1, by: -1_000_000) },
    going("matrix.last", ["G", "end"], { $0.board.last }) { step(&$0, $1, by: 1_000_000) },
    moving("matrix.moreUrgent", ["H", "<", "shift+left"], { $0.matrix.more }) { $0.urgent = true },
    moving(
      "matrix.lessUrgent", ["L", ">", "shift+right"], { $0.matrix.less }, hint: { $0.board.moveRightHint }
    ) {
      $0.urgent = false
    },
    moving("matrix.moreImportant", ["K", "shift+up"], { $0.matrix.up }) { $0.important = true },
    moving("matrix.lessImportant", ["J", "shift+down"], { $0.matrix.down }) { $0.important = false },
  ]

  private static func open(_ state: inout ViewState, _ world: World, allBoards: Bool) -> [Effect] {
    state.overlays = []
    state.matrix.isOfAllBoards = allBoards
    if state.screen == .desk, let card = state.board.card { state.matrix.card = card }
    state.screen = .matrix
    // Verbs need a card: an empty quadrant is gone to, not begun in.
    let content = MatrixContent(state, world)
    if content[state.matrix.quadrant].isEmpty,
      let first = Quadrant.allCases.first(where: { !content[$0].isEmpty })
    {
      state.matrix.quadrant = first
      state.matrix.place = 0
    }
    return []
  }

  private static func going(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String,
    _ run: @escaping @Sendable (inout ViewState, World) -> Void
  ) -> Command {
    Command(id, .moving, keys: keys, in: [.matrix], title: title, listed: false) { state, world in
      run(&state, world)
      return []
    }
  }

  private static func moving(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String,
    hint: (@Sendable (Words) -> String)? = nil, _ change: @escaping @Sendable (inout Card) -> Void
  ) -> Command {
    Command(id, .cards, keys: keys, in: [.matrix], title: title, hint: hint, unless: CardCommands.noCard) {
      state, world in
      guard let card = state.matrix.card.flatMap({ world.desk.card($0) }) else { return [] }
      var changed = card
      change(&changed)
      guard changed != card else {
        state.message = Message(.note, world.words.matrix.atEdge)
        return []
      }
      let reason = changed.quadrant.reason(world.words)
      return CardEdit.effects([card.id], "card.quadrant", value: reason, &state, world, change)
    }
  }

  /// Goes up and down within a quadrant, and over its edge into the one above or below.
  private static func step(_ state: inout ViewState, _ world: World, by step: Int) {
    let content = MatrixContent(state, world)
    let matrix = state.matrix
    let next = matrix.place + step
    let count = content[matrix.quadrant].count
    if next >= 0, next < count {
      select(next, in: matrix.quadrant, content, &state)
    } else if abs(step) == 1, matrix.quadrant.isUpper == (step > 0) {
      let other = Quadrant(isLeft: matrix.quadrant.isLeft, isUpper: !matrix.quadrant.isUpper)
      select(step > 0 ? 0 : .max, in: other, content, &state)
    } else {
      select(next, in: matrix.quadrant, content, &state)
    }
  }

  private static func step(_ state: inout ViewState, _ world: World, isLeft: Bool) {
    let other = Quadrant(isLeft: isLeft, isUpper: state.matrix.quadrant.isUpper)
    guard other != state.matrix.quadrant else { return }
    select(state.matrix.place, in: other, MatrixContent(state, world), &state)
  }

  private static func select(
    _ place: Int, in quadrant: Quadrant, _ content: MatrixContent, _ state: inout ViewState
  ) {
    let cards = content[quadrant]
    state.matrix.quadrant = quadrant
    state.matrix.place = max(0, min(place, cards.count - 1))
    state.matrix.card = cards.isEmpty ? nil : cards[state.matrix.place].id
  }
}
