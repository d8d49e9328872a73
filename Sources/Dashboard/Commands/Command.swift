import Desk

/// Where a key means something.
package enum Scope: String, CaseIterable, Hashable, Sendable {
  /// On every screen.
  case everywhere
  case board, calendar, today, time, matrix, history
  /// The open card.
  case card
  /// A prompt, a list or a form that takes the keys itself.
  case overlay
}

/// A heading under which commands stand in the help, the palette and the README.
package enum CommandGroup: String, CaseIterable, Hashable, Sendable {
  case moving, cards, columns, timer, calendar, entries, clients, views, desk
}

/// Something the person can do: by key, palette, mouse or shell.
package final class Command: Sendable {
  /// A stable word such as `card.new`, for the configuration and the tests.
  package let id: String
  package let group: CommandGroup
  package let title: @Sendable (Words) -> String
  /// A word or two for the hint line; nil keeps it off that line.
  package let hint: (@Sendable (Words) -> String)?
  /// Default keys, each a chord or a sequence of chords.
  package let keys: [String]
  package let scopes: Set<Scope>
  /// Whether it stands in the palette; moving the selection by arrows does not.
  package let isListed: Bool
  /// Why it cannot run now; nil when it can.
  package let obstacle: @Sendable (ViewState, World) -> String?
  package let run: @Sendable (inout ViewState, World) -> [Effect]

  package init(
    _ id: String, _ group: CommandGroup, keys: [String] = [], in scopes: Set<Scope> = [.everywhere],
    title: @escaping @Sendable (Words) -> String, hint: (@Sendable (Words) -> String)? = nil,
    listed: Bool = true,
    unless obstacle: @escaping @Sendable (ViewState, World) -> String? = { _, _ in nil },
    run: @escaping @Sendable (inout ViewState, World) -> [Effect]
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.hint = hint
    self.keys = keys
    self.scopes = scopes
    isListed = listed
    self.obstacle = obstacle
    self.run = run
  }

  /// Whether it means something in a scope.
  package func applies(in scope: Scope) -> Bool {
    scopes.contains(scope) || (scope != .overlay && scopes.contains(.everywhere))
  }
}
