import Canvas
import Desk

extension CardPane {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    guard let card = painter.desk.card(card) else { return }
    let page = CardPage(card, self, layout, painter)
    let isOnTop = painter.state.overlay == .card(self)
    let client = painter.desk.client(card.client)
    // Once the title is scrolled away it stands in the edge.
    let title = [client?.name, top > 0 ? card.title : nil].compactMap { $0 }.joined(separator: " ─ ")
    frame.fill(page.rect, style: painter.style(.background))
    frame.box(
      page.rect, style: painter.style(isOnTop ? .borderFocused : .border),
      title: painter.shown(title, of: card.client),
      titleStyle: painter.style(painter.role(of: card.client)).adding(.bold))
    guard !painter.isHidden(card.client) else { return }
    let inside = page.inside
    draw(page.left, in: inside.column(x: 0, width: page.leftWidth), &frame, painter)
    if !page.right.isEmpty {
      let x = page.leftWidth + 3
      frame.verticalLine(
        x: inside.x + x - 2, y: inside.y, height: inside.height, style: painter.style(.border))
      draw(page.right, in: inside.column(x: x, width: inside.width - x), &frame, painter)
    }
    drawScroll(page, &frame, painter)
  }

  private func draw(_ rows: [CardRow], in rect: Rect, _ frame: inout Frame, _ painter: Painter) {
    for (offset, row) in rows.dropFirst(top).prefix(rect.height).enumerated() {
      let y = rect.y + offset
      let isSelected = row.line != nil && row.line == line
      let ground: Style? = isSelected ? painter.style(.selection) : nil
      if let ground { frame.fill(rect.row(y: offset), style: ground) }
      var x = rect.x
      for piece in row.pieces {
        if let start = piece.x { x = rect.x + start }
        let text = TextWidth.cut(piece.text, to: max(0, rect.maxX - x))
        x = frame.put(text, x: x, y: y, style: ground ?? painter.style(piece.role), clip: rect)
      }
      if row.isHeading, x + 2 < rect.maxX {
        frame.horizontalLine(x: x + 1, y: y, width: rect.maxX - x - 1, style: painter.style(.border))
      }
    }
  }

  /// How much is out of sight, in the lower edge.
  private func drawScroll(_ page: CardPage, _ frame: inout Frame, _ painter: Painter) {
    let below = page.height - top - page.inside.height
    var notes: [String] = []
    if top > 0 { notes.append("↑ \(top)") }
    if below > 0 { notes.append("↓ " + Words.fill(painter.words.general.moreBelow, "\(below)")) }
    guard !notes.isEmpty else { return }
    let text = " " + notes.joined(separator: "  ") + " "
    frame.put(
      text, x: page.rect.maxX - TextWidth.of(text) - 2, y: page.rect.maxY - 1, style: painter.style(.hint))
  }
}
