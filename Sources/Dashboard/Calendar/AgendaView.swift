import Canvas
import Civil
import Desk

/// The agenda: what comes, day by day, on the home clock and the client's.
struct AgendaView {
  private let rect: Rect
  private let inside: Rect
  private let painter: Painter
  private let list: AgendaList
  private let top: Int

  init(_ rect: Rect, _ painter: Painter) {
    self.rect = rect
    self.painter = painter
    inside = rect.inset(2, 1)
    list = AgendaList(painter.state, painter.world)
    top = list.top(rows: inside.height)
  }

  /// The line at a place on the screen, and whether the cursor is on it.
  func line(y: Int) -> (list: AgendaList, index: Int, isCurrent: Bool)? {
    let index = top + y - inside.y
    guard y >= inside.y, y < inside.maxY, list.lines.indices.contains(index) else { return nil }
    return (list, index, index == list.index)
  }

  func draw(_ frame: inout Frame) {
    let words = painter.words
    CalendarHeader.drawEdge(&frame, rect, title: words.calendar.agenda, painter)
    var inside = inside
    if list.index == nil {
      frame.put(
        TextWidth.cut(words.calendar.nothingPlanned, to: inside.width), x: inside.x, y: inside.y,
        style: painter.style(.muted))
      inside = inside.row(y: 1, height: inside.height - 1)
    }
    for (row, line) in list.lines.dropFirst(top).prefix(inside.height).enumerated() {
      let place = inside.row(y: row)
      switch line {
      case .day(let date): draw(date, &frame, place)
      case .note(let note): draw(note, &frame, place)
      case .due(let due, let card): draw(card, due, isCurrent: top + row == list.index, &frame, place)
      case .block(let occurrence, let date):
        draw(occurrence, on: date, isCurrent: top + row == list.index, &frame, place)
      }
    }
  }

  private func draw(_ date: CivilDate, _ frame: inout Frame, _ place: Rect) {
    let (words, today) = (painter.words, painter.world.today)
    var text = DateText.long(date, today: today, words.dates)
    if (-1...1).contains(date.days(since: today)) {
      text += " · " + DateText.relative(date, today: today, words.dates)
    }
    let style = painter.style(date == today ? .now : .heading).adding(.bold)
    let x = frame.put(text + " ", x: place.x, y: place.y, style: style, clip: place)
    frame.put(
      String(repeating: "─", count: max(0, place.maxX - x)), x: x, y: place.y, style: painter.style(.border))
    guard !painter.state.isPrivate else { return }
    let sums = DaySums(date, painter.world)
    guard !sums.isEmpty,
      let sum = sums.texts(words.calendar).first(where: { x + TextWidth.of($0) + 5 <= place.maxX })
    else { return }
    frame.put(
      " \(sum) ", x: place.maxX - TextWidth.of(sum) - 3, y: place.y, style: painter.style(sums.role))
  }

  /// The ground of the line that the cursor is on, over its whole width.
  private func ground(_ isCurrent: Bool, _ frame: inout Frame, _ place: Rect) -> Style? {
    guard isCurrent else { return nil }
    let style = painter.style(painter.state.overlays.isEmpty ? .selection : .selectionUnfocused)
    frame.fill(place, style: style)
    return style
  }

  private func draw(
    _ card: Card, _ due: Instant, isCurrent: Bool, _ frame: inout Frame, _ place: Rect
  ) {
    let isOverdue = due < painter.world.now
    let words = painter.words.calendar
    let ground = ground(isCurrent, &frame, place)
    let style = ground ?? painter.style(isOverdue ? .overdue : .due).withoutUnderline
    let clock = DateText.clock(painter.desk.homeZone.wall(at: due))
    frame.put(
      clock + " " + (isOverdue ? "!" + words.overdue : words.due), x: place.x + 1, y: place.y, style: style)
    var aside = [name(card.client)]
    if !painter.isHidden(card.client), let start = painter.desk.safeStart(of: card, now: painter.world.now) {
      let teller = PlanTeller(painter.desk, today: painter.world.today, painter.words)
      let text = teller.safeStart(start, now: painter.world.now)
      aside.insert(start.at == nil ? "⚠ " + text : text, at: 0)
    }
    put(
      painter.shown(card.title, of: card.client), aside: aside, of: card.client, ground, &frame,
      place.column(x: 16, width: place.width))
  }

