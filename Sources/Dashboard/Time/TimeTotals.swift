import Canvas
import Desk

/// The sums below a day's sheet.
enum TimeTotals {
  static func draw(_ frame: inout Frame, _ layout: TimeLayout, _ sheet: DaySheet, _ painter: Painter) {
    let rect = layout.totals
    let rule = String(repeating: "─", count: rect.width)
    frame.put(rule, x: rect.x, y: rect.y, style: painter.style(.border))
    drawTotal(&frame, rect.row(y: 1), layout, sheet, painter)
    if rect.height > 2 { drawClients(&frame, rect.row(y: 2), sheet, painter) }
  }

  private static func drawTotal(
    _ frame: inout Frame, _ rect: Rect, _ layout: TimeLayout, _ sheet: DaySheet, _ painter: Painter
  ) {
    let words = painter.words.time
    let own = sheet.totals.first { $0.client == painter.state.client }
    let spent = painter.state.isPrivate ? own?.spent ?? 0 : sheet.spent
    let planned = painter.state.isPrivate ? own?.planned ?? 0 : sheet.planned
    frame.put(
      TextWidth.pad(words.total, to: TimeLayout.timeWidth - 1, alignRight: true), x: rect.x, y: rect.y,
      style: painter.style(.muted))
    var x = frame.put(
      TextWidth.pad(DurationText.hours(spent), to: TimeLayout.lengthWidth, alignRight: true),
      x: rect.x + layout.lengthX, y: rect.y, style: painter.style(.heading))
    x = frame.put(
      "  " + Words.fill(words.ofPlanned, DurationText.hours(planned)), x: x, y: rect.y,
      style: painter.style(.muted), clip: rect)
    guard !painter.state.isPrivate else { return }
    frame.put(
      " · " + Words.fill(words.billableSum, DurationText.hours(sheet.billable)), x: x, y: rect.y,
      style: painter.style(.muted), clip: rect)
  }

  /// `▌Coach Lin 2:10/3:00  ▌Harbor Goods 1:02`, as many as fit.
  private static func drawClients(
    _ frame: inout Frame, _ rect: Rect, _ sheet: DaySheet, _ painter: Painter
  ) {
    var x = rect.x + 1
    for total in sheet.totals where !painter.isHidden(total.client) {
      let name = TextWidth.cut(SubjectText.client(total.client, painter.world), to: 18)
      var sum = DurationText.hours(total.spent)
      if total.planned > 0 { sum += Words.fill(painter.words.time.ofPlan, DurationText.hours(total.planned)) }
      guard x + TextWidth.of(name) + TextWidth.of(sum) + 4 <= rect.maxX else { break }
      x = frame.put("▌" + name, x: x, y: rect.y, style: painter.style(painter.role(of: total.client)))
      x = frame.put(" " + sum, x: x, y: rect.y, style: painter.style(.text)) + 3
    }
  }
}
