import Canvas
import Desk

/// The list of themes; the one the cursor is on is tried on at once.
package struct ThemesState: Equatable, Sendable {
  package var window = ListWindow()

  package init(_ state: ViewState, _ world: World) {
    let current = Dashboard.theme(state, world).name
    window.selected = world.themes.themes.firstIndex { $0.name == current } ?? 0
  }

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    let themes = world.themes.themes
    switch press.key {
    case .escape:
      state.previewTheme = nil
      return .close
    case .up, .character("k"), .backTab: window.move(by: -1, count: themes.count)
    case .down, .character("j"), .tab: window.move(by: 1, count: themes.count)
    case .character("a"):
      state.previewTheme = nil
      return .finish([.commit(world.desk.editSettings(context: world.context) { $0.theme = nil })])
    case .enter:
      guard themes.indices.contains(window.selected) else { return .stay }
      let name = themes[window.selected].name
      state.previewTheme = nil
      guard name != world.desk.settings.theme else { return .close }
      return .finish([.commit(world.desk.editSettings(context: world.context) { $0.theme = name })])
    default: break
    }
    if themes.indices.contains(window.selected) { state.previewTheme = themes[window.selected].name }
    return .stay
  }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let themes = painter.world.themes.themes
    let rows = min(themes.count, layout.main.height - 6)
    let width = min(layout.main.width - 4, 44)
    // To the right, so that what is tried on can be seen beside it.
    let rect = Rect(
      x: layout.main.maxX - width - 2, y: layout.main.y + 2, width: width, height: max(1, rows) + 5)
    let inside = Popup.open(&frame, rect, title: painter.words.themes.title, painter)
    var window = window
    window.settle(count: themes.count, rows: rows)
    for row in 0..<max(0, rows) {
      let index = window.top + row
      guard index < themes.count else { break }
      let line = inside.row(y: row)
      let isChosen = index == window.selected
      let ground = isChosen ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(line, style: ground) }
      let kind = themes[index].isDark ? painter.words.themes.dark : painter.words.themes.light
      let mark = themes[index].name == painter.desk.settings.theme ? "✓ " : "  "
      frame.put(
        TextWidth.cut(mark + themes[index].title, to: line.width - 8), x: line.x, y: line.y, style: ground)
      frame.put(
        kind, x: line.maxX - TextWidth.of(kind), y: line.y,
        style: isChosen ? ground : painter.theme.style(.muted, on: .popup))
    }
    for (row, text) in painter.words.themes.footer.enumerated() {
      frame.put(
        TextWidth.cut(text, to: inside.width), x: inside.x, y: inside.maxY - 2 + row,
        style: painter.theme.style(.hint, on: .popup))
    }
  }
}
