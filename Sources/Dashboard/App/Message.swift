import Civil

/// A line at the bottom of the screen.
package struct Message: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case done, note, warning, error }

  package var kind: Kind
  package var text: String
  /// When it goes by itself; nil stays until the next key.
  package var until: Instant?

  package init(_ kind: Kind, _ text: String, until: Instant? = nil) {
    self.kind = kind
    self.text = text
    self.until = until
  }
}
