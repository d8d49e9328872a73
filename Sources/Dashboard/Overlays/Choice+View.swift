import Canvas

extension Choice {
  private func rect(_ layout: Layout) -> Rect {
    let notes = notes(layout).count
    let rows = min(items.count, max(1, layout.main.height - 6 - notes))
    return Popup.centered(layout, width: width, height: rows + notes + 3)
  }

  private var width: Int {
    let widest = items.map { TextWidth.of($0.title) + TextWidth.of($0.detail) + 8 }.max() ?? 0
    let warning = warnings.map { TextWidth.of($0) + 2 }.max() ?? 0
    return max(36, widest, warning, TextWidth.of(title) + 6) + 4
  }

  /// The warnings, broken to the width.
  private func notes(_ layout: Layout) -> [String] {
    let inside = Popup.centered(layout, width: width, height: 4).inset(2, 1)
    return warnings.flatMap { TextWidth.wrap("⚠ " + $0, to: inside.width) }
  }

  /// Where the lines to choose from stand.
  func list(_ layout: Layout) -> Rect {
    let inside = rect(layout).inset(2, 1)
    return inside.row(y: 0, height: inside.height - 1 - notes(layout).count)
  }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let inside = Popup.open(&frame, rect(layout), title: title, painter)
    let list = list(layout)
    let window = window.settled(count: items.count, rows: list.height)
    for (row, index) in window.shown(count: items.count, rows: list.height).enumerated() {
      let item = items[index]
      let line = list.row(y: row)
      let isChosen = index == window.selected
      let style = isChosen ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(line, style: style) }
      var x = line.x
      if let key = item.key {
        x = frame.put(
          "\(key) ", x: x, y: line.y, style: isChosen ? style : painter.theme.style(.key, on: .popup))
      }
      let left = line.maxX - x - TextWidth.of(item.title) - 2
      let detail = TextWidth.cut(item.detail, to: max(line.width / 2, left))
      let room = line.maxX - x - TextWidth.of(detail) - 1
      frame.put(TextWidth.cut(item.title, to: max(0, room)), x: x, y: line.y, style: style)
      frame.put(
        detail, x: line.maxX - TextWidth.of(detail), y: line.y,
        style: isChosen ? style : painter.theme.style(.muted, on: .popup))
    }
    for (row, note) in notes(layout).enumerated() {
      frame.put(note, x: inside.x, y: list.maxY + row, style: painter.theme.style(.warning, on: .popup))
    }
    let hint = painter.words.general.accept + " · " + painter.words.general.cancel
    frame.put(
      TextWidth.cut(hint, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
  }
}
