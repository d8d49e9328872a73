import Desk

/// Verbs on cards: each acts on what is selected, on every screen, without opening it.
enum CardCommands {
  static let table: [Command] = [
    Command(
      "card.new", .cards, keys: ["n"], in: [.board, .matrix], title: { $0.board.newCard },
      hint: { $0.board.newHint }, unless: noColumn
    ) { state, world in askNew(&state, world, atTop: false) },
    Command(
      "card.newAtTop", .cards, keys: ["N"], in: [.board], title: { $0.card.newAtTop }, unless: noColumn
    ) { state, world in askNew(&state, world, atTop: true) },
    Command(
      "card.open", .cards, keys: ["enter"], in: [.board, .matrix], title: { $0.board.openCard },
      hint: { $0.board.openHint }, unless: noCard
    ) { state, world in
      if let id = state.selectedCards(world).first { state.overlays.append(.card(CardPane(id))) }
      return []
    },
    Command(
      "card.moveRight", .cards, keys: ["L", ">", "shift+right"], title: { $0.board.moveRight },
      hint: { $0.board.moveRightHint }, unless: noCard
    ) { state, world in move(&state, world, by: 1) },
    Command(
      "card.moveLeft", .cards, keys: ["H", "<", "shift+left"], title: { $0.board.moveLeft }, unless: noCard
    ) { state, world in move(&state, world, by: -1) },
    Command(
      "card.moveDown", .cards, keys: ["J", "shift+down"], in: [.board], title: { $0.board.moveDown },
      unless: noCard
    ) { state, world in shift(&state, world, by: 1) },
    Command(
      "card.moveUp", .cards, keys: ["K", "shift+up"], in: [.board], title: { $0.board.moveUp }, unless: noCard
    ) { state, world in shift(&state, world, by: -1) },
    Command(
      "card.done", .cards, keys: ["x"], title: { $0.board.done }, hint: { $0.board.doneHint }, unless: noCard
    ) { state, world in
      let ids = state.selectedCards(world)
      let isDone = ids.allSatisfy { world.desk.card($0)?.doneAt != nil }
      let change = try? world.desk.setDone(ids, !isDone, context: world.context)
      return change.map { [.commit($0)] } ?? []
    },
    Command(
      "card.mark", .cards, keys: ["space", "v"], in: [.board], title: { $0.board.mark }, unless: noCard
    ) {
      state, world in
      guard let card = state.board.card else { return [] }
      if state.board.marked.remove(card) == nil { state.board.marked.insert(card) }
      return MoveCommands.step(&state, world, cards: 1)
    },
    Command(
      "card.markAll", .cards, keys: ["*"], in: [.board], title: { $0.card.markAll }, unless: noCard
    ) { state, world in
      let content = BoardContent(state, world)
      let shown = Set(content.columns.flatMap { content.cards(in: $0.id) })
      state.board.marked = shown.isSubset(of: state.board.marked) ? [] : state.board.marked.union(shown)
      return []
    },
    Command("board.sort", .cards, keys: ["o"], in: [.board], title: { $0.board.sortCards }, unless: noClient)
    {
      state, world in
      let words = world.words.board
      let sorts = BoardState.Sort.allCases
      let items = sorts.enumerated().map { index, sort in
        ChoiceItem(words.sorts[sort] ?? "", key: Character.digit(index + 1))
      }
      var choice = Choice(.board(.sort), title: words.sortTitle, items: items)
      choice.window.selected = sorts.firstIndex(of: state.board.sort) ?? 0
      state.overlays.append(.choice(choice))
      return []
    },
    Command(
      "board.filter", .cards, keys: ["/"], in: [.board], title: { $0.board.filterCards },
      hint: { $0.board.filterHint }, unless: noClient
    ) { state, world in
      state.overlays.append(
        .prompt(
          Prompt(
            .board(.filter(before: state.board)), title: world.words.board.filterCards,
            text: state.board.filter)))
      return []
    },
  ]

  @Sendable static func noCard(_ state: ViewState, _ world: World) -> String? {
    state.selectedCards(world).isEmpty ? world.words.board.noWork : nil
  }

  @Sendable static func noColumn(_ state: ViewState, _ world: World) -> String? {
    guard state.board.column == nil else { return nil }
    return state.client.flatMap { world.damagedBoards[$0] } ?? world.words.board.noColumn
  }

  @Sendable static func noClient(_ state: ViewState, _ world: World) -> String? {
    state.client == nil ? world.words.general.noClient : nil
  }

  private static func askNew(_ state: inout ViewState, _ world: World, atTop: Bool) -> [Effect] {
    guard let column = state.board.column, let name = world.desk.column(column)?.name else { return [] }
    let quadrant = state.screen == .matrix ? state.matrix.quadrant : nil
    state.overlays.append(
      .prompt(
        Prompt(
          .board(.newCard(column, atTop: atTop, quadrant)),
          title: Words.fill(world.words.board.newCardPrompt, name))))
    return []
  }

  /// Moves the selected cards to the next column of their board; the selection goes with them.
  private static func move(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    let ids = state.selectedCards(world)
    guard let first = ids.first.flatMap({ world.desk.card($0) }) else { return [] }
    let columns = world.desk.columns(of: first.client)
    guard let index = columns.firstIndex(where: { $0.id == first.column }),
      columns.indices.contains(index + step)
    else {
      state.message = Message(.warning, world.words.board.noTarget)
      return []
    }
    let target = columns[index + step]
    let place: CardPlace = target.role == .done ? .top : .bottom
    guard let change = try? world.desk.moveCards(ids, to: target.id, at: place, context: world.context) else {
      return []
    }
    if state.screen == .desk, let card = state.board.card, ids.contains(card) {
      state.board.await(card, in: target.id)
    }
    return [.commit(change)]
  }

  /// Moves the card over the next one that is shown in its column, whatever a filter hides between them.
  private static func shift(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    guard let card = state.board.card, let column = state.board.column else { return [] }
    guard state.board.sort == .byHand else {
      let key = world.keymap.glyph(of: "board.sort") ?? ""
      state.message = Message(.warning, Words.fill(world.words.board.isSorted, key))
      return []
    }
    let shown = BoardContent(state, world).cards(in: column)
    guard let index = shown.firstIndex(of: card), shown.indices.contains(index + step) else {
      state.message = Message(.note, world.words.board.atEnd)
      return []
    }
    let neighbour = shown[index + step]
    return CardEdit.move(
      [card], to: column, at: step > 0 ? .after(neighbour) : .before(neighbour),
      action: step > 0 ? "card.down" : "card.up", &state, world)
  }
}
