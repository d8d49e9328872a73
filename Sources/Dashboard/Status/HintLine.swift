import Canvas

/// The last line: a message, or what can be done here now.
enum HintLine {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    frame.fill(rect, style: painter.style(.background))
    if let message = painter.state.message {
      frame.put(
        TextWidth.cut(" " + message.text, to: rect.width), x: rect.x, y: rect.y,
        style: style(message.kind, painter))
      return
    }
    if !painter.state.pending.isEmpty {
      let typed = painter.state.pending.map(\.text).joined(separator: " ")
      frame.put(" \(typed) …", x: rect.x, y: rect.y, style: painter.style(.key))
      return
    }
    drawHints(&frame, rect, painter)
  }

  /// Keys that do something here now, those of this place first, as many as fit; only those are asked whether they
  /// can run.
  private static func drawHints(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let scope = painter.state.scope
    let keymap = painter.world.keymap
    let isAble = { (command: Command) in command.obstacle(painter.state, painter.world) == nil }
    var x = rect.x + 1
    for hint in painter.world.memory.hints(in: scope, keymap) {
      let command = hint.command
      guard let text = command.hint?(painter.words), x + TextWidth.of(text) + 4 <= rect.maxX, isAble(command),
        let key = hint.glyph ?? keymap.glyph(of: command.id, in: scope, isAble: isAble),
        x + TextWidth.of(key) + 1 + TextWidth.of(text) + 2 <= rect.maxX
      else { continue }
      x = frame.put(key, x: x, y: rect.y, style: painter.style(.key))
      x = frame.put(" " + text + "  ", x: x, y: rect.y, style: painter.style(.hint))
    }
  }

  private static func style(_ kind: Message.Kind, _ painter: Painter) -> Style {
    switch kind {
    case .done: painter.style(.success)
    case .note: painter.style(.text)
    case .warning: painter.style(.warning)
    case .error: painter.style(.error)
    }
  }
}
