/// A key by its meaning, whatever bytes the terminal sends for it.
package enum Key: Hashable, Sendable {
  /// A grapheme cluster that was typed; with control, the plain lower-case letter.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and so on, by number.
  case function(Int)
}

/// A key together with the modifiers that were held.
package struct KeyPress: Hashable, Sendable {
  package var key: Key
  package var control: Bool
  package var alt: Bool
  /// Held with a key that has no shifted form of its own: an arrow, not a letter.
  package var shift: Bool

  package init(_ key: Key, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.key = key
    self.control = control
    self.alt = alt
    self.shift = shift
  }

  /// A typed character without modifiers.
  package init(_ character: Character) {
    self.init(.character(character))
  }
}
