/// What a scalar does to the width of the cluster it is in.
enum ScalarClass: UInt8 {
  /// One column, and no part of a longer cluster unless marks follow.
  case narrow = 0x6E  // n
  /// Two columns: East Asian Wide or Fullwidth.
  case wide = 0x77  // w
  /// Nothing by itself: combining marks, joiners, variation selectors, other format characters.
  case zero = 0x7A  // z
  /// One column that belongs to a neighbour's cluster: vowel signs as in की, prefixed signs.
  case spacing = 0x73  // s
  /// A leading Hangul consonant: two columns, vowels and finals join it.
  case jamo = 0x6A  // j
  /// An emoji that is one without being told: two columns.
  case emoji = 0x65  // e
  /// A symbol of one column that a variation selector makes an emoji of two.
  case pictographic = 0x70  // p
  /// Half of a flag.
  case regional = 0x72  // r
  /// White space that is no space: tab, newline and the like; drawn as a space.
  case blank = 0x62  // b
  /// A control character or a bidi override: drawn as a visible replacement.
  case control = 0x63  // c

  /// The class of any scalar.
  @inline(__always)
  static func of(_ scalar: UInt32) -> ScalarClass {
    if scalar < 0x20000 {
      let index = WidthTable.index.utf8Start + Int(scalar >> 6) * 2
      let block = digit(index[0]) << 6 | digit(index[1])
      let letter = WidthTable.blocks.utf8Start[block << 6 | Int(scalar & 63)]
      return ScalarClass(rawValue: letter) ?? .narrow
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

  private static func digit(_ byte: UInt8) -> Int {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case 0x2D: 62
    default: 63
    }
  }
}
