import Canvas
import Civil
import Desk

/// The calendar: days in rows, in home time and the client's, a month, or a list.
enum CalendarPane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    switch painter.state.calendarView {
    case .month: MonthView(rect, painter).draw(&frame)
    case .agenda: AgendaView(rect, painter).draw(&frame)
    case .day, .threeDays, .week: drawDays(&frame, rect, painter)
    }
  }

  private static func drawDays(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    var state = painter.state
    let ghost = CalendarGhost(state, painter.world)
    if let ghost { ghost.show(&state, painter.world) }
    let painter = Painter(theme: painter.theme, state: state, world: painter.world)
    let layout = CalendarLayout(rect, state, painter.world)
    draw(&frame, rect, layout, ghost: ghost, nil, painter)
  }

  /// The days with what a proposal would change in them.
  static func draw(
    _ frame: inout Frame, _ rect: Rect, _ layout: CalendarLayout, _ preview: PlanPreview, _ painter: Painter
  ) {
    draw(&frame, rect, layout, ghost: nil, preview, painter)
  }

  private static func draw(
    _ frame: inout Frame, _ rect: Rect, _ layout: CalendarLayout, ghost: CalendarGhost?,
    _ preview: PlanPreview?,
    _ painter: Painter
  ) {
    let state = painter.state
    guard layout.day.count > 0 else {
      CalendarHeader.draw(&frame, rect, layout, painter)
      let text = Words.fill(
        painter.words.calendar.skippedDay, PlanText.city(layout.day.zone, width: layout.inside.width / 2))
      frame.put(
        TextWidth.cut(text, to: layout.inside.width - 2), x: layout.inside.x + 1, y: layout.grid.y,
        style: painter.style(.muted))
      return
    }
    let isHere = state.pane == .calendar && ghost == nil && preview == nil
    // Only where the cursor moves through many days is it worth to keep them.
    let isKept = isHere && layout.isManyDays && state.overlays.isEmpty && state.drag == nil
    let pictures = isKept ? painter.world.memory.pictures(.init(rect, layout, painter)) : nil
    let drawAll = { (frame: inout Frame) in
      drawParts(&frame, rect, layout, isHere: isHere, ghost, preview, pictures, painter)
    }
    if let pictures, let stop = CalendarPictures.Stop(layout, state) {
      pictures.show(stop, &frame, rect, draw: drawAll)
    } else {
      drawAll(&frame)
    }
  }

  /// What is around the days, the days, and what the cursor is on in words.
  ///
  /// - Parameters:
  ///   - isHere: whether the keys go to what is drawn.
  ///   - pictures: what is kept of the parts; nil where they are drawn anew.
  private static func drawParts(
    _ frame: inout Frame, _ rect: Rect, _ layout: CalendarLayout, isHere: Bool, _ ghost: CalendarGhost?,
    _ preview: PlanPreview?, _ pictures: CalendarPictures?, _ painter: Painter
  ) {
    let state = painter.state
    let shade = CalendarShade(layout, painter)
    let drawSurroundings = { (frame: inout Frame) in
      CalendarHeader.draw(&frame, rect, layout, painter)
      CalendarGutter.draw(&frame, layout, painter)
      shade.drawClocks(&frame)
    }
    if let pictures {
      pictures.show(.init(layout, state), &frame, rect, draw: drawSurroundings)
    } else {
      drawSurroundings(&frame)
    }
    let current = isHere ? CalendarCursor(state, painter.world).current : nil
    for column in layout.columns {
      let isCursors = isHere && column.day.date == layout.day.date
      let view = DayView(
        column, layout, shade, isCursors: isCursors, current: isCursors ? current : nil, ghost, preview,
        painter)
      if let pictures, !isCursors || state.calendar.anchor == nil {
        view.draw(&frame, pictures)
      } else {
        view.draw(&frame)
      }
    }
    if isHere { CalendarFooter.draw(&frame, layout, painter) }
  }

  /// Keeps note of what is in sight, and the cursor in sight when that changes.
  static func settle(_ state: inout ViewState, _ world: World) {
    guard state.calendarView != .month, state.calendarView != .agenda else { return }
    let layout = CalendarLayout(Layout(state).calendar, state, world)
    let before = state.calendar.shown
    state.calendar.shown = layout.top..<layout.top + layout.grid.height
    if state.calendarView == .threeDays { state.calendar.first = layout.columns.first?.day.date }
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
    switch state.calendarView {
    case .month: .none
    case .agenda: AgendaList(state, world).selection
    case .day, .threeDays, .week: CalendarCursor(state, world).selected.map { .block($0) } ?? .none
    }
  }
}
