import Civil

/// What was understood of a title line: the plain title and the marks in it.
///
/// Marks stand at the start of a word: `@client`, `#label`, `~45m`, `!2`, `>fri 4pm`, `=name`. A mark that is
/// not understood stays in the title as it was typed, and so does a second one of a kind of which a card has
/// only one. `\#` is a plain `#`; a number sign before digits alone (`#1042`) is plain too.
package struct TitleReading: Hashable, Sendable {
  package var title: String
  package var parts: [TitlePart]
  /// Words that begin like a mark and were not understood as one, so that they are text of the title.
  package var plainMarks: [String] = []

  package var client: ClientID? {
    for case .client(let id, _) in parts.map(\.meaning) { return id }
    return nil
  }
  package var labels: [String] {
    parts.compactMap { part in
      if case .label(let name, _) = part.meaning { name } else { nil }
    }
  }
  /// Seconds.
  package var estimate: Int? {
    for case .estimate(let seconds) in parts.map(\.meaning) { return seconds }
    return nil
  }
  package var quadrant: Quadrant? {
    for case .quadrant(let quadrant) in parts.map(\.meaning) { return quadrant }
    return nil
  }
  package var due: ZonedTime? {
    for case .due(let due) in parts.map(\.meaning) { return due }
    return nil
  }
  package var assignee: String? {
    for case .assignee(let name) in parts.map(\.meaning) { return name }
    return nil
  }

  /// The card that the line describes, without the client.
  package var draft: CardDraft {
    var draft = CardDraft(title: title)
    draft.labels = labels
    draft.estimate = estimate
    draft.due = due
    draft.assignee = assignee
    draft.urgent = quadrant?.isUrgent ?? false
    draft.important = quadrant?.isImportant ?? false
    return draft
  }
}

/// One understood mark of a title line.
package struct TitlePart: Hashable, Sendable {
  package enum Meaning: Hashable, Sendable {
    case client(ClientID, name: String)
    /// A label, and whether the board has none of that name yet.
    case label(String, isNew: Bool)
    /// Seconds.
    case estimate(Int)
    case quadrant(Quadrant)
    case due(ZonedTime)
    case assignee(String)
  }

  /// Where it stands in the text, as offsets of characters (grapheme clusters).
  package var range: Range<Int>
  package var meaning: Meaning
}

extension TitlePart {
  /// What was understood, in few words: `due Fri 27 Nov 16:00 London`.
  package func understood(_ words: DateWords, today: CivilDate) -> String {
    switch meaning {
    case .client(_, let name): "@\(name)"
    case .label(let name, let isNew): isNew ? "#\(name) (\(words.new))" : "#\(name)"
    case .estimate(let seconds): "~\(DurationText.short(seconds))"
    case .quadrant(let quadrant): "!\(quadrant.rawValue)"
    case .due(let due):
      "\(words.due) \(DateText.long(due.wall.date, today: today, words)) \(DateText.clock(due.wall)) "
        + DateText.city(due.zone)
    case .assignee(let name): "=\(name)"
    }
  }
}
