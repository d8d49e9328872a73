import Canvas
import Civil
import Desk

/// What was done when, newest first.
enum HistoryPane {
  /// `Mon 23 Nov 2026`, shortened where the year is this one.
  private static let dayWidth = 11
  /// `14:03`.
  private static let clockWidth = 5

  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let history = painter.desk.history
    let words = painter.words.history
    let count = words.count(history.deedCount)
    let city = DateText.city(painter.desk.homeZone(at: painter.world.now).name)
    frame.box(
      rect, style: painter.style(painter.state.overlays.isEmpty ? .borderFocused : .border),
      title: "\(words.title) ─ \(count) · \(city)", titleStyle: painter.style(.heading))
    let inside = rect.inset(2, 1)
    guard history.deedCount > 0 else {
      let text = Words.fill(words.empty, painter.world.keymap.glyph(of: "desk.undo") ?? "")
      for (row, line) in TextWidth.wrap(text, to: inside.width).enumerated() {
        frame.put(line, x: inside.x, y: inside.y + 1 + row, style: painter.style(.muted), clip: inside)
      }
      return
    }
    let top = painter.state.history.top
    var day: CivilDate?
    for row in 0..<inside.height where top + row < history.deedCount {
      let deed = history.deed(top + row)
      let date = painter.desk.homeZone.wall(at: deed.at).date
      draw(deed, &frame, inside.row(y: row), isNewDay: date != day, painter)
      day = date
    }
    drawMore(&frame, rect, above: top, below: history.deedCount - top - inside.height, painter)
  }

  private static func draw(
    _ deed: Transaction, _ frame: inout Frame, _ rect: Rect, isNewDay: Bool, _ painter: Painter
  ) {
    let words = painter.words
    let ground =
      painter.state.history.selected == deed.sequence
      ? painter.style(painter.state.overlays.isEmpty ? .selection : .selectionUnfocused) : nil
    let style = { (role: Role) in ground ?? painter.style(role) }
    if let ground {
      frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1), style: ground)
    }
    let wall = painter.desk.homeZone.wall(at: deed.at)
    if isNewDay {
      let day = DateText.long(wall.date, today: painter.world.today, words.dates)
      let relative = DateText.relative(wall.date, today: painter.world.today, words.dates)
      let isNear = abs(wall.date.dayNumber - painter.world.today.dayNumber) <= 1
      frame.put(
        TextWidth.cut(isNear ? relative : day, to: dayWidth), x: rect.x, y: rect.y, style: style(.heading))
    }
    var x = rect.x + dayWidth + 1
    frame.put(DateText.clock(wall), x: x, y: rect.y, style: style(.muted))
    x += clockWidth + 2
    let isHidden = deed.isHidden(painter.state)
    let bar = deed.client == nil ? " " : "▌"
    x = frame.put(
      bar, x: x, y: rect.y, style: style(isHidden ? .muted : painter.role(of: deed.client)))
    let nameWidth = min(16, max(8, rect.width / 7))
    let name = isHidden ? "" : deed.owner(painter.desk)
    frame.put(TextWidth.cut(name, to: nameWidth), x: x, y: rect.y, style: style(.muted))
    x += nameWidth + 1
    let isTakenBack = painter.desk.history.takenBack(deed) != nil
    let mark = isTakenBack ? words.history.takenBackMark : ""
    let room = rect.maxX - x - (mark.isEmpty ? 0 : TextWidth.of(mark) + 2)
    let sentence = isHidden ? words.general.privateClient : words.history.sentence(of: deed, painter.desk)
    let look = style(isTakenBack ? .muted : .text)
    frame.put(
      TextWidth.cut(sentence, to: max(0, room)), x: x, y: rect.y,
      style: isTakenBack ? look.adding(.strikethrough) : look)
    frame.put(mark, x: rect.maxX - TextWidth.of(mark), y: rect.y, style: style(.warning))
  }

  private static func drawMore(
    _ frame: inout Frame, _ rect: Rect, above: Int, below: Int, _ painter: Painter
  ) {
    for (count, arrow, y) in [(above, "↑", rect.y), (below, "↓", rect.maxY - 1)] where count > 0 {
      let text = " \(arrow) " + Words.fill(painter.words.general.moreBelow, "\(count)") + " "
      frame.put(text, x: rect.maxX - TextWidth.of(text) - 2, y: y, style: painter.style(.accent))
    }
  }

  /// Keeps the selection on the same change while newer ones come in, and in sight.
  static func settle(_ state: inout ViewState, _ world: World) {
    let history = world.desk.history
    guard history.deedCount > 0 else {
      state.history = HistoryState()
      return
    }
    let known = state.history.selected.flatMap { history.number(ofDeed: $0) }
    let place = known ?? min(state.history.place, history.deedCount - 1)
    state.history.place = place
    state.history.selected = history.deed(place).sequence
    var window = ListWindow()
    window.selected = place
    window.top = state.history.top
    window.settle(count: history.deedCount, rows: Layout(size: state.size).main.inset(2, 1).height)
    state.history.top = window.top
  }

  /// Selects the change at a place on the screen; false where there is none.
  static func select(x: Int, y: Int, _ state: inout ViewState, _ world: World) -> Bool {
    let inside = Layout(size: state.size).main.inset(2, 1)
    let place = y - inside.y + state.history.top
    guard inside.contains(x: x, y: y), place < world.desk.history.deedCount else { return false }
    state.history.selected = world.desk.history.deed(place).sequence
    return true
  }
}
