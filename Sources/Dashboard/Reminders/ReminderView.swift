import Canvas
import Civil
import Desk

/// The banner, at the top right over whatever is open.
enum ReminderView {
  static func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    guard let banner = painter.state.reminders.banner else { return }
    let (state, world) = (painter.state, painter.world)
    let coming = banner.coming.compactMap { world.desk.occurrence($0) }
    let missed = banner.missed.compactMap { world.desk.occurrence($0) }
    let words = painter.words.watch
    var lines: [(text: String, role: Role)] = coming.prefix(Reminders.most).map {
      (Reminders.lead($0, world) + " · " + Reminders.text($0, state, world), .warning)
    }
    if coming.count > Reminders.most {
      lines.append((Words.fill(words.more, "\(coming.count - Reminders.most)"), .muted))
    }
    if !missed.isEmpty {
      if !coming.isEmpty { lines.append((words.missed, .heading)) }
      lines += missed.prefix(Reminders.most).map { (Reminders.text($0, state, world), .text) }
      if missed.count > Reminders.most {
        lines.append((Words.fill(words.more, "\(missed.count - Reminders.most)"), .muted))
      }
    }
    guard !lines.isEmpty else { return }
    let title = coming.isEmpty ? words.missed : words.soon
    let widest = max(TextWidth.of(title) + 2, lines.map { TextWidth.of($0.text) }.max() ?? 0)
    let width = min(layout.main.width - 4, min(64, widest + 4))
    let rect = Rect(
      x: layout.main.maxX - width - 1, y: layout.main.y, width: width, height: lines.count + 2)
    let inside = Popup.open(&frame, rect, title: title, painter)
    for (row, line) in lines.enumerated() where row < inside.height {
      frame.put(
        TextWidth.cut(line.text, to: inside.width), x: inside.x, y: inside.y + row,
        style: painter.theme.style(line.role, on: .popup))
    }
  }
}
