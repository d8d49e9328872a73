import Canvas
import Civil
import Desk

/// What was really spent, beside what was planned.
struct SpentView {
  private let column: DayColumn
  private let painter: Painter

  init(_ column: DayColumn, _ painter: Painter) {
    self.column = column
    self.painter = painter
  }

  func draw(_ frame: inout Frame) {
    guard !column.spent.isEmpty else { return }
    for y in 0..<column.spent.height {
      frame.put("╎", x: column.spent.x - 1, y: column.spent.y + y, style: painter.style(.border))
    }
    for placed in column.entries { draw(placed, &frame) }
  }

  private func draw(_ placed: DayColumn.PlacedEntry, _ frame: inout Frame) {
    let (entry, rect) = (placed.entry, placed.rect)
    let isHidden = painter.isHidden(entry.client)
    let role: Role = entry.isRunning ? .running : isHidden ? .muted : painter.role(of: entry.client)
    frame.fill(rect, style: painter.style(.background))
    for row in 0..<rect.height { frame.put("▌", x: rect.x, y: rect.y + row, style: painter.style(role)) }
    let text = rect.column(x: 1, width: rect.width - 1)
    let title = painter.shown(SubjectText.title(TimerSubject(of: entry), painter.world), of: entry.client)
    let length = DurationText.short(placed.span.duration)
    let lead = entry.isRunning ? "● " : ""
    let lines = rect.height == 1 ? ["\(lead)\(title) \(length)"] : [lead + title, length]
    for (row, line) in lines.enumerated() {
      frame.put(
        TextWidth.cut(line, to: text.width), x: text.x, y: text.y + row,
        style: painter.style(row == 0 ? role : .muted), clip: text)
    }
  }
}
