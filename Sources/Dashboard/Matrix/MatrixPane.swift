import Canvas
import Civil
import Desk

/// The Eisenhower view: urgent to the left, important above.
enum MatrixPane {
  /// Where a quadrant stands, its frame included.
  static func rect(of quadrant: Quadrant, in rect: Rect) -> Rect {
    let body = rect.row(y: 1, height: rect.height - 1)
    let (width, height) = (body.width / 2, body.height / 2)
    return Rect(
      x: quadrant.isLeft ? body.x : body.x + width, y: quadrant.isUpper ? body.y : body.y + height,
      width: quadrant.isLeft ? width : body.width - width,
      height: quadrant.isUpper ? height : body.height - height)
  }

  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let content = MatrixContent(painter.state, painter.world)
    drawTitle(&frame, rect.row(y: 0), content, painter)
    for quadrant in Quadrant.allCases {
      draw(quadrant, content[quadrant], &frame, MatrixPane.rect(of: quadrant, in: rect), painter)
    }
  }

  private static func drawTitle(
    _ frame: inout Frame, _ rect: Rect, _ content: MatrixContent, _ painter: Painter
  ) {
    let words = painter.words.matrix
    let client = painter.state.client.flatMap { painter.desk.client($0) }
    let isAll = painter.state.matrix.isOfAllBoards && !painter.state.isPrivate
    let x = frame.put(" \(words.title) ─ ", x: rect.x, y: rect.y, style: painter.style(.heading))
    let end = frame.put(
      isAll ? words.allBoards : client?.name ?? "", x: x, y: rect.y,
      style: painter.style(isAll ? .accent : painter.role(of: client?.id)).adding(.bold))
    let count = Quadrant.allCases.reduce(0) { $0 + content[$1].count }
    let clock = Words.fill(words.clock, DateText.city(painter.desk.homeZone(at: painter.world.now).name))
    let note = painter.words.card.count(count) + (isAll ? " · " + clock : "")
    frame.put(
      "  " + note, x: end, y: rect.y, style: painter.style(.muted)
    )
  }

  private static func draw(
    _ quadrant: Quadrant, _ cards: [Card], _ frame: inout Frame, _ rect: Rect, _ painter: Painter
  ) {
    let state = painter.state.matrix
    let isCurrent = state.quadrant == quadrant
    let words = painter.words.matrix
    let index = quadrant.rawValue - 1
    let isFocused = isCurrent && painter.state.overlays.isEmpty
    frame.box(
      rect, style: painter.style(isFocused ? .borderFocused : .border),
      title: "\(quadrant.rawValue) \(words.names[index]) \(cards.count)", titleStyle: painter.style(.heading))
    let reason = " \(words.reasons[index]) "
    let reasonX = rect.maxX - TextWidth.of(reason) - 1
    if reasonX > rect.x + 18 { frame.put(reason, x: reasonX, y: rect.y, style: painter.style(.muted)) }
    let inside = rect.inset(1, 1)
    guard !cards.isEmpty else {
      frame.put(words.empty, x: inside.x + 1, y: inside.y, style: painter.style(.muted), clip: inside)
      return
    }
    let top = min(state.tops[quadrant] ?? 0, max(0, cards.count - inside.height))
    for (row, card) in cards.dropFirst(top).prefix(inside.height).enumerated() {
      let isSelected = isCurrent && state.card == card.id
      let ground: Role? = isSelected ? (isFocused ? .selection : .selectionUnfocused) : nil
      draw(card, &frame, inside.row(y: row), ground, painter)
    }
    let below = cards.count - top - inside.height
    if below > 0 {
      let text = " ↓ \(Words.fill(painter.words.general.moreBelow, "\(below)")) "
      frame.put(text, x: rect.x + 2, y: rect.maxY - 1, style: painter.style(.hint))
    }
  }

  private static func draw(
    _ card: Card, _ frame: inout Frame, _ line: Rect, _ ground: Role?, _ painter: Painter
  ) {
    let base = ground.map { painter.style($0) }
    if let base { frame.fill(line, style: base) }
    let own = base ?? painter.style(painter.role(of: card.client))
    var start = line.x
    if painter.state.matrix.isOfAllBoards, !painter.state.isPrivate {
      // Whose card it is, told by the client's key too, not by the colour alone.
      let key = painter.desk.client(card.client)?.hotkey.map(String.init) ?? " "
      start = frame.put(key, x: start, y: line.y, style: own)
    }
    start = frame.put("▌", x: start, y: line.y, style: own)
    var details = CardLines.mattering(card, painter, quadrant: false)
    // The title needs most of the line: what does not fit beside it is left out, least important first.
    while !details.isEmpty, details.reduce(0, { $0 + TextWidth.of($1.text) + 1 }) > line.width / 2 {
      details.removeLast()
    }
    let used = details.reduce(0) { $0 + TextWidth.of($1.text) + 1 }
    let room = max(0, line.maxX - start - 1 - used)
    frame.put(
      TextWidth.cut(card.title, to: room), x: start, y: line.y, style: base ?? painter.style(.text))
    var x = line.maxX - used
    for part in details {
      let style = painter.style(part.role)
      x = frame.put(
        part.text + " ", x: x, y: line.y, style: base.map { $0.adding(style.attributes) } ?? style, clip: line
      )
    }
  }

  static func settle(_ state: inout ViewState, _ world: World) {
    let content = MatrixContent(state, world)
    var matrix = state.matrix
    if let awaited = matrix.awaited, world.desk.card(awaited) != nil {
      matrix.card = awaited
      matrix.awaited = nil
    }
    if let card = matrix.card.flatMap({ world.desk.card($0) }),
      let place = content[card.quadrant].firstIndex(where: { $0.id == card.id })
    {
      matrix.quadrant = card.quadrant
      matrix.place = place
    } else {
      settleGone(&matrix, content)
    }
    let rows = rect(of: matrix.quadrant, in: Layout(size: state.size).main).height - 2
    var top = matrix.tops[matrix.quadrant] ?? 0
    top = min(top, matrix.place)
    if rows > 0, matrix.place >= top + rows { top = matrix.place - rows + 1 }
    matrix.tops[matrix.quadrant] = max(0, top)
    state.matrix = matrix
  }

  /// The selected card is gone: its neighbour takes its place.
  private static func settleGone(_ matrix: inout MatrixState, _ content: MatrixContent) {
    let cards = content[matrix.quadrant]
    matrix.place = max(0, min(matrix.place, cards.count - 1))
    matrix.card = cards.isEmpty ? nil : cards[matrix.place].id
  }

  static func selection(_ state: ViewState, _ world: World) -> Selection {
    state.matrix.card.map { .cards([$0]) } ?? .none
  }
}
