import Canvas
import Civil
import Desk

/// The edge with date and sums, what is due, and the names over the clocks.
enum CalendarHeader {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ layout: CalendarLayout, _ painter: Painter) {
    let isFocused = painter.state.pane == .calendar && painter.state.overlays.isEmpty
    let title = title(layout.day, painter)
    frame.box(
      rect, style: painter.style(isFocused ? .borderFocused : .border), title: title,
      titleStyle: painter.style(.heading))
    drawSums(&frame, rect, layout.day, room: rect.width - TextWidth.of(title) - 8, painter)
    drawDeadlines(&frame, layout, painter)
    drawHeading(&frame, layout, painter)
  }

  private static func title(_ day: DayRows, _ painter: Painter) -> String {
    let words = painter.words
    let today = painter.world.today
    var parts = [DateText.long(day.date, today: today, words.dates)]
    if (-1...1).contains(day.date.days(since: today)) {
      parts.append(DateText.relative(day.date, today: today, words.dates))
    }
    if day.span.duration != CivilDate.secondsADay {
      let (hours, minutes) = (day.span.duration / 3600, day.span.duration / 60 % 60)
      let text = minutes == 0 ? "\(hours)" : DurationText.hours(day.span.duration)
      parts.append(Words.fill(words.calendar.dayLength, text))
    }
    if let journey = painter.world.journeyText, !painter.state.isPrivate { parts.append(journey) }
    return parts.joined(separator: " · ")
  }

  /// What is planned of what there is time for.
  private static func drawSums(
    _ frame: inout Frame, _ rect: Rect, _ day: DayRows, room: Int, _ painter: Painter
  ) {
    guard !painter.state.isPrivate else { return }
    let words = painter.words.calendar
    let planned = painter.desk.secondsPlanned(in: day.span)
    let capacity = painter.desk.workingSpan(on: day.date)?.duration
    let isOver = capacity.map { planned > $0 } ?? false
    var texts: [String]
    if let capacity {
      let sums = [DurationText.hours(planned), DurationText.hours(capacity)]
      texts = [Words.fill(words.planned, sums), Words.fill(words.plannedShort, sums), sums[0]]
    } else {
      texts = [words.dayOff]
      if planned > 0 {
        texts.insert(Words.fill(words.plannedDayOff, DurationText.hours(planned)), at: 0)
      }
    }
    if isOver { texts = texts.map { "⚠ " + $0 } }
    guard let text = texts.first(where: { TextWidth.of($0) <= room }) else { return }
    let x = rect.maxX - TextWidth.of(text) - 3
    frame.put(" \(text) ", x: x, y: rect.y, style: painter.style(isOver ? .warning : .muted))
  }

  private static func drawDeadlines(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let words = painter.words.calendar
    let area = layout.deadlineArea
    let all = layout.deadlines
    let lines = all.count > area.height ? area.height - 1 : all.count
    for (row, item) in all.prefix(lines).enumerated() {
      draw(item.card, due: item.due, &frame, area.row(y: row), layout.day, painter)
    }
    guard all.count > lines else { return }
    let isOverdue = all.dropFirst(lines).contains { $0.due < painter.world.now }
    frame.put(
      (isOverdue ? " !" : "  ") + Words.fill(words.more, "\(all.count - lines)"), x: area.x,
      y: area.y + lines, style: painter.style(isOverdue ? .overdue : .muted))
  }

  /// `!overdue 16:00 Invoice pack · Coach Lin`, in home time.
  private static func draw(
    _ card: Card, due: Instant, _ frame: inout Frame, _ line: Rect, _ day: DayRows, _ painter: Painter
  ) {
    let words = painter.words.calendar
    let isOverdue = due < painter.world.now
    let style = painter.style(isOverdue ? .overdue : .due)
    let lead = isOverdue ? "!" + words.overdue : " " + words.due
    var x = frame.put(lead, x: line.x + (isOverdue ? 1 : 0), y: line.y, style: style)
    x = frame.put(
      " " + DateText.clock(day.zone.wall(at: due)) + " ", x: x, y: line.y,
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

  /// The cities over their clocks and how far apart they are.
  private static func drawHeading(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let line = layout.heading
    var end = layout.grid.x
    // From the right: home's name has the room that the client's leaves it.
    for clock in layout.clocks.reversed() where clock.place.width > 1 {
      let room = end - clock.place.x - 1
      let text = PlanText.city(
        clock.zone, width: min(room, max(7, clock.place.width + (clock.isHome ? 5 : 0))))
      let dated = clock.showsDate ? clock.place.x + 4 : clock.place.x
      let x = min(dated, max(clock.place.x, clock.place.maxX - TextWidth.of(text)))
      let role: Role = clock.isHome ? .muted : painter.role(of: painter.state.client)
      frame.put(text, x: x, y: line.y, style: painter.style(role))
      end = x
    }
    let room = layout.grid.width - 2
    let notes = notes(layout, painter)
    guard let (text, role) = notes.first(where: { TextWidth.of($0.0) <= room }) ?? notes.last else { return }
    let cut = TextWidth.cut(text, to: room)
    frame.put(cut, x: layout.grid.maxX - 1 - TextWidth.of(cut), y: line.y, style: painter.style(role))
  }

  /// What stands over the grid, longest first: where clocks change that day, and how far the client is away.
  private static func notes(_ layout: CalendarLayout, _ painter: Painter) -> [(String, Role)] {
    let changes = layout.clocks.compactMap { change($0, layout.day, painter) }
    let client = layout.clocks.first { !$0.isHome && $0.place.width > 1 }
    guard let first = changes.first else {
      let coming = coming(layout, painter)
      guard let client else { return coming.map { [($0, .warning)] } ?? [] }
      if let coming {
        return [
          (distance(client, layout.day, painter) + " · " + coming, .warning), (coming, .warning),
          (short(client, layout.day, painter), .muted),
        ]
      }
      return [
        (distance(client, layout.day, painter), .muted), (short(client, layout.day, painter), .muted),
      ]
    }
    let all = changes.joined(separator: " · ")
    var notes: [(String, Role)] = [(all, .warning), (first, .warning)]
    if let client { notes.insert((all + " · " + distance(client, layout.day, painter), .warning), at: 0) }
    return notes
  }

  /// The next change of the clocks that are shown, from three weeks before it.
  private static func coming(_ layout: CalendarLayout, _ painter: Painter) -> String? {
    let shown = layout.clocks.map { $0.zone.rules(at: layout.day.span.start).name }
    return painter.world.memory.clockChanges(painter.world)
      .first { !$0.isTogether && shown.contains($0.zone) && $0.at >= layout.day.span.end }
      .map { painter.world.clocks.brief($0) }
  }

  private static func distance(_ clock: GutterClock, _ day: DayRows, _ painter: Painter) -> String {
    let words = painter.words.calendar
    let instant = reference(day, painter)
    let seconds =
      clock.zone.offset(at: instant).secondsEast - day.zone.offset(at: instant).secondsEast
    let city = PlanText.city(clock.zone, width: 12)
    guard seconds != 0 else { return Words.fill(words.sameTime, city) }
    let length = DurationText.short(abs(seconds))
    return Words.fill(seconds > 0 ? words.ahead : words.behind, city, length)
  }

  /// `+5h30`.
  private static func short(_ clock: GutterClock, _ day: DayRows, _ painter: Painter) -> String {
    let instant = reference(day, painter)
    let seconds =
      clock.zone.offset(at: instant).secondsEast - day.zone.offset(at: instant).secondsEast
    return (seconds < 0 ? "−" : "+") + DurationText.short(abs(seconds))
  }

  /// Now, or the middle of another day.
  private static func reference(_ day: DayRows, _ painter: Painter) -> Instant {
    day.span.contains(painter.world.now) ? painter.world.now : day.span.start.adding(day.span.duration / 2)
  }

  /// `London clocks +1h` where they change within the day.
  private static func change(_ clock: GutterClock, _ day: DayRows, _ painter: Painter) -> String? {
    let before = clock.zone.offset(at: day.span.start.adding(-1)).secondsEast
    let after = clock.zone.offset(at: day.span.end.adding(-1)).secondsEast
    guard before != after else { return nil }
    return Words.fill(
      painter.words.calendar.clocksChange, PlanText.city(clock.zone, width: 12),
      (after > before ? "+" : "−") + DurationText.short(abs(after - before)))
  }
}

extension Style {
  var withoutUnderline: Style {
    Style(foreground: foreground, background: background, attributes: attributes.subtracting(.underline))
  }
}