  /// A holiday, or clocks that change that day.
  private func draw(_ note: DayNote, _ frame: inout Frame, _ place: Rect) {
    let text = note.sign(painter.words) + " " + note.text
    frame.put(
      TextWidth.cut(text, to: place.width - 16), x: place.x + 16, y: place.y, style: painter.style(note.role))
  }

  /// Its hours on a date: `22:00–Wed 03:00`, and on the next `…–03:00`; `all day` where it takes all of it.
  private func hours(_ occurrence: Occurrence, on date: CivilDate) -> String {
    let (zone, words, day) = (painter.desk.homeZone, painter.words.calendar, painter.world.day(date))
    let isWhole = occurrence.start <= day.start && occurrence.end >= day.end
    guard !occurrence.block.allDay, !isWhole else { return words.allDay }
    guard occurrence.start >= day.start else {
      return Words.fill(words.runsUntil, DateText.clock(zone.wall(at: occurrence.end)))
    }
    let hours = PlanText.hours(occurrence.span, in: zone, on: date, painter.words)
    guard TextWidth.of(hours) > AgendaView.hoursWidth, occurrence.end > day.end else { return hours }
    return Words.fill(words.runsFrom, DateText.clock(zone.wall(at: occurrence.start)))
  }

  private static let hoursWidth = 15

  private func draw(
    _ occurrence: Occurrence, on date: CivilDate, isCurrent: Bool, _ frame: inout Frame, _ place: Rect
  ) {
    let block = occurrence.block
    let isHidden = painter.isHidden(block.client)
    let ground = ground(isCurrent, &frame, place)
    let isOn =
      occurrence.span.contains(painter.world.now) && date == painter.world.today && !block.allDay
    frame.put(
      TextWidth.cut(hours(occurrence, on: date), to: AgendaView.hoursWidth), x: place.x + 1, y: place.y,
      style: ground ?? painter.style(isOn ? .now : .text))
    let bar = block.kind == .meeting ? "║ " : block.kind == .work ? "┃ " : "╎ "
    let rest = place.column(x: 16, width: place.width)
    frame.put(
      bar, x: rest.x, y: rest.y,
      style: ground ?? painter.style(isHidden ? .muted : painter.role(of: block.client)))
    var aside = [name(block.client)]
    if !isHidden, !block.allDay {
      let zones = PlanText.zones(of: block.start, client: block.client ?? painter.state.client, painter.world)
      let start = TimeSpan(start: occurrence.start, seconds: 0)
      if occurrence.start >= painter.world.day(date).start {
        aside += PlanText.clocks(start, zones, isDated: false, painter.world).dropFirst()
      }
      aside.append(block.location ?? "")
    }
    put(
      BlockView.mark(of: occurrence) + painter.shown(block.title, of: block.client), aside: aside,
      of: block.client, ground, &frame, rest.column(x: 2, width: rest.width))
  }

  private func name(_ client: ClientID?) -> String {
    painter.isHidden(client) ? "" : client.flatMap { painter.desk.client($0)?.name } ?? ""
  }

  private func put(
    _ title: String, aside: [String], of client: ClientID?, _ ground: Style?, _ frame: inout Frame,
    _ place: Rect
  ) {
    let role: Role = painter.isHidden(client) ? .muted : painter.role(of: client)
    let x = frame.put(
      TextWidth.cut(title, to: place.width), x: place.x, y: place.y,
      style: ground ?? painter.style(role).adding(.bold))
    let text = aside.filter { !$0.isEmpty }.map { " · " + $0 }.joined()
    frame.put(
      TextWidth.cut(text, to: max(0, place.maxX - x)), x: x, y: place.y,
      style: ground ?? painter.style(.muted))
  }
}
