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

/// Some places where a key means something; a bit for each, since every key asks many commands for theirs.
package struct Scopes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let everywhere = Scopes(rawValue: 1 << 0)
  package static let board = Scopes(rawValue: 1 << 1)
  package static let calendar = Scopes(rawValue: 1 << 2)
  package static let today = Scopes(rawValue: 1 << 3)
  package static let time = Scopes(rawValue: 1 << 4)
  package static let matrix = Scopes(rawValue: 1 << 5)
  package static let history = Scopes(rawValue: 1 << 6)
  package static let card = Scopes(rawValue: 1 << 7)
  package static let overlay = Scopes(rawValue: 1 << 8)

  private init(_ scope: Scope) {
    switch scope {
    case .everywhere: self = .everywhere
    case .board: self = .board
    case .calendar: self = .calendar
    case .today: self = .today
    case .time: self = .time
    case .matrix: self = .matrix
    case .history: self = .history
    case .card: self = .card
    case .overlay: self = .overlay
    }
  }

  package func contains(_ scope: Scope) -> Bool { contains(Scopes(scope)) }
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
  package let scopes: Scopes
  /// Whether it stands in the palette; moving the selection by arrows does not.
  package let isListed: Bool
  /// Why it cannot run now; nil when it can.
  package let obstacle: @Sendable (ViewState, World) -> String?
  package let run: @Sendable (inout ViewState, World) -> [Effect]

  package init(
    _ id: String, _ group: CommandGroup, keys: [String] = [], in scopes: Scopes = [.everywhere],
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
