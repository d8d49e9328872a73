extension Color {
  /// The nearest colour that a terminal of the given depth has.
  package func degraded(to depth: ColorDepth) -> Color {
    switch depth {
    case .trueColor: self
    case .indexed256: components.map { Palette.nearest256($0.red, $0.green, $0.blue) } ?? self
    case .ansi16: rgbOrPalette.map { Palette.nearest16($0.red, $0.green, $0.blue) } ?? self
    case .none: .terminalDefault
    }
  }

  /// The components to be matched with the 16 colours; nil when this already is one of them.
  private var rgbOrPalette: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard let index = paletteIndex else { return components }
    return index < 16 ? nil : Palette.components(of: index)
  }

  /// The red, green and blue that this is drawn with; those of xterm for a palette colour.
  package var approximateComponents: (red: UInt8, green: UInt8, blue: UInt8)? {
    components ?? paletteIndex.map(Palette.components(of:))
  }

  /// WCAG's relative luminance, 0 to 1; nil for the terminal's default.
  package var luminance: Double? {
    guard let (red, green, blue) = approximateComponents else { return nil }
    return 0.2126 * Palette.linear(red) + 0.7152 * Palette.linear(green) + 0.0722 * Palette.linear(blue)
  }

  /// WCAG's contrast ratio between two colours, 1 to 21; nil when one is the terminal's default.
  package func contrast(with other: Color) -> Double? {
    guard let mine = luminance, let theirs = other.luminance else { return nil }
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }
}

/// xterm's 256 colours.
enum Palette {
  private static let levels: [UInt8] = [0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
  private static let ansi: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  static func components(of index: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    if index < 16 {
      let hex = ansi[max(index, 0)]
      return (
        UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8),
        UInt8(truncatingIfNeeded: hex)
      )
    }
    if index < 232 {
      let cube = index - 16
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }
    let grey = UInt8(clamping: 8 + 10 * (index - 232))
    return (grey, grey, grey)
  }

  /// The nearest of the 240 colours that look the same everywhere; the first 16 do not.
  static func nearest256(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    let cube = 16 + 36 * level(red) + 6 * level(green) + level(blue)
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = 232 + min(max((mean - 3) / 10, 0), 23)
    let toCube = distance((red, green, blue), components(of: cube))
    let toGrey = distance((red, green, blue), components(of: grey))
    return .indexed(toGrey < toCube ? grey : cube)
  }

  /// The ANSI colour that a theme's author would have taken: by hue where there is one, else by lightness.
  static func nearest16(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    let most = max(red, green, blue)
    let chroma = Int(most) - Int(min(red, green, blue))
    let light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    if chroma < 40 || chroma * 6 < Int(most) {
      return .ansi(light < 0.05 ? 0 : light < 0.25 ? 8 : light < 0.7 ? 7 : 15)
    }
    let threshold = Int(most) - chroma / 2
    let bits =
      (Int(red) > threshold ? 1 : 0) | (Int(green) > threshold ? 2 : 0)
      | (Int(blue) > threshold ? 4 : 0)
    return .ansi(light > 0.25 ? bits + 8 : bits)
  }

  /// The share of light that an sRGB component stands for.
  static func linear(_ component: UInt8) -> Double {
    let share = Double(component) / 255
    if share <= 0.04045 { return share / 12.92 }
    return power((share + 0.055) / 1.055)
  }

  /// x to the power of 2.4, for x in 0...1, as x² · (x²)^(1/5) by Newton's method.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    guard square > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (root - square / fourth) / 5
    }
    return square * root
  }

  private static func level(_ component: UInt8) -> Int {
    component < 48 ? 0 : component < 115 ? 1 : (Int(component) - 35) / 40
  }

  /// Squared distance, weighted as the eye does roughly.
  private static func distance(
    _ left: (red: UInt8, green: UInt8, blue: UInt8), _ right: (red: UInt8, green: UInt8, blue: UInt8)
  ) -> Int {
    let red = Int(left.red) - Int(right.red)
    let green = Int(left.green) - Int(right.green)
    let blue = Int(left.blue) - Int(right.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
