import Canvas

extension WelcomeState {
  /// Where the greeting or the form stands, and the lines of the greeting.
  private func place(_ size: Size, _ words: WelcomeWords) -> (rect: Rect, lines: [String]) {
    let width = min(size.width - 2, 74)
    let lines = words.greeting.flatMap { $0.isEmpty ? [""] : TextWidth.wrap($0, to: width - 4) }
    let height = form.map { $0.height + 3 } ?? lines.count + words.choices.count + 4
    let screen = Rect(x: 0, y: 0, width: size.width, height: size.height)
    return (screen.centered(width: width, height: height), lines)
  }

  private static func formPlace(_ rect: Rect) -> Rect {
    let inside = rect.inset(2, 1)
    return inside.row(y: 1, height: inside.height - 2)
  }

  /// A click on a choice is its key; in the form it goes to a field or takes a zone.
  mutating func click(_ x: Int, _ y: Int, _ state: inout ViewState, _ world: World) -> OverlayResult {
    let words = world.words.welcome
    let (rect, lines) = place(state.size, words)
    if form != nil {
      form?.click(x, y, in: WelcomeState.formPlace(rect), world)
      return .stay
    }
    let inside = rect.inset(2, 1)
    let keys = [KeyPress(.enter), KeyPress("s"), KeyPress("q")]
    let chosen = zip(keys, words.choices.indices).first { _, row in
      inside.row(y: lines.count + 1 + row).contains(x: x, y: y)
    }
    return chosen.map { handle($0.0, &state, world) } ?? .stay
  }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    frame.fill(frame.bounds, style: painter.style(.background))
    let words = painter.words.welcome
    let (rect, lines) = place(Size(width: frame.width, height: frame.height), words)
    let inside = Popup.open(&frame, rect, title: words.title, painter)
    if let form {
      form.draw(in: &frame, WelcomeState.formPlace(rect), painter)
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
