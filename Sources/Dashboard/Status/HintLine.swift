import Canvas
import Civil
import Desk

/// The last line, above all that is open: a message, or what can be done here now.
enum HintLine {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    frame.fill(rect, style: painter.style(.background))
    if let message = painter.state.message {
      return draw(message, &frame, rect, painter)
    }
    if !painter.state.pending.isEmpty {
      let typed = painter.state.pending.map(\.text).joined(separator: " ")
      frame.put(" \(typed) …", x: rect.x, y: rect.y, style: painter.style(.key))
      return
    }
    if let span = painter.state.overlays.isEmpty ? painter.state.selectedSpan(painter.world) : nil {
      return drawSelecting(span, &frame, rect, painter)
    }
    drawHints(&frame, rect, painter)
  }

  /// A message; one that is longer than the line takes the rows above as well, because what to do stands at its end.
  private static func draw(_ message: Message, _ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    var lines = [message.text]
    if TextWidth.of(message.text) >= rect.width {
      let width = rect.width - 2
      lines = TextWidth.wrap(message.text, to: width)
      let rest = lines.dropFirst(mostRows - 1).joined(separator: " ")
      if lines.count > mostRows { lines[(mostRows - 1)...] = [TextWidth.cut(rest, to: width)] }
    }
    let top = rect.maxY - lines.count
    frame.fill(
      Rect(x: rect.x, y: top, width: rect.width, height: lines.count), style: painter.style(.background))
    for (row, line) in lines.enumerated() {
      frame.put(" " + line, x: rect.x, y: top + row, style: style(message.kind, painter))
    }
  }

  private static let mostRows = 3

  /// That a span is being selected, and the keys that change, use and drop it.
  private static func drawSelecting(
    _ span: TimeSpan, _ frame: inout Frame, _ rect: Rect, _ painter: Painter
  ) {
    let words = painter.words.calendar
    let glyph = { (id: String) in painter.world.keymap.glyph(of: id, in: .calendar) ?? "" }
    let hints = [
      (glyph("calendar.down") + " " + glyph("calendar.up"), words.stretchHint),
      (glyph("block.open"), words.planSpanHint),
      (glyph("calendar.select") + " " + KeyChord(KeyPress(.escape)).glyph, words.dropSpanHint),
    ]
    var x = frame.put(
      " " + Words.fill(words.selecting, DurationText.short(span.duration)) + "  ", x: rect.x, y: rect.y,
      style: painter.style(.text), clip: rect)
    for (key, text) in hints where x + TextWidth.of(key) + TextWidth.of(text) + 1 <= rect.maxX {
      x = frame.put(key, x: x, y: rect.y, style: painter.style(.key))
      x = frame.put(" " + text + "  ", x: x, y: rect.y, style: painter.style(.hint), clip: rect)
    }
  }

  /// Keys that do something here now, those of this place first, as many as fit beside the one that tells all of them;
  /// only those are asked whether they can run.
  private static func drawHints(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let scope = painter.state.scope
    let keymap = painter.world.keymap
    let isAble = { (command: Command) in command.obstacle(painter.state, painter.world) == nil }
    var x = rect.x + 1
    // Who does not see the key he looks for must see where all of them are.
    let hints = painter.world.memory.hints(in: scope, keymap, painter.words)
    var kept = hints.first { $0.command.id == HintLine.last }.map { room(of: $0, painter) } ?? 0
    for hint in hints {
      if hint.command.id == HintLine.last { kept = 0 }
      guard x + hint.width + kept <= rect.maxX, isAble(hint.command),
        let key = hint.glyph ?? keymap.glyph(of: hint.command.id, in: scope, isAble: isAble),
        x + TextWidth.of(key) + hint.width - 1 + kept <= rect.maxX
      else { continue }
      x = frame.put(key, x: x, y: rect.y, style: painter.style(.key))
      x = frame.put(hint.text, x: x, y: rect.y, style: painter.style(.hint))
    }
  }

  private static let last = "view.help"

  /// The columns that a hint takes with the gap before it; 0 where it has no key.
  private static func room(of hint: Keymap.Hint, _ painter: Painter) -> Int {
    let key = hint.glyph ?? painter.world.keymap.glyph(of: hint.command.id, in: painter.state.scope)
    return key.map { TextWidth.of($0) + hint.width } ?? 0
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
