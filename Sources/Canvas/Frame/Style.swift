/// What a terminal can do to a glyph besides colouring it.
package struct Attributes: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The union of some, as a list in brackets; the standard one is made anew for each type at run time, which shows
  /// at the start.
  package init(arrayLiteral elements: Attributes...) {
    rawValue = elements.reduce(0) { $0 | $1.rawValue }
  }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
  package static let strikethrough = Attributes(rawValue: 32)
  /// Those that are seen on a blank too.
  package static let seenOnBlanks: Attributes = [.underline, .reverse, .strikethrough]

  /// Every attribute with the word a theme file and a golden frame use for it.
  package static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse), ("strikethrough", .strikethrough),
  ]
}

/// How a cell looks apart from its glyph.
package struct Style: Hashable, Sendable, BitwiseCopyable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  package static let plain = Style()

  @inline(__always)
  package static func == (one: Style, other: Style) -> Bool {
    one.foreground.bits == other.foreground.bits && one.background.bits == other.background.bits
      && one.attributes.rawValue == other.attributes.rawValue
  }

  /// Eight bits that tell most of the styles of a screen apart.
  package var slot: Int {
    let bits = foreground.bits &* 0x9E37_79B1 ^ background.bits &* 0x85EB_CA77
    return Int((bits ^ UInt32(attributes.rawValue) &* 0xC2B2_AE3D) >> 24)
  }

  /// This style laid over another: default colours fall through, attributes add up.
  package func over(_ base: Style) -> Style {
    Style(
      foreground: foreground.isDefault ? base.foreground : foreground,
      background: background.isDefault ? base.background : background,
      attributes: attributes.union(base.attributes))
  }

  package func adding(_ more: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes.union(more))
  }
}
