import Canvas

extension PaletteState {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let width = min(layout.main.width - 4, 84)
    let height = min(layout.main.height - 1, 20)
    let rect = Rect(x: (layout.main.width - width) / 2, y: layout.main.y + 1, width: width, height: height)
    let inside = Popup.open(&frame, rect, title: painter.words.palette.title, painter)
    let items = PaletteMatches(field.text, painter.state, painter.world).items
    let rows = inside.height - 2
    var window = window
    window.settle(count: items.count, rows: rows)
    if items.isEmpty {
      frame.put(
        painter.words.palette.nothing, x: inside.x, y: inside.y + 2,
        style: painter.theme.style(.muted, on: .popup))
    }
    for row in 0..<max(0, rows) {
      let index = window.top + row
      guard index < items.count else { break }
      draw(items[index], &frame, inside.row(y: 2 + row), isChosen: index == window.selected, painter)
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
    let titleRoom = line.width - 10 - detailWidth - 1
    let title = TextWidth.cut(item.title, to: max(0, titleRoom))
    frame.put(title, x: line.x, y: line.y, style: item.obstacle == nil ? ground : quiet)
    if title == item.title { emphasize(item, &frame, line, ground) }
    frame.put(detail, x: line.x + titleRoom + 1, y: line.y, style: quiet)
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
