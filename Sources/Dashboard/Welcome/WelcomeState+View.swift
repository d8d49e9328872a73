import Canvas

extension WelcomeState {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    frame.fill(frame.bounds, style: painter.style(.background))
    let words = painter.words.welcome
    let width = min(frame.width - 2, 74)
    let lines = words.greeting.flatMap { $0.isEmpty ? [""] : TextWidth.wrap($0, to: width - 4) }
    let height = form.map { $0.height + 3 } ?? lines.count + words.choices.count + 4
    let rect = frame.bounds.centered(width: width, height: height)
    let inside = Popup.open(&frame, rect, title: words.title, painter)
    if let form {
      form.draw(in: &frame, inside.row(y: 1, height: inside.height - 2), painter)
      frame.put(
        TextWidth.cut(words.footer, to: inside.width), x: inside.x, y: inside.maxY - 1,
        style: painter.theme.style(.hint, on: .popup))
      return
    }
    for (row, line) in lines.enumerated() {
      frame.put(line, x: inside.x, y: inside.y + row, style: painter.style(.popup))
    }
    for (row, choice) in words.choices.enumerated() {
      let y = inside.y + lines.count + 1 + row
      frame.put(choice.key, x: inside.x + 2, y: y, style: painter.theme.style(.key, on: .popup))
      frame.put(choice.text, x: inside.x + 10, y: y, style: painter.style(.popup))
    }
  }
}
