extension Frame {
  /// Fills a rectangle with one character, which takes one column.
  package mutating func fill(_ rect: Rect, style: Style, text: Character = " ") {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let scalar = text.unicodeScalars.first.map(\.value) ?? 0x20
    let isNarrow = text.unicodeScalars.count == 1 && ScalarClass.of(scalar) == .narrow
    let cell = Cell(glyph: isNarrow ? scalar : 0x20, style: style, width: 1)
    for y in area.y..<area.maxY {
      detach(x: area.x, y: y)
      detach(x: area.maxX, y: y)
      let row = y * width + area.x..<y * width + area.maxX
      cells.withUnsafeMutableBufferPointer { $0[row].update(repeating: cell) }
    }
  }

  /// Gives the cells of a rectangle another style and leaves what they show.
  package mutating func restyle(_ rect: Rect, _ style: Style) {
    change(rect) { $0 = style }
  }

  /// Lays a style over the cells of a rectangle: its colours where it has any, its attributes added.
  package mutating func overlay(_ rect: Rect, _ style: Style) {
    change(rect) { $0 = style.over($0) }
  }

  /// Puts what a rectangle shows on another ground: the cells that stand on `old`, or all of them.
  package mutating func ground(_ rect: Rect, from old: Color? = nil, to new: Color) {
    change(rect) { style in
      if old.map({ $0 == style.background }) ?? true { style.background = new }
    }
  }

  private mutating func change(_ rect: Rect, _ body: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      let row = y * width + area.x..<y * width + area.maxX
      cells.withUnsafeMutableBufferPointer { cells in
        for index in row { body(&cells[index].style) }
      }
    }
  }

  /// Draws a frame with round corners along the inside of a rectangle, with a title in its upper edge.
  package mutating func box(
    _ rect: Rect, style: Style, title: String? = nil, titleStyle: Style? = nil
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    horizontalLine(x: rect.x, y: rect.y, width: rect.width, style: style)
    horizontalLine(x: rect.x, y: rect.maxY - 1, width: rect.width, style: style)
    verticalLine(x: rect.x, y: rect.y, height: rect.height, style: style)
    verticalLine(x: rect.maxX - 1, y: rect.y, height: rect.height, style: style)
    put("╭", x: rect.x, y: rect.y, style: style)
    put("╮", x: rect.maxX - 1, y: rect.y, style: style)
    put("╰", x: rect.x, y: rect.maxY - 1, style: style)
    put("╯", x: rect.maxX - 1, y: rect.maxY - 1, style: style)
    if let title, !title.isEmpty, rect.width > 6 {
      let shown = " " + TextWidth.cut(title, to: rect.width - 6) + " "
      put(shown, x: rect.x + 1, y: rect.y, style: titleStyle ?? style)
    }
  }

  package mutating func horizontalLine(
    x: Int, y: Int, width: Int, style: Style, text: Character = "─"
  ) {
    fill(Rect(x: x, y: y, width: width, height: 1), style: style, text: text)
  }

  package mutating func verticalLine(
    x: Int, y: Int, height: Int, style: Style, text: Character = "│"
  ) {
    fill(Rect(x: x, y: y, width: 1, height: height), style: style, text: text)
  }
}
