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
      let draw = { (frame: inout Frame) in
        CalendarPane.draw(
          column, &frame, layout, shade, current: isCursors ? current : nil, isCursors: isCursors,
          ghost: ghost,
          preview, painter)
      }
      if let pictures, !isCursors, !column.holdsSelected {
        pictures.show(column, &frame, draw: draw)
      } else {
        draw(&frame)
      }
    }
    if isHere { CalendarFooter.draw(&frame, layout, painter) }
  }

  /// One day.
  ///
  /// - Parameters:
  ///   - current: what the cursor is on, on its day.
  ///   - isCursors: whether the keys go to this day.
  private static func draw(
    _ column: DayColumn, _ frame: inout Frame, _ layout: CalendarLayout, _ shade: CalendarShade,
    current: CalendarStop?, isCursors: Bool, ghost: CalendarGhost?, _ preview: PlanPreview?,
    _ painter: Painter
  ) {
    let missing = drawMissing(&frame, column, layout, painter)
    shade.draw(&frame, column)
    DayLaneView.drawMarks(&frame, column, layout, painter)
    if case .slot(let row)? = current { drawCursor(&frame, column, layout, row, painter) }
    if isCursors { drawSelection(&frame, column, layout, painter) }
    drawNow(&frame, column, layout, painter)
    for placed in column.blocks where placed.item.id != ghost?.id {
      // On a shaded ground a block is a card, as easy to read as elsewhere.
      shade.lift(&frame, placed.rect)
      if let preview, let view = PlanGhostView(placed, preview, column, top: layout.top, painter) {
        view.draw(&frame)
        continue
      }
      let isCurrent = current == .block(placed.item.id)
      BlockView(placed, isCurrent: isCurrent, column, top: layout.top, painter).draw(&frame)
      if !missing.isEmpty { drawMissing(missing, in: placed.rect, &frame, painter) }
    }
    SpentView(column, painter).draw(&frame)
    for more in column.overflow { OverflowView(more, column, painter).draw(&frame) }
    ghost?.draw(&frame, column, layout, painter)
    drawNowLabel(&frame, column, layout, painter)
    if isCursors { drawSelectionLabel(&frame, column, layout, painter) }
  }

  /// Hatches the rows of times that the day does not have, while others beside it do, and says which lines those are;
  /// where blocks stand it waits for their letters.
  private static func drawMissing(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter
  ) -> [Int] {
    guard layout.isManyDays else { return [] }
    var lines: [Int] = []
    for y in 0..<column.rect.height where layout.top + y < column.day.count {
      guard !column.day.exists(layout.top + y) else { continue }
      let line = column.rect.row(y: y)
      lines.append(line.y)
      frame.fill(line, style: painter.style(.offHours), text: hatch)
      for placed in column.blocks where placed.rect.y <= line.y && line.y < placed.rect.maxY {
        frame.fill(placed.rect.intersection(line), style: painter.style(.background))
      }
    }
    return lines
  }

  /// The same within a block, to the right of its letters.
  private static func drawMissing(_ lines: [Int], in rect: Rect, _ frame: inout Frame, _ painter: Painter) {
    for y in lines where rect.y <= y && y < rect.maxY {
      let last = (rect.x..<rect.maxX).last { !frame.cell(x: $0, y: y).isBlank } ?? rect.x
      for x in (last == rect.x ? last + 1 : last + 2)..<max(last + 2, rect.maxX) where x < rect.maxX {
        let ground = frame.style(x: x, y: y)
        frame.put(String(hatch), x: x, y: y, style: painter.style(.offHours).withBackground(of: ground))
      }
    }
  }

  private static let hatch: Character = "╱"

  /// The free row that the cursor is on, while the keys go to this pane.
  private static func drawCursor(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ row: Int, _ painter: Painter
  ) {
    guard let y = layout.y(of: row) else { return }
    let isFocused = painter.state.overlays.isEmpty
    let style = painter.style(isFocused ? .selection : .selectionUnfocused)
    frame.fill(Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style: style)
  }

  /// The span that is being selected.
  private static func drawSelection(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter
  ) {
    guard let span = painter.state.selectedSpan(painter.world), column.day.span.overlaps(span) else { return }
    for row in column.day.rows(of: span) {
      guard let y = layout.y(of: row) else { continue }
      frame.fill(
        Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style: painter.style(.selection))
    }
  }

  /// The span that is being selected over whatever stands there, and how long it is.
  private static func drawSelectionLabel(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter
  ) {
    guard let span = painter.state.selectedSpan(painter.world), column.day.span.overlaps(span) else { return }
    let (rows, style) = (column.day.rows(of: span), painter.style(.selection))
    for y in rows.compactMap(layout.y(of:)) {
      frame.restyle(Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style)
    }
    if let y = layout.y(of: rows.lowerBound) {
      let text = PlanText.hours(span, in: column.day.zone, on: column.day.date, painter.words)
      frame.fill(Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style: style)
      frame.put(
        TextWidth.cut(text + " · " + DurationText.short(span.duration), to: column.plan.width - 1),
        x: column.plan.x + 1, y: y, style: style)
    }
  }

  /// A line through the row that it is now.
  private static func drawNow(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter
  ) {
    let now = painter.world.now
    guard column.day.span.contains(now), let y = layout.y(of: column.day.row(at: now)) else { return }
    let style = painter.style(.now)
    let (selection, base) = (painter.style(.selection), painter.style(.background).background)
    let line = Rect(x: column.rect.x, y: y, width: column.rect.width, height: 1)
    for x in line.x..<line.maxX {
      // On what is selected the line has the colour that can be read there.
      let ground = frame.style(x: x, y: y)
      let isPlain = ground.background != selection.background || selection.background == base
      frame.put(nowLine, x: x, y: y, style: isPlain ? style.withBackground(of: ground) : ground)
    }
  }

  /// The name of that line, as far to the right as nothing else stands on it; nowhere where blocks leave no room.
  private static func drawNowLabel(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter
  ) {
    let now = painter.world.now
    guard column.day.span.contains(now), let y = layout.y(of: column.day.row(at: now)) else { return }
    let label = " \(painter.words.calendar.now) "
    let width = TextWidth.of(label)
    var free = 0
    for x in (column.rect.x..<column.rect.maxX).reversed() {
      free = frame.text(of: frame.cell(x: x, y: y)) == nowLine ? free + 1 : 0
      // A piece of the line stays on either side.
      guard free == width + 2 else { continue }
      frame.put(label, x: x + 1, y: y, style: frame.style(x: x + 1, y: y))
      return
    }
  }

  private static let nowLine = "─"

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

extension Style {
  /// The same letters on another ground.
  func withBackground(of other: Style) -> Style {
    Style(foreground: foreground, background: other.background, attributes: attributes)
  }
}
