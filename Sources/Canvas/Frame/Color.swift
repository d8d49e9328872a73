/// A colour as a terminal can be asked for it.
package struct Color: Hashable, Sendable, BitwiseCopyable {
  /// The kind in the top byte (0 default, 1 palette, 2 RGB), the value below.
  let bits: UInt32

  /// The terminal's own foreground or background.
  package static let terminalDefault = Color(bits: 0)

  /// One of the 16 colours whose look the person's terminal decides, 0 to 15.
  package static func ansi(_ index: Int) -> Color {
    indexed(index & 15)
  }

  /// A colour of the 256-colour palette, 0 to 255; the first 16 are the ANSI ones.
  package static func indexed(_ index: Int) -> Color {
    Color(bits: 1 << 24 | UInt32(truncatingIfNeeded: index & 255))
  }

  package static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(bits: 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  package var isDefault: Bool { bits == 0 }

  /// The palette index, unless this is the default or an RGB colour.
  package var paletteIndex: Int? { bits >> 24 == 1 ? Int(bits & 255) : nil }

  /// The components, unless this is the default or a palette colour.
  package var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard bits >> 24 == 2 else { return nil }
    return (
      UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
      UInt8(truncatingIfNeeded: bits)
    )
  }
}
