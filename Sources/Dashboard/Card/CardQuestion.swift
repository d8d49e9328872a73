import Civil
import Desk

/// A question about cards that is answered by typing: what a field of theirs is to be.
package struct CardQuestion: Equatable, Sendable {
  package enum Field: Hashable, Sendable {
    case title, due, estimate, labels, assignee, waiting, comment, client
    /// A new line of the checklist below another.
    case newLine(after: Int)
    /// The text of a line of the checklist.
    case line(Int)
  }

  package var field: Field
  package var cards: [CardID]

  package init(_ field: Field, _ cards: [CardID]) {
    self.field = field
    self.cards = cards
  }
}

extension CardQuestion {
  private func first(_ world: World) -> Card? { cards.lazy.compactMap { world.desk.card($0) }.first }

  /// The prompt that asks it; nil when the cards are gone.
  func prompt(_ world: World) -> Prompt? {
    guard let card = first(world) else { return nil }
    let words = world.words.card
    let name = CardEdit.name(of: cards, world)
    switch field {
    case .title: return Prompt(.card(self), title: words.askTitle, text: card.title)
    case .due: return Prompt(.card(self), title: Words.fill(words.askDue, name))
    case .estimate: return Prompt(.card(self), title: Words.fill(words.askEstimate, name))
    case .labels:
      let common = CardNames.commonLabels(of: cards, world)
      let text = common.map { $0 + ", " }.joined()
      return Prompt(.card(self), title: Words.fill(words.askLabels, name), text: text)
    case .assignee: return Prompt(.card(self), title: Words.fill(words.askAssignee, name))
    case .waiting: return Prompt(.card(self), title: Words.fill(words.askWaiting, name))
    case .comment: return Prompt(.card(self), title: Words.fill(words.askComment, name))
    case .client: return Prompt(.card(self), title: Words.fill(words.askClient, name))
    case .newLine: return Prompt(.card(self), title: words.askLine)
    case .line(let index):
      guard card.checklist.indices.contains(index) else { return nil }
      return Prompt(.card(self), title: words.askLineText, text: card.checklist[index].text)
    }
  }

  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    var reading = Reading()
    let words = world.words.card
    guard let card = first(world) else { return reading }
    switch field {
    case .comment, .line: break
    case .title: TitleMarks(text, of: card, world).note(&reading)
    case .newLine: reading.hint = words.lineHint
    case .due:
      let now = card.due.map { [Words.fill(words.now, DueText.full($0, world)), words.clears] } ?? []
      reading.hint = (now + [words.dueHint]).joined(separator: " · ")
      if let due = due(text, card, world) {
        reading.understood = [DueText.full(due, world)]
        reading.warnings = [PlanNote.clock(due, world.desk, world.words)].compactMap { $0 }
      }
    case .estimate:
      let now = card.estimate.map { [Words.fill(words.now, DurationText.short($0)), words.clears] } ?? []
      reading.hint = (now + [words.estimateHint]).joined(separator: " · ")
      if let seconds = estimate(text, card) { reading.understood = [DurationText.short(seconds)] }
    case .labels:
      let known = CardNames.labels(of: card.client, world)
      reading.hint = words.labelsHint
      reading.understood = LabelLine(text, known: known).labels.map { name in
        known.contains(name) ? "#\(name)" : "#\(name) (\(words.new))"
      }
      reading.completions = LabelLine(text, known: known).completions
    case .assignee, .waiting:
      let current = field == .assignee ? card.assignee : card.waitingOn
      let now = current.map { [Words.fill(words.now, $0), words.clears] } ?? []
      reading.hint = (now + [words.nameHint]).joined(separator: " · ")
      reading.completions = CardNames.people(of: card.client, world).matching(text)
    case .client: reading.completions = clients(text, state, world).map { Completion(text: $0.name) }
    }
    if isClearing(text) { reading.understood = [words.cleared] }
    return reading
  }

  private func isClearing(_ text: String) -> Bool {
    switch field {
    case .due, .estimate, .labels, .assignee, .waiting: text == "-" || text == "–"
    default: false
    }
  }

  private func due(_ text: String, _ card: Card, _ world: World) -> ZonedTime? {
    let context = world.grammar(about: card.client)
    return Grammar.parseWhen(text, context)?.due(closing: context.hours)
  }

  /// A length, or a change of the one there is.
  private func estimate(_ text: String, _ card: Card) -> Int? {
    if let change = Grammar.parseChange(text) { return max(0, (card.estimate ?? 0) + change) }
    return Grammar.parseDuration(text)
  }

  /// The clients that fit, best first; not the one whose cards they are.
  private func clients(_ text: String, _ state: ViewState, _ world: World) -> [Client] {
    guard !state.isPrivate else { return [] }
    let pattern = FuzzyPattern(text)
    let own = Set(cards.compactMap { world.desk.card($0)?.client })
    var found: [(score: Int, client: Client)] = []
    for client in world.desk.activeClients where own != [client.id] {
      if let match = pattern.match(client.name) { found.append((match.score, client)) }
    }
    return found.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element.client)
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    let words = world.words.card
    guard let card = first(world) else { return .refused(words.gone) }
    let text = chosen(text, completion, state, world)
    let isEmpty = text.allSatisfy(\.isWhitespace)
    switch field {
    case .title:
      return isEmpty ? .refused(words.noTitle) : edit("card.title", &state, world) { $0.title = text }
    case .due: return answerDue(text, card, &state, world)
    case .estimate: return answerEstimate(text, &state, world)
    case .labels: return answerLabels(text, card, &state, world)
    case .assignee, .waiting: return answerName(text, &state, world)
    case .comment:
      guard !isEmpty else { return .effects([]) }
      let comment = Comment(at: world.now, writer: world.desk.settings.name, text: text)
      return edit("card.comment", &state, world) { $0.comments.append(comment) }
    case .client:
      guard let client = clients(text, state, world).first else { return .refused(words.noSuchClient) }
      CardChoice.askColumn(cards, of: client.id, &state, world)
      return .effects([])
    case .newLine(let previous):
      guard !isEmpty else { return .effects([]) }
      return answerNewLine(text, after: previous, card, &state, world)
    case .line(let index):
      guard !isEmpty else { return .effects([]) }
      return edit("card.checklist.edit", value: text, &state, world) {
        if $0.checklist.indices.contains(index) { $0.checklist[index].text = text }
      }
    }
  }

  /// The text of the completion that was picked, or the text as typed.
  private func chosen(_ text: String, _ completion: Int?, _ state: ViewState, _ world: World) -> String {
    guard let completion else { return text }
    let completions = read(text, state, world).completions
    return completions.indices.contains(completion) ? completions[completion].text : text
  }

  private func edit(
    _ action: String, value: String? = nil, _ state: inout ViewState, _ world: World,
    _ change: (inout Card) -> Void
  ) -> Answer {
    .effects(CardEdit.effects(cards, action, value: value, &state, world, change))
  }

  private func answerDue(_ text: String, _ card: Card, _ state: inout ViewState, _ world: World) -> Answer {
    if text.isEmpty { return .effects([]) }
    if isClearing(text) { return edit("card.due.none", &state, world) { $0.due = nil } }
    guard let due = due(text, card, world) else {
      return notUnderstood(text, world.words.card.dueHint, world)
    }
    return edit("card.due", value: DueText.there(due, world), &state, world) { $0.due = due }
  }

  private func answerEstimate(_ text: String, _ state: inout ViewState, _ world: World) -> Answer {
    if text.isEmpty { return .effects([]) }
    if isClearing(text) { return edit("card.estimate.none", &state, world) { $0.estimate = nil } }
    if let change = Grammar.parseChange(text) {
      return edit("card.estimate", value: text, &state, world) {
        $0.estimate = max(0, ($0.estimate ?? 0) + change)
      }
    }
    guard let seconds = Grammar.parseDuration(text) else {
      return notUnderstood(text, world.words.card.estimateHint, world)
    }
    return edit("card.estimate", value: DurationText.short(seconds), &state, world) { $0.estimate = seconds }
  }

  /// What was common to the cards and is no longer in the line goes from all, what is new comes to all.
  private func answerLabels(_ text: String, _ card: Card, _ state: inout ViewState, _ world: World) -> Answer
  {
    let common = Set(CardNames.commonLabels(of: cards, world))
    let wanted =
      isClearing(text) ? [] : LabelLine(text, known: CardNames.labels(of: card.client, world)).labels
    let action = wanted.isEmpty ? "card.labels.none" : "card.labels"
    return edit(action, value: wanted.map { "#\($0)" }.joined(separator: " "), &state, world) { card in
      let kept = card.labels.filter { !common.contains($0) && !wanted.contains($0) }
      card.labels = wanted + kept
    }
  }

  private func answerName(_ text: String, _ state: inout ViewState, _ world: World) -> Answer {
    if text.isEmpty { return .effects([]) }
    let name = isClearing(text) ? nil : text
    if field == .assignee {
      let action = name == nil ? "card.assignee.none" : "card.assignee"
      return edit(action, value: name ?? "", &state, world) { $0.assignee = name }
    }
    let action = name == nil ? "card.waiting.none" : "card.waiting"
    return edit(action, value: name ?? "", &state, world) { $0.waitingOn = name }
  }

  private func answerNewLine(
    _ text: String, after previous: Int, _ card: Card, _ state: inout ViewState, _ world: World
  ) -> Answer {
    // Each further line goes below the one before: the pane's selection follows what is added.
    let place = state.openCard.map { $0.line ?? previous } ?? previous
    let index = min(max(0, place + 1), card.checklist.count)
    state.openCard?.awaitedLine = index
    return .again(
      CardEdit.effects(cards, "card.checklist.add", value: text, &state, world) {
        $0.checklist.insert(ChecklistItem(text: text), at: min(index, $0.checklist.count))
      })
  }

  private func notUnderstood(_ text: String, _ hint: String, _ world: World) -> Answer {
    .refused(Words.fill(world.words.card.notUnderstood, text, hint))
  }
}
