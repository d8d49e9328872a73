import Canvas

extension Form {
  /// How many rows the form takes, with room for completions and a problem.
  var height: Int { fields.count + 8 }

  /// Where a form stands in its box: all but the line at the bottom that says which keys there are.
  static func inside(_ rect: Rect) -> Rect {
    let inside = rect.inset(2, 1)
    return inside.row(y: 0, height: inside.height - 1)
  }

  private var labelWidth: Int { (fields.map { TextWidth.of($0.label) }.max() ?? 0) + 2 }

  /// How much of a row is typed in; what is said beside it has room for “not understood” even where that is little.
  private func boxWidth(_ rest: Rect) -> Int {
    min(rest.width, max(20, min(rest.width * 3 / 5, rest.width - 15)))
  }

  /// What is below the fields; the blank row between is given up where there is no room.
  private func below(_ inside: Rect) -> Rect {
    let gap = inside.height > fields.count + 2 ? 1 : 0
    return inside.row(y: fields.count + gap, height: inside.height)
  }

  /// Goes to the field that is clicked, or takes the completion.
  ///
  /// - Parameter inside: where the form is drawn.
  mutating func click(_ x: Int, _ y: Int, in inside: Rect, _ world: World) {
    let below = below(inside)
    let count = problem == nil ? min(completions(world).count, below.height) : 0
    problem = nil
    if let index = (0..<count).first(where: { below.row(y: $0).contains(x: x, y: y) }) {
      completion = index
      take(completions(world))
      isSelected = false
    } else if let index = fields.indices.first(where: { inside.row(y: $0).contains(x: x, y: y) }),
      index != focus
    {
      focus(on: index)
    }
  }

  func draw(in frame: inout Frame, _ inside: Rect, _ painter: Painter) {
    for (index, field) in fields.enumerated() where index < inside.height {
      let line = inside.row(y: index)
      let isFocused = index == focus
      frame.put(
        field.label, x: line.x, y: line.y,
        style: painter.theme.style(isFocused ? .heading : .muted, on: .popup))
      let rest = line.column(x: labelWidth, width: line.width)
      let boxWidth = boxWidth(rest)
      let box = rest.column(x: 0, width: boxWidth)
      if !isFocused {
        frame.fill(box, style: painter.style(.input))
        frame.put(
          TextWidth.cut(field.editor.text, to: box.width), x: box.x, y: box.y, style: painter.style(.input))
      }
      let noteRoom = rest.width - boxWidth - 1
      if noteRoom > 3 {
        let note = field.note(painter.world, isTyped: isFocused && !isSelected)
        frame.put(
          TextWidth.cut(note.text, to: noteRoom), x: box.maxX + 1, y: line.y,
          style: painter.theme.style(note.role, on: .popup))
      }
    }
    drawBelow(&frame, below(inside), painter)
    let line = inside.row(y: focus).column(x: labelWidth, width: inside.width)
    let box = line.column(x: 0, width: boxWidth(line))
    fields[focus].editor.draw(in: &frame, box, style: painter.style(.input))
    if isSelected {
      let length = min(box.width, TextWidth.of(fields[focus].editor.text))
      frame.restyle(box.column(x: 0, width: length), painter.style(.selection))
    }
  }

  private func drawBelow(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    if let problem {
      for (row, line) in TextWidth.wrap(problem, to: rect.width).prefix(rect.height).enumerated() {
        frame.put(line, x: rect.x, y: rect.y + row, style: painter.theme.style(.error, on: .popup))
      }
      return
    }
    let items = completions(painter.world).prefix(rect.height)
    let isPath = fields[focus].kind == .path
    let widest = min(isPath ? rect.width - 2 : 30, items.map { TextWidth.of($0.text) }.max() ?? 0)
    for (index, item) in items.enumerated() {
      let line = rect.row(y: index)
      // Of zones the best is taken by itself, of files only the one that is gone to.
      let isChosen = index == (completion ?? (isPath ? nil : 0))
      let ground = isChosen ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(line, style: ground) }
      let end = frame.put(
        TextWidth.pad(TextWidth.cut(item.text, to: widest), to: widest + 2), x: line.x, y: line.y,
        style: ground,
        clip: line)
      frame.put(
        TextWidth.cut(item.detail, to: max(0, line.maxX - end)), x: end, y: line.y,
        style: isChosen ? ground : painter.theme.style(.muted, on: .popup))
    }
  }
}
