import Canvas
import Desk

/// The command palette: everything that can be done, every client and every card, by a few letters.
package struct PaletteState: Equatable, Sendable {
  package var field = LineEditor()
  package var window = ListWindow()

  package init() {}

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch press.key {
    case .escape: return .close
    case .up, .backTab: window.move(by: -1, count: PaletteMatches(field.text, state, world).items.count)
    case .down, .tab: window.move(by: 1, count: PaletteMatches(field.text, state, world).items.count)
    case .character("p") where press.control, .character("n") where press.control:
      let step = press.key == .character("n") ? 1 : -1
      window.move(by: step, count: PaletteMatches(field.text, state, world).items.count)
    case .enter: return run(window.selected, &state, world)
    default:
      if field.handle(press) { window = ListWindow() }
    }
    return .stay
  }

  /// Runs the line that is clicked.
  func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World) -> OverlayResult
  {
    let count = PaletteMatches(field.text, state, world).items.count
    guard let index = window.line(x: x, y: y, in: PaletteState.list(layout), count: count) else {
      return .stay
    }
    return run(index, &state, world)
  }

  private func run(_ index: Int, _ state: inout ViewState, _ world: World) -> OverlayResult {
    let items = PaletteMatches(field.text, state, world).items
    guard items.indices.contains(index) else { return .stay }
    return .finish(items[index].run(&state, world))
  }

  mutating func paste(_ text: String) {
    field.insert(text)
    window = ListWindow()
  }
}

/// What a palette's line finds, best first.
struct PaletteMatches {
  enum Target {
    case command(Command)
    case client(Client)
    case card(Card)
    /// Days in another zone, as the line says.
    case travel(Travel)
    /// The question for them, with what was typed of it so far.
    case askTravel(String)
  }

  struct Item {
    let target: Target
    let title: String
    let detail: String
    /// The key that does the same, so that it is learnt.
    let keys: String
    let positions: [Int]
    let score: Int
    /// Why it cannot run now.
    let obstacle: String?

    func run(_ state: inout ViewState, _ world: World) -> [Effect] {
      switch target {
      case .command(let command): return Dashboard.run(command, &state, world)
      case .client(let client):
        ClientCommands.go(to: client.id, &state, world)
        state.screen = .desk
        state.pane = .board
        return []
      case .card(let card):
        state.show(card.id, world)
        return []
      case .travel(let travel): return TravelCommands.add(travel, world)
      case .askTravel(let text):
        TravelCommands.ask(text, &state, world)
        return []
      }
    }
  }

  /// More than fit on any screen need not be ranked.
  private static let most = 60

  let items: [Item]

  init(_ text: String, _ state: ViewState, _ world: World) {
    let pattern = FuzzyPattern(text)
    // What the palette lies over decides what can run, not the palette itself.
    var under = state
    if case .palette? = under.overlays.last { under.overlays.removeLast() }
    var found = PaletteMatches.commands(text, pattern, under, world)
    if pattern.isEmpty {
      found = found.filter { $0.obstacle == nil } + found.filter { $0.obstacle != nil }
    } else {
      found += PaletteMatches.clients(pattern, world) + PaletteMatches.cards(pattern, world)
      found.sort { $0.score > $1.score }
    }
    if let journey = PaletteMatches.journey(text, world) { found.insert(journey, at: 0) }
    if state.isPrivate { found.removeAll { PaletteMatches.isHidden($0.target, state) } }
    items = Array(found.prefix(PaletteMatches.most))
  }

  private static func isHidden(_ target: Target, _ state: ViewState) -> Bool {
    switch target {
    case .command, .travel, .askTravel: false
    case .client(let client): client.id != state.client
    case .card(let card): card.client != state.client
    }
  }

  private static func commands(
    _ text: String, _ pattern: FuzzyPattern, _ state: ViewState, _ world: World
  ) -> [Item] {
    let scope = state.scope
    let others = pattern.isEmpty ? [:] : world.words.palette.otherWordsByCommand
    return world.keymap.commands.compactMap { command in
      guard command.isListed else { return nil }
      let title = command.title(world.words)
      // The word in the configuration is a name for it too.
      let named = pattern.isEmpty ? nil : pattern.match(command.id)
      let byTitle = pattern.match(title)
      let byOther = others[Substring(command.id)].flatMap { PaletteMatches.score(text, title, $0) }
      guard byTitle != nil || named != nil || byOther != nil else { return nil }
      let applies = command.applies(in: scope)
      let obstacle = applies ? command.obstacle(state, world) : world.words.palette.notHere
      return Item(
        target: .command(command), title: title, detail: world.words.general.groups[command.group] ?? "",
        keys: world.keymap.keys(of: command.id).first ?? "",
        positions: byTitle?.positions ?? [],
        // What can run now stands before what cannot.
        score: max(byTitle?.score ?? 0, byOther ?? 0) + (obstacle == nil ? 30 : 0), obstacle: obstacle)
    }
  }

  /// How well a line is answered by other words than the title's; nil where one of its words begins none of them.
  ///
  /// As much as the same words further on in a title would be worth, so that titles come first.
  private static func score(_ text: String, _ title: String, _ others: [Substring]) -> Int? {
    let known = (title.split(separator: " ") + others).map { TextFold.text($0) }
    var score = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let typed = TextFold.text(word)
      guard known.contains(where: { $0.hasPrefix(typed) }) else { return nil }
      score += FuzzyPattern.wordStart(letters: typed.count)
    }
    return score
  }

  /// What a line such as `travel lisbon 3 dec - 9 dec` does; the question for it where it is not understood.
  private static func journey(_ text: String, _ world: World) -> Item? {
    guard let rest = TravelCommands.rest(of: text, world) else { return nil }
    let words = world.words.watch
    var obstacle: String?
    var journey: Travel?
    do throws(BackwardDates) {
      journey = try TravelCommands.journey(text, world)
    } catch {
      obstacle = words.backward
    }
    guard let travel = journey else {
      return Item(
        target: .askTravel(rest), title: words.travel, detail: obstacle == nil ? words.travelHint : "",
        keys: "", positions: [], score: 0, obstacle: obstacle)
    }
    return Item(
      target: TravelCommands.problem(travel, world) == nil ? .travel(travel) : .askTravel(rest),
      title: Words.fill(words.travelItem, DateText.city(travel.zone), world.clocks.dates(travel)),
      detail: "", keys: "", positions: [], score: 0,
      obstacle: TravelCommands.problem(travel, world))
  }

  private static func clients(_ pattern: FuzzyPattern, _ world: World) -> [Item] {
    world.desk.activeClients.compactMap { client in
      guard let match = pattern.match(client.name) ?? pattern.match(client.slug) else { return nil }
      return Item(
        target: .client(client), title: client.name, detail: world.words.palette.client,
        keys: client.hotkey.map(String.init) ?? "", positions: match.positions, score: match.score + 20,
        obstacle: nil)
    }
  }

  /// Live cards only: what is archived is found where archives are shown.
  private static func cards(_ pattern: FuzzyPattern, _ world: World) -> [Item] {
    world.desk.activeClients.flatMap { client in
      world.desk.columns(of: client.id).flatMap { column in
        world.desk.cards(in: column.id).compactMap { card in
          // A card is also found by its client's name together with its own.
          (pattern.match(card.title) ?? pattern.match(card.title + " " + client.name)).map { match in
            Item(
              target: .card(card), title: card.title, detail: "\(client.name) · \(column.name)", keys: "",
              positions: match.positions, score: match.score, obstacle: nil)
          }
        }
      }
    }
  }
}
