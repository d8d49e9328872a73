import Canvas
import Desk

/// The mouse on the board: click to select, click again to open, drag to move, wheel to go through a column.
enum BoardMouse {
  static func handle(_ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World) -> [Effect]
  {
    switch event.kind {
    case .press(.left): press(event, rect, &state, world)
    case .press: break
    case .drag: drag(event, rect, &state, world)
    case .release: return drop(event, &state, world)
    case .wheelUp: return wheel(-1, event, rect, &state, world)
    case .wheelDown: return wheel(1, event, rect, &state, world)
    }
    return []
  }

  private static func layout(_ rect: Rect, _ state: ViewState, _ world: World) -> BoardLayout {
    BoardLayout(rect, Painter(theme: .standard, state: state, world: world))
  }

  private static func press(_ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World) {
    state.message = nil
    state.pane = .board
    state.drag = nil
    guard let column = layout(rect, state, world).column(at: event.x) else { return }
    state.board.column = column.column.id
    guard let card = column.cards.first(where: { $0.rect.contains(x: event.x, y: event.y) }) else { return }
    let wasSelected = state.board.card == card.id
    state.board.select(card.id, in: column.column.id)
    if event.control {
      if state.board.marked.remove(card.id) == nil { state.board.marked.insert(card.id) }
      return
    }
    state.drag = .card(card.id, over: nil, wasSelected: wasSelected)
  }

  private static func drag(_ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World) {
    guard case .card(let id, let before, let wasSelected)? = state.drag else { return }
    guard rect.contains(x: event.x, y: event.y), let column = layout(rect, state, world).column(at: event.x)
    else {
      state.drag = .card(id, over: nil, wasSelected: false)
      return reach(event, rect, &state, world)
    }
    let under = column.cards.first { event.y < $0.rect.maxY }
    // The card itself is no target until it has been somewhere else.
    if before == nil, under?.id == id, under?.rect.contains(x: event.x, y: event.y) == true { return }
    let isSorted = state.board.sort != .byHand
    let hidden = column.top + column.cards.count
    let next = under?.id ?? (hidden < column.ids.count ? column.ids[hidden] : nil)
    let place = DropPlace(column: column.column.id, before: isSorted ? nil : next)
    state.drag = .card(id, over: place, wasSelected: wasSelected)
  }

  /// At the edge of the board, brings the next column that is out of sight.
  private static func reach(_ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World) {
    let layout = layout(rect, state, world)
    guard event.y > rect.y, event.y < rect.maxY - 1,
      let edge = event.x <= rect.x ? layout.columns.first : layout.columns.last,
      let index = layout.content.columns.firstIndex(where: { $0.id == edge.column.id })
    else { return }
    let next = index + (event.x <= rect.x ? -1 : 1)
    if layout.content.columns.indices.contains(next) { state.board.column = layout.content.columns[next].id }
  }

  private static func drop(_ event: MouseEvent, _ state: inout ViewState, _ world: World) -> [Effect] {
    guard case .card(let id, let over, let wasSelected)? = state.drag else { return [] }
    state.drag = nil
    if let client = Mouse.place(in: Layout(state).strip, event, state, world)?.client, client != state.client,
      !state.isPrivate
    {
      CardChoice.askColumn(carried(id, state, world), of: client, &state, world)
      return []
    }
    guard let over else {
      if let card = world.desk.card(id) { state.board.select(id, in: card.column) }
      if wasSelected { state.overlays.append(.card(CardPane(id))) }
      return []
    }
    guard over.before != id, let card = world.desk.card(id) else { return [] }
    let stays = card.column == over.column && state.board.sort != .byHand
    guard !stays else { return [] }
    state.board.await(id, in: over.column)
    let cards = carried(id, state, world)
    guard let before = over.before, !cards.contains(before) else {
      return CardEdit.move(cards, to: over.column, at: over.before == nil ? .bottom : nil, &state, world)
    }
    return CardEdit.move(cards, to: over.column, at: .before(before), &state, world)
  }

  /// Marked cards travel together when one of them is carried.
  private static func carried(_ id: CardID, _ state: ViewState, _ world: World) -> [CardID] {
    state.board.marked.contains(id) ? state.selectedCards(world) : [id]
  }

  private static func wheel(
    _ step: Int, _ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    if event.shift { return MoveCommands.step(&state, world, columns: step) }
    if let column = layout(rect, state, world).column(at: event.x) { state.board.column = column.column.id }
    return MoveCommands.step(&state, world, cards: step)
  }
}

extension ViewState {
  /// Lets go of what is dragged, where it was.
  mutating func letGo(_ world: World) {
    if case .card(let id, _, _)? = drag, let card = world.desk.card(id) { board.select(id, in: card.column) }
    drag = nil
  }
}

extension BoardLayout {
  /// The column at an x of the screen.
  func column(at x: Int) -> PlacedColumn? { columns.first { x >= $0.rect.x && x < $0.rect.maxX } }
}
