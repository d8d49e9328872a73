import Canvas

extension Terminal {
  /// Sets the title of the terminal's window, together with the next frame; it is taken back on closing.
  package func setTitle(_ title: String) {
    guard isOpen, capabilities.isXtermLike else { return }
    let saving = isTitled ? "" : "\u{1B}[22;2t"
    if !isTitled { noteTitle() }
    afterPaint += (saving + "\u{1B}]2;" + TerminalText.harmless(title) + "\u{1B}\\").utf8
  }

  /// Rings.
  package func bell() {
    if isOpen { write([0x07]) }
  }

  /// Hands text to the clipboard through the terminal, which works over a connection too; some terminals ask or refuse.
  package func copy(_ text: String) {
    guard isOpen, capabilities.isXtermLike else { return }
    write(Array("\u{1B}]52;c;".utf8) + Base64.encoded(Array(text.utf8)) + [0x1B, 0x5C])
  }

  /// Asks the terminal to show a message outside its window; terminals that cannot, ignore it.
  ///
  /// - Parameters:
  ///   - program: `TERM_PROGRAM`, or what terminals say of themselves through tmux, `LC_TERMINAL`.
  ///   - isInTmux: whether `TMUX` is set.
  package func notify(title: String, body: String, program: String? = nil, isInTmux: Bool = false) {
    guard isOpen, capabilities.isXtermLike else { return }
    write(OutsideMessage.bytes(title: title, body: body, program: program, isInTmux: isInTmux))
  }
}

/// A message that a terminal is asked to show outside its window.
enum OutsideMessage {
  /// By OSC 9 where the program is one that knows only that, else by OSC 777.
  ///
  /// Tmux hands on neither by itself: there it stands in a sequence of tmux's own, every escape in it doubled, which
  /// goes through to the terminal where the person has said `allow-passthrough on`.
  static func bytes(title: String, body: String, program: String?, isInTmux: Bool) -> [UInt8] {
    let body = TerminalText.harmless(body.replacing("\n", with: ", "))
    let message: String
    if let program, ["iTerm.app", "iTerm2", "WarpTerminal", "Apple_Terminal"].contains(program) {
      message = "9;" + TerminalText.harmless(title + ": ") + body
    } else {
      // A semicolon would end the title.
      message = "777;notify;" + String(TerminalText.harmless(title).map { $0 == ";" ? "," : $0 }) + ";" + body
    }
    let sequence = Array("\u{1B}]\(message)\u{1B}\\".utf8)
    guard isInTmux else { return sequence }
    return Array("\u{1B}Ptmux;".utf8) + sequence.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] } + [0x1B, 0x5C]
  }
}

/// Text made fit to stand inside an escape sequence.
enum TerminalText {
  /// Without control characters, and not too long for a title.
  static func harmless(_ text: String) -> String {
    var kept = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: continue
      default: kept.unicodeScalars.append(scalar)
      }
    }
    return TextWidth.prefix(kept, columns: 200)
  }
}

/// RFC 4648's base 64.
enum Base64 {
  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 {
        let isFilling = place > part.count
        text.append(isFilling ? UInt8(ascii: "=") : digits[bits >> (18 - 6 * place) & 63])
      }
    }
    return text
  }
}
