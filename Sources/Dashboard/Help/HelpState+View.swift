import Canvas

extension HelpState {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let rect = Popup.centered(layout, width: 92, height: layout.main.height)
    let inside = Popup.open(&frame, rect, title: painter.words.help.title, painter)
    let rows = HelpState.rows(painter.state, painter.world)
    let body = inside.row(y: 0, height: inside.height - 2)
    let keyWidth = min(24, inside.width / 3)
    for (index, row) in rows.dropFirst(top).prefix(body.height).enumerated() {
      let line = body.row(y: index)
      switch row {
      case .blank: break
      case .heading(let text):
        frame.put(text, x: line.x, y: line.y, style: painter.theme.style(.heading, on: .popup))
      case .command(let keys, let title, let obstacle):
        frame.put(
          TextWidth.cut(keys, to: keyWidth), x: line.x + 1, y: line.y,
          style: painter.theme.style(.key, on: .popup))
        let x = line.x + keyWidth + 2
        let style = obstacle == nil ? painter.style(.popup) : painter.theme.style(.muted, on: .popup)
        let text = obstacle.map { "\(title) (\($0))" } ?? title
        frame.put(TextWidth.cut(text, to: max(0, line.maxX - x)), x: x, y: line.y, style: style)
      }
    }
    let left = rows.count - top - body.height
    let more = left > 0 ? Words.fill(painter.words.general.moreBelow, "\(left)") + " · " : ""
    let palette = painter.world.keymap.glyph(of: "view.palette") ?? ""
    let footer = more + Words.fill(painter.words.help.footer, palette)
    frame.put(
      TextWidth.cut(footer, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
  }
}
