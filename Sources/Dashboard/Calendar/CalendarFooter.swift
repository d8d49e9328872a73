import Canvas
import Civil
import Desk

/// What the cursor is on, in words and on every clock that matters.
enum CalendarFooter {
  static func draw(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let cursor = CalendarCursor(painter.state, painter.world)
    guard cursor.day.count > 0 else { return }
    let allDay = cursor.allDay.first { cursor.current == .block($0.id) }
    let lines =
      cursor.block.map { block($0, cursor, layout, painter) } ?? allDay.map { wholeDays($0, painter) }
      ?? slot(cursor, painter)
    for (row, parts) in lines.prefix(layout.footer.height).enumerated() {
      let line = layout.footer.row(y: row).column(x: 1, width: layout.footer.width - 2)
      var x = line.x
      for (text, role) in parts {
        x = frame.put(
          TextWidth.cut(text, to: max(0, line.maxX - x)), x: x, y: line.y, style: painter.style(role))
      }
    }
  }

  /// The clocks first: where there is one line, it is the one that is not on the screen anyway.
  private static func block(
    _ item: DayBlock, _ cursor: CalendarCursor, _ layout: CalendarLayout, _ painter: Painter
  ) -> [[(String, Role)]] {
    let world = painter.world
    let block = item.block
    let isHidden = painter.isHidden(block.client)
    let zones =
      isHidden
      ? [world.desk.homeZone]
      : PlanText.zones(of: block.start, client: block.client ?? painter.state.client, world)
    let clocks = PlanText.clocks(item.span, zones, isDated: false, world).joined(separator: " · ")
    var about: [(String, Role)] = [
      (painter.shown(block.title, of: block.client), isHidden ? .muted : painter.role(of: block.client))
    ]
    let problem = world.desk.block(block.id).flatMap { world.desk.problem(of: $0) }
    if let note = PlanNote.clock(block.start, world.desk, world.words)
      ?? (isHidden ? nil : problem?.text(world.words.errors))
    {
      about.append((" · " + note, .warning))
      return [[(clocks, .text)], about]
    }
    about += beside(item, cursor, layout, painter).map { (" · " + $0, .warning) }
    if !isHidden { about.append((details(block, painter), .muted)) }
    return [[(clocks, .text)], about]
  }

  /// ` · 1h · Meeting · Coach Lin · Room 5`.
  private static func details(_ block: Block, _ painter: Painter) -> String {
    let more = [
      DurationText.planned(block.duration),
      block.kind == .work ? nil : painter.words.calendar.kinds[block.kind],
      block.client.flatMap { painter.desk.client($0)?.name }, block.location,
    ]
    return more.compactMap { $0 }.filter { !$0.isEmpty }.map { " · " + $0 }.joined()
  }

  /// What stands above the hours.
  private static func wholeDays(_ item: Occurrence, _ painter: Painter) -> [[(String, Role)]] {
    let isHidden = painter.isHidden(item.block.client)
    var about: [(String, Role)] = [
      (
        painter.shown(item.block.title, of: item.block.client),
        isHidden ? .muted : painter.role(of: item.block.client)
      )
    ]
    if !isHidden { about.append((details(item.block, painter), .muted)) }
    return [[(painter.words.calendar.allDay, .text)], about]
  }

  /// What it overlaps, and how what has no room beside it is got at.
  private static func beside(
    _ item: DayBlock, _ cursor: CalendarCursor, _ layout: CalendarLayout, _ painter: Painter
  ) -> [String] {
    guard item.occurrence.takesTime else { return [] }
    let words = painter.words.calendar
    let others = cursor.items.filter {
      $0.span.overlaps(item.span) && $0.id != item.id && $0.occurrence.takesTime
    }
    guard let first = others.first?.block else { return [] }
    let title = painter.shown(first.title, of: first.client)
    var texts = [
      others.count == 1
        ? Words.fill(words.overlaps, title) : Words.fill(words.overlapsMore, title, "\(others.count - 1)")
    ]
    let shown = layout.current?.blocks.map(\.item.id) ?? []
    if others.contains(where: { !shown.contains($0.id) && $0.rows.overlaps(layout.sight) }) {
      let keys = ["calendar.nextBlock", "calendar.\(painter.state.calendarView.rawValue)"].map {
        painter.world.keymap.glyph(of: $0, in: .calendar) ?? ""
      }
      texts.append(Words.fill(layout.isManyDays ? words.getAt : words.getAtNext, keys))
    }
    return texts
  }

  private static func slot(_ cursor: CalendarCursor, _ painter: Painter) -> [[(String, Role)]] {
    let world = painter.world
    let start = cursor.day.start(of: cursor.rows.lowerBound)
    let home = world.desk.homeZone
    let planned = ZonedTime(at: start, in: home)
    let zones = PlanText.zones(of: planned, client: painter.state.client, world)
    let clocks = PlanText.clocks(TimeSpan(start: start, seconds: 0), zones, isDated: false, world)
    var lines: [[(String, Role)]] = [[(clocks.joined(separator: " · "), .text)]]
    if let client = painter.state.client.flatMap({ world.desk.client($0) }),
      let text = offWork(client, at: start, painter)
    {
      lines.append([(text, .offHours)])
    }
    return lines
  }

  /// That a client does not work then, and on a holiday why.
  private static func offWork(_ client: Client, at instant: Instant, _ painter: Painter) -> String? {
    let wall = painter.desk.zone(client.zone).wall(at: instant)
    let words = painter.words.calendar
    guard !client.isAtWork(wall) else { return nil }
    guard let holiday = client.holiday(on: wall.date) else { return Words.fill(words.offWork, client.name) }
    return holiday.name.isEmpty
      ? Words.fill(words.onHoliday, client.name)
      : Words.fill(words.onNamedHoliday, holiday.name, client.name)
  }
}
