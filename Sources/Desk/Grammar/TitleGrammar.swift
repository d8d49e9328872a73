import Civil

extension Grammar {
  /// The most words that a date, a time and a zone take: `next fri at 4 pm new york`.
  private static let longestWhen = 7

  /// Reads a title line: what is the title, and which marks in it are understood.
  ///
  /// - `@harbor` a client whose slug or name begins so, and no other's does. It also decides the zone and hours of
  ///   `>`, wherever in the line it stands.
  /// - `#label`, as many as wanted. `~1h30` the estimate.
  /// - `!1` urgent and important, `!2` important, `!3` urgent, `!4` neither; `!!` is `!1` and `!` is `!2`.
  /// - `>fri 4pm london` when it is due, see `parseWhen`; takes the words that follow as far as they are
  ///   understood. A day without a time is due at the client's closing hour.
  /// - `=lin` who does it.
  package static func parseTitle(_ text: String, _ context: GrammarContext) -> TitleReading {
    var reader = TitleReader(words: TitleWords(text), context: context, marks: "@#~!>=")
    return reader.read()
  }

  /// Reads what time was spent on: `@client` and `#label` are understood, all other words stay words.
  package static func parseEntryText(_ text: String, _ context: GrammarContext) -> TitleReading {
    var reader = TitleReader(words: TitleWords(text), context: context, marks: "@#")
    return reader.read()
  }

  /// The client whose slug or name begins with a word, if there is exactly one; a whole slug always wins.
  ///
  /// When no slug or name begins so, a later word of a name may: `lin` finds Coach Lin.
  package static func client(matching word: String, among clients: [Client]) -> Client? {
    let wanted = TextFold.text(word)
    guard !wanted.isEmpty else { return nil }
    if let exact = clients.first(where: { $0.slug == wanted }) { return exact }
    let starting = clients.filter { $0.slug.hasPrefix(wanted) || TextFold.text($0.name).hasPrefix(wanted) }
    if starting.count == 1 { return starting[0] }
    guard starting.isEmpty else { return nil }
    let inside = clients.filter { client in
      TextFold.text(client.name).split(separator: " ").contains { $0.hasPrefix(wanted) }
    }
    return inside.count == 1 ? inside[0] : nil
  }

  /// As many words as are understood as a day and time, from the first on.
  static func longestWhenPrefix(
    _ words: ArraySlice<Substring>, _ context: GrammarContext
  ) -> (when: When, count: Int)? {
    for count in stride(from: min(longestWhen, words.count), through: 1, by: -1) {
      if let when = when(words.prefix(count), context, isTitle: true) { return (when, count) }
    }
    return nil
  }
}

/// The words of a line with the character offsets at which they stand.
struct TitleWords {
  private(set) var words: [Substring] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    var offset = 0
    var start: (index: String.Index, offset: Int)?
    for index in text.indices {
      if text[index].isWhitespace {
        if let start { add(text[start.index..<index], from: start.offset, to: offset) }
        start = nil
      } else if start == nil {
        start = (index, offset)
      }
      offset += 1
    }
    if let start { add(text[start.index...], from: start.offset, to: offset) }
  }

  private mutating func add(_ word: Substring, from start: Int, to end: Int) {
    words.append(word)
    ranges.append(start..<end)
  }
}

private struct TitleReader {
  let words: TitleWords
  var context: GrammarContext
  /// The marks that mean something here.
  let marks: String
  private var parts: [TitlePart] = []
  private var title: [String] = []
  private var plainMarks: [String] = []

  init(words: TitleWords, context: GrammarContext, marks: String) {
    self.words = words
    self.context = context
    self.marks = marks
  }

