import Canvas
import Desk

/// The board of the current client.
enum BoardPane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let state = painter.state
    let isFocused = state.pane == .board && state.overlays.isEmpty
    let client = state.client.flatMap { painter.desk.client($0) }
    let name = client.map(\.name) ?? ""
    let title = name.isEmpty ? painter.words.board.title : "\(name) ─ \(painter.words.board.title)"
    frame.box(
      rect, style: painter.style(isFocused ? .borderFocused : .border), title: title,
      titleStyle: painter.style(client.map { Role.client($0.colour) } ?? .heading).adding(.bold))
    let layout = BoardLayout(rect, painter)
    drawEdges(&frame, rect, layout, title: TextWidth.of(title), painter)
    guard !layout.columns.isEmpty else { return drawNothing(&frame, rect, client, painter) }
    for column in layout.columns { draw(column, &frame, isFocused, painter) }
    if layout.columns.allSatisfy({ $0.ids.isEmpty }), layout.content.count == 0 {
      drawEmpty(&frame, rect, painter)
    }
  }

  /// Why there is nothing, and what to do about it.
  private static func drawNothing(
    _ frame: inout Frame, _ rect: Rect, _ client: Client?, _ painter: Painter
  ) {
    let damage = client.flatMap { painter.world.damagedBoards[$0.id] }
    let noColumns = Words.fill(
      painter.words.board.noColumns, painter.world.keymap.glyph(of: "column.add") ?? "")
    let text = client == nil ? painter.words.general.noClient : damage ?? noColumns
    let style = painter.style(damage == nil ? .muted : .error)
    for (row, line) in TextWidth.wrap(text, to: rect.width - 4).prefix(rect.height - 3).enumerated() {
      frame.put(line, x: rect.x + 2, y: rect.y + 2 + row, style: style)
    }
  }

  private static func draw(
    _ placed: BoardLayout.PlacedColumn, _ frame: inout Frame, _ isFocused: Bool, _ painter: Painter
  ) {
    let isSelected = placed.column.id == painter.state.board.column
    drawHeading(placed, &frame, isSelected && isFocused, painter)
    for card in placed.cards {
      let isCurrent = isSelected && painter.state.board.card == card.id
      draw(card, &frame, isCurrent ? (isFocused ? .selection : .selectionUnfocused) : nil, painter)
    }
    let below = placed.ids.count - placed.top - placed.cards.count
    if below > 0 {
      let text = "↓ " + Words.fill(painter.words.general.moreBelow, "\(below)")
      frame.put(
        TextWidth.pad(text, to: placed.rect.width - 1), x: placed.rect.x, y: placed.rect.maxY - 1,
        style: painter.style(.hint))
    }
    drawTarget(placed, &frame, painter)
  }

  private static func drawHeading(
    _ placed: BoardLayout.PlacedColumn, _ frame: inout Frame, _ isSelected: Bool, _ painter: Painter
  ) {
    let column = placed.column
    let line = placed.rect.row(y: 0)
    let isOver = painter.desk.isOverLimit(column)
    let number = count(of: placed, painter)
    let room = max(0, line.width - TextWidth.of(number) - 4)
    var style = painter.style(.heading)
    if isSelected { style = style.adding(.underline) }
    var x = frame.put(TextWidth.cut(column.name, to: room), x: line.x + 1, y: line.y, style: style)
    x = frame.put(" " + number, x: x, y: line.y, style: painter.style(isOver ? .overdue : .muted))
    let over = " " + painter.words.board.overLimit
    if isOver, x + TextWidth.of(over) < line.maxX - 2 {
      x = frame.put(over, x: x, y: line.y, style: painter.style(.warning))
    }
    let rule = line.maxX - x - 2
    if rule > 0 {
      let role: Role = isSelected ? .borderFocused : .border
      frame.horizontalLine(x: x + 1, y: line.y, width: rule, style: painter.style(role))
    }
  }

  /// `4`, `2/3` with a limit, `1 of 4` where a filter leaves cards out.
  private static func count(of placed: BoardLayout.PlacedColumn, _ painter: Painter) -> String {
    let count = painter.desk.cardCount(in: placed.column.id)
    let mark = painter.desk.isOverLimit(placed.column) ? "⚠ " : ""
    let number = placed.column.wipLimit.map { "\(count)/\($0)" } ?? "\(count)"
    guard placed.ids.count < count else { return mark + number }
    return mark + Words.fill(painter.words.board.spent, "\(placed.ids.count)", number)
  }

  /// Where the card that the mouse carries would come to lie.
  private static func drawTarget(
    _ placed: BoardLayout.PlacedColumn, _ frame: inout Frame, _ painter: Painter
  ) {
    guard case .card(let id, let place?, _)? = painter.state.drag, place.column == placed.column.id else {
      return
    }
    let style = painter.style(.marked)
    frame.overlay(placed.rect.row(y: 0), style)
    let last = placed.cards.last.map { $0.rect.maxY } ?? placed.rect.y + 1
    let y = place.before.flatMap { before in placed.cards.first { $0.id == before }?.rect.y } ?? last
    let row = Rect(x: placed.rect.x, y: min(y, placed.rect.maxY - 1), width: placed.rect.width - 1, height: 1)
    frame.fill(row, style: painter.style(.selectionUnfocused))
    let title = painter.desk.card(id)?.title ?? ""
    frame.put(
      TextWidth.cut("▸ " + title, to: row.width), x: row.x, y: row.y,
      style: style.over(painter.style(.selectionUnfocused)))
  }

  private static func draw(
    _ card: BoardLayout.PlacedCard, _ frame: inout Frame, _ ground: Role?, _ painter: Painter
  ) {
    let rect = card.rect
    let isMarked = painter.state.board.marked.contains(card.id)
    let base = ground.map { painter.style($0) }
    if let base { frame.fill(rect, style: base) }
    let text = rect.column(x: 1, width: rect.width - 1)
    for row in 0..<rect.height {
      let bar = row == 0 && isMarked ? "◆" : "▌"
      let style = painter.style(isMarked ? .marked : card.lines.bar)
      frame.put(
        bar, x: rect.x, y: rect.y + row,
        style: base ?? Style(foreground: style.foreground, background: style.background))
    }
    for (row, line) in card.lines.title.enumerated() where row < rect.height {
      let role: Role = card.lines.isDone ? .done : isMarked ? .marked : .text
      frame.put(line, x: text.x, y: rect.y + row, style: base ?? painter.style(role), clip: text)
    }
    for (row, parts) in card.lines.details.enumerated() {
      let y = rect.y + card.lines.title.count + row
      guard y < rect.maxY else { break }
      var x = text.x + 1
      for part in parts {
        let style = painter.style(part.role)
        x = frame.put(
          part.text, x: x, y: y, style: base.map { $0.adding(style.attributes) } ?? style, clip: text)
        x += 2
      }
    }
  }

  /// Which columns are out of sight, in the upper edge; what is left out or marked, in the lower one.
  private static func drawEdges(
    _ frame: inout Frame, _ rect: Rect, _ layout: BoardLayout, title: Int, _ painter: Painter
  ) {
    let board = painter.state.board
    let words = painter.words.board
    let columns = painter.state.client.map { painter.desk.columns(of: $0) } ?? []
    let left = columns.prefix(layout.hiddenLeft).map { name(of: $0, layout, painter) }
    let right = columns.suffix(layout.hiddenRight).map { name(of: $0, layout, painter) }
    // Beside the title: the corners, a gap behind it, and the arrows of each side.
    let isBoth = !left.isEmpty && !right.isEmpty
    let most = max(0, rect.width - title - (isBoth ? 15 : 10)) / (isBoth ? 2 : 1)
    let before =
      left.isEmpty ? "" : " ‹ " + TextWidth.cut(TextWidth.joined(left[...], by: " · "), to: most) + " "
    let after =
      right.isEmpty ? "" : " " + TextWidth.cut(TextWidth.joined(right[...], by: " · "), to: most) + " › "
    let gap = before.isEmpty || after.isEmpty ? "" : "─"
    let text = before + gap + after
    frame.put(text, x: rect.maxX - TextWidth.of(text) - 2, y: rect.y, style: painter.style(.muted))
    var notes: [(String, Role)] = []
    if !board.filter.isEmpty {
      let count = layout.content.count
      notes.append((Words.fill(words.filter, board.filter, "\(count)"), .warning))
    }
    if board.sort != .byHand { notes.append((words.sorts[board.sort] ?? "", .accent)) }
    if !board.marked.isEmpty { notes.append((Words.fill(words.marked, "\(board.marked.count)"), .marked)) }
    var x = rect.x + 2
    for (text, role) in notes where x + TextWidth.of(text) + 3 < rect.maxX {
      x = frame.put(" \(text) ", x: x, y: rect.maxY - 1, style: painter.style(role)) + 1
    }
  }

  /// The column with how many cards are shown in it.
  private static func name(of column: Column, _ layout: BoardLayout, _ painter: Painter) -> String {
    let isFiltered = !painter.state.board.filter.isEmpty
    let count = isFiltered ? layout.content.cards(in: column.id).count : painter.desk.cardCount(in: column.id)
    return "\(column.name) \(count)"
  }

  private static func drawEmpty(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let board = painter.state.board
    let text =
      board.filter.isEmpty
      ? Words.fill(painter.words.board.empty, painter.world.keymap.glyph(of: "card.new") ?? "")
      : Words.fill(painter.words.board.noMatch, board.filter)
    frame.put(
      TextWidth.cut(text, to: rect.width - 4), x: rect.x + 3, y: rect.y + 3, style: painter.style(.muted))
  }

  /// Keeps the selection on a card that is there and in sight.
  static func settle(_ state: inout ViewState, _ world: World) {
    let content = BoardContent(state, world)
    guard !content.columns.isEmpty, state.client != nil else { return }
    var board = state.board
    if let awaited = board.awaited, world.desk.card(awaited.card)?.column == awaited.column {
      board.select(awaited.card, in: awaited.column)
      board.awaited = nil
    }
    if let awaited = board.awaitedColumn, content.columns.contains(where: { $0.id == awaited }) {
      board.column = awaited
      board.awaitedColumn = nil
    }
    if !content.columns.contains(where: { $0.id == board.column }) {
      board.column = content.columns.first { !content.cards(in: $0.id).isEmpty }?.id ?? content.columns[0].id
    }
    guard let column = board.column, let index = content.columns.firstIndex(where: { $0.id == column }) else {
      return
    }
    board.marked = board.marked.filter { world.desk.card($0)?.client == state.client }
    let ids = content.cards(in: column)
    let place: Int
    if let card = board.cards[column], let found = ids.firstIndex(of: card) {
      place = found
    } else {
      place = min(max(0, board.places[column] ?? 0), max(0, ids.count - 1))
    }
    board.cards[column] = ids.isEmpty ? nil : ids[place]
    board.places[column] = place
    let rect = Layout(size: state.size).board
    let count = BoardLayout.visibleCount(content.columns.count, width: rect.width - 2)
    if index < board.left { board.left = index }
    if index >= board.left + count { board.left = index - count + 1 }
    board.left = max(0, min(board.left, content.columns.count - count))
    state.board = board
    state.board.tops[column] = top(of: column, ids: ids, place: place, rect, state, world)
  }

  /// The first card to show so that the selected one is whole in sight, moving as little as possible and
  /// leaving no room empty that cards above could fill.
  private static func top(
    of column: ColumnID, ids: [CardID], place: Int, _ rect: Rect, _ state: ViewState, _ world: World
  ) -> Int {
    let top = min(state.board.tops[column] ?? 0, max(0, ids.count - 1))
    guard !ids.isEmpty else { return 0 }
    let painter = Painter(theme: .standard, state: state, world: world)
    let inside = rect.inset(1, 1)
    let count = BoardLayout.visibleCount(
      world.desk.columns(of: state.client ?? "").count, width: inside.width)
    let width = inside.width / count - 2
    let room = inside.height - 1
    let gap = BoardLayout.gap(height: room)
    // The first of the cards that end with `last` and fit into so many rows.
    func firstFitting(endingWith last: Int, rows: Int) -> Int {
      var used = -gap
      var first = last + 1
      while first > 0, let card = world.desk.card(ids[first - 1]) {
        used += painter.world.memory.lines(of: card, width: width, painter).height + gap
        if used > rows { break }
        first -= 1
      }
      return min(first, last)
    }
    if place < top { return place }
    // One more row is kept for saying how many are below.
    let reserve = place < ids.count - 1 ? 1 : 0
    let lowest = max(top, firstFitting(endingWith: place, rows: room - reserve))
    return lowest == 0 ? 0 : min(lowest, firstFitting(endingWith: ids.count - 1, rows: room))
  }
}
