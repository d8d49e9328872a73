import Canvas
import Civil
import Desk

/// Beside a day's sheet where the screen is wide: its clients, and its week day by day.
enum TimeSide {
  /// Seven days in a box.
  private static let weekHeight = 9

  static func draw(_ frame: inout Frame, _ rect: Rect, _ sheet: DaySheet, _ painter: Painter) {
    let shown = sheet.totals.filter { !painter.isHidden($0.client) }
    let words = painter.words.time
    let hasWeek = !painter.state.isPrivate && rect.height >= weekHeight + 4
    let height = hasWeek ? rect.height - weekHeight : rect.height
    let clients = rect.row(y: 0, height: height)
    frame.box(
      clients, style: painter.style(.border), title: words.clients, titleStyle: painter.style(.heading))
    let inside = clients.inset(2, 1)
    for (row, total) in shown.prefix(inside.height).enumerated() {
      draw(total, &frame, inside.row(y: row), painter)
    }
    guard hasWeek else { return }
    drawWeek(&frame, rect.row(y: height, height: weekHeight), sheet.date, painter)
  }

  /// `▌Coach Lin        2:10 of 3:00 ▓▓▓░`.
  private static func draw(
    _ total: DaySheet.Total, _ frame: inout Frame, _ rect: Rect, _ painter: Painter
  ) {
    let sum = DurationText.hours(total.spent)
    let plan =
      total.planned == 0 ? "" : Words.fill(painter.words.time.ofPlan, DurationText.hours(total.planned))
    let role = painter.role(of: total.client)
    let bars = 5
    let right = TextWidth.pad(sum, to: 6, alignRight: true) + TextWidth.pad(plan, to: 7)
    let nameRoom = rect.width - 1 - TextWidth.of(right) - bars
    frame.put(
      "▌" + TextWidth.cut(SubjectText.client(total.client, painter.world), to: nameRoom), x: rect.x,
      y: rect.y, style: painter.style(role))
    frame.put(right, x: rect.x + 1 + nameRoom, y: rect.y, style: painter.style(.text))
    guard total.planned > 0 else { return }
    let filled = min(bars, (total.spent * bars + total.planned / 2) / total.planned)
    frame.put(
      String(repeating: "▓", count: filled) + String(repeating: "░", count: bars - filled),
      x: rect.maxX - bars, y: rect.y, style: painter.style(role))
  }

  /// The days of the week with what was worked on each.
  private static func drawWeek(
    _ frame: inout Frame, _ rect: Rect, _ date: CivilDate, _ painter: Painter
  ) {
    let world = painter.world
    let monday = date.adding(days: 1 - date.weekday.rawValue)
    let days = (0..<7).map { monday.adding(days: $0) }
    let spent = days.map { world.desk.secondsSpent(in: world.day($0), now: world.now) }
    frame.box(
      rect, style: painter.style(.border),
      title: "\(painter.words.time.week) ─ \(DurationText.hours(spent.reduce(0, +)))",
      titleStyle: painter.style(.heading))
    let inside = rect.inset(2, 1)
    // The longest bar is a day of ten hours, or the longest day when that was longer.
    let longest = max(10 * 3600, spent.max() ?? 0)
    for (row, day) in days.enumerated() {
      let line = inside.row(y: row)
      let isShown = day == date
      let name = TextWidth.pad(DateText.short(day, today: day, painter.words.dates), to: 7)
      let role: Role = isShown ? .accent : day == world.today ? .now : spent[row] == 0 ? .muted : .text
      frame.put(
        name, x: line.x, y: line.y,
        style: isShown ? painter.style(role).adding(.bold) : painter.style(role))
      guard spent[row] > 0 else { continue }
      frame.put(
        TextWidth.pad(DurationText.hours(spent[row]), to: 5, alignRight: true), x: line.x + 7, y: line.y,
        style: painter.style(.text))
      let room = line.width - 14
      let length = max(1, (spent[row] * room + longest / 2) / longest)
      frame.put(
        String(repeating: "▇", count: length), x: line.x + 14, y: line.y,
        style: painter.style(isShown ? .accent : .muted))
    }
  }
}
