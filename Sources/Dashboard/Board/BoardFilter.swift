import Desk

/// Which cards of a board are shown: what was typed after `/`, in the one grammar.
package struct BoardFilter {
  private let filter: CardFilter
  private let world: World

  package init(_ text: String, client: ClientID?, _ world: World) {
    filter = CardFilter(text, world.grammar(about: client))
    self.world = world
  }

  /// Words that begin as one of the grammar and mean nothing in it.
  var notUnderstood: [String] { filter.notUnderstood }

  package func matches(_ card: Card) -> Bool { filter.matches(card, in: world.desk, now: world.now) }
}
