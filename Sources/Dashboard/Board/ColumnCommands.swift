import Desk

/// Changing a board's columns; `c` begins them all.
enum ColumnCommands {
  static let table: [Command] = [
    Command(
      "column.add", .columns, keys: ["c a"], in: [.board], title: { $0.column.add },
      unless: CardCommands.noClient
    ) { state, world in
      guard let client = state.client else { return [] }
      let column = state.board.column.flatMap { world.desk.column($0) }
      let words = world.words.column
      let title = column.map { Words.fill(words.askNew, $0.name) } ?? words.askFirst
      ask(.add(client, after: column?.id), title: title, &state)
      return []
    },
    Command(
      "column.rename", .columns, keys: ["c r"], in: [.board], title: { $0.column.rename },
      unless: CardCommands.noColumn
    ) { state, world in
      guard let column = current(state, world) else { return [] }
      ask(.rename(column.id), title: world.words.column.askName, text: column.name, &state)
      return []
    },
    Command(
      "column.limit", .columns, keys: ["c w"], in: [.board], title: { $0.column.limitCards },
      unless: CardCommands.noColumn
    ) { state, world in
      guard let column = current(state, world) else { return [] }
      ask(.limit(column.id), title: Words.fill(world.words.column.askLimit, column.name), &state)
      return []
    },
    Command(
      "column.role", .columns, keys: ["c o"], in: [.board], title: { $0.column.role },
      unless: CardCommands.noColumn
    ) { state, world in
      guard let column = current(state, world) else { return [] }
      let items = Column.Role.allCases.enumerated().map { index, role in
        ChoiceItem(world.words.column.roles[role] ?? role.rawValue, key: Character.digit(index + 1))
      }
      var choice = Choice(
        .board(.role(column.id)), title: Words.fill(world.words.column.askRole, column.name), items: items)
      choice.window.selected = Column.Role.allCases.firstIndex(of: column.role) ?? 0
      state.overlays.append(.choice(choice))
      return []
    },
    Command(
      "column.left", .columns, keys: ["c h", "c left"], in: [.board], title: { $0.column.moveLeft },
      unless: CardCommands.noColumn
    ) { state, world in move(&state, world, by: -1) },
    Command(
      "column.right", .columns, keys: ["c l", "c right"], in: [.board], title: { $0.column.moveRight },
      unless: CardCommands.noColumn
    ) { state, world in move(&state, world, by: 1) },
    Command(
      "column.remove", .columns, keys: ["c d"], in: [.board], title: { $0.column.remove },
      unless: CardCommands.noColumn
    ) { state, world in askRemoval(&state, world) },
    Command(
      "board.archived", .columns, keys: ["g a"], in: [.board], title: { $0.column.archived },
      unless: { state, world in
        guard let client = state.client else { return world.words.general.noClient }
        return world.desk.archivedCards(of: client).isEmpty ? world.words.column.noneArchived : nil
      }
    ) { state, world in
      guard let client = state.client else { return [] }
      state.overlays.append(
        .prompt(Prompt(.board(.restore(client)), title: world.words.column.askArchived)))
      return [.loadEverything]
    },
  ]

  private static func current(_ state: ViewState, _ world: World) -> Column? {
    state.board.column.flatMap { world.desk.column($0) }
  }

  private static func ask(
    _ question: ColumnQuestion, title: String, text: String = "", _ state: inout ViewState
  ) {
    state.overlays.append(.prompt(Prompt(.board(.column(question)), title: title, text: text)))
  }

  private static func move(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    guard let column = state.board.column,
      let change = try? world.desk.moveColumn(column, by: step, context: world.context)
    else {
      state.message = Message(.warning, world.words.column.atEnd)
      return []
    }
    return [.commit(change)]
  }

  /// A column with cards, archived ones too, asks where they go; an empty one goes at once.
  private static func askRemoval(_ state: inout ViewState, _ world: World) -> [Effect] {
    guard let column = current(state, world) else { return [] }
    guard world.desk.hasCards(in: column.id) else {
      return remove(column.id, movingCardsTo: nil, &state, world)
    }
    let targets = world.desk.columns(of: column.client).filter { $0.id != column.id }
    guard !targets.isEmpty else {
      state.message = Message(.warning, world.words.column.lastOne)
      return []
    }
    let archived = world.desk.archivedCards(of: column.client).filter { $0.column == column.id }
    let cards = world.desk.cards(in: column.id) + archived
    let items = targets.enumerated().map { index, target in
      ChoiceItem(
        target.name, detail: "\(world.desk.cardCount(in: target.id))", key: Character.digit(index + 1))
    }
    let words = world.words.column
    var choice = Choice(
      .board(.deleting(column.id, targets: targets.map(\.id))),
      title: Words.fill(words.askCards, world.words.card.count(cards.count), column.name), items: items)
    let done = cards.count { $0.doneAt != nil }
    if done > 0 { choice.warnings.append(words.reopens(done, but: targets.first { $0.role == .done }?.name)) }
    if !archived.isEmpty { choice.warnings.append(words.areArchived(archived.count)) }
    state.overlays.append(.choice(choice))
    return []
  }

  static func remove(
    _ column: ColumnID, movingCardsTo target: ColumnID?, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let change = try? world.desk.removeColumn(column, movingCardsTo: target, context: world.context)
    guard let change else {
      state.message = Message(.warning, world.words.column.gone)
      return []
    }
    state.board.awaitedColumn = target
    return [.commit(change)]
  }
}
