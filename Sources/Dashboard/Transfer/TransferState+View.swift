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
      let rows = lines.flatMap { $0.isEmpty ? [""] : TextWidth.wrap($0, to: inside.width) }
      for (row, line) in rows.dropFirst(min(top, max(0, rows.count - 1))).prefix(inside.height - 2)
        .enumerated()
      {
        frame.put(line, x: inside.x, y: inside.y + row, style: painter.style(.popup))
      }
      footer = words.done
    case .failed(let why):
      for (row, line) in TextWidth.wrap(why, to: inside.width).prefix(inside.height - 2).enumerated() {
        frame.put(line, x: inside.x, y: inside.y + row, style: painter.theme.style(.error, on: .popup))
      }
      footer = words.again
    }
    frame.put(
      TextWidth.cut(footer, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
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
