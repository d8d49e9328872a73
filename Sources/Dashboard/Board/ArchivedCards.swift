import Civil
import Desk

/// The archived cards of a board, newest first.
enum ArchivedCards {
  static func matching(_ text: String, of client: ClientID, _ world: World) -> [Card] {
    let pattern = FuzzyPattern(text)
    return world.desk.archivedCards(of: client)
      .compactMap { card in pattern.match(card.title).map { (score: $0.score, card: card) } }
      .sorted {
        $0.score == $1.score
          ? ($1.card.createdAt, $1.card.id) < ($0.card.createdAt, $0.card.id) : $0.score > $1.score
      }
      .map(\.card)
  }

  /// Each with its column and the day it was archived; where the history does not know it, the day it was made.
  static func completions(_ cards: some Collection<Card>, _ world: World) -> [Completion] {
    let archived = world.desk.history.archivings(of: Set(cards.map(\.id)))
    let words = world.words.column
    return cards.map { card in
      let moment = archived[card.id]
      let date = world.desk.homeZone.wall(at: moment ?? card.createdAt).date
      let day = DateText.long(date, today: world.today, world.words.dates)
      let column = world.desk.column(card.column)?.name ?? ""
      let told = Words.fill(moment == nil ? words.madeOn : words.archivedOn, day)
      return Completion(text: card.title, detail: "\(column) · \(told)")
    }
  }
}

extension History {
  /// When cards were last archived by hand; looks back over some ten thousand changes at most.
  fileprivate func archivings(of cards: Set<CardID>) -> [CardID: Instant] {
    var missing = cards
    var found: [CardID: Instant] = [:]
    for transaction in transactions.reversed().prefix(20_000) where transaction.reverses == nil {
      if missing.isEmpty { break }
      for change in transaction.changes {
        guard case .card(let after)? = change.after, after.archived, missing.contains(after.id),
          case .card(let before)? = change.before, !before.archived
        else { continue }
        missing.remove(after.id)
        found[after.id] = transaction.at
      }
    }
    return found
  }
}
