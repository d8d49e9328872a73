import Civil
import Desk

/// What can be done with a block that is open.
package enum BlockAction: String, CaseIterable, Hashable, Sendable {
  case title, start, length, rule, allDay, kind, client, place, link, openLink, remind, card, duplicate,
    remove

  var key: Character {
    switch self {
    case .title: "e"
    case .start: "s"
    case .length: "="
    case .rule: "r"
    case .allDay: "w"
    case .kind: "t"
    case .client: "c"
    case .place: "p"
    case .link: "l"
    case .openLink: "x"
    case .remind: "m"
    case .card: "o"
    case .duplicate: "y"
    case .remove: "D"
    }
  }
}

/// Choices of the calendar from a list.
package enum CalendarChoice: Equatable, Sendable {
  /// The open block: what it is, line by line, and what can be done.
  case block(OccurrenceID, [BlockAction])
  case kind(OccurrenceID)
  /// Whom a block is for; the first is nobody else.
  case client(OccurrenceID, [ClientID])
  /// How much of a series a change is for.
  case scope(OccurrenceID, BlockEdit)
  /// Which of several blocks that share their time is meant, on which day.
  case stack(CivilDate, [OccurrenceID])
}

extension CalendarChoice {
  static func actions(of occurrence: Occurrence, _ world: World) -> Choice {
    let words = world.words.calendar
    let (block, span) = (occurrence.block, occurrence.span)
    let actions = BlockAction.allCases.filter {
      switch $0 {
      case .card: block.card != nil
      case .openLink: BlockLink.url(of: block) != nil
      default: true
      }
    }
    let zones = PlanText.zones(of: block.start, client: block.client, world)
    let items = actions.map { action in
      let detail =
        switch action {
        case .title: block.title
        case .start:
          PlanText.clocks(TimeSpan(start: span.start, seconds: 0), zones, world).joined(separator: " · ")
        case .length: DurationText.planned(block.duration)
        case .kind: words.kinds[block.kind] ?? block.kind.rawValue
        case .client: block.client.flatMap { world.desk.client($0)?.name } ?? words.ownTime
        case .place: block.location ?? ""
        case .card: block.card.flatMap { world.desk.card($0)?.title } ?? ""
        case .rule: RepeatWording.text(of: occurrence, world)
        case .allDay: block.allDay ? words.allDay : ""
        case .link: block.link ?? ""
        case .openLink: BlockLink.url(of: block) ?? ""
        case .remind: ReminderWording.text(of: block, world)
        case .duplicate, .remove: ""
        }
      return ChoiceItem(words.field[action] ?? action.rawValue, detail: detail, key: action.key)
    }
    return Choice(.calendar(.block(occurrence.id, actions)), title: block.title, items: items)
  }

  static func kinds(of occurrence: Occurrence, _ world: World) -> Choice {
    let block = occurrence.block
    let words = world.words.calendar
    let items = Block.Kind.allCases.map { ChoiceItem(words.kinds[$0] ?? $0.rawValue) }
    var choice = Choice(
      .calendar(.kind(occurrence.id)), title: Words.fill(words.kindPrompt, block.title), items: items)
    choice.window.selected = Block.Kind.allCases.firstIndex(of: block.kind) ?? 0
    return choice
  }

