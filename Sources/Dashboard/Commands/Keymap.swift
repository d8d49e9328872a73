import Canvas

/// Which keys run which commands, after the person's own configuration.
package struct Keymap: Sendable {
  /// What a key leads to.
  package enum Match {
    case command(Command)
    /// The beginning of longer sequences.
    case pending
    case nothing
  }

  struct Binding: Sendable {
    let chords: [KeyChord]
    let command: Command
    /// Whether the person gave the command its keys.
    let isOwn: Bool
  }

  private(set) var byFirst: [KeyChord: [Binding]] = [:]
  private var keysOf: [String: [[KeyChord]]] = [:]
  package let commands: [Command]

  package static let standard = Keymap(commands: CommandTable.all)

  /// - Parameter overrides: keys by command id; they replace the default ones, none unbinds.
  package init(commands: [Command], overrides: [String: [String]] = [:]) {
    self.commands = commands
    for command in commands {
      let own = overrides[command.id]
      for keys in own ?? command.keys {
        guard let chords = KeyChord.sequence(keys), let first = chords.first else { continue }
        byFirst[first, default: []].append(
          Binding(chords: chords, command: command, isOwn: own != nil))
        keysOf[command.id, default: []].append(chords)
      }
    }
  }

  /// A command that the hint line tells of.
  struct Hint {
    let command: Command
    /// A word or two, with room around it.
    let text: String
    /// Cells that the text takes.
    let width: Int
    /// Its key; nil when another command shares it, so that what can run decides whose it is.
    let glyph: String?
  }

  /// What the hint line may tell of in a scope, the scope's own commands first.
  func hints(in scope: Scope, _ words: Words) -> [Hint] {
    let able = commands.filter { $0.hint != nil && $0.applies(in: scope) }
    let own = able.filter { $0.scopes.contains(scope) }
    let general = able.filter { !$0.scopes.contains(scope) }
    return (own + general).compactMap { command in
      command.hint.map {
        let text = " " + $0(words) + "  "
        return Hint(
          command: command, text: text, width: TextWidth.of(text),
          glyph: unsharedGlyph(of: command.id, in: scope))
      }
    }
  }

  private func unsharedGlyph(of id: String, in scope: Scope) -> String? {
    guard let chords = keysOf[id]?.first, let first = chords.first else { return nil }
    let claims = (byFirst[first] ?? []).filter { $0.chords == chords && $0.command.applies(in: scope) }
    return claims.count == 1 ? chords.map(\.glyph).joined(separator: " ") : nil
  }

  /// The keys that run a command, as text; empty when it has none.
  package func keys(of id: String) -> [String] {
    keysOf[id]?.map { $0.map(\.text).joined(separator: " ") } ?? []
  }

  /// The keys that run a command in a scope, where other commands may have taken some of its keys.
  func keys(of id: String, in scope: Scope, isAble: (Command) -> Bool) -> [String] {
    let own = keysOf[id]?.filter { chords in
      guard case .command(let reached) = match(chords, in: scope, isAble: isAble) else { return false }
      return reached.id == id
    }
    return own?.map { $0.map(\.text).joined(separator: " ") } ?? []
  }

  /// The first key of a command as short as it goes.
  package func glyph(of id: String) -> String? {
    keysOf[id]?.first.map { $0.map(\.glyph).joined(separator: " ") }
  }

  /// The first key that runs a command in a scope, where another command may have taken its keys.
  package func glyph(
    of id: String, in scope: Scope, isAble: (Command) -> Bool = { _ in true }
  ) -> String? {
    let own = keysOf[id]?.first { chords in
      guard case .command(let reached) = match(chords, in: scope, isAble: isAble) else { return false }
      return reached.id == id
    }
    return own.map { $0.map(\.glyph).joined(separator: " ") }
  }

  /// What the chords typed so far lead to in a scope.
  ///
  /// The command made for that scope wins, unless it cannot run now and one of everywhere can: so a key acts on
  /// what is selected, be it a block or a card.
  package func match(
    _ typed: [KeyChord], in scope: Scope, isAble: (Command) -> Bool = { _ in true }
  ) -> Match {
    guard let first = typed.first, let bindings = byFirst[first] else { return .nothing }
    var own: Command?
    var general: Command?
    var isPending = false
    for binding in bindings where binding.command.applies(in: scope) {
      if binding.chords == typed {
        if binding.command.scopes.contains(scope) {
          own = own ?? binding.command
        } else {
          general = general ?? binding.command
        }
      } else if binding.chords.starts(with: typed) {
        isPending = true
      }
    }
    if let own, let general { return .command(!isAble(own) && isAble(general) ? general : own) }
    if let command = own ?? general { return .command(command) }
    return isPending ? .pending : .nothing
  }
}
