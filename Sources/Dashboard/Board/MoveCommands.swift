import Desk

/// Going about a board by keys.
enum MoveCommands {
  static let table: [Command] = [
    Command("move.left", .moving, keys: ["h", "left"], in: [.board], title: { $0.board.left }, listed: false)
    {
      state, world in step(&state, world, columns: -1)
    },
    Command(
      "move.right", .moving, keys: ["l", "right"], in: [.board], title: { $0.board.right }, listed: false
    ) {
      state, world in step(&state, world, columns: 1)
    },
    Command("move.up", .moving, keys: ["k", "up"], in: [.board], title: { $0.board.up }, listed: false) {
      state, world in step(&state, world, cards: -1)
    },
    Command("move.down", .moving, keys: ["j", "down"], in: [.board], title: { $0.board.down }, listed: false)
    {
      state, world in step(&state, world, cards: 1)
    },
    Command(
      "move.first", .moving, keys: ["g g", "home"], in: [.board], title: { $0.board.first }, listed: false
    ) {
      state, world in step(&state, world, cards: -1_000_000)
    },
    Command("move.last", .moving, keys: ["G", "end"], in: [.board], title: { $0.board.last }, listed: false) {
      state, world in step(&state, world, cards: 1_000_000)
    },
    Command(
      "move.pageUp", .moving, keys: ["pageup", "ctrl+b"], in: [.board], title: { $0.board.pageUp },
      listed: false
    ) {
      state, world in step(&state, world, cards: -10)
    },
    Command(
      "move.pageDown", .moving, keys: ["pagedown", "ctrl+f"], in: [.board], title: { $0.board.pageDown },
      listed: false
    ) { state, world in step(&state, world, cards: 10) },
  ]

  /// Moves the selection by columns or by cards, staying on the board.
  static func step(_ state: inout ViewState, _ world: World, columns: Int = 0, cards: Int = 0) -> [Effect] {
    let content = BoardContent(state, world)
    guard let index = content.columns.firstIndex(where: { $0.id == state.board.column }) else { return [] }
    let target = min(max(0, index + columns), content.columns.count - 1)
    let column = content.columns[target].id
    state.board.column = column
    let ids = content.cards(in: column)
    guard cards != 0, !ids.isEmpty else { return [] }
    let current = state.board.cards[column].flatMap { ids.firstIndex(of: $0) } ?? 0
    state.board.cards[column] = ids[min(max(0, current + cards), ids.count - 1)]
    return []
  }
}
