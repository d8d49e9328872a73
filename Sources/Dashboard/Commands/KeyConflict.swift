/// Commands that want the same key in the same place.
package struct KeyConflict: Hashable, Sendable {
  package var keys: String
  /// Those that claim it; with `hidden`, the one that runs.
  package var commands: [String]
  /// Those that do not run by it wherever the other one can; none where it is not settled which runs.
  package var hidden: [String]

  package init(keys: String, commands: [String], hidden: [String] = []) {
    self.keys = keys
    self.commands = commands
    self.hidden = hidden
  }
}

extension Keymap {
  /// What is worth a word about the keys as they are bound.
  ///
  /// Two commands clash when they have the same keys and share a scope by name. A command of one place may shadow
  /// one of everywhere, that is how places differ; it is told of where the person bound one of the two and may
  /// not know of the other.
  package var conflicts: [KeyConflict] {
    var clashes: Set<KeyConflict> = []
    var hidden: [KeyConflict: Set<String>] = [:]
    for bindings in byFirst.values {
      for (index, a) in bindings.enumerated() {
        for b in bindings[(index + 1)...]
        where a.command !== b.command && (a.chords.starts(with: b.chords) || b.chords.starts(with: a.chords))
        {
          let shorter = a.chords.count <= b.chords.count ? a : b
          let keys = shorter.chords.map(\.text).joined(separator: " ")
          if !a.command.scopes.isDisjoint(with: b.command.scopes) {
            clashes.insert(KeyConflict(keys: keys, commands: [a.command.id, b.command.id].sorted()))
          } else if a.isOwn != b.isOwn, a.shadows(b) || b.shadows(a) {
            // Of the same keys the command of the place runs, of different ones the one with fewer.
            let isSame = a.chords.count == b.chords.count
            let first = isSame ? (a.shadows(b) ? a : b) : shorter
            let other = first.command.id == a.command.id ? b : a
            hidden[KeyConflict(keys: keys, commands: [first.command.id]), default: []].insert(
              other.command.id)
          }
        }
      }
    }
    let shadows = hidden.map { conflict, others in
      KeyConflict(keys: conflict.keys, commands: conflict.commands, hidden: others.sorted())
    }
    return (clashes + shadows).sorted { ($0.keys, $0.commands.joined()) < ($1.keys, $1.commands.joined()) }
  }
}

extension Keymap.Binding {
  /// Whether the other one is of everywhere and this one of some places that everywhere includes.
  fileprivate func shadows(_ other: Keymap.Binding) -> Bool {
    other.command.scopes.contains(.everywhere) && !command.scopes.contains(.everywhere)
      && command.scopes != [.overlay]
  }
}
