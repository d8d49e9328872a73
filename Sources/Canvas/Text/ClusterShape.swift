/// Works out the width of a cluster of several scalars.
///
/// The rule is the one that most terminals share: emoji with a variation selector, a skin tone, a joiner
/// or the other half of a flag take two columns; everything else takes the sum of its scalars. By that sum
/// क्ष and की take two columns, as in xterm, VTE, Alacritty, Konsole and tmux; some newer terminals draw them
/// in one, which is why such clusters count as risky and are placed by absolute position.
struct ClusterShape {
  /// Longer clusters are no writing but mischief; the rest of their marks is not drawn.
  static let most = 24
  /// The zero width joiner.
  static let joiner: UInt32 = 0x200D

  private(set) var base: UInt32 = 0
  private(set) var count = 0
  private var baseClass = ScalarClass.narrow
  private var columns = 0
  private var spacers = 0
  private var isEmoji = false

  mutating func add(_ scalar: UInt32) {
    let kind = ScalarClass.of(scalar)
    if count == 0 {
      base = scalar
      baseClass = kind
      isEmoji = kind == .emoji
    } else if turnsToEmoji(scalar) {
      isEmoji = true
    }
    count += 1
    columns += kind.columns
    if kind != .zero { spacers += 1 }
  }

  var width: Int {
    if isEmoji { return 2 }
    return columns
  }

  /// See `Cluster.risk`.
  var risk: UInt8 {
    let plain = spacers == 1 && count <= ClusterShape.storable && !isEmoji
    let harmless = plain && baseClass != .pictographic && baseClass != .regional
    if harmless { return 0 }
    // A selector may cost the terminal one more column; a regional indicator may be drawn as a wide letter.
    let widest = columns + (isEmoji ? 1 : 0) + (baseClass == .regional ? count : 0)
    return UInt8(clamping: max(widest - width, 1) + 1)
  }

  /// How many scalars a cell of the terminal library holds.
  static let storable = 5

  private func turnsToEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFE0F: baseClass == .pictographic || baseClass == .emoji || isKeycapBase
    case ClusterShape.joiner: baseClass == .pictographic
    case 0x1F3FB...0x1F3FF: baseClass == .pictographic
    case 0x1F1E6...0x1F1FF: baseClass == .regional
    default: false
    }
  }

  /// Digits, # and *, and the few letters and signs below U+2000 that have an emoji form.
  private var isKeycapBase: Bool {
    switch base {
    case 0x30...0x39, 0x23, 0x2A, 0xA9, 0xAE: true
    default: false
    }
  }
}
