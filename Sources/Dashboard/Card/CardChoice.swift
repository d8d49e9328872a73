import Desk

/// A choice about cards from a list: the column they go to, their quadrant.
package struct CardChoice: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case column([ColumnID])
    case quadrant
  }

  package var kind: Kind
  package var cards: [CardID]

  package init(_ kind: Kind, _ cards: [CardID]) {
    self.kind = kind
    self.cards = cards
  }
}

extension CardChoice {
  /// Asks for the column of a client's board that cards go to.
  static func askColumn(_ cards: [CardID], of client: ClientID, _ state: inout ViewState, _ world: World) {
    let columns = world.desk.columns(of: client)
    guard !columns.isEmpty else {
      state.message = Message(.warning, world.words.board.noTarget)
      return
    }
    let current = cards.first.flatMap { world.desk.card($0) }.flatMap { world.desk.column($0.column) }
    let items = columns.enumerated().map { index, column in
      let count = world.desk.cardCount(in: column.id)
      return ChoiceItem(
        column.name, detail: column.wipLimit.map { "\(count)/\($0)" } ?? "\(count)",
        key: Character.digit(index + 1))
    }
    let title = Words.fill(world.words.card.askColumn, CardEdit.name(of: cards, world))
    var choice = Choice(.card(CardChoice(.column(columns.map(\.id)), cards)), title: title, items: items)
    choice.window.selected =
      columns.firstIndex { $0.id == current?.id } ?? columns.firstIndex { $0.role == current?.role } ?? 0
    state.overlays.append(.choice(choice))
  }

  static func askQuadrant(_ cards: [CardID], _ state: inout ViewState, _ world: World) {
    let items = Quadrant.allCases.map { quadrant in
      ChoiceItem(quadrant.reason(world.words), key: Character.digit(quadrant.rawValue))
    }
    let title = Words.fill(world.words.card.askQuadrant, CardEdit.name(of: cards, world))
    var choice = Choice(.card(CardChoice(.quadrant, cards)), title: title, items: items)
    let current = cards.first.flatMap { world.desk.card($0)?.quadrant } ?? .later
    choice.window.selected = current.rawValue - 1
    state.overlays.append(.choice(choice))
  }

  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch kind {
    case .column(let columns):
      return columns.indices.contains(index)
        ? CardEdit.move(cards, to: columns[index], &state, world) : []
    case .quadrant:
      guard let quadrant = Quadrant(rawValue: index + 1) else { return [] }
      return CardEdit.effects(cards, "card.quadrant", value: quadrant.reason(world.words), &state, world) {
        $0.quadrant = quadrant
      }
    }
  }
}

extension CardEdit {
  /// Moves cards to a column, to where one looks for them there: what is done last on top, the rest below.
  static func move(
    _ cards: [CardID], to column: ColumnID, at place: CardPlace? = nil, action: String = "card.move",
    _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let usual: CardPlace = world.desk.column(column)?.role == .done ? .top : .bottom
    guard
      let change = try? world.desk.moveCards(
        cards, to: column, at: place ?? usual, action: action, context: world.context)
    else {
      state.message = Message(.warning, world.words.card.gone)
      return []
    }
    return [.commit(change)]
  }
}

extension Quadrant {
  func reason(_ words: Words) -> String { words.card.quadrants[rawValue - 1] }
}

extension Character {
  /// The digit of a number from 1 to 9.
  static func digit(_ number: Int) -> Character? {
    (1...9).contains(number) ? Character("\(number)") : nil
  }
}
