import Canvas

/// What is switched on in the terminal while the program has it.
enum Modes {
  /// Mouse buttons and drags in SGR form, brackets around pastes, the focus.
  static func enter(_ capabilities: Capabilities, mouse: Bool) -> [UInt8] {
    guard capabilities.isXtermLike else { return [] }
    return Array(((mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "") + "\u{1B}[?2004h\u{1B}[?1004h").utf8)
  }

  /// The same, off.
  static func leave(_ capabilities: Capabilities, isTitled: Bool) -> [UInt8] {
    guard capabilities.isXtermLike else { return [] }
    let modes = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[?1004l"
    return Array((modes + (isTitled ? "\u{1B}[23;2t" : "")).utf8)
  }

  /// Asks which background colour the terminal has; the answer comes as an input, or never.
  static func askBackground(_ capabilities: Capabilities) -> [UInt8] {
    capabilities.isXtermLike ? Array("\u{1B}]11;?\u{1B}\\".utf8) : []
  }
}
