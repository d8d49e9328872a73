import Desk

/// Questions about cards that are answered by typing.
package enum CardQuestion: Equatable, Sendable {}

extension CardQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading { switch self {} }
  func answer(_ text: String, _ state: inout ViewState, _ world: World) -> Answer { switch self {} }
}

/// Choices about cards from a list.
package enum CardChoice: Equatable, Sendable {}

extension CardChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] { switch self {} }
}
