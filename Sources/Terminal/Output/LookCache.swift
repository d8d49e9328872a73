import CNcurses
import Canvas

/// How a style is said to ncurses, and to the terminal itself.
final class Look {
  let style: Style
  /// A blank cell with the style's attributes and colour pair.
  let template: cchar_t
  /// What sets the style from the plain state.
  let sequence: [UInt8]
  /// What sets one colour alone; nothing where it is the terminal's own, which only the plain state has.
  let foreground: [UInt8]
  let background: [UInt8]

  init(
    _ style: Style, template: cchar_t, sequence: [UInt8] = [], foreground: [UInt8] = [],
    background: [UInt8] = []
  ) {
    self.style = style
    self.template = template
    self.sequence = sequence
    self.foreground = foreground
    self.background = background
  }
}

/// The looks of all styles seen so far; colour pairs are made when a style first needs one.
struct LookCache {
  let depth: ColorDepth
  /// Whether a colour's number is its RGB value.
  private let isDirect: Bool
  private let mostPairs: Int
  private var looks: [Style: Look] = [:]
  private var pairs: [Pair: Int32] = [:]
  /// The last looks by the slots of their styles: what a screen is made of is found without hashing.
  private var recent = [Look?](repeating: nil, count: 256)

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  init(depth: ColorDepth, isDirect: Bool) {
    self.depth = depth
    self.isDirect = isDirect
    mostPairs = Int(vahi_color_pairs())
  }

  /// The look of a style.
  @inline(__always)
  mutating func look(_ style: Style) -> Look {
    if let look = recent[style.slot], look.style == style { return look }
    return found(style)
  }

  private mutating func found(_ style: Style) -> Look {
    let look: Look
    if let known = looks[style] {
      look = known
    } else {
      look = make(style)
      looks[style] = look
    }
    recent[style.slot] = look
    return look
  }

  private mutating func make(_ style: Style) -> Look {
    let foreground = number(style.foreground)
    let background = number(style.background)
    let pair = pair(Pair(foreground: foreground, background: background))
    let colours = (
      foreground >= 0 && pair != 0 ? LookCache.sequence(vahi_foreground(), foreground) : [],
      background >= 0 && pair != 0 ? LookCache.sequence(vahi_background(), background) : []
    )
    return Look(
      style, template: LookCache.template(attributes: style.attributes, pair: pair),
      sequence: Capabilities.merged(LookCache.sequence(style.attributes) + colours.0 + colours.1),
      foreground: colours.0, background: colours.1)
  }

  /// ncurses' number of a colour, -1 for the terminal's own.
  private func number(_ color: Color) -> Int32 {
    guard depth != .none, !color.isDefault else { return -1 }
    if isDirect, let (red, green, blue) = color.approximateComponents {
      // Below 16 lie the ANSI colours; blacks that dark look alike.
      if let index = color.paletteIndex, index < 8 { return Int32(index) }
      return max(Int32(red) << 16 | Int32(green) << 8 | Int32(blue), 16)
    }
    guard let index = color.degraded(to: min(depth, .indexed256)).paletteIndex else { return -1 }
    // Terminals of eight colours show the bright ones as the plain.
    return Int32(vahi_colors() < 16 ? index & 7 : index)
  }

  /// The number of a colour pair; 0, the terminal's own colours, when there are no more.
  private mutating func pair(_ pair: Pair) -> Int32 {
    if pair.foreground < 0, pair.background < 0 { return 0 }
    if let known = pairs[pair] { return known }
    let new = Int32(pairs.count + 1)
    guard new < mostPairs, init_extended_pair(new, pair.foreground, pair.background) != ERR else { return 0 }
    pairs[pair] = new
    return new
  }

  private static func template(attributes: Attributes, pair: Int32) -> cchar_t {
    vahi_blank_cell(vahi_attributes(attributes.rawValue), pair)
  }

  private static func sequence(_ attributes: Attributes) -> [UInt8] {
    var sequence: [UInt8] = []
    if attributes.contains(.bold) { sequence += Capabilities.bytes(vahi_enter_bold()) }
    if attributes.contains(.dim) { sequence += Capabilities.bytes(vahi_enter_dim()) }
    if attributes.contains(.italic) { sequence += Capabilities.bytes(vahi_enter_italics()) }
    if attributes.contains(.underline) { sequence += Capabilities.bytes(vahi_enter_underline()) }
    if attributes.contains(.reverse) { sequence += Capabilities.bytes(vahi_enter_reverse()) }
    return sequence
  }

  private static func sequence(_ capability: UnsafePointer<CChar>?, _ number: Int32) -> [UInt8] {
    guard let capability else { return [] }
    return Capabilities.bytes(vahi_parameters_1(capability, number))
  }
}
