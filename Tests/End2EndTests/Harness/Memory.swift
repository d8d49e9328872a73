import JSONText

/// What the program has acknowledged, kept beside it: the desk must agree with it after every crash.
struct Memory: Equatable {
  /// Titles of live cards, with the column each stands in.
  var cards: [String: String] = [:]
  /// What the running timer runs on: the card's title, or the entry's note.
  var running: String?
  /// How many entries there are, the running one among them.
  var entries = 0

  /// Reads the desk as the shell tells it, for one client's cards and all entries.
  init(of world: World, client: String) throws {
    var titles: [String: String] = [:]
    for card in try world.json("card", "list", "--client", client).elements {
      let title = card["title"]?.text ?? ""
      cards[title] = card["column"]?.text ?? ""
      if let id = card["id"]?.text { titles[id] = title }
    }
    entries = try world.json("entry", "list").elements.count
    if let entry = try world.json("status")["running"], entry != .null {
      let note = entry["note"]?.text ?? ""
      running = entry["card"]?.text.map { titles[$0] ?? $0 } ?? note
    }
  }

  init() {}
}

/// One thing that is done to the desk, and what it then is.
struct Deed {
  /// What it is called, and what the dashboard says once it is done.
  let name: String
  /// What the desk is once it is done.
  let after: Memory
  /// The keys that do it in the dashboard.
  var strokes: [Tmux.Stroke] = []
}

/// The desk is neither as it was before a deed nor as it is after it.
struct Lost: Error, CustomStringConvertible {
  let round: Int
  let deed: Deed
  let before: Memory
  let found: Memory
  /// Whether the deed was seen to be done, so that only its result is right.
  let wasAcknowledged: Bool
  var screen: [String] = []

  var description: String {
    """
    round \(round), \(deed.name)\(wasAcknowledged ? ", acknowledged" : ""):
    gone: \(difference(deed.after.cards, found.cards))
    never asked for: \(difference(found.cards, deed.after.cards))
    running before \(before.running ?? "-"), wanted \(deed.after.running ?? "-"), found \(found.running ?? "-")
    entries before \(before.entries), wanted \(deed.after.entries), found \(found.entries)
    \(screen.joined(separator: "\n"))
    """
  }

  private func difference(_ left: [String: String], _ right: [String: String]) -> [String] {
    left.filter { right[$0.key] != $0.value }.map { "\($0.key) in \($0.value)" }.sorted()
  }
}
