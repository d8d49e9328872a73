import Desk

/// Going about the history, and from it to what was changed.
enum HistoryCommands {
  static let table: [Command] = [
    Command(
      "history.open", .views, keys: ["enter"], in: [.history], title: { $0.history.open },
      hint: { $0.history.openHint },
      unless: { state, world in state.history.selected == nil ? world.words.general.nothingSelected : nil }
    ) { state, world in
      open(&state, world)
      return []
    },
    move("history.up", ["k", "up"], { $0.history.up }, by: -1),
    move("history.down", ["j", "down"], { $0.history.down }, by: 1),
    move("history.pageUp", ["pageup", "ctrl+b"], { $0.board.pageUp }, by: -10),
    move("history.pageDown", ["pagedown", "ctrl+f", "space"], { $0.board.pageDown }, by: 10),
    move("history.first", ["g g", "home"], { $0.history.first }, by: -1_000_000_000),
    move("history.last", ["G", "end"], { $0.history.last }, by: 1_000_000_000),
  ]

  private static func move(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String, by step: Int
  ) -> Command {
    Command(id, .moving, keys: keys, in: [.history], title: title, listed: false) { state, world in
      let count = world.desk.history.deedCount
      guard count > 0 else { return [] }
      let place = min(max(0, state.history.place + step), count - 1)
      state.history.selected = world.desk.history.deed(place).sequence
      return []
    }
  }

  /// Goes to the first record of the change that is still there.
  private static func open(_ state: inout ViewState, _ world: World) {
    let history = world.desk.history
    guard let number = state.history.selected.flatMap({ history.number(ofDeed: $0) }) else { return }
    guard !history.deed(number).isHidden(state) else { return }
    for change in history.deed(number).changes {
      guard let record = world.desk.record(change.key) else { continue }
      switch record {
      case .card(let card):
        if !card.archived { state.show(card.id, world) }
        state.overlays = card.archived ? [.card(CardPane(card.id))] : []
      case .block(let block): state.show(world.occurrence(of: block), world)
      case .entry(let entry): state.show(.entry(entry.id), at: entry.start, world)
      case .column(let column):
        ClientCommands.go(to: column.client, &state, world)
        state.screen = .desk
        state.pane = .board
        state.board.column = column.id
      case .client(let client) where client.status == .active:
        ClientCommands.go(to: client.id, &state, world)
        state.screen = .desk
        state.pane = .board
      case .client, .settings: continue
      }
      return
    }
    state.message = Message(.note, world.words.history.gone)
  }
}
