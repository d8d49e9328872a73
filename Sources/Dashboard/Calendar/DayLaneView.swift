import Canvas
import Civil
import Desk

/// What stands above the hours: what is due and what lasts whole days, in home time.
struct DayLaneView {
  static func draw(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    for column in layout.columns {
      let area =
        layout.isManyDays
        ? Rect(
          x: column.rect.x, y: layout.deadlineArea.y, width: column.rect.width,
          height: layout.deadlineArea.height) : layout.deadlineArea
      DayLaneView(column: column, area: area, isNarrow: layout.isManyDays, painter: painter).draw(&frame)
    }
  }

  private let column: DayColumn
  private let area: Rect
  /// Whether days stand side by side, so that a line has room for little.
  private let isNarrow: Bool
  private let painter: Painter

  private init(column: DayColumn, area: Rect, isNarrow: Bool, painter: Painter) {
    self.column = column
    self.area = area
    self.isNarrow = isNarrow
    self.painter = painter
  }

  private var words: CalendarWords { painter.words.calendar }

  private func draw(_ frame: inout Frame) {
    var all = column.lines
    let lines = all.count > area.height ? area.height - 1 : all.count
    // The one that the cursor is on is in sight.
    if let place = all.firstIndex(where: { $0.occurrence != nil && $0.occurrence == selected }),
      place >= lines
    {
      all.insert(all.remove(at: place), at: max(0, lines - 1))
    }
    for (row, line) in all.prefix(lines).enumerated() { draw(line, &frame, area.row(y: row)) }
    guard all.count > lines, area.height > 0 else { return }
    let isOverdue = all.dropFirst(lines).contains {
      if case .due(let due, _) = $0 { due < painter.world.now } else { false }
    }
    let more = Words.fill(isNarrow ? words.overflow : words.more, "\(all.count - lines)")
    frame.put(
      (isOverdue ? " !" : "  ") + more, x: area.x, y: area.y + lines,
      style: painter.style(isOverdue ? .overdue : .muted), clip: area)
  }

  private var selected: OccurrenceID? {
    painter.state.pane == .calendar ? painter.state.calendar.selected : nil
  }

  private func draw(_ line: DayLine, _ frame: inout Frame, _ place: Rect) {
    switch line {
    case .due(let due, let card):
      isNarrow ? drawShort(card, due, &frame, place) : draw(card, due, &frame, place)
    case .allDay(let occurrence): draw(occurrence, &frame, place)
    }
  }

  /// `━ ↻ Diwali`, over all days that it lasts.
  private func draw(_ occurrence: Occurrence, _ frame: inout Frame, _ place: Rect) {
    let block = occurrence.block
    let isCurrent = occurrence.id == selected
    let style =
      isCurrent
      ? painter.style(painter.state.overlays.isEmpty ? .selection : .selectionUnfocused)
      : painter.style(painter.isHidden(block.client) ? .muted : painter.role(of: block.client)).adding(.bold)
    if isCurrent { frame.fill(place, style: style) }
    let title = BlockView.mark(of: occurrence) + painter.shown(block.title, of: block.client)
    let lead = occurrence.start < column.day.span.start ? "◂ " : "━ "
    frame.put(
      TextWidth.cut((isNarrow ? lead : " " + lead) + title, to: place.width), x: place.x, y: place.y,
      style: style)
  }

  /// `!09:00 Restock`.
  private func drawShort(_ card: Card, _ due: Instant, _ frame: inout Frame, _ place: Rect) {
    let isOverdue = due < painter.world.now
    let clock = DateText.clock(column.day.zone.wall(at: due))
    var x = frame.put(
      (isOverdue ? "!" : "") + (place.width < 12 ? "" : clock + " "), x: place.x, y: place.y,
      style: painter.style(isOverdue ? .overdue : .due).withoutUnderline)
    if place.width < 12, !isOverdue { x = frame.put("◆", x: x, y: place.y, style: painter.style(.due)) }
    frame.put(
      TextWidth.cut(painter.shown(card.title, of: card.client), to: max(0, place.maxX - x)), x: x, y: place.y,
      style: painter.style(painter.isHidden(card.client) ? .muted : painter.role(of: card.client)))
  }

  /// `!overdue 16:00 Invoice pack · Coach Lin`.
  private func draw(_ card: Card, _ due: Instant, _ frame: inout Frame, _ line: Rect) {
    let isOverdue = due < painter.world.now
    let style = painter.style(isOverdue ? .overdue : .due)
    let lead = isOverdue ? "!" + words.overdue : " " + words.due
    var x = frame.put(lead, x: line.x + (isOverdue ? 1 : 0), y: line.y, style: style)
    x = frame.put(
      " " + DateText.clock(column.day.zone.wall(at: due)) + " ", x: x, y: line.y,
      style: painter.style(isOverdue ? .overdue : .due).withoutUnderline)
    let name = painter.isHidden(card.client) ? "" : painter.desk.client(card.client)?.name ?? ""
    let title = painter.shown(card.title, of: card.client)
    let room = line.maxX - x - 1
    let titleRoom = TextWidth.of(title) + TextWidth.of(name) + 3 <= room ? room : max(room * 2 / 3, room - 14)
    x = frame.put(
      TextWidth.cut(title, to: titleRoom), x: x, y: line.y,
      style: painter.style(painter.role(of: card.client)))
    let left = line.maxX - x - 4
    if !name.isEmpty, left > 2 {
      frame.put(" · " + TextWidth.cut(name, to: left), x: x, y: line.y, style: painter.style(.muted))
    }
  }
}