  static func clients(of occurrence: Occurrence, _ world: World) -> Choice {
    let block = occurrence.block
    let words = world.words.calendar
    let clients = world.desk.activeClients
    let items =
      [ChoiceItem(words.ownTime, key: "0")]
      + clients.map {
        ChoiceItem(
          $0.name, detail: DateText.city($0.zone), key: $0.hotkey.flatMap { String($0).first })
      }
    var choice = Choice(
      .calendar(.client(occurrence.id, clients.map(\.id))),
      title: Words.fill(words.clientPrompt, block.title),
      items: items)
    choice.window.selected = (clients.firstIndex { $0.id == block.client } ?? -1) + 1
    return choice
  }

  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .block(let id, let actions):
      guard let occurrence = world.desk.occurrence(id), actions.indices.contains(index) else { return [] }
      return CalendarChoice.run(actions[index], occurrence, &state, world)
    case .kind(let id):
      guard Block.Kind.allCases.indices.contains(index) else { return [] }
      return BlockEdit.kind(Block.Kind.allCases[index]).make(id, &state, world)
    case .client(let id, let clients):
      let client = index == 0 ? nil : clients.indices.contains(index - 1) ? clients[index - 1] : nil
      return BlockEdit.client(client).make(id, &state, world)
    case .scope(let id, let edit):
      guard edit.scopes.indices.contains(index) else { return [] }
      // What was cut has been put down, and is not moved on by the next paste.
      if case .place = edit, state.calendar.clip == BlockClip(id: id, isCut: true) {
        state.calendar.clip = nil
      }
      return edit.make(id, edit.scopes[index], &state, world)
    case .stack(let date, let blocks):
      guard blocks.indices.contains(index) else { return [] }
      CalendarMouse.select(date, &state, world)
      let top = state.calendar.top
      state.calendar.go(to: .block(blocks[index]), CalendarCursor(state, world))
      state.calendar.top = top
    }
    return []
  }

  /// What shares its time on a day, where there is no room for all of it side by side.
  static func stack(_ items: [DayBlock], on date: CivilDate, _ state: ViewState, _ world: World) -> Choice {
    let words = world.words
    let lines = items.map { item in
      let isHidden = state.isPrivate && item.block.client != state.client
      let hours = PlanText.hours(item.span, in: world.desk.homeZone, on: date, words)
      let client = item.block.client.flatMap { world.desk.client($0)?.name }
      return ChoiceItem(
        isHidden ? words.general.privateClient : item.block.title,
        detail: ([hours] + [isHidden ? nil : client].compactMap { $0 }).joined(separator: " · "))
    }
    let title = Words.fill(words.calendar.stackPrompt, DateText.long(date, today: world.today, words.dates))
    return Choice(.calendar(.stack(date, items.map(\.id))), title: title, items: lines)
  }

  private static func run(
    _ action: BlockAction, _ occurrence: Occurrence, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let id = occurrence.id
    switch action {
    case .title: return BlockCommands.ask(&state, .title(id), world)
    case .start: return BlockCommands.ask(&state, .start(id), world)
    case .length: return BlockCommands.ask(&state, .length(id), world)
    case .place: return BlockCommands.ask(&state, .place(id), world)
    case .link: return BlockCommands.ask(&state, .link(id), world)
    case .rule: return BlockCommands.ask(&state, .rule(id), world)
    case .remind: return BlockCommands.ask(&state, .remind(id), world)
    case .allDay: return BlockEdit.allDay(!occurrence.block.allDay).make(id, &state, world)
    case .openLink: return BlockLink.url(of: occurrence.block).map { [.openLink($0)] } ?? []
    case .kind: state.overlays.append(.choice(kinds(of: occurrence, world)))
    case .client: state.overlays.append(.choice(clients(of: occurrence, world)))
    case .card:
      if let card = occurrence.block.card.flatMap({ world.desk.card($0) }) {
        state.overlays.append(.card(CardPane(card.id)))
      }
    case .duplicate: return BlockCommands.duplicate(occurrence, &state, world)
    case .remove: return BlockEdit.remove.make(id, &state, world)
    }
    return []
  }

  /// The question that stands before a change of something that repeats.
  static func scopes(of edit: BlockEdit, _ occurrence: Occurrence, _ world: World) -> Choice {
    let words = world.words.calendar
    let date = DateText.long(occurrence.block.start.wall.date, today: world.today, world.words.dates)
    let items = edit.scopes.map { scope in
      ChoiceItem(
        words.scopes[scope] ?? scope.rawValue, detail: scope == .this ? date : "", key: scope.key)
    }
    let title = Words.fill(edit == .remove ? words.removePrompt : words.scopePrompt, occurrence.block.title)
    return Choice(.calendar(.scope(occurrence.id, edit)), title: title, items: items)
  }
}

extension BlockEdit {
  /// How much of a series it can be for: a rule is never one occurrence's.
  var scopes: [EditScope] {
    if case .rule = self { [.following, .all] } else { EditScope.allCases }
  }
}

extension EditScope {
  /// The key that answers with it.
  var key: Character {
    switch self {
    case .this: "t"
    case .following: "f"
    case .all: "a"
    }
  }
}
