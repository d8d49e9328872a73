import Desk

/// What a new card's line would take for marks in a title that is edited, where they are text.
struct TitleMarks {
  private let marks: [String]
  /// The commands that set what was perhaps meant.
  private let commands: [String]
  private let world: World

  init(_ text: String, of card: Card, _ world: World) {
    let context = world.desk.grammarContext(now: world.now, client: card.client)
    let parts = Grammar.parseTitle(text, context).parts
    let clusters = Array(text)
    marks = parts.map { String(clusters[$0.range]) }
    commands = parts.map(\.meaning.command)
    self.world = world
  }

  /// Says that they stay text, and which keys set them.
  func note(_ reading: inout Reading) {
    guard !marks.isEmpty else { return }
    reading.plainMarks = marks
    var keys: [String] = []
    for key in commands.compactMap(world.keymap.glyph) where !keys.contains(key) { keys.append(key) }
    if !keys.isEmpty { reading.remedy = Words.fill(world.words.card.setBy, keys.joined(separator: " ")) }
  }
}

extension TitlePart.Meaning {
  fileprivate var command: String {
    switch self {
    case .client: "card.toClient"
    case .label: "card.labels"
    case .estimate: "card.estimate"
    case .quadrant: "card.quadrant"
    case .due: "card.due"
    case .assignee: "card.assignee"
    }
  }
}
