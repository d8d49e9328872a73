import Civil

/// A board's tables by what they are looked up by.
struct TrelloLookup {
  let lists: [String: TrelloList]
  let members: [String: String]
  let labelNames: [String: String]
  let labels: [String: TrelloLabel]
  let customFields: [String: TrelloCustomField]
  /// By card, in order.
  let checklists: [String: [TrelloChecklist]]
  /// By card, the last move to another list.
  let moves: [String: TrelloMove]
  /// By card, oldest first.
  let comments: [String: [TrelloComment]]

  init(_ board: TrelloBoard) {
    lists = Dictionary(board.lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    members = board.members
    moves = board.moves
    labelNames = board.labelNames
    labels = Dictionary(board.labels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    customFields = Dictionary(board.customFields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    checklists = Dictionary(grouping: board.checklists, by: \.card).mapValues {
      $0.sorted { $0.position < $1.position }
    }
    comments = Dictionary(grouping: board.comments, by: \.card).mapValues {
      $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
  }

  /// What a label is called: its name, the name its colour has on the board, or the colour.
  func name(of label: TrelloLabel) -> String {
    if !label.name.isEmpty { return label.name }
    return labelNames[label.color].flatMap { $0.isEmpty ? nil : $0 } ?? label.color
  }

  /// The value of a custom field as text, with the field's name; nil when it leads nowhere or is not set.
  func text(of value: TrelloFieldValue) -> (name: String, text: String)? {
    guard let field = customFields[value.field] else { return nil }
    let text = value.option.flatMap { field.options[$0] } ?? value.value
    return text.map { (field.name, $0) }
  }
}

extension Instant {
  /// When something of Trello was made: its id begins with that second in hexadecimal.
  ///
  /// Nil for an id of another make, or one that says before Trello was or after `now`.
  init?(trelloID id: String, now: Instant) {
    let digits = id.prefix(8)
    guard id.utf8.count == 24, let seconds = Int64(digits, radix: 16) else { return nil }
    let first: Int64 = 1_293_840_000  // 2011-01-01
    guard seconds >= first, seconds <= now.seconds + 86_400 else { return nil }
    self.init(seconds: seconds)
  }
}
