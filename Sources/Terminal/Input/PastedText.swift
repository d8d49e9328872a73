/// What a paste becomes: text without anything that could act on the terminal or the program.
enum PastedText {
  /// Decodes the bytes; all kinds of line ends become newlines, other control characters but tabs are dropped.
  static func cleaned(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A where previous == "\r": break
      case 0x09, 0x0A: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
