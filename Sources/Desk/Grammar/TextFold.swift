/// Text without the differences a person does not mean when searching: case, and the accents of Latin letters.
///
/// The marks of other scripts are left alone: in Devanagari they are letters of their own.
package enum TextFold {
  /// The folded text as UTF-8, for searching in.
  package static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte < 0x80 else { return slowBytes(text) }
      bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return bytes
  }

  /// The folded text, for comparing.
  package static func text(_ text: some StringProtocol) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// Folded scalars with the offset of the character each one belongs to, for matching and highlighting.
  package static func scalars(_ text: some StringProtocol) -> [(scalar: UInt32, character: Int)] {
    var result: [(scalar: UInt32, character: Int)] = []
    result.reserveCapacity(text.utf8.count)
    var offset = 0
    for character in text {
      for scalar in character.unicodeScalars { fold(scalar) { result.append(($0.value, offset)) } }
      offset += 1
    }
    return result
  }

  /// Whether `needle` occurs in `hay`, both folded.
  package static func contains(_ hay: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard hay.count >= needle.count else { return false }
    return hay.withUnsafeBufferPointer { hay in
      needle.withUnsafeBufferPointer { needle in
        for start in 0...(hay.count - needle.count) where hay[start] == first {
          var length = 1
          while length < needle.count, hay[start + length] == needle[length] { length += 1 }
          if length == needle.count { return true }
        }
        return false
      }
    }
  }

  private static func slowBytes(_ text: some StringProtocol) -> [UInt8] {
    var folded = ""
    for scalar in text.unicodeScalars { fold(scalar) { folded.unicodeScalars.append($0) } }
    return Array(folded.utf8)
  }

  private static func fold(_ scalar: Unicode.Scalar, _ emit: (Unicode.Scalar) -> Void) {
    switch scalar.value {
    case 0x41...0x5a: if let lower = Unicode.Scalar(scalar.value | 0x20) { emit(lower) }
    case ..<0x80: emit(scalar)
    // Combining accents.
    case 0x300...0x36f: break
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        if lower.value >= 0x300 && lower.value <= 0x36f { continue }
        for plain in plainLatin(lower) { emit(plain) }
      }
    }
  }

  /// A lower-case letter of Latin-1 or Latin Extended-A without its mark; any other scalar as it is.
  private static func plainLatin(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let plain: String =
      switch scalar.value {
      case 0xdf: "ss"
      case 0xe0...0xe5, 0x100...0x105: "a"
      case 0xe6: "ae"
      case 0xe7, 0x106...0x10d: "c"
      case 0xe8...0xeb, 0x112...0x11b: "e"
      case 0xec...0xef, 0x128...0x131: "i"
      case 0xf0, 0x10e...0x111: "d"
      case 0xf1, 0x143...0x14b: "n"
      case 0xf2...0xf6, 0xf8, 0x14c...0x151: "o"
      case 0xf9...0xfc, 0x168...0x173: "u"
      case 0xfd, 0xff, 0x176...0x178: "y"
      case 0xfe: "th"
      case 0x11c...0x123: "g"
      case 0x124...0x127: "h"
      case 0x132...0x133: "ij"
      case 0x134...0x135: "j"
      case 0x136...0x138: "k"
      case 0x139...0x142: "l"
      case 0x152...0x153: "oe"
      case 0x154...0x159: "r"
      case 0x15a...0x161, 0x17f: "s"
      case 0x162...0x167: "t"
      case 0x174...0x175: "w"
      case 0x179...0x17e: "z"
      default: String(scalar)
      }
    return plain.unicodeScalars
  }
}
