import Civil
import Desk

/// What can be done with a block that is open.
package enum BlockAction: String, CaseIterable, Hashable, Sendable {
  case title, start, length, kind, client, place, card, duplicate, remove

  var key: Character {
    switch self {
    case .title: "e"
    case .start: "s"
    case .length: "="
    case .kind: "t"
    case .client: "c"
    case .place: "p"
    case .card: "o"
    case .duplicate: "y"
    case .remove: "D"
    }
  }
}

/// Choices of the calendar from a list.
package enum CalendarChoice: Equatable, Sendable {
  /// The open block: what it is, line by line, and what can be done.
  case block(BlockID, [BlockAction])
  case kind(BlockID)
  /// Whom a block is for; the first is nobody else.
  case client(BlockID, [ClientID])
}

extension CalendarChoice {
  static func actions(of block: Block, _ world: World) -> Choice {
    let words = world.words.calendar
    let actions = BlockAction.allCases.filter { $0 != .card || block.card != nil }
    let zones = PlanText.zones(of: block.start, client: block.client, world)
    let span = world.desk.span(of: block)
    let items = actions.map { action in
      let detail =
        switch action {
        case .title: block.title
        case .start:
          PlanText.clocks(TimeSpan(start: span.start, seconds: 0), zones, world).joined(separator: " · ")
        case .length: DurationText.short(block.duration)
        case .kind: words.kinds[block.kind] ?? block.kind.rawValue
        case .client: block.client.flatMap { world.desk.client($0)?.name } ?? words.ownTime
        case .place: block.location ?? ""
        case .card: block.card.flatMap { world.desk.card($0)?.title } ?? ""
        case .duplicate, .remove: ""
        }
      return ChoiceItem(words.field[action] ?? action.rawValue, detail: detail, key: action.key)
    }
    return Choice(.calendar(.block(block.id, actions)), title: block.title, items: items)
  }

  static func kinds(of block: Block, _ world: World) -> Choice {
    let words = world.words.calendar
    let items = Block.Kind.allCases.map { ChoiceItem(words.kinds[$0] ?? $0.rawValue) }
    var choice = Choice(
      .calendar(.kind(block.id)), title: Words.fill(words.kindPrompt, block.title), items: items)
    choice.window.selected = Block.Kind.allCases.firstIndex(of: block.kind) ?? 0
    return choice
  }

  static func clients(of block: Block, _ world: World) -> Choice {
    let words = world.words.calendar
    let clients = world.desk.activeClients
    let items =
      [ChoiceItem(words.ownTime, key: "0")]
      + clients.map {
        ChoiceItem(
          $0.name, detail: DateText.city($0.zone), key: $0.hotkey.flatMap { String($0).first })
      }
    var choice = Choice(
      .calendar(.client(block.id, clients.map(\.id))), title: Words.fill(words.clientPrompt, block.title),
      items: items)
    choice.window.selected = (clients.firstIndex { $0.id == block.client } ?? -1) + 1
    return choice
  }

  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .block(let id, let actions):
      guard let block = world.desk.block(id), actions.indices.contains(index) else { return [] }
      return CalendarChoice.run(actions[index], block, &state, world)
    case .kind(let id):
      guard let block = world.desk.block(id), Block.Kind.allCases.indices.contains(index) else { return [] }
      return CalendarChoice.setKind(Block.Kind.allCases[index], block, world)
    case .client(let id, let clients):
      let client = index == 0 ? nil : clients.indices.contains(index - 1) ? clients[index - 1] : nil
      return BlockCommands.edit(id, "block.edit", world) {
        // A card is one client's: the block of another cannot be for it.
        if $0.client != client { $0.card = nil }
        $0.client = client
      }
    }
  }

  private static func run(
    _ action: BlockAction, _ block: Block, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    switch action {
    case .title: return BlockCommands.ask(&state, .title(block.id), world)
    case .start: return BlockCommands.ask(&state, .start(block.id), world)
    case .length: return BlockCommands.ask(&state, .length(block.id), world)
    case .place: return BlockCommands.ask(&state, .place(block.id), world)
    case .kind: state.overlays.append(.choice(kinds(of: block, world)))
    case .client: state.overlays.append(.choice(clients(of: block, world)))
    case .card:
      if let card = block.card.flatMap({ world.desk.card($0) }) {
        state.overlays.append(.card(CardPane(card.id)))
      }
    case .duplicate: return BlockCommands.duplicate(block, &state, world)
    case .remove: return BlockCommands.remove(block, &state, world)
    }
    return []
  }

  /// A block that becomes a meeting is kept at the client's time from then on: same moment, their clock.
  private static func setKind(_ kind: Block.Kind, _ block: Block, _ world: World) -> [Effect] {
    BlockCommands.edit(block.id, "block.edit", world) {
      $0.kind = kind
      guard kind == .meeting, let client = $0.client else { return }
      let zone = world.desk.zone(of: client)
      let start = ZonedTime(wall: zone.wall(at: world.desk.instant(of: $0.start)), zone: zone.name)
      if world.desk.instant(of: start) == world.desk.instant(of: $0.start) { $0.start = start }
    }
  }
}
