import Canvas

extension Choice {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let rows = min(items.count, max(1, layout.main.height - 6))
    var window = window
    window.settle(count: items.count, rows: rows)
    let widest = items.map { TextWidth.of($0.title) + TextWidth.of($0.detail) + 8 }.max() ?? 0
    let width = min(layout.main.width - 4, max(36, widest, TextWidth.of(title) + 6) + 4)
    let rect = layout.main.centered(width: width, height: rows + 3)
    let inside = Popup.open(&frame, rect, title: title, painter)
    for row in 0..<rows {
      let index = window.top + row
      guard index < items.count else { break }
      let item = items[index]
      let line = inside.row(y: row)
      let isChosen = index == window.selected
      let style = isChosen ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(line, style: style) }
      var x = line.x
      if let key = item.key {
        x = frame.put(
          "\(key) ", x: x, y: line.y, style: isChosen ? style : painter.theme.style(.key, on: .popup))
      }
      let detail = TextWidth.cut(item.detail, to: line.width / 2)
      let room = line.maxX - x - TextWidth.of(detail) - 1
      frame.put(TextWidth.cut(item.title, to: max(0, room)), x: x, y: line.y, style: style)
      frame.put(
        detail, x: line.maxX - TextWidth.of(detail), y: line.y,
        style: isChosen ? style : painter.theme.style(.muted, on: .popup))
    }
    let hint = painter.words.general.accept + " · " + painter.words.general.cancel
    frame.put(
      TextWidth.cut(hint, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
  }
}
