import Desk

/// Verbs on the fields of the selected cards: the same keys on every screen, one undoable step each.
enum FieldCommands {
  static let table: [Command] = [
    asking("card.title", ["e"], { $0.card.editTitle }, .title),
    Command(
      "card.notes", .cards, keys: ["E"], title: { $0.card.editNotes }, unless: CardCommands.noCard
    ) { state, world in
      guard let card = focus(state, world) else { return [] }
      return [.edit(.cardNotes(card.id, before: card.notes))]
    },
    asking("card.due", ["d"], { $0.card.setDue }, hint: { $0.card.dueShort }, .due),
    asking("card.estimate", ["~"], { $0.card.setEstimate }, .estimate),
    asking("card.labels", ["#"], { $0.card.setLabels }, .labels),
    asking("card.assignee", ["@", "="], { $0.card.setAssignee }, .assignee),
    asking("card.waiting", ["W", "%"], { $0.card.setWaiting }, .waiting),
    Command(
      "card.quadrant", .cards, keys: ["!"], title: { $0.card.setQuadrant }, unless: CardCommands.noCard
    ) { state, world in
      CardChoice.askQuadrant(state.selectedCards(world), &state, world)
      return []
    },
    asking("card.comment", ["\""], { $0.card.comment }, .comment),
    Command(
      "card.toColumn", .cards, keys: ["m"], title: { $0.card.moveToColumn }, unless: CardCommands.noCard
    ) { state, world in
      let cards = state.selectedCards(world)
      guard let client = cards.first.flatMap({ world.desk.card($0)?.client }) else { return [] }
      CardChoice.askColumn(cards, of: client, &state, world)
      return []
    },
    asking("card.toClient", ["M"], { $0.card.moveToClient }, .client),
    Command(
      "card.duplicate", .cards, keys: ["y"], title: { $0.card.duplicate }, unless: CardCommands.noCard
    ) { state, world in duplicate(&state, world) },
    Command(
      "card.archive", .cards, keys: ["A"], title: { $0.card.archive }, unless: CardCommands.noCard
    ) { state, world in
      CardEdit.effects(state.selectedCards(world), "card.archive", &state, world) { $0.archived = true }
    },
    Command(
      "card.remove", .cards, keys: ["D", "delete"], title: { $0.card.remove }, unless: CardCommands.noCard
    ) { state, world in remove(&state, world) },
  ]

  private static func asking(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String,
    hint: (@Sendable (Words) -> String)? = nil, _ field: CardQuestion.Field
  ) -> Command {
    Command(id, .cards, keys: keys, title: title, hint: hint, unless: CardCommands.noCard) { state, world in
      // A title belongs to one card only, the one under the cursor.
      let cards = field == .title ? focus(state, world).map { [$0.id] } ?? [] : state.selectedCards(world)
      if let prompt = CardQuestion(field, cards).prompt(world) { state.overlays.append(.prompt(prompt)) }
      return []
    }
  }

  /// The card under the cursor, for verbs that can only act on one.
  private static func focus(_ state: ViewState, _ world: World) -> Card? {
    let cards = state.selectedCards(world)
    let current = state.overlays.isEmpty && state.scope == .board ? state.board.card : nil
    return (current.flatMap { cards.contains($0) ? $0 : nil } ?? cards.first).flatMap { world.desk.card($0) }
  }

  static func remove(_ state: inout ViewState, _ world: World) -> [Effect] {
    let change = try? world.desk.removeCards(state.selectedCards(world), context: world.context)
    return change.map { CardEdit.commit($0) } ?? []
  }

  private static func duplicate(_ state: inout ViewState, _ world: World) -> [Effect] {
    var whole: Transaction?
    for id in state.selectedCards(world) {
      guard let copy = try? world.desk.duplicateCard(id, context: world.context) else { continue }
      if whole == nil { whole = copy } else { whole?.changes += copy.changes }
    }
    guard let whole else { return [] }
    if state.screen == .desk, state.overlays.isEmpty, case .card(let copy)? = whole.changes.first?.after {
      state.board.await(copy.id, in: copy.column)
    }
    return CardEdit.commit(whole)
  }
}
