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
      if case .due(let due, _, _) = $0 { due < painter.world.now } else { false }
    }
    let more = more("\(all.count - lines)")
    frame.put(
      (isOverdue ? " !" : "  ") + more, x: area.x, y: area.y + lines,
      style: painter.style(isOverdue ? .overdue : .muted), clip: area)
  }

  /// How many there is no room for, and where the keys go here the one that lists them.
  private func more(_ count: String) -> String {
    guard !isNarrow else { return Words.fill(words.overflow, count) }
    guard painter.state.pane == .calendar,
      let key = painter.world.keymap.glyph(of: "calendar.agenda", in: .calendar)
    else { return Words.fill(words.more, count) }
    return Words.fill(words.moreInAgenda, count, key)
  }

  private var selected: OccurrenceID? {
    painter.state.pane == .calendar ? painter.state.calendar.selected : nil
  }

  private func draw(_ line: DayLine, _ frame: inout Frame, _ place: Rect) {
    switch line {
    case .note(let note):
      let text = isNarrow ? note.sign(painter.words) + note.text : " \(note.sign(painter.words)) \(note.text)"
      frame.put(TextWidth.cut(text, to: place.width), x: place.x, y: place.y, style: painter.style(note.role))
    case .due(let due, let card, let start):
      isNarrow ? drawShort(card, due, start, &frame, place) : draw(card, due, start, &frame, place)
    case .start(let at, let card, let start):
      isNarrow ? drawShortStart(card, at, &frame, place) : drawStart(card, at, start, &frame, place)
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

  /// `◆09:00 Restock`, `!09:00 Restock` once it is over; `⚠09:00 Restock` where it will not be finished by then.
  private func drawShort(
    _ card: Card, _ due: Instant, _ start: SafeStart?, _ frame: inout Frame, _ place: Rect
  ) {
    let isOverdue = due < painter.world.now
    let isLate = start.map { $0.at == nil } ?? false
    let sign = isOverdue ? "!" : isLate ? "⚠" : "◆"
    let style = painter.style(isOverdue ? .overdue : isLate ? .warning : .due).withoutUnderline
    putShort(sign, due, card, style, &frame, place)
  }

  /// `▸14:00 Invoice pack`.
  private func drawShortStart(_ card: Card, _ at: Instant, _ frame: inout Frame, _ place: Rect) {
    putShort(DayLaneView.startSign, at, card, painter.style(role(ofStart: at)), &frame, place)
  }

  private func putShort(
    _ sign: String, _ at: Instant, _ card: Card, _ style: Style, _ frame: inout Frame, _ place: Rect
  ) {
    let clock = place.width < 12 ? "" : DateText.clock(column.day.zone.wall(at: at)) + " "
    let x = frame.put(sign + clock, x: place.x, y: place.y, style: style)
    frame.put(
      TextWidth.cut(painter.shown(card.title, of: card.client), to: max(0, place.maxX - x)), x: x, y: place.y,
      style: painter.style(painter.isHidden(card.client) ? .muted : painter.role(of: card.client)))
  }

  /// `!overdue 16:00 Invoice pack · Coach Lin`, ` due 16:00 Invoice pack · start by 14:30 · Coach Lin`.
  private func draw(
    _ card: Card, _ due: Instant, _ start: SafeStart?, _ frame: inout Frame, _ line: Rect
  ) {
    let isOverdue = due < painter.world.now
    let role: Role = isOverdue ? .overdue : .due
    let lead = isOverdue ? "!" + words.overdue : " " + words.due
    var x = frame.put(lead, x: line.x + (isOverdue ? 1 : 0), y: line.y, style: painter.style(role))
    x = frame.put(
      " " + DateText.clock(column.day.zone.wall(at: due)) + " ", x: x, y: line.y,
      style: painter.style(role).withoutUnderline)
    guard let start else { return put(card, [], .muted, x, &frame, line) }
    let teller = PlanTeller(painter.desk, today: column.day.date, painter.words)
    guard let at = start.at else {
      return put(card, ["⚠ " + teller.safeStart(start, now: painter.world.now)], .overdue, x, &frame, line)
    }
    let wall = column.day.zone.wall(at: at)
    let when = (wall.date == column.day.date ? "" : day(wall.date) + " ") + DateText.clock(wall)
    let text = at <= painter.world.now ? painter.words.plan.startNow : Words.fill(words.startBy, when)
    put(card, [text, DayLaneView.startSign + when], self.role(ofStart: at), x, &frame, line)
  }

  /// `▸start by 14:00 Invoice pack · due Thu 26 22:30 · Coach Lin`, on the day on which it must be begun.
  private func drawStart(
    _ card: Card, _ at: Instant, _ start: SafeStart, _ frame: inout Frame, _ line: Rect
  ) {
    let lead = Words.fill(words.startBy, DateText.clock(column.day.zone.wall(at: at)))
    let x = frame.put(
      DayLaneView.startSign + lead + " ", x: line.x, y: line.y, style: painter.style(role(ofStart: at)))
    let wall = column.day.zone.wall(at: start.due)
    let due = words.due + " " + day(wall.date)
    put(card, [due + " " + DateText.clock(wall), due], .due, x, &frame, line)
  }

  private static let startSign = "▸"

  private func day(_ date: CivilDate) -> String {
    DateText.short(date, today: column.day.date, painter.words.dates)
  }

  /// Soon is a warning, before anything is late.
  private func role(ofStart at: Instant) -> Role {
    at.seconds(since: painter.world.now) < 2 * 3600 ? .warning : .due
  }

  /// The title with what is told of it, the longest that leaves the title room, and then whose it is.
  private func put(
    _ card: Card, _ notes: [String], _ role: Role, _ start: Int, _ frame: inout Frame, _ line: Rect
  ) {
    let name = painter.isHidden(card.client) ? "" : painter.desk.client(card.client)?.name ?? ""
    let title = painter.shown(card.title, of: card.client)
    let room = line.maxX - start - 1
    let least = min(TextWidth.of(title), room / 3)
    let note = notes.first { TextWidth.of($0) + 3 + least <= room } ?? ""
    let noted = note.isEmpty ? room : room - TextWidth.of(note) - 3
    let isAll = TextWidth.of(title) + TextWidth.of(name) + 3 <= noted
    let titleRoom = isAll || !note.isEmpty ? noted : max(noted * 2 / 3, noted - 14)
    var x = frame.put(
      TextWidth.cut(title, to: titleRoom), x: start, y: line.y,
      style: painter.style(painter.isHidden(card.client) ? .muted : painter.role(of: card.client)))
    if !note.isEmpty {
      x = frame.put(" · ", x: x, y: line.y, style: painter.style(.muted))
      x = frame.put(note, x: x, y: line.y, style: painter.style(role).withoutUnderline)
    }
    let left = line.maxX - x - 4
    if !name.isEmpty, left > (note.isEmpty ? 2 : 6) {
      frame.put(" · " + TextWidth.cut(name, to: left), x: x, y: line.y, style: painter.style(.muted))
    }
  }

  /// Marks beside the grid the rows in which the last safe starts lie.
  static func drawMarks(
    _ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter
  ) {
    for at in column.lines.compactMap(\.safeStart) where column.day.span.contains(at) {
      guard let y = layout.y(of: column.day.row(at: at)) else { continue }
      let ground = frame.style(x: column.rect.x - 1, y: y)
      let isSoon = at.seconds(since: painter.world.now) < 2 * 3600
      frame.put(
        startSign, x: column.rect.x - 1, y: y,
        style: painter.style(isSoon ? .warning : .due).withBackground(of: ground))
    }
  }
}
