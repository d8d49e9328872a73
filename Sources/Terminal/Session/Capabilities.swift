import CNcurses
import Glibc

/// What the terminal's description says, as bytes ready to be written.
struct Capabilities {
  let plain: [UInt8]
  let home: [UInt8]
  let wrapOff: [UInt8]
  let wrapOn: [UInt8]
  let enterScreen: [UInt8]
  let leaveScreen: [UInt8]
  let showCursor: [UInt8]
  let hideCursor: [UInt8]
  /// Whether the terminal speaks the language of xterm: titles, mouse, paste brackets, questions.
  let isXtermLike: Bool

  /// Reads them from the entry that ncurses has open.
  init(type: String) {
    let reset = Capabilities.bytes(vahi_exit_attributes())
    // Many entries also leave the line drawing characters, which nothing here enters.
    let short = Array("\u{1B}[m".utf8)
    plain = reset.suffix(short.count) == short[...] ? short : reset
    home = Capabilities.bytes(vahi_cursor_home())
    wrapOff = Capabilities.bytes(vahi_wrap_off())
    wrapOn = Capabilities.bytes(vahi_wrap_on())
    enterScreen = Capabilities.bytes(vahi_enter_ca_mode())
    leaveScreen = Capabilities.bytes(vahi_exit_ca_mode())
    showCursor = Capabilities.bytes(vahi_cursor_normal())
    hideCursor = Capabilities.bytes(vahi_cursor_invisible())
    isXtermLike = !["linux", "vt", "cons", "sun", "ansi"].contains { type.hasPrefix($0) }
  }

  /// A capability without the padding that terminals of the seventies needed, `$<5>`.
  static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    var result: [UInt8] = []
    var at = 0
    while text[at] != 0 {
      if text[at] == 0x24, text[at + 1] == 0x3C {
        while text[at] != 0, text[at] != 0x3E { at += 1 }
        if text[at] != 0 { at += 1 }
        continue
      }
      result.append(UInt8(bitPattern: text[at]))
      at += 1
    }
    return result
  }

  /// What moves the cursor to a cell.
  func move(x: Int, y: Int) -> [UInt8] {
    if x == 0, y == 0, !home.isEmpty { return home }
    guard let address = vahi_cursor_address() else { return [] }
    return Capabilities.bytes(vahi_parameters_2(address, Int32(y), Int32(x)))
  }

  /// Several settings of style in one: `ESC [ 1 m ESC [ 31 m` as `ESC [ 1 ; 31 m`.
  ///
  /// Sequences of any other form are left as they are.
  static func merged(_ sequence: [UInt8]) -> [UInt8] {
    var parameters: [UInt8] = []
    var rest = sequence[...]
    while !rest.isEmpty {
      guard rest.starts(with: [0x1B, 0x5B]), let end = rest.firstIndex(of: 0x6D) else { return sequence }
      let body = rest[rest.startIndex + 2..<end]
      guard !body.isEmpty, body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return sequence }
      parameters += (parameters.isEmpty ? [] : [0x3B]) + body
      rest = rest[(end + 1)...]
    }
    return sequence.isEmpty ? [] : [0x1B, 0x5B] + parameters + [0x6D]
  }
}
