import Canvas

extension InputDecoder {
  /// What the bytes start with, by the sequences that nearly all terminals send.
  static func usualStep(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let first = bytes.first else { return .incomplete }
    if first == 0x1B { return escapeStep(bytes) }
    if first < 0x80 { return .input(.key(typed(UInt32(first))), length: 1) }
    switch character(bytes) {
    case .scalar(let scalar, let length): return .input(.key(typed(scalar)), length: length)
    case .incomplete: return .incomplete
    case .invalid: return .nothing(length: 1)
    }
  }

  private static func escapeStep(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[start + 1] {
    case 0x5B: return controlSequence(bytes)
    case 0x4F: return shiftedSequence(bytes)
    case 0x5D: return operatingSystemCommand(bytes)
    case 0x50, 0x58, 0x5E, 0x5F: return ignoredString(bytes)
    case 0x1B: return doubleEscape(bytes)
    case let next where next < 0x80: return .input(.key(typed(UInt32(next), alt: true)), length: 2)
    default: break
    }
    switch character(bytes[(start + 1)...]) {
    case .scalar(let scalar, let length):
      return .input(.key(typed(scalar, alt: true)), length: length + 1)
    case .incomplete: return .incomplete
    case .invalid: return .nothing(length: 2)
    }
  }

  /// Esc and then another sequence: some terminals send this for Alt with a key, a person may have typed it.
  private static func doubleEscape(_ bytes: ArraySlice<UInt8>) -> Step {
    let rest = bytes.dropFirst()
    guard rest.count > 1 else { return .incomplete }
    let isSequence = rest[rest.startIndex + 1] == 0x5B || rest[rest.startIndex + 1] == 0x4F
    guard isSequence else { return .input(.key(KeyPress(.escape)), length: 1) }
    switch usualStep(rest) {
    case .input(.key(var press), let length):
      press.alt = true
      return .input(.key(press), length: length + 1)
    case .incomplete: return .incomplete
    default: return .input(.key(KeyPress(.escape)), length: 1)
    }
  }

  enum DecodedScalar {
    case scalar(UInt32, length: Int)
    case incomplete, invalid
  }

  /// The UTF-8 scalar that the bytes start with.
  private static func character(_ bytes: ArraySlice<UInt8>) -> DecodedScalar {
    let lead = bytes[bytes.startIndex]
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return .invalid
    }
    for byte in bytes.dropFirst().prefix(length - 1) {
      guard byte & 0xC0 == 0x80 else { return .invalid }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard bytes.count >= length else { return .incomplete }
    let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x10000
    return isOverlong || Unicode.Scalar(value) == nil ? .invalid : .scalar(value, length: length)
  }

  /// The key that sends a character or a control character.
  static func typed(_ scalar: UInt32, alt: Bool = false) -> KeyPress {
    switch scalar {
    case 0x00: KeyPress(.character(" "), control: true, alt: alt)
    case 0x08, 0x7F: KeyPress(.backspace, alt: alt)
    case 0x09: KeyPress(.tab, alt: alt)
    case 0x0A, 0x0D: KeyPress(.enter, alt: alt)
    case 0x1B: KeyPress(.escape, alt: alt)
    case 0x01...0x1A: KeyPress(letter(scalar + 0x60), control: true, alt: alt)
    case 0x1C...0x1F: KeyPress(letter(scalar + 0x40), control: true, alt: alt)
    default: KeyPress(letter(scalar), alt: alt)
    }
  }

  static func letter(_ scalar: UInt32) -> Key {
    .character(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}"))
  }
}
