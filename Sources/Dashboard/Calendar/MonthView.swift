import Canvas
import Civil
import Desk

/// A month: a cell a day, with what is due and what takes place.
struct MonthView {
  /// What stands on a line of a cell.
  private enum Line {
    case holiday(DayNote)
    case due(Instant, Card)
    case block(Occurrence)

    var order: (Int, Instant) {
      switch self {
      case .holiday: (-1, Instant(seconds: .min))
      case .due(let due, _): (1, due)
      case .block(let occurrence): (occurrence.block.allDay ? 0 : 1, occurrence.start)
      }
    }
  }

  private struct Cell {
    let date: CivilDate
    let rect: Rect
    var lines: [Line] = []
    var planned = 0
    /// What takes time in which no work can be planned.
    var closed: [Occurrence] = []
    /// Until when what begins earlier takes the time.
    var taken: Instant?
    var hasConflict = false
    /// By how many seconds clocks change that day.
    var shift: Int?

    /// - Parameter occurrence: the next by its start.
    mutating func take(_ occurrence: Occurrence) {
      guard occurrence.takesTime, !occurrence.block.allDay, occurrence.start < occurrence.end else { return }
      if let taken, occurrence.start < taken { hasConflict = true }
      taken = max(taken ?? occurrence.end, occurrence.end)
    }
  }

  private let rect: Rect
  private let inside: Rect
  private let painter: Painter
  private let cells: [Cell]
  /// Holidays and changes of clocks on the days in sight.
  private let notes: [DayNote]
  /// The day that the cursor is on.
  private let current: CivilDate

  init(_ rect: Rect, _ painter: Painter) {
    self.rect = rect
    self.painter = painter
    inside = rect.inset(1, 1)
    let (state, world) = (painter.state, painter.world)
    current = state.calendar.day(world)
    let dates = MonthView.dates(current, state, world)
    notes = dates.isEmpty ? [] : DayNote.all(from: dates[0], to: dates[dates.count - 1], state, world)
    cells = MonthView.cells(dates, notes, inside, world)
  }

  /// Whole weeks from the first to the last day of the month.
  static func dates(_ date: CivilDate, _ state: ViewState, _ world: World) -> [CivilDate] {
    let all = state.calendar.dates(.month, world)
    let weeks = stride(from: 0, to: all.count, by: 7).map { all[$0..<min($0 + 7, all.count)] }
    return weeks.filter { week in week.contains { $0.month == date.month && $0.year == date.year } }
      .flatMap { $0 }
  }

  private static func cells(
    _ dates: [CivilDate], _ notes: [DayNote], _ inside: Rect, _ world: World
  ) -> [Cell] {
    let weeks = (dates.count + 6) / 7
    let body = inside.row(y: 1, height: inside.height - 1)
    var cells = dates.enumerated().map { index, date in
      let (row, column) = (index / 7, index % 7)
      let (left, right) = (body.width * column / 7, body.width * (column + 1) / 7)
      let (top, bottom) = (body.height * row / weeks, body.height * (row + 1) / weeks)
      return Cell(
        date: date, rect: Rect(x: body.x + left, y: body.y + top, width: right - left, height: bottom - top))
    }
    guard let first = dates.first, let last = dates.last else { return [] }
    let zone = world.desk.homeZone
    let span = TimeSpan(start: world.day(first).start, end: world.day(last).end)
    for occurrence in world.desk.occurrences(in: span) {
      let from = zone.date(at: max(occurrence.start, span.start)).days(since: first)
      let end = max(occurrence.start, min(occurrence.end.adding(-1), span.end.adding(-1)))
      let last = min(zone.date(at: end).days(since: first), from + 62)
      for index in from...max(from, last) where cells.indices.contains(index) {
        cells[index].lines.append(.block(occurrence))
        cells[index].take(occurrence)
        if occurrence.block.keepsFromWork { cells[index].closed.append(occurrence) }
        guard occurrence.block.isPlannedWork else { continue }
        cells[index].planned += occurrence.span.overlap(world.day(cells[index].date))
      }
    }
    for item in world.desk.deadlines(in: span) {
      let index = zone.date(at: item.due).days(since: first)
      if cells.indices.contains(index) { cells[index].lines.append(.due(item.due, item.card)) }
    }
    for note in notes {
      let index = note.date.days(since: first)
      guard cells.indices.contains(index) else { continue }
      switch note.kind {
      case .holiday: cells[index].lines.append(.holiday(note))
      case .clocks(let shift): if shift != 0 { cells[index].shift = cells[index].shift ?? shift }
      }
    }
    for index in cells.indices { cells[index].lines.sort { $0.order < $1.order } }
    return cells
  }

