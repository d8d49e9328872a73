import Civil

/// What a person wants to see of a board, as typed after `/`; every word narrows it.
///
/// - A word is looked for in title, notes, labels, assignee and whom the card waits for, without case or accents.
/// - `#label` (its beginning is enough), `@client` or `@assignee`, `=assignee`, `!2`.
/// - `due:today`, `due:week` (today and the six days after it), `due:overdue`, `due:none`, `due:any`,
///   `due:fri`, `due:<3dec`, `due:>fri`: by the calendar of the zone the card is due in.
/// - `is:done`, `is:open`, `is:waiting`, `is:mine` (mine or nobody's), `is:archived`, `is:overdue`.
///
/// What is none of these is a word; one that begins as one of them and has no meaning is named in `notUnderstood`.
package struct CardFilter: Hashable, Sendable {
  enum Term: Hashable, Sendable {
    case word([UInt8])
    case label([UInt8])
    /// A client, whoever is called so, or the word as it stands.
    case person(ClientID?, name: [UInt8], word: [UInt8])
    case assignee([UInt8])
    case quadrant(Quadrant)
    case due(Due)
    case state(State)
  }

  enum Due: Hashable, Sendable {
    case none, any, today, week, overdue
    case on(CivilDate), before(CivilDate), after(CivilDate)
  }

  enum State: String, Sendable { case done, open, waiting, mine, archived, overdue }

  private(set) var terms: [Term] = []
  /// Words such as `due:foo`, which are looked for as they stand and were hardly meant so.
  package private(set) var notUnderstood: [String] = []

  package init() {}

  package init(_ text: String, _ context: GrammarContext) {
    for word in text.split(whereSeparator: \.isWhitespace) {
      let term = Self.term(word, context)
      terms.append(term)
      if case .word = term, Self.isMarked(word) { notUnderstood.append(String(word)) }
    }
  }

  /// Whether a word begins as one that means more than itself.
  private static func isMarked(_ word: Substring) -> Bool {
    let folded = TextFold.text(word)
    return ["due:", "is:", "!"].contains { folded.hasPrefix($0) }
  }

  package var isEmpty: Bool { terms.isEmpty }

  private static func term(_ word: Substring, _ context: GrammarContext) -> Term {
    let rest = word.dropFirst()
    let plain = Term.word(TextFold.bytes(word))
    switch word.first {
    case "#" where !rest.isEmpty: return .label(TextFold.bytes(rest))
    case "@" where !rest.isEmpty:
      let client = Grammar.client(matching: String(rest), among: context.clients)
      return .person(client?.id, name: TextFold.bytes(rest), word: TextFold.bytes(word))
    case "=" where !rest.isEmpty: return .assignee(TextFold.bytes(rest))
    case "!":
      if word == "!" { return .quadrant(.plan) }
      if word == "!!" { return .quadrant(.first) }
      return Int(rest).flatMap(Quadrant.init(rawValue:)).map(Term.quadrant) ?? plain
    case "\\" where !rest.isEmpty: return .word(TextFold.bytes(rest))
    default:
      let folded = TextFold.text(word)
      if folded.hasPrefix("is:") {
        return State(rawValue: String(folded.dropFirst(3))).map(Term.state) ?? plain
      }
      if folded.hasPrefix("due:") { return due(folded.dropFirst(4), context).map(Term.due) ?? plain }
      return plain
    }
  }

  private static func due(_ word: Substring, _ context: GrammarContext) -> Due? {
    switch word {
    case "none": return Due.none
    case "any": return .any
    case "today": return .today
    case "week": return .week
    case "overdue": return .overdue
    default: break
    }
    let mark = word.first
    let isOpen = mark == "<" || mark == ">"
    guard let date = date(isOpen ? word.dropFirst() : word, context) else { return nil }
    return mark == "<" ? .before(date) : mark == ">" ? .after(date) : .on(date)
  }

  /// A date in one word: `fri`, `+7`, `2026-12-03`, `3dec`.
  private static func date(_ word: Substring, _ context: GrammarContext) -> CivilDate? {
    if let date = Grammar.parseDate(String(word), context) { return date }
    guard let letter = word.firstIndex(where: \.isLetter), letter > word.startIndex else { return nil }
    return Grammar.parseDate("\(word[..<letter]) \(word[letter...])", context)
  }

  /// Whether a card is to be seen.
  package func matches(_ card: Card, in desk: Desk, now: Instant) -> Bool {
    terms.allSatisfy { matches($0, card, desk, now) }
  }

  private func matches(_ term: Term, _ card: Card, _ desk: Desk, _ now: Instant) -> Bool {
    switch term {
    case .word(let word): Self.says(word, card)
    case .label(let label): card.labels.contains { TextFold.bytes($0).starts(with: label) }
    case .person(let client, let name, let word):
      card.client == client || Self.isDone(by: name, card) || Self.says(word, card)
    case .assignee(let name): Self.isDone(by: name, card)
    case .quadrant(let quadrant): card.quadrant == quadrant
    case .due(let due): Self.isDue(due, card, desk, now)
    case .state(let state): Self.has(state, card, desk, now)
    }
  }

  private static func isDone(by name: [UInt8], _ card: Card) -> Bool {
    card.assignee.map { TextFold.bytes($0).starts(with: name) } ?? false
  }

  private static func says(_ word: [UInt8], _ card: Card) -> Bool {
    func holds(_ text: String?) -> Bool {
      guard let text, !text.isEmpty else { return false }
      return TextFold.contains(TextFold.bytes(text), word)
    }
    return holds(card.title) || card.labels.contains { holds($0) } || holds(card.assignee)
      || holds(card.waitingOn) || holds(card.notes)
  }

  private static func isDue(_ wanted: Due, _ card: Card, _ desk: Desk, _ now: Instant) -> Bool {
    guard let due = card.due else { return wanted == .none }
    let date = due.wall.date
    func today() -> CivilDate { desk.zone(due.zone).date(at: now) }
    switch wanted {
    case .none: return false
    case .any: return true
    case .today: return date == today()
    case .week: return (0...6).contains(date.days(since: today()))
    case .overdue: return isOverdue(card, desk, now)
    case .on(let day): return date == day
    case .before(let day): return date < day
    case .after(let day): return date > day
    }
  }

  private static func isOverdue(_ card: Card, _ desk: Desk, _ now: Instant) -> Bool {
    card.doneAt == nil && (desk.dueInstant(card).map { $0 < now } ?? false)
  }

  private static func has(_ state: State, _ card: Card, _ desk: Desk, _ now: Instant) -> Bool {
    switch state {
    case .done: card.doneAt != nil
    case .open: card.doneAt == nil
    case .waiting: card.waitingOn != nil || desk.column(card.column)?.role == .waiting
    case .mine:
      card.assignee.map { TextFold.text($0) == TextFold.text(desk.settings.name) } ?? true
    case .archived: card.archived
    case .overdue: isOverdue(card, desk, now)
    }
  }
}
