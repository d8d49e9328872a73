import Canvas

extension PaletteState {
  private static func rect(_ layout: Layout) -> Rect {
    let area = layout.main.inset(2, 1)
    return Rect(
      x: area.x + (area.width - min(area.width, 84)) / 2, y: area.y, width: min(area.width, 84),
      height: min(area.height, 20))
  }

  /// Where the lines that were found stand.
  static func list(_ layout: Layout) -> Rect {
    let inside = rect(layout).inset(2, 1)
    return inside.row(y: 2, height: inside.height - 2)
  }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let inside = Popup.open(
      &frame, PaletteState.rect(layout), title: painter.words.palette.title, painter)
    let items = PaletteMatches(field.text, painter.state, painter.world).items
    let list = PaletteState.list(layout)
    let window = window.settled(count: items.count, rows: list.height)
    if items.isEmpty {
      frame.put(
        painter.words.palette.nothing, x: inside.x, y: inside.y + 2,
        style: painter.theme.style(.muted, on: .popup))
    }
    for (row, index) in window.shown(count: items.count, rows: list.height).enumerated() {
      draw(items[index], &frame, list.row(y: row), isChosen: index == window.selected, painter)
    }
    field.draw(in: &frame, inside.row(y: 0), style: painter.style(.input))
  }

  private func draw(
    _ item: PaletteMatches.Item, _ frame: inout Frame, _ line: Rect, isChosen: Bool, _ painter: Painter
  ) {
    let ground = isChosen ? painter.style(.selection) : painter.style(.popup)
    let quiet = isChosen ? ground : painter.theme.style(.muted, on: .popup)
    if isChosen { frame.fill(line, style: ground) }
    let keys = TextWidth.pad(item.keys, to: 9, alignRight: true)
    let detailWidth = min(28, line.width / 3)
    let detail = TextWidth.cut(item.obstacle ?? item.detail, to: detailWidth)
    // A short detail leaves a long title its room.
    let titleRoom = max(
      line.width - 11 - detailWidth, min(TextWidth.of(item.title), line.width - 11 - TextWidth.of(detail)))
    let title = TextWidth.cut(item.title, to: max(0, titleRoom))
    frame.put(title, x: line.x, y: line.y, style: item.obstacle == nil ? ground : quiet)
    if title == item.title { emphasize(item, &frame, line, ground) }
    frame.put(detail, x: line.maxX - 10 - TextWidth.of(detail), y: line.y, style: quiet)
    frame.put(
      keys, x: line.maxX - 9, y: line.y, style: isChosen ? ground : painter.theme.style(.key, on: .popup))
  }

  /// Shows which letters were found.
  private func emphasize(_ item: PaletteMatches.Item, _ frame: inout Frame, _ line: Rect, _ ground: Style) {
    guard !field.isEmpty else { return }
    let clusters = Array(item.title)
    var x = line.x
    var wanted = item.positions[...]
    for (index, cluster) in clusters.enumerated() {
      if wanted.first == index {
        wanted = wanted.dropFirst()
        frame.put(String(cluster), x: x, y: line.y, style: ground.adding(.bold).adding(.underline))
      }
      x += TextWidth.of(cluster)
    }
  }
}
