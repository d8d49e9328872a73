/// Eisenhower's quadrant of a card: urgent × important.
package enum Quadrant: Int, CaseIterable, Hashable, Sendable {
  /// Urgent and important.
  case first = 1
  /// Important, not urgent.
  case plan
  /// Urgent, not important.
  case delegate
  /// Neither.
  case later

  package init(urgent: Bool, important: Bool) {
    switch (urgent, important) {
    case (true, true): self = .first
    case (false, true): self = .plan
    case (true, false): self = .delegate
    case (false, false): self = .later
    }
  }

  package var isUrgent: Bool { self == .first || self == .delegate }
  package var isImportant: Bool { self == .first || self == .plan }
}

extension Card {
  package var quadrant: Quadrant {
    get { Quadrant(urgent: urgent, important: important) }
    set {
      urgent = newValue.isUrgent
      important = newValue.isImportant
    }
  }
}
