import Canvas

extension Form {
  /// How many rows the form takes, with room for completions and a problem.
  var height: Int { fields.count + 8 }

  func draw(in frame: inout Frame, _ inside: Rect, _ painter: Painter) {
    let labelWidth = (fields.map { TextWidth.of($0.label) }.max() ?? 0) + 2
    for (index, field) in fields.enumerated() where index < inside.height {
      let line = inside.row(y: index)
      let isFocused = index == focus
      frame.put(
        field.label, x: line.x, y: line.y,
        style: painter.theme.style(isFocused ? .heading : .muted, on: .popup))
      let rest = line.column(x: labelWidth, width: line.width)
      let boxWidth = min(rest.width, max(20, rest.width * 3 / 5))
      let box = rest.column(x: 0, width: boxWidth)
      if !isFocused {
        frame.fill(box, style: painter.style(.input))
        frame.put(
          TextWidth.cut(field.editor.text, to: box.width), x: box.x, y: box.y, style: painter.style(.input))
      }
      let noteRoom = rest.width - boxWidth - 1
      if noteRoom > 3 {
        frame.put(
          TextWidth.cut(field.understood(painter.world), to: noteRoom), x: box.maxX + 1, y: line.y,
          style: painter.theme.style(.understood, on: .popup))
      }
    }
    drawBelow(&frame, inside.row(y: fields.count + 1, height: inside.height), painter)
    let line = inside.row(y: focus).column(x: labelWidth, width: inside.width)
    let width = min(line.width, max(20, line.width * 3 / 5))
    let box = line.column(x: 0, width: width)
    fields[focus].editor.draw(in: &frame, box, style: painter.style(.input))
    if isSelected {
      let length = min(box.width, TextWidth.of(fields[focus].editor.text))
      frame.restyle(box.column(x: 0, width: length), painter.style(.selection))
    }
  }

  private func drawBelow(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    if let problem {
      frame.put(
        TextWidth.cut(problem, to: rect.width), x: rect.x, y: rect.y,
        style: painter.theme.style(.error, on: .popup))
      return
    }
    for (index, item) in completions(painter.world).prefix(max(0, rect.height - 2)).enumerated() {
      let line = rect.row(y: index)
      let isChosen = index == (completion ?? 0)
      let ground = isChosen ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(line, style: ground) }
      let end = frame.put(
        TextWidth.pad(TextWidth.cut(item.text, to: 30), to: 31), x: line.x, y: line.y, style: ground,
        clip: line)
      frame.put(
        TextWidth.cut(item.detail, to: max(0, line.maxX - end)), x: end, y: line.y,
        style: isChosen ? ground : painter.theme.style(.muted, on: .popup))
    }
  }
}
