import Canvas

/// One line of text being typed, edited by grapheme cluster.
package struct LineEditor: Hashable, Sendable {
  package private(set) var text: String
  /// Where the cursor is, in grapheme clusters from the start.
  package private(set) var cursor: Int

  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  package var isEmpty: Bool { text.isEmpty }
  package var beforeCursor: String { String(text.prefix(cursor)) }

  /// Takes a key that edits; false when the key is no editing key.
  package mutating func handle(_ press: KeyPress) -> Bool {
    switch (press.key, press.control, press.alt) {
    case (.character(let character), false, false): insert(String(character))
    case (.backspace, false, false), (.character("h"), true, false): removeBackward(to: cursor - 1)
    case (.backspace, _, _), (.character("w"), true, false): removeBackward(to: wordStart)
    case (.delete, false, false), (.character("d"), true, false): removeForward(to: cursor + 1)
    case (.character("d"), false, true): removeForward(to: wordEnd)
    case (.character("u"), true, false): removeBackward(to: 0)
    case (.character("k"), true, false): removeForward(to: text.count)
    case (.left, false, false), (.character("b"), true, false): cursor = max(0, cursor - 1)
    case (.right, false, false), (.character("f"), true, false): cursor = min(text.count, cursor + 1)
    case (.left, _, _), (.character("b"), false, true): cursor = wordStart
    case (.right, _, _), (.character("f"), false, true): cursor = wordEnd
    case (.home, _, _), (.character("a"), true, false): cursor = 0
    case (.end, _, _), (.character("e"), true, false): cursor = text.count
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor; line breaks and tabs become spaces.
  package mutating func insert(_ more: String) {
    let line = String(more.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    // Joining may merge clusters (a combining mark typed after its letter), so the cursor is counted anew.
    let head = beforeCursor + line
    text = head + String(text.dropFirst(cursor))
    cursor = head.count
  }

  package mutating func replace(with text: String) { self = LineEditor(text) }

  private mutating func removeBackward(to start: Int) {
    let start = max(0, start)
    guard start < cursor else { return }
    text = String(text.prefix(start)) + String(text.dropFirst(cursor))
    cursor = start
  }

  private mutating func removeForward(to end: Int) {
    text = beforeCursor + String(text.dropFirst(max(cursor, end)))
  }

  private var wordStart: Int {
    let head = Array(beforeCursor)
    var index = head.count
    while index > 0, head[index - 1] == " " { index -= 1 }
    while index > 0, head[index - 1] != " " { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    let all = Array(text)
    var index = cursor
    while index < all.count, all[index] == " " { index += 1 }
    while index < all.count, all[index] != " " { index += 1 }
    return index
  }

  /// Draws the line so that the cursor is in sight and puts the frame's cursor there.
  package func draw(in frame: inout Frame, _ rect: Rect, style: Style) {
    frame.fill(rect, style: style)
    let head = beforeCursor
    let room = max(1, rect.width - 1)
    let shift = max(0, TextWidth.of(head) - room)
    frame.put(text, x: rect.x - shift, y: rect.y, style: style, clip: rect)
    frame.cursor = Point(x: rect.x + TextWidth.of(head) - shift, y: rect.y)
  }
}
