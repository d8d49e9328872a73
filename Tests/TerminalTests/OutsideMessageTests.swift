import Testing

@testable import Terminal

/// What the terminal is asked to show outside its window.
@Suite struct OutsideMessageTests {
  private func text(_ program: String? = nil, isInTmux: Bool = false) -> String {
    let bytes = OutsideMessage.bytes(
      title: "in 5m; soon", body: "14:35 Call\n15:00 Mail\u{1B}[2J", program: program, isInTmux: isInTmux)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func mostTerminalsAreAskedByTitleAndBody() {
    #expect(text() == "\u{1B}]777;notify;in 5m, soon;14:35 Call, 15:00 Mail[2J\u{1B}\\")
  }

  @Test(arguments: ["iTerm.app", "iTerm2"]) func someKnowOneTextAlone(program: String) {
    #expect(text(program) == "\u{1B}]9;in 5m; soon: 14:35 Call, 15:00 Mail[2J\u{1B}\\")
  }

  /// As tmux's manual has it: within `ESC P tmux ;` and `ESC \`, each escape twice.
  @Test func throughTmuxItGoesInASequenceOfItsOwn() {
    #expect(
      text(isInTmux: true)
        == "\u{1B}Ptmux;\u{1B}\u{1B}]777;notify;in 5m, soon;14:35 Call, 15:00 Mail[2J\u{1B}\u{1B}\\\u{1B}\\")
    #expect(text("iTerm2", isInTmux: true).hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}]9;in 5m; soon"))
  }
}
