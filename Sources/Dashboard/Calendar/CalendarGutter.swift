import Canvas
import Civil
import Desk

/// The clocks beside the grid: each half hour as each place's wall shows it, and who is at work.
///
/// Who works then is told by colour and by the mark after the time: a bar at work, a dot outside working
/// hours, nothing on a day off; a sign tells where a clock was changed.
enum CalendarGutter {
  static func draw(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let now = layout.day.span.contains(painter.world.now) ? layout.day.row(at: painter.world.now) : nil
    for y in 0..<layout.grid.height {
      let row = layout.top + y
      guard row < layout.day.count else { break }
      drawSeparators(&frame, row, y: y, layout, painter)
      if row == now {
        frame.fill(layout.gutter.row(y: y), style: painter.style(.now), text: "─")
        frame.fill(
          Rect(x: layout.gutter.x, y: layout.gutter.y + y, width: 1, height: 1),
          style: painter.style(.background))
      }
      for clock in layout.clocks { draw(clock, row, y: y, isNow: row == now, &frame, layout, painter) }
    }
    drawArrival(&frame, layout, painter)
  }

  /// Beside the row in which home becomes another place its name, where no block stands there.
  private static func drawArrival(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    guard !layout.isManyDays, let at = ClockNotes.arrival(on: layout.day),
      let y = layout.y(of: layout.day.row(at: at)),
      !layout.blocks.contains(where: { $0.rect.y <= y && y < $0.rect.maxY })
    else { return }
    let text = DateText.city(layout.day.zone.rules(at: at).name)
    frame.put(
      TextWidth.cut(text, to: layout.grid.width - 2), x: layout.grid.x + 1, y: y,
      style: painter.style(.warning))
  }

  private static func draw(
    _ clock: GutterClock, _ row: Int, y: Int, isNow: Bool, _ frame: inout Frame, _ layout: CalendarLayout,
    _ painter: Painter
  ) {
    let place = clock.place.row(y: y)
    let isThere = layout.day.exists(row)
    // Of an hour that this day leaves out only the home clock can tell.
    guard isThere || clock.isHome else { return }
    let wall = clock.isHome ? layout.day.clock(of: row) : clock.zone.wall(at: layout.day.start(of: row))
    let isHoliday = clock.holidays.contains { $0.contains(wall.date) }
    let isWorking = !isHoliday && clock.hours.contains(wall)
    let isDayOff = isHoliday || (!isWorking && !clock.hours.week.contains(wall.date.weekday))
    let role: Role =
      isNow ? .now : isWorking ? (wall.minute == 0 ? .text : .muted) : isDayOff ? .weekend : .offHours
    if place.width > 1 {
      var text = DateText.clock(wall)
      let differs = wall.date != layout.day.date
      if clock.dates == .sign {
        text = (!differs ? " " : wall.date < layout.day.date ? "−" : "+") + text
      } else if clock.dates == .weekday {
        let lead =
          differs ? PlanText.weekday(wall.date, painter.words) + " " : isNow ? "─── " : "    "
        text = lead + text
      }
      frame.put(
        TextWidth.pad(text, to: place.width - 1, alignRight: true), x: place.x, y: place.y,
        style: painter.style(role))
    }
    // A clock that only tells other hours changes with home's.
    if isThere, place.width > 1, let change = change(clock, row, layout.day) {
      frame.put(change, x: place.maxX - 1, y: place.y, style: painter.style(.warning))
      return
    }
    guard !isNow else { return }
    frame.put(
      isWorking ? "│" : isDayOff ? " " : "·", x: place.maxX - 1, y: place.y,
      style: painter.style(isWorking ? .working : isDayOff ? .weekend : .offHours))
  }

  /// The lines between days: broken outside the person's own working hours.
  private static func drawSeparators(
    _ frame: inout Frame, _ row: Int, y: Int, _ layout: CalendarLayout, _ painter: Painter
  ) {
    guard layout.isManyDays else { return }
    let hours = painter.desk.settings.hours
    for column in layout.columns {
      let isWorking = column.day.exists(row) && hours.contains(column.day.clock(of: row))
      frame.put(
        isWorking ? "│" : "┊", x: column.rect.x - 1, y: layout.grid.y + y,
        style: painter.style(isWorking ? .working : .border))
    }
  }

  /// `+` or `−` in the first row after a clock went forward or back.
  private static func change(_ clock: GutterClock, _ row: Int, _ day: DayRows) -> String? {
    let start = day.start(of: row)
    // The row before it that the day has.
    let last = (0..<row).last { day.exists($0) }
    let before = clock.zone.offset(at: last.map(day.start) ?? start.adding(-day.step)).secondsEast
    let after = clock.zone.offset(at: start).secondsEast
    return before == after ? nil : after > before ? "+" : "−"
  }
}
