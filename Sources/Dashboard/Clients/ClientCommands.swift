import Desk

/// Going to clients and keeping their profiles.
enum ClientCommands {
  static let table: [Command] =
    numbers + [
      Command("client.next", .clients, keys: ["]"], in: [.board], title: { $0.clients.next }, unless: nobody)
      {
        state, world in step(&state, world, by: 1)
      },
      Command(
        "client.previous", .clients, keys: ["["], in: [.board], title: { $0.clients.previous }, unless: nobody
      ) {
        state, world in step(&state, world, by: -1)
      },
      Command("client.find", .clients, keys: ["g c"], title: { $0.clients.find }, unless: nobody) {
        state, world in
        state.overlays.append(.prompt(Prompt(.client(.find), title: world.words.clients.findTitle)))
        return []
      },
      Command("client.new", .clients, keys: ["C n"], title: { $0.clients.new }) { state, world in
        state.overlays.append(.form(ClientForm(nil, world)))
        return []
      },
      Command("client.edit", .clients, keys: ["C e"], title: { $0.clients.edit }, unless: nobody) {
        state, world in
        guard let client = state.client.flatMap({ world.desk.client($0) }) else { return [] }
        state.overlays.append(.form(ClientForm(client, world)))
        return []
      },
      Command("client.archive", .clients, keys: ["C a"], title: { $0.clients.archive }, unless: nobody) {
        state, world in
        guard let id = state.client else { return [] }
        let change = try? world.desk.editClient(id, context: world.context, action: "client.archive") {
          $0.status = .archived
          $0.hotkey = nil
        }
        return change.map { [.commit($0)] } ?? []
      },
      Command(
        "client.restore", .clients, title: { $0.clients.restore },
        unless: { _, world in
          world.desk.clients.contains { $0.status == .archived } ? nil : world.words.clients.noArchived
        }
      ) { state, world in
        let archived = world.desk.clients.filter { $0.status == .archived }
        state.overlays.append(
          .choice(
            Choice(
              .client(.restore(archived.map(\.id))), title: world.words.clients.restore,
              items: archived.map { ChoiceItem($0.name, detail: $0.zone) })))
        return []
      },
      Command("client.remove", .clients, title: { $0.clients.remove }, unless: nobody) { state, world in
        guard let id = state.client, let client = world.desk.client(id),
          let change = try? world.desk.removeClient(id, context: world.context)
        else { return [] }
        let words = world.words.clients
        let count = { (kind: String) in change.changes.count { $0.key.kind == kind } }
        let (blocks, entries) = (count("block"), count("entry"))
        state.overlays.append(
          .choice(
            Choice(
              .client(.remove(id)),
              title: Words.fill(
                words.removeTitle, client.name, world.words.card.count(count("card")),
                blocks == 1 ? words.oneBlock : Words.fill(words.blocks, "\(blocks)"),
                entries == 1 ? words.oneEntry : Words.fill(words.entries, "\(entries)")),
              items: [
                ChoiceItem(world.words.clients.removeNo), ChoiceItem(world.words.clients.removeYes, key: "d"),
              ])))
        return [.loadEverything]
      },
    ]

  private static let numbers: [Command] = (1...9).map { (number: Int) in
    Command(
      "client.\(number)", .clients, keys: ["\(number)"],
      title: { Words.fill($0.clients.openNumber, "\(number)") },
      listed: false,
      unless: { _, world in
        world.desk.activeClients.contains { $0.hotkey == number }
          ? nil : Words.fill(world.words.clients.noNumber, "\(number)")
      },
      run: { state, world in
        if let client = world.desk.activeClients.first(where: { $0.hotkey == number }) {
          go(to: client.id, &state, world)
        }
        return []
      })
  }

  @Sendable private static func nobody(_ state: ViewState, _ world: World) -> String? {
    state.client == nil ? world.words.general.noClient : nil
  }

  /// Shows a client's board; the Eisenhower view stays and shows that client's.
  ///
  /// While the screen is shared, another client is shown only when it is asked for twice in a row.
  static func go(to client: ClientID, _ state: inout ViewState, _ world: World) {
    if state.isPrivate, client != state.client, state.revealing != client {
      state.revealing = client
      let words = world.words.general
      let key = world.desk.client(client)?.hotkey.map { Words.fill(words.clientOfKey, "\($0)") }
      state.message = Message(.warning, Words.fill(words.revealing, key ?? words.anotherClient))
      return
    }
    state.revealing = nil
    state.client = client
    if state.screen != .matrix {
      // Where the calendar is beside the board, both are in sight and it keeps the keys.
      if state.screen != .desk || !Layout(state).isWide { state.pane = .board }
      state.screen = .desk
    }
    state.overlays = []
  }

  private static func step(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    let clients = world.desk.activeClients
    guard let index = clients.firstIndex(where: { $0.id == state.client }) else { return [] }
    go(to: clients[(index + step + clients.count) % clients.count].id, &state, world)
    return []
  }
}
