/// Answers the questions that a program asks its terminal, as a dark xterm would.
struct TerminalAnswers {
  private static let known: [(question: [UInt8], answer: [UInt8])] = [
    ("\u{1B}[c", "\u{1B}[?62;22c"),  // device attributes: a VT220 with colour
    ("\u{1B}[0c", "\u{1B}[?62;22c"),
    ("\u{1B}[6n", "\u{1B}[1;1R"),  // where the cursor is
    ("\u{1B}]11;?\u{07}", "\u{1B}]11;rgb:1414/1616/1b1b\u{07}"),  // the background's colour
    ("\u{1B}]11;?\u{1B}\\", "\u{1B}]11;rgb:1414/1616/1b1b\u{1B}\\"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  // A question may be cut by the end of a read: the last bytes are looked at again with the next.
  private var tail: [UInt8] = []
  private static let longest = known.map(\.question.count).max() ?? 0

  /// The answers to what is asked in these bytes, in the order in which it was asked.
  mutating func answers(to chunk: ArraySlice<UInt8>) -> [[UInt8]] {
    let text = tail + chunk
    var found: [(end: Int, answer: [UInt8])] = []
    for start in text.indices where text[start] == 0x1B {
      for (question, answer) in TerminalAnswers.known where text[start...].starts(with: question) {
        found.append((start + question.count, answer))
      }
    }
    let old = tail.count
    tail = Array(text.suffix(TerminalAnswers.longest - 1))
    return found.filter { $0.end > old }.map(\.answer)
  }
}