  // Where things are, for the mouse.

  /// The day at a place on the screen.
  func date(x: Int, y: Int) -> CivilDate? { cells.first { $0.rect.contains(x: x, y: y) }?.date }

  /// The block at a place on the screen.
  func block(x: Int, y: Int) -> Occurrence? {
    guard let cell = cells.first(where: { $0.rect.contains(x: x, y: y) }) else { return nil }
    let index = y - cell.rect.y - 1
    guard index >= 0, index < shown(cell), case .block(let occurrence) = cell.lines[index] else { return nil }
    return occurrence
  }

  /// Whether at a place on the screen it is told how many more there are.
  func isMore(x: Int, y: Int) -> Bool {
    guard let cell = cells.first(where: { $0.rect.contains(x: x, y: y) }) else { return false }
    let shown = shown(cell)
    return cell.lines.count > shown && cell.rect.height > 1 && y == cell.rect.y + shown + 1
  }

  /// How many lines of a cell are in sight.
  private func shown(_ cell: Cell) -> Int {
    let room = max(0, cell.rect.height - 1)
    return cell.lines.count <= room ? cell.lines.count : max(0, room - 1)
  }

  // Drawing.

  func draw(_ frame: inout Frame) {
    let words = painter.words
    CalendarHeader.drawEdge(
      &frame, rect, title: "\(words.dates.months[current.month - 1]) \(current.year)", painter)
    CalendarHeader.drawLowerEdge(
      &frame, rect, notes.filter { $0.kind != .holiday }.map { ($0.text, $0.role) }, painter)
    for cell in cells.prefix(7) {
      frame.put(
        PlanText.weekday(cell.date, words), x: cell.rect.x + 1, y: inside.y, style: painter.style(.muted))
    }
    for cell in cells { draw(cell, &frame) }
  }

  private func draw(_ cell: Cell, _ frame: inout Frame) {
    let area = cell.rect
    let isCurrent = cell.date == current
    let isFocused = painter.state.overlays.isEmpty
    let ground = isCurrent ? painter.style(isFocused ? .selection : .selectionUnfocused) : nil
    if let ground { frame.fill(area.row(y: 0), style: ground) }
    let isOther = cell.date.month != current.month
    let capacity = painter.desk.capacity(
      on: cell.date, among: cell.closed, of: painter.world.day(cell.date))
    let isToday = cell.date == painter.world.today
    let role: Role = isToday ? .now : isOther || capacity ?? 0 == 0 ? .weekend : .heading
    let number =
      isOther ? "\(cell.date.day) \(painter.words.dates.months[cell.date.month - 1])" : "\(cell.date.day)"
    var x = frame.put(
      number + (isToday ? " ●" : ""), x: area.x + 1, y: area.y,
      style: ground ?? painter.style(role).adding(.bold),
      clip: area)
    if let shift = cell.shift, shift != 0 {
      x = frame.put(
        " " + ClockNotes.signed(shift), x: x, y: area.y, style: ground ?? painter.style(.warning), clip: area)
    }
    drawSum(cell, capacity, from: x, ground, &frame)
    let shown = shown(cell)
    for (row, line) in cell.lines.prefix(shown).enumerated() { draw(line, &frame, area.row(y: row + 1)) }
    guard cell.lines.count > shown, area.height > 1 else { return }
    frame.put(
      Words.fill(painter.words.calendar.overflow, "\(cell.lines.count - shown)"), x: area.x + 1,
      y: area.y + shown + 1, style: painter.style(.muted))
  }

