import Canvas

/// What can be done where one is, with the keys.
package struct HelpState: Equatable, Sendable {
  package var top = 0

  package init() {}

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    let page = max(1, Layout(size: state.size).main.height - 6)
    switch press.key {
    case .escape, .enter, .character("q"), .character("?"), .function(1): return .close
    case .down, .character("j"): top += 1
    case .up, .character("k"): top -= 1
    case .pageDown, .character(" "): top += page
    case .pageUp: top -= page
    case .home: top = 0
    case .end: top = Int.max / 2
    default: break
    }
    top = min(max(0, top), max(0, HelpState.rows(state, world).count - page))
    return .stay
  }

  /// A heading or a line of the help.
  enum Row {
    case heading(String)
    case command(keys: String, title: String, obstacle: String?)
    case blank
  }

  /// Commands that a key reaches in this place, by group; the place's own group first.
  static func rows(_ state: ViewState, _ world: World) -> [Row] {
    var under = state
    under.overlays.removeAll { if case .help = $0 { true } else { false } }
    let scope = under.scope
    let isAble = { (command: Command) in command.obstacle(under, world) == nil }
    var rows: [Row] = []
    let own = CommandGroup.allCases.filter { $0 == scope.group }
    for group in own + CommandGroup.allCases.filter({ $0 != scope.group }) {
      let commands = world.keymap.commands.filter { $0.group == group && $0.applies(in: scope) }
      let bound = commands.map { ($0, keys: world.keymap.keys(of: $0.id, in: scope, isAble: isAble)) }
        .filter { !$0.keys.isEmpty }
      guard !bound.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(world.words.general.groups[group] ?? group.rawValue))
      for (command, keys) in bound {
        rows.append(
          .command(
            keys: keys.joined(separator: "  "),
            title: command.title(world.words),
            obstacle: command.obstacle(under, world)))
      }
    }
    return rows
  }
}

extension Scope {
  /// What most of its own commands are about; nil where that is no group of its own.
  fileprivate var group: CommandGroup? {
    switch self {
    case .calendar: .calendar
    case .time: .entries
    case .everywhere, .board, .today, .matrix, .history, .card, .overlay: nil
    }
  }
}
