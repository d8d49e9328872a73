import Canvas

extension Prompt {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let reading = question.read(field.text, painter.state, painter.world)
    let place = PromptPlace(self, reading, layout, painter)
    Popup.open(&frame, place.rect, title: title, painter)
    for (index, item) in place.completions.enumerated() {
      draw(item, &frame, place.completion(index), isChosen: index == completion, painter)
    }
    for (index, note) in place.notes.enumerated() { draw(note, &frame, place.note(index), painter) }
    for (index, note) in place.warnings.enumerated() { draw(note, &frame, place.warning(index), painter) }
    field.draw(in: &frame, place.line, style: painter.style(.input))
    highlight(reading.ranges, &frame, place.line, painter)
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

  private func draw(_ note: [PromptPlace.Piece], _ frame: inout Frame, _ row: Rect, _ painter: Painter) {
    var x = row.x
    for piece in note {
      x = frame.put(piece.text, x: x, y: row.y, style: painter.theme.style(piece.role, on: .popup), clip: row)
    }
  }

  private func draw(
    _ item: Completion, _ frame: inout Frame, _ row: Rect, isChosen: Bool, _ painter: Painter
  ) {
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
