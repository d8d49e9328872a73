/// A name as it is searched: lower case, no diacritics, words with one space between them.
struct SearchKey: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  private static let space = UInt8(ascii: " ")

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar) }
    if bytes.last == Self.space { bytes.removeLast() }
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  var words: [ArraySlice<UInt8>] { bytes.split(separator: Self.space) }

  func hasPrefix(_ prefix: SearchKey) -> Bool {
    bytes.starts(with: prefix.bytes)
  }

  /// Whether any word begins so; the text may itself be several words.
  func hasWord(startingWith prefix: some Collection<UInt8>) -> Bool {
    guard prefix.count <= bytes.count else { return false }
    for start in 0...(bytes.count - prefix.count) where start == 0 || bytes[start - 1] == Self.space {
      if bytes[start...].starts(with: prefix) { return true }
    }
    return false
  }

  /// Whether the last words are these.
  func hasLastWords(_ words: SearchKey) -> Bool {
    guard words.count < count else { return words == self }
    let start = count - words.count
    return bytes[start - 1] == Self.space && bytes[start...].elementsEqual(words.bytes)
  }

  func contains(_ part: SearchKey) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { bytes[$0...].starts(with: part.bytes) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 0x20)
    case 0x61...0x7A, 0x30...0x39: bytes.append(UInt8(scalar.value))
    // Apostrophes and full stops are within words: N'Djamena, St. John's.
    case 0x27, 0x2E, 0x2BB, 0x2018, 0x2019: break
    // Combining marks.
    case 0x300...0x36F: break
    default:
      if let plain = Self.plain(scalar) {
        bytes += plain
      } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        bytes += scalar.properties.lowercaseMapping.utf8
      } else if bytes.last != Self.space, !bytes.isEmpty {
        bytes.append(Self.space)
      }
    }
  }
}

// Latin letters with diacritics. The standard library does not decompose them for us.
extension SearchKey {
  /// U+00C0 to U+017F in order; `.` stands for a letter written with two, `-` for what is no letter.
  private static let latin = Array(
    ("aaaaaa.ceeeeiiiidnooooo-ouuuuy..aaaaaa.ceeeeiiiidnooooo-ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
      + "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
    let text: String
    switch scalar.value {
    case 0xC6, 0xE6: text = "ae"
    case 0xDE, 0xFE: text = "th"
    case 0xDF: text = "ss"
    case 0x132, 0x133: text = "ij"
    case 0x152, 0x153: text = "oe"
    case 0xC0...0x17F:
      let letter = latin[Int(scalar.value) - 0xC0]
      return letter == UInt8(ascii: "-") ? nil : [letter]
    case 0x1A0, 0x1A1: text = "o"
    case 0x1AF, 0x1B0: text = "u"
    case 0x218, 0x219: text = "s"
    case 0x21A, 0x21B: text = "t"
    // Vietnamese.
    case 0x1EA0...0x1EB7: text = "a"
    case 0x1EB8...0x1EC7: text = "e"
    case 0x1EC8...0x1ECB: text = "i"
    case 0x1ECC...0x1EE3: text = "o"
    case 0x1EE4...0x1EF1: text = "u"
    case 0x1EF2...0x1EF9: text = "y"
    default: return nil
    }
    return Array(text.utf8)
  }
}
