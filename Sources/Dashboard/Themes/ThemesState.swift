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

  /// Tries on the theme that is clicked; another click on it keeps it.
  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World)
    -> OverlayResult
  {
    let count = world.themes.themes.count
    let list = ThemesState.list(layout, count: count)
    guard let index = window.line(x: x, y: y, in: list, count: count) else { return .stay }
    guard index != window.selected else { return handle(KeyPress(.enter), &state, world) }
    window = window.settled(count: count, rows: list.height)
    window.selected = index
    state.previewTheme = world.themes.themes[index].name
    return .stay
  }

  private static func rect(_ layout: Layout, count: Int) -> Rect {
    let area = layout.main.inset(2, 1)
    let width = min(area.width, 44)
    // To the right, so that what is tried on can be seen beside it.
    return Rect(
      x: area.maxX - width, y: area.y, width: width, height: min(area.height, count + 5))
  }

  private static func list(_ layout: Layout, count: Int) -> Rect {
    let inside = rect(layout, count: count).inset(2, 1)
    return inside.row(y: 0, height: inside.height - 3)
  }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let themes = painter.world.themes.themes
    let inside = Popup.open(
      &frame, ThemesState.rect(layout, count: themes.count), title: painter.words.themes.title, painter)
    let list = ThemesState.list(layout, count: themes.count)
    let window = window.settled(count: themes.count, rows: list.height)
    for (row, index) in window.shown(count: themes.count, rows: list.height).enumerated() {
      let line = list.row(y: row)
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
    let words = painter.words.themes
    // One that is kept here wins over the configured one, until it is given up.
    let configured = painter.world.themes.configured.flatMap(painter.world.themes.named).map {
      Words.fill(words.followsConfiguration, $0.title)
    }
    for (row, text) in [words.footer, configured ?? words.followsBackground].enumerated() {
      frame.put(
        TextWidth.cut(text, to: inside.width), x: inside.x, y: inside.maxY - 2 + row,
        style: painter.theme.style(.hint, on: .popup))
    }
  }
}
