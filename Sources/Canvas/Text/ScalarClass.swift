/// What a scalar does to the width of the cluster it is in.
///
/// In the generated table each is a letter, `a` for the first.
enum ScalarClass: UInt8 {
  /// One column, and no part of a longer cluster unless marks follow.
  case narrow = 0
  /// Two columns: East Asian Wide or Fullwidth.
  case wide = 1
  /// Nothing by itself: combining marks, joiners, variation selectors, other format characters.
  case zero = 2
  /// One column that belongs to a neighbour's cluster: vowel signs as in की, prefixed signs.
  case spacing = 3
  /// A leading Hangul consonant: two columns, vowels and finals join it.
  case jamo = 4
  /// An emoji that is one without being told: two columns.
  case emoji = 5
  /// A symbol of one column that a variation selector makes an emoji of two.
  case pictographic = 6
  /// Half of a flag.
  case regional = 7
  /// White space that is no space: tab, newline and the like; drawn as a space.
  case blank = 8
  /// A control character or a bidi override: drawn as a visible replacement.
  case control = 9

  /// The class of any scalar.
  @inline(__always)
  static func of(_ scalar: UInt32) -> ScalarClass {
    if scalar < 0x20000 {
      let index = WidthTable.index.utf8Start + Int(scalar >> 6) * 2
      let block = Int(index[0] &- 0x30) << 6 | Int(index[1] &- 0x30)
      let letter = WidthTable.blocks.utf8Start[block << 6 | Int(scalar & 63)]
      return ScalarClass(rawValue: letter &- 0x61) ?? .narrow
    }
    if scalar < 0x3FFFE { return .wide }
    if scalar >> 12 == 0xE0 { return .zero }
    return .narrow
  }

  /// Whether a cluster always ends between a scalar of this class and another such.
  @inline(__always)
  var standsAlone: Bool { self == .narrow || self == .wide }

  /// How many columns the scalar takes where a terminal knows nothing of clusters.
  @inline(__always)
  var columns: Int {
    switch self {
    case .zero: 0
    case .wide, .jamo, .emoji: 2
    case .narrow, .spacing, .pictographic, .regional, .blank, .control: 1
    }
  }

  /// Whether a scalar of class zero joins what is before it and nothing else.
  ///
  /// Joiners, viramas, Hangul vowels and finals join what follows too; other format characters join nothing.
  @inline(__always)
  static func isPlainMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300..<0x600, 0xFE00...0xFE0F, 0x20D0...0x20F0: true
    case 0x900..<0xD80: !isVirama(scalar)
    default: false
    }
  }

  /// Whether a sign makes a conjunct of the consonants at its sides.
  private static func isVirama(_ scalar: UInt32) -> Bool {
    // In these scripts every block of 128 has its virama at the same place.
    scalar & 0x7F == 0x4D || scalar & 0x7F == 0x3B || scalar & 0x7F == 0x3C
  }
}
