import Canvas
import Civil
import Desk

/// What the cursor is on, in words and on every clock that matters.
enum CalendarFooter {
  static func draw(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let cursor = CalendarCursor(painter.state, painter.world)
    guard cursor.day.count > 0 else { return }
    let lines = cursor.block.map { block($0, painter) } ?? slot(cursor, painter)
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
  private static func block(_ item: DayBlock, _ painter: Painter) -> [[(String, Role)]] {
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
    if let note = PlanNote.clock(block.start, world) ?? (isHidden ? nil : problem?.text(world.words.errors)) {
      about.append((" · " + note, .warning))
    } else if !isHidden {
      let more = [
        DurationText.short(item.span.duration),
        block.kind == .work ? nil : world.words.calendar.kinds[block.kind],
        block.client.flatMap { world.desk.client($0)?.name }, block.location,
      ]
      about.append((more.compactMap { $0 }.filter { !$0.isEmpty }.map { " · " + $0 }.joined(), .muted))
    }
    return [[(clocks, .text)], about]
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
      !client.isAtWork(world.desk.zone(client.zone).wall(at: start))
    {
      lines.append([(Words.fill(painter.words.calendar.offWork, client.name), .offHours)])
    }
    return lines
  }
}
