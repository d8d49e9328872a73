import Canvas

extension InputDecoder {
  /// What a complete control sequence says; most of what terminals may answer means nothing here.
  static func meaning(of sequence: ControlSequence) -> Step {
    let length = sequence.length
    if sequence.prefix == 0x3C { return mouse(sequence) }
    guard sequence.prefix == 0, sequence.intermediate == 0 else { return .nothing(length: length) }
    let modifiers = sequence.number(1) ?? 1
    // The kitty protocol reports releases as a sub-parameter 3 of the modifiers.
    if sequence.number(1, 1) == 3 { return .nothing(length: length) }
    switch sequence.final {
    case 0x7E, 0x24, 0x5E, 0x40: return numbered(sequence, modifiers)
    case 0x75: return unicodeKey(sequence.number(0) ?? 0, modifiers, length: length)
    case 0x5A: return .input(.key(KeyPress(.backTab)), length: length)
    case 0x49 where sequence.number(0) == nil: return .input(.focus(true), length: length)
    case 0x4F where sequence.number(0) == nil: return .input(.focus(false), length: length)
    case 0x61...0x64:
      guard let key = key(final: sequence.final - 0x20) else { return .nothing(length: length) }
      return .input(.key(KeyPress(key, shift: true)), length: length)
    // A cursor report ends like F3; only that has a first parameter of 1 or none.
    case 0x52 where (sequence.number(0) ?? 1) != 1: return .nothing(length: length)
    default:
      guard let key = key(final: sequence.final) else { return .nothing(length: length) }
      return .input(.key(press(key, modifiers)), length: length)
    }
  }

  /// A key with xterm's modifier parameter: one more than the sum of shift 1, alt 2, control 4, meta 32.
  static func press(_ key: Key, _ modifiers: Int) -> KeyPress {
    let bits = max(modifiers - 1, 0)
    if key == .tab, bits & 1 != 0 {
      return KeyPress(.backTab, control: bits & 4 != 0, alt: bits & 34 != 0)
    }
    return KeyPress(key, control: bits & 4 != 0, alt: bits & 34 != 0, shift: bits & 1 != 0)
  }

  /// The key of a sequence that ends in a letter.
  static func key(final: UInt8) -> Key? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x50...0x53: .function(Int(final) - 0x4F)
    default: nil
    }
  }

  /// `ESC [ number ~`, with rxvt's other endings for shift, control and both.
  private static func numbered(_ sequence: ControlSequence, _ modifiers: Int) -> Step {
    let length = sequence.length
    let number = sequence.number(0) ?? 0
    if sequence.final == 0x7E {
      if number == 200 { return .pasteStart(length: length) }
      if number == 27 { return unicodeKey(sequence.number(2) ?? 0, modifiers, length: length) }
    }
    guard let key = key(number: number) else { return .nothing(length: length) }
    switch sequence.final {
    case 0x24: return .input(.key(KeyPress(key, shift: true)), length: length)
    case 0x5E: return .input(.key(KeyPress(key, control: true)), length: length)
    case 0x40: return .input(.key(KeyPress(key, control: true, shift: true)), length: length)
    default: return .input(.key(press(key, modifiers)), length: length)
    }
  }

  private static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// A key reported by its code point, as the kitty protocol and xterm's modifyOtherKeys do.
  private static func unicodeKey(_ code: Int, _ modifiers: Int, length: Int) -> Step {
    switch code {
    case 0x20..<0x7F, 0xA0..<0xE000, 0xF900...0x10FFFF:
      return .input(.key(character(UInt32(code), modifiers)), length: length)
    case 8, 9, 13, 27, 127: return .input(.key(press(typed(UInt32(code)).key, modifiers)), length: length)
    case 57376...57398: return .input(.key(press(.function(code - 57363), modifiers)), length: length)
    case 57399...57408:
      return .input(.key(press(letter(UInt32(code - 57399 + 0x30)), modifiers)), length: length)
    default: break
    }
    guard let key = keypad[code] else { return .nothing(length: length) }
    return .input(.key(press(key, modifiers)), length: length)
  }

  private static func character(_ code: UInt32, _ modifiers: Int) -> KeyPress {
    var result = press(letter(code), modifiers)
    guard case .character(let typed) = result.key else { return result }
    // Shift is part of the letter, except that a control key has no capitals.
    let shifted = result.shift ? typed.uppercased() : String(typed)
    let cased = result.control ? typed.lowercased() : shifted
    if cased.count == 1, let only = cased.first { result.key = .character(only) }
    result.shift = false
    return result
  }

  private static let keypad: [Int: Key] = [
    57409: .character("."), 57410: .character("/"), 57411: .character("*"), 57412: .character("-"),
    57413: .character("+"), 57414: .enter, 57415: .character("="), 57417: .left, 57418: .right, 57419: .up,
    57420: .down, 57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
  ]

  /// `ESC [ < button ; column ; row M`, or `m` for a release.
  private static func mouse(_ sequence: ControlSequence) -> Step {
    let length = sequence.length
    guard sequence.final == 0x4D || sequence.final == 0x6D, let code = sequence.number(0),
      let x = sequence.number(1), let y = sequence.number(2),
      let kind = mouseKind(code, isRelease: sequence.final == 0x6D)
    else { return .nothing(length: length) }
    let event = MouseEvent(
      kind, x: max(x - 1, 0), y: max(y - 1, 0), control: code & 16 != 0, alt: code & 8 != 0,
      shift: code & 4 != 0)
    return .input(.mouse(event), length: length)
  }

  private static func mouseKind(_ code: Int, isRelease: Bool) -> MouseEvent.Kind? {
    if code & 128 != 0 { return nil }
    if code & 64 != 0 {
      if isRelease { return nil }
      return code & 3 == 0 ? .wheelUp : code & 3 == 1 ? .wheelDown : nil
    }
    if isRelease { return .release }
    let buttons: [MouseButton] = [.left, .middle, .right]
    guard code & 3 < 3 else { return nil }
    return code & 32 != 0 ? .drag(buttons[code & 3]) : .press(buttons[code & 3])
  }
}
