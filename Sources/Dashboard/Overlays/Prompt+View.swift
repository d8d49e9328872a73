import Canvas

extension Prompt {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let reading = question.read(field.text, painter.state, painter.world)
    let shown = reading.completions.prefix(8)
    let extra = shown.count + (reading.warnings.isEmpty ? 0 : 1)
    let place = Popup.bottom(layout, height: 4 + extra, leavesCalendar: painter.state.screen == .desk)
    let inside = Popup.open(&frame, place, title: title, painter)
    drawCompletions(Array(shown), &frame, inside, painter)
    if !reading.warnings.isEmpty {
      frame.put(
        TextWidth.cut("⚠ " + reading.warnings.joined(separator: " · "), to: inside.width), x: inside.x,
        y: inside.maxY - 1, style: painter.theme.style(.warning, on: .popup))
    }
    drawUnderstood(reading, &frame, inside.row(y: 1), painter)
    let line = inside.row(y: 0)
    field.draw(in: &frame, line, style: painter.style(.input))
    highlight(reading.ranges, &frame, line, painter)
  }

  /// Marks the parts of the line that were understood, as long as the line is not scrolled.
  private func highlight(_ ranges: [Range<Int>], _ frame: inout Frame, _ line: Rect, _ painter: Painter) {
    guard TextWidth.of(field.text) < line.width else { return }
    let clusters = Array(field.text)
    for range in ranges where range.upperBound <= clusters.count {
      let before = TextWidth.of(String(clusters[..<range.lowerBound]))
      let width = TextWidth.of(String(clusters[range]))
      frame.overlay(
        Rect(x: line.x + before, y: line.y, width: width, height: 1),
        painter.theme.style(.understood, on: .input))
    }
  }

  private func drawUnderstood(_ reading: Reading, _ frame: inout Frame, _ line: Rect, _ painter: Painter) {
    if let problem = problem ?? reading.problem {
      frame.put(
        TextWidth.cut(problem, to: line.width), x: line.x, y: line.y,
        style: painter.theme.style(.error, on: .popup))
    } else if !reading.understood.isEmpty {
      let text = reading.understood.joined(separator: " · ")
      frame.put(
        TextWidth.cut(text, to: line.width), x: line.x, y: line.y,
        style: painter.theme.style(.understood, on: .popup))
    } else {
      let hint = reading.hint ?? painter.words.general.accept + " · " + painter.words.general.cancel
      frame.put(
        TextWidth.cut(hint, to: line.width), x: line.x, y: line.y,
        style: painter.theme.style(.hint, on: .popup))
    }
  }

  private func drawCompletions(
    _ completions: [Completion], _ frame: inout Frame, _ inside: Rect, _ painter: Painter
  ) {
    for (index, item) in completions.enumerated() {
      let row = inside.row(y: 2 + index)
      let isChosen = index == completion
      let style = isChosen ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(row, style: style) }
      let detail = TextWidth.cut(item.detail, to: row.width / 2)
      let room = row.width - TextWidth.of(detail) - 2
      frame.put(TextWidth.cut(item.text, to: max(0, room)), x: row.x, y: row.y, style: style)
      frame.put(
        detail, x: row.maxX - TextWidth.of(detail), y: row.y,
        style: isChosen ? style : painter.theme.style(.muted, on: .popup))
    }
  }
}
