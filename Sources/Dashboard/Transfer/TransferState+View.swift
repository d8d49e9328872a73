import Canvas

extension TransferState {
  static func rect(_ layout: Layout) -> Rect { Popup.centered(layout, width: 84, height: 18) }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let words = painter.words.transfer
    let rect = TransferState.rect(layout)
    let inside = Popup.open(&frame, rect, title: words.title, painter)
    var footer = words.footer
    switch phase {
    case .asking: form.draw(in: &frame, Form.inside(rect), painter)
    case .running(let done, let total):
      frame.put(words.running, x: inside.x, y: inside.y + 1, style: painter.style(.popup))
      drawBar(&frame, inside.row(y: 3), done: done, total: total, painter)
      footer = words.wait
    case .report(let lines):
      let rows = TransferState.rows(lines, width: inside.width)
      let shown = inside.height - 2
      let first = min(top, TransferState.lastTop(lines, layout))
      for (row, line) in rows.dropFirst(first).prefix(shown).enumerated() {
        frame.put(line, x: inside.x, y: inside.y + row, style: painter.style(.popup))
      }
      let below = rows.count - first - shown
      let more = below > 0 ? Words.fill(painter.words.general.moreBelow, "\(below)") + " · " : ""
      footer = more + words.done
    }
    frame.put(
      TextWidth.cut(footer, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
  }

  /// Lines broken to a width; what follows of an indented line is indented too.
  private static func rows(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { line in
      let indent = String(line.prefix { $0 == " " })
      return TextWidth.wrap(line, to: width - indent.count).map { indent + $0 }
    }
  }

  /// The first row in sight when a report is scrolled to its end.
  static func lastTop(_ lines: [String], _ layout: Layout) -> Int {
    let inside = rect(layout).inset(2, 1)
    return max(0, rows(lines, width: inside.width).count - (inside.height - 2))
  }

  private func drawBar(_ frame: inout Frame, _ line: Rect, done: Int, total: Int, _ painter: Painter) {
    let percent = total == 0 ? 0 : min(100, done * 100 / total)
    let width = max(0, line.width - 6)
    let filled = width * percent / 100
    let x = frame.put(
      String(repeating: "█", count: filled), x: line.x, y: line.y,
      style: painter.theme.style(.accent, on: .popup))
    frame.put(
      String(repeating: "░", count: width - filled), x: x, y: line.y,
      style: painter.theme.style(.muted, on: .popup))
    frame.put("\(percent)%", x: line.maxX - 4, y: line.y, style: painter.style(.popup))
  }
}
