import Civil
import Desk

/// Questions about clients that are answered by typing.
package enum ClientQuestion: Equatable, Sendable {
  case find
}

extension ClientQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    var reading = Reading()
    let found = matches(text, state, world)
    reading.completions = found.map { client in
      let wall = world.desk.zone(client.zone).wall(at: world.now)
      return Completion(text: client.name, detail: "\(DateText.city(client.zone)) \(DateText.clock(wall))")
    }
    if found.isEmpty { reading.problem = world.words.clients.nobody }
    return reading
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    let found = matches(text, state, world)
    guard let client = found.dropFirst(completion ?? 0).first else {
      return .refused(world.words.clients.nobody)
    }
    ClientCommands.go(to: client.id, &state, world)
    return .effects([])
  }

  private func matches(_ text: String, _ state: ViewState, _ world: World) -> [Client] {
    let pattern = FuzzyPattern(text)
    let clients =
      state.isPrivate ? world.desk.activeClients.filter { $0.id == state.client } : world.desk.activeClients
    return clients.compactMap { client in
      (pattern.match(client.name) ?? pattern.match(client.slug)).map { (client, $0.score) }
    }
    .sorted { $0.1 > $1.1 }.map(\.0)
  }
}

/// Choices about clients from a list.
package enum ClientChoice: Equatable, Sendable {
  case restore([ClientID])
  case remove(ClientID)
}

extension ClientChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .restore(let ids):
      guard ids.indices.contains(index) else { return [] }
      let change = try? world.desk.editClient(ids[index], context: world.context, action: "client.restore") {
        $0.status = .active
      }
      state.awaitedClient = ids[index]
      return change.map { [.commit($0)] } ?? []
    case .remove(let id):
      guard index == 1, let change = try? world.desk.removeClient(id, context: world.context) else {
        return []
      }
      return [.commit(change)]
    }
  }
}