  mutating func read() -> TitleReading {
    // The client first: a due time means their clock even when they are named after it.
    for word in words.words {
      guard let client = client(word) else { continue }
      context = context.about(client)
      break
    }
    var index = 0
    while index < words.words.count {
      if let (meaning, count) = mark(at: index) {
        parts.append(
          TitlePart(
            range: words.ranges[index].lowerBound..<words.ranges[index + count - 1].upperBound,
            meaning: meaning))
        index += count
      } else {
        let word = words.words[index]
        title.append(unescaped(word))
        if Grammar.isLikeMark(word, among: marks) { plainMarks.append(String(word)) }
        index += 1
      }
    }
    return TitleReading(title: title.joined(separator: " "), parts: parts, plainMarks: plainMarks)
  }

  private func unescaped(_ word: Substring) -> String {
    guard word.first == "\\", let mark = word.dropFirst().first, "@#~!>=\\".contains(mark) else {
      return String(word)
    }
    return String(word.dropFirst())
  }

  private func client(_ word: Substring) -> Client? {
    guard word.first == "@" else { return nil }
    return Grammar.client(matching: String(word.dropFirst()), among: context.clients)
  }

  private func has(_ isKind: (TitlePart.Meaning) -> Bool) -> Bool { parts.contains { isKind($0.meaning) } }

  private func mark(at index: Int) -> (TitlePart.Meaning, Int)? {
    let word = words.words[index]
    guard let first = word.first, marks.contains(first) else { return nil }
    switch first {
    case "@":
      guard !has({ if case .client = $0 { true } else { false } }), let client = client(word) else {
        return nil
      }
      return (.client(client.id, name: client.name), 1)
    case "#": return label(word).map { ($0, 1) }
    case "~": return estimate(at: index)
    case "!": return quadrant(word).map { ($0, 1) }
    case ">": return due(at: index)
    case "=":
      let name = word.dropFirst()
      guard let first = name.first, first.isLetter,
        !has({ if case .assignee = $0 { true } else { false } })
      else { return nil }
      return (.assignee(String(name)), 1)
    default: return nil
    }
  }

  private func label(_ word: Substring) -> TitlePart.Meaning? {
    var name = word.dropFirst()
    while let last = name.last, ",.;:".contains(last) { name.removeLast() }
    guard !name.isEmpty, !name.contains("#"), !name.allSatisfy(\.isNumber) else { return nil }
    let folded = TextFold.text(name)
    let known = context.labels.first { TextFold.text($0) == folded }
    return .label(known ?? String(name), isNew: known == nil)
  }

  private func estimate(at index: Int) -> (TitlePart.Meaning, Int)? {
    guard !has({ if case .estimate = $0 { true } else { false } }) else { return nil }
    let first = words.words[index].dropFirst()
    if index + 1 < words.words.count, let last = words.words[index + 1].last, last.isLetter {
      if let seconds = Grammar.parseDuration("\(first) \(words.words[index + 1])") {
        return (.estimate(seconds), 2)
      }
    }
    return Grammar.parseDuration(String(first)).map { (.estimate($0), 1) }
  }

  private func quadrant(_ word: Substring) -> TitlePart.Meaning? {
    guard !has({ if case .quadrant = $0 { true } else { false } }) else { return nil }
    switch word {
    case "!!", "!1": return .quadrant(.first)
    case "!", "!2": return .quadrant(.plan)
    case "!3": return .quadrant(.delegate)
    case "!4": return .quadrant(.later)
    default: return nil
    }
  }

  private func due(at index: Int) -> (TitlePart.Meaning, Int)? {
    guard words.words[index].count > 1, !has({ if case .due = $0 { true } else { false } }) else {
      return nil
    }
    var candidates = words.words[index...]
    candidates[index] = words.words[index].dropFirst()
    guard let (when, count) = Grammar.longestWhenPrefix(candidates, context) else { return nil }
    return (.due(when.due(closing: context.hours)), count)
  }
}

extension Grammar {
  /// Whether a word was perhaps meant as a mark: not a sign alone, and no number such as #1042.
  static func isLikeMark(_ word: Substring, among marks: String) -> Bool {
    guard let first = word.first, marks.contains(first), word.count > 1 else { return false }
    return !(first == "#" && word.dropFirst().allSatisfy(\.isNumber))
  }
}
