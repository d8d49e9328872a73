import Desk

/// Questions about clients that are answered by typing.
package enum ClientQuestion: Equatable, Sendable {}

extension ClientQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading { switch self {} }
  func answer(_ text: String, _ state: inout ViewState, _ world: World) -> Answer { switch self {} }
}

/// Choices about clients from a list.
package enum ClientChoice: Equatable, Sendable {}

extension ClientChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] { switch self {} }
}

/// Going to clients and keeping their profiles.
enum ClientCommands {
  static let table: [Command] = (1...9).map { (number: Int) in
    Command(
      "client.\(number)", .clients, keys: ["\(number)"],
      title: { Words.fill($0.clients.openNumber, "\(number)") },
      listed: false,
      unless: { _, world in
        world.desk.activeClients.contains { $0.hotkey == number }
          ? nil : Words.fill(world.words.clients.noNumber, "\(number)")
      },
      run: { state, world in
        state.client = world.desk.activeClients.first { $0.hotkey == number }?.id
        if state.screen != .matrix { state.screen = .desk }
        state.overlays = []
        return []
      })
  }
}
