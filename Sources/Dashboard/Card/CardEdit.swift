import Desk

/// Changes of cards' fields, each one transaction, with what the history says of it.
enum CardEdit {
  /// The change of a field of several cards; none when it changes nothing, a message when cards are gone.
  ///
  /// - Parameters:
  ///   - action: what is done, see `HistoryWords`.
  ///   - value: what the field is now, for the sentence.
  static func effects(
    _ cards: [CardID], _ action: String, value: String? = nil, _ state: inout ViewState, _ world: World,
    _ edit: (inout Card) -> Void
  ) -> [Effect] {
    let change: Transaction
    do throws(DeskError) {
      change = try world.desk.editCards(cards, action: action, context: world.context, edit)
    } catch {
      state.message = Message(.warning, world.words.card.gone)
      return []
    }
    return commit(change, value: value)
  }

  /// The effect of a change, its sentence told by what really changes.
  static func commit(_ transaction: Transaction, value: String? = nil) -> [Effect] {
    var change = transaction
    guard !change.isEmpty else { return [] }
    var arguments = change.arguments
    if !arguments.isEmpty { arguments[0] = subject(of: change) }
    if let value { arguments.append(value) }
    change.arguments = arguments
    return [.commit(change)]
  }

  private static func subject(of change: Transaction) -> String {
    if change.changes.count == 1, case .card(let card)? = change.changes[0].after ?? change.changes[0].before
    {
      return card.title
    }
    return "\(change.changes.count)"
  }

  /// What several cards are called in a title: the one's title, or how many there are.
  static func name(of cards: [CardID], _ world: World) -> String {
    guard cards.count == 1 else { return world.words.card.count(cards.count) }
    return world.desk.card(cards[0])?.title ?? ""
  }
}

extension World {
  /// What the grammar needs for a text about a client, without the labels of the board.
  func grammar(about client: ClientID?) -> GrammarContext {
    GrammarContext(
      now: now, home: desk.homeZone, zones: desk.zones, hours: desk.settings.hours,
      clients: desk.activeClients
    ).about(client.flatMap { desk.client($0) })
  }
}
