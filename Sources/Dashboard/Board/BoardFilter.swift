import Desk

/// Which cards of a board are shown.
package struct BoardFilter {
  private let words: [String]

  package init(_ text: String, _ world: World) {
    words = text.lowercased().split(separator: " ").map(String.init)
  }

  package func matches(_ card: Card) -> Bool {
    let text = card.title.lowercased()
    return words.allSatisfy { text.contains($0) }
  }
}