  private func drawSum(
    _ cell: Cell, _ capacity: Int?, from x: Int, _ ground: Style?, _ frame: inout Frame
  ) {
    guard !painter.state.isPrivate else { return }
    let isTrouble = cell.hasConflict || capacity.map { cell.planned > $0 } ?? false
    let room = cell.rect.maxX - 2 - x
    guard let sum = sums(cell.planned, isTrouble: isTrouble).first(where: { TextWidth.of($0) <= room }) else {
      return
    }
    frame.put(
      sum, x: cell.rect.maxX - 1 - TextWidth.of(sum), y: cell.rect.y,
      style: ground ?? painter.style(isTrouble ? .warning : .muted))
  }

  /// What is planned, from the most that is told to the least: `⚠ 9:45`, `⚠9:45`, `⚠10h`, `⚠`.
  ///
  /// - Parameter planned: in seconds.
  private func sums(_ planned: Int, isTrouble: Bool) -> [String] {
    guard planned > 0 else { return isTrouble ? ["⚠"] : [] }
    let sum = DurationText.hours(planned)
    let hours = Words.fill(painter.words.calendar.shortDayLength, "\((planned + 1800) / 3600)")
    let short = planned < 3600 ? [] : [hours]
    guard isTrouble else { return [sum] + short }
    return ["⚠ " + sum, "⚠" + sum] + short.map { "⚠" + $0 } + ["⚠"]
  }

  private func draw(_ line: Line, _ frame: inout Frame, _ place: Rect) {
    let zone = painter.desk.homeZone
    let isNarrow = place.width < 16
    let room = place.column(x: 0, width: place.width - 1)
    switch line {
    case .holiday(let note):
      let text = note.sign(painter.words) + (isNarrow ? "" : " ") + note.text
      frame.put(TextWidth.cut(text, to: room.width), x: room.x, y: room.y, style: painter.style(note.role))
    case .due(let due, let card):
      let isOverdue = due < painter.world.now
      let lead = (isOverdue ? "!" : "◆") + (isNarrow ? "" : DateText.clock(zone.wall(at: due)) + " ")
      let x = frame.put(
        lead, x: room.x, y: room.y, style: painter.style(isOverdue ? .overdue : .due).withoutUnderline)
      put(card.title, of: card.client, x, &frame, room)
    case .block(let occurrence):
      let block = occurrence.block
      let role: Role = painter.isHidden(block.client) ? .muted : painter.role(of: block.client)
      let bar = block.allDay ? "━" : block.kind == .meeting ? "║" : block.kind == .work ? "┃" : "╎"
      var x = frame.put(bar, x: room.x, y: room.y, style: painter.style(role))
      if !isNarrow, !block.allDay {
        x = frame.put(
          DateText.clock(zone.wall(at: occurrence.start)) + " ", x: x, y: room.y, style: painter.style(.muted)
        )
      }
      put(
        BlockView.mark(of: occurrence, isShort: isNarrow) + zoneMark(occurrence, isNarrow)
          + painter.shown(block.title, of: block.client),
        of: block.client, x, &frame, room)
    }
  }

  private func zoneMark(_ occurrence: Occurrence, _ isNarrow: Bool) -> String {
    guard !painter.isHidden(occurrence.block.client), ZoneMark.zone(of: occurrence, painter) != nil else {
      return ""
    }
    return isNarrow ? ZoneMark.sign : ZoneMark.sign + " "
  }

  private func put(_ title: String, of client: ClientID?, _ x: Int, _ frame: inout Frame, _ room: Rect) {
    let role: Role = painter.isHidden(client) ? .muted : painter.role(of: client)
    frame.put(
      TextWidth.cut(painter.shown(title, of: client), to: max(0, room.maxX - x)), x: x, y: room.y,
      style: painter.style(role))
  }
}
