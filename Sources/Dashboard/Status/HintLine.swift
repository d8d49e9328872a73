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
    var x = rect.x + 1
    for hint in hints(painter) {
      let width = TextWidth.of(hint.key) + 1 + TextWidth.of(hint.text) + 2
      guard x + width <= rect.maxX else { continue }
      x = frame.put(hint.key, x: x, y: rect.y, style: painter.style(.key))
      x = frame.put(" " + hint.text + "  ", x: x, y: rect.y, style: painter.style(.hint))
    }
  }

  /// Keys that do something here now, those of this place first.
  static func hints(_ painter: Painter) -> [(key: String, text: String)] {
    let scope = painter.state.scope
    let keymap = painter.world.keymap
    let isAble = { (command: Command) in command.obstacle(painter.state, painter.world) == nil }
    let able = keymap.commands.filter { $0.hint != nil && $0.applies(in: scope) && isAble($0) }
    let own = able.filter { $0.scopes.contains(scope) }
    let general = able.filter { !$0.scopes.contains(scope) }
    return (own + general).compactMap { command in
      guard let key = keymap.glyph(of: command.id, in: scope, isAble: isAble),
        let text = command.hint?(painter.words)
      else { return nil }
      return (key, text)
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
