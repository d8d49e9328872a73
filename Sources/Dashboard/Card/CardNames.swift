import Desk

/// Labels and people of a board, for completing what is typed.
///
/// Looks through the cards of the board, so it is for prompts, not for what is drawn all the time.
enum CardNames {
  static func labels(of client: ClientID, _ world: World) -> [String] {
    world.desk.grammarContext(now: world.now, client: client).labels
  }

  /// The labels that all of some cards have, in the order of the first.
  static func commonLabels(of cards: [CardID], _ world: World) -> [String] {
    let lists = cards.compactMap { world.desk.card($0)?.labels }
    guard let first = lists.first else { return [] }
    return first.filter { label in lists.allSatisfy { $0.contains(label) } }
  }

  /// The person, the client and whoever else is named on the board's cards, those named most first.
  static func people(of client: ClientID, _ world: World) -> [String] {
    var counts: [String: Int] = [:]
    for column in world.desk.columns(of: client) {
      for card in world.desk.cards(in: column.id) {
        for name in [card.assignee, card.waitingOn].compactMap({ $0 }) { counts[name, default: 0] += 1 }
      }
    }
    for name in [world.desk.settings.name, world.desk.client(client)?.name ?? ""] where !name.isEmpty {
      counts[name, default: 0] += 0
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

extension [String] {
  /// Those that fit what is typed, best first; all of them while nothing is.
  func matching(_ text: String) -> [Completion] {
    let pattern = FuzzyPattern(text)
    return compactMap { name in pattern.match(name).map { ($0.score, name) } }
      .enumerated().sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
      .map { Completion(text: $0.element.1) }
  }
}

/// Labels as they are typed: names with commas between them.
struct LabelLine {
  let labels: [String]
  /// Lines in which the last name is completed.
  let completions: [Completion]

  /// - Parameter known: labels of the board; their spelling is kept.
  init(_ text: String, known: [String]) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(LabelLine.name)
    let spelling = Dictionary(known.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var labels: [String] = []
    for name in names where !name.isEmpty {
      let label = spelling[name.lowercased()] ?? name
      if !labels.contains(label) { labels.append(label) }
    }
    self.labels = labels
    let head = names.dropLast().map { $0 + ", " }.joined()
    let last = names.last ?? ""
    let isWhole = spelling[last.lowercased()] != nil
    completions =
      isWhole
      ? []
      : known.filter { !labels.contains($0) }.matching(last)
        .map { Completion(text: head + $0.text, detail: "#" + $0.text) }
  }

  private static func name(_ part: Substring) -> String {
    var name = part
    while let first = name.first, first.isWhitespace || first == "#" { name.removeFirst() }
    while let last = name.last, last.isWhitespace { name.removeLast() }
    return String(name)
  }
}
