import Canvas
import Civil
import Desk

/// The day in half hours, in home time and the client's.
enum CalendarPane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    var state = painter.state
    let ghost = CalendarGhost(state, painter.world)
    if let ghost { ghost.show(&state, painter.world) }
    let painter = Painter(theme: painter.theme, state: state, world: painter.world)
    let layout = CalendarLayout(rect, state, painter.world)
    CalendarHeader.draw(&frame, rect, layout, painter)
    guard layout.day.count > 0 else {
      let text = Words.fill(
        painter.words.calendar.skippedDay, PlanText.city(layout.day.zone, width: layout.inside.width / 2))
      frame.put(
        TextWidth.cut(text, to: layout.inside.width - 2), x: layout.inside.x + 1, y: layout.grid.y,
        style: painter.style(.muted))
      return
    }
    CalendarGutter.draw(&frame, layout, painter)
    let isHere = state.pane == .calendar && ghost == nil
    let current = isHere ? CalendarCursor(state, painter.world).current : nil
    if case .slot(let row)? = current { drawCursor(&frame, layout, row, painter) }
    drawNow(&frame, layout, painter)
    for placed in layout.blocks where placed.item.id != ghost?.id {
      BlockView(placed, isCurrent: current == .block(placed.item.id), layout, painter).draw(&frame)
    }
    for more in layout.overflow {
      frame.put(
        Words.fill(painter.words.calendar.overflow, "\(more.count)"), x: more.place.x, y: more.place.y,
        style: painter.style(.warning))
    }
    ghost?.draw(&frame, layout, painter)
    if isHere { CalendarFooter.draw(&frame, layout, painter) }
  }

  /// The free half hour that the cursor is on, while the keys go to this pane.
  private static func drawCursor(
    _ frame: inout Frame, _ layout: CalendarLayout, _ row: Int, _ painter: Painter
  ) {
    guard let y = layout.y(of: row) else { return }
    let isFocused = painter.state.overlays.isEmpty
    let style = painter.style(isFocused ? .selection : .selectionUnfocused)
    frame.fill(Rect(x: layout.grid.x, y: y, width: layout.grid.width, height: 1), style: style)
  }

  /// A line through the half hour that it is now.
  private static func drawNow(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let now = painter.world.now
    guard layout.day.span.contains(now), let y = layout.y(of: layout.day.row(at: now)) else { return }
    let style = painter.style(.now)
    let line = Rect(x: layout.grid.x, y: y, width: layout.grid.width, height: 1)
    for x in line.x..<line.maxX {
      let ground = frame.style(x: x, y: y)
      frame.put("─", x: x, y: y, style: style.withBackground(of: ground))
    }
    let label = " \(painter.words.calendar.now) "
    let x = line.maxX - TextWidth.of(label) - 1
    if x > line.x {
      frame.put(label, x: x, y: y, style: style.withBackground(of: frame.style(x: x, y: y)))
    }
  }

  /// Keeps note of what is in sight, and the cursor in sight when that changes.
  static func settle(_ state: inout ViewState, _ world: World) {
    let layout = CalendarLayout(Layout(size: state.size).calendar, state, world)
    let before = state.calendar.shown
    state.calendar.shown = layout.top..<layout.top + layout.grid.height
    guard before.count != layout.grid.height, state.calendar.cursor != nil, state.calendar.top != nil else {
      return
    }
    let cursor = CalendarCursor(state, world)
    state.calendar.reveal(cursor.rows, dayRows: cursor.day.count)
    state.calendar.shown = CalendarPane.shown(state.calendar, layout.grid.height, cursor.day.count)
  }

  private static func shown(_ calendar: CalendarState, _ rows: Int, _ count: Int) -> Range<Int> {
    let top = min(max(0, calendar.top ?? 0), max(0, count - rows))
    return top..<top + rows
  }

  /// What verbs act on while the keys go to this pane.
  static func selection(_ state: ViewState, _ world: World) -> Selection {
    CalendarCursor(state, world).block.map { .block($0.id) } ?? .none
  }
}

extension Style {
  /// The same letters on another ground.
  func withBackground(of other: Style) -> Style {
    Style(foreground: foreground, background: other.background, attributes: attributes)
  }
}
