import Canvas

/// A control sequence cut into its parts: `ESC [ prefix numbers intermediate final`.
struct ControlSequence {
  /// One of `<`, `=`, `>`, `?`, or 0.
  var prefix: UInt8 = 0
  /// The parameters, each with its sub-parameters; a missing one is -1.
  var numbers: [[Int]] = []
  var intermediate: UInt8 = 0
  var final: UInt8
  var length: Int

  func number(_ index: Int, _ sub: Int = 0) -> Int? {
    guard index < numbers.count, sub < numbers[index].count else { return nil }
    let value = numbers[index][sub]
    return value < 0 ? nil : value
  }
}

extension InputDecoder {
  /// `ESC [ ...`.
  static func controlSequence(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    var at = start + 2
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == 0x5B, at == start + 2 { return linuxFunctionKey(bytes) }
      let isShiftedFinal = byte == 0x24 && at > start + 2 && isDigit(bytes[start + 2])
      if isShiftedFinal || (0x40...0x7E).contains(byte) {
        let length = at - start + 1
        if byte == 0x4D, at == start + 2 { return bytes.count >= 6 ? .nothing(length: 6) : .incomplete }
        return meaning(of: parts(bytes[(start + 2)..<at], final: byte, length: length))
      }
      // A control character or text breaks the sequence off and is read by itself.
      guard (0x20...0x3F).contains(byte) else { return .nothing(length: at - start) }
      guard at - start < longestSequence else { return .nothing(length: at - start) }
      at += 1
    }
    return .incomplete
  }

  /// `ESC [ [ A`: F1 to F5 of the Linux console.
  private static func linuxFunctionKey(_ bytes: ArraySlice<UInt8>) -> Step {
    guard bytes.count > 3 else { return .incomplete }
    let byte = bytes[bytes.startIndex + 3]
    guard (0x41...0x45).contains(byte) else { return .nothing(length: 3) }
    return .input(.key(KeyPress(.function(Int(byte) - 0x40))), length: 4)
  }

  /// `ESC O x`, as application mode sends it, with the modifier before the letter in a few terminals.
  static func shiftedSequence(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    guard bytes.count > 2 else { return .incomplete }
    var at = start + 2
    var modifiers = 1
    if isDigit(bytes[at]) {
      modifiers = Int(bytes[at]) - 0x30
      at += 1
      guard at < bytes.endIndex else { return .incomplete }
    }
    let length = at - start + 1
    let byte = bytes[at]
    if let key = key(final: byte) { return .input(.key(press(key, modifiers)), length: length) }
    switch byte {
    case 0x61...0x64:
      guard let key = key(final: byte - 0x20) else { return .nothing(length: length) }
      return .input(.key(KeyPress(key, control: true)), length: length)
    case 0x4D: return .input(.key(press(.enter, modifiers)), length: length)
    case 0x6A...0x79: return .input(.key(press(letter(UInt32(byte) - 0x40), modifiers)), length: length)
    case 0x58: return .input(.key(press(.character("="), modifiers)), length: length)
    case 0x20..<0x7F: return .nothing(length: length)
    default: return .nothing(length: at - start)
    }
  }

  /// `ESC P ...`, `ESC _ ...` and the like, up to their terminator.
  static func ignoredString(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let end = stringEnd(bytes) else { return .incomplete }
    return .nothing(length: end.next - bytes.startIndex)
  }

  /// `ESC ] ...`: of these only the answer to the question for the background colour matters.
  static func operatingSystemCommand(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let end = stringEnd(bytes) else { return .incomplete }
    let length = end.next - bytes.startIndex
    let body = String(decoding: bytes[(bytes.startIndex + 2)..<end.body], as: UTF8.self)
    guard body.hasPrefix("11;"), let isDark = BackgroundAnswer.isDark(body.dropFirst(3)) else {
      return .nothing(length: length)
    }
    return .input(.background(isDark: isDark), length: length)
  }

  /// Where a string's body ends and what follows it starts; a string also ends where another sequence starts.
  private static func stringEnd(_ bytes: ArraySlice<UInt8>) -> (body: Int, next: Int)? {
    var at = bytes.startIndex + 2
    while at < bytes.endIndex {
      if bytes[at] == 0x07 { return (at, at + 1) }
      if bytes[at] == 0x1B {
        guard at + 1 < bytes.endIndex else { return nil }
        return (at, bytes[at + 1] == 0x5C ? at + 2 : at)
      }
      if at - bytes.startIndex >= longestSequence { return (at, at) }
      at += 1
    }
    return nil
  }

  private static func parts(_ body: ArraySlice<UInt8>, final: UInt8, length: Int) -> ControlSequence {
    var sequence = ControlSequence(final: final, length: length)
    var numbers = [[-1]]
    for byte in body {
      switch byte {
      case 0x30...0x39:
        let last = numbers[numbers.count - 1].count - 1
        let value = max(numbers[numbers.count - 1][last], 0)
        numbers[numbers.count - 1][last] = min(value * 10 + Int(byte) - 0x30, 1 << 24)
      case 0x3A: numbers[numbers.count - 1].append(-1)
      case 0x3B: numbers.append([-1])
      case 0x3C...0x3F: sequence.prefix = byte
      default: sequence.intermediate = byte
      }
    }
    sequence.numbers = numbers
    return sequence
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
