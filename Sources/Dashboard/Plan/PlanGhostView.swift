import Canvas
import Civil
import Desk

/// A line of a proposal on the calendar: a dashed outline, so that it is told from a block without colour.
///
/// `+` is new, `→` is moved, `·` is left out. The block that would be moved away is struck through where it is.
struct PlanGhostView {
  private enum Look { case new, moved, out, leaving(TimeSpan) }

  private let placed: DayColumn.PlacedBlock
  private let look: Look
  private let isSelected: Bool
  private let column: DayColumn
  private let top: Int
  private let painter: Painter

  /// Nil for a block that the proposal has nothing to do with.
  init?(
    _ placed: DayColumn.PlacedBlock, _ preview: PlanPreview, _ column: DayColumn, top: Int, _ painter: Painter
  ) {
    let id = placed.item.id
    if let span = preview.leaving[id] {
      look = .leaving(span)
    } else if preview.line(of: id) != nil {
      look = id == preview.out ? .out : preview.isMoved(id) ? .moved : .new
    } else {
      return nil
    }
    isSelected = id == preview.selected
    self.placed = placed
    self.column = column
    self.top = top
    self.painter = painter
  }

  private var rect: Rect { placed.rect }
  private var block: Block { placed.item.block }
  private var title: String { painter.shown(block.title, of: block.client) }
  private var isNarrow: Bool { rect.width < 12 }

  func draw(_ frame: inout Frame) {
    if case .leaving(let span) = look { return drawLeaving(&frame, to: span) }
    let style = style()
    if isSelected { frame.fill(rect, style: style) }
    guard rect.height > 1 else {
      frame.fill(rect, style: style, text: "╌")
      putInEdge(lead + title, &frame, y: rect.y, style)
      return
    }
    for y in rect.y..<rect.maxY {
      frame.put("╎", x: rect.x, y: y, style: style)
      frame.put("╎", x: rect.maxX - 1, y: y, style: style)
    }
    if placed.rows.lowerBound >= top { drawEdge(&frame, y: rect.y, "┌", "┐", style) }
    if placed.rows.upperBound <= top + column.rect.height {
      drawEdge(&frame, y: rect.maxY - 1, "└", "┘", style)
    }
    putInEdge(lead + title, &frame, y: rect.y, style)
    let hours = self.hours(width: rect.width - 6)
    if rect.height == 2 {
      putInEdge(hours, &frame, y: rect.y + 1, style, room: isNarrow ? room(for: hours) : nil)
    } else {
      let whose = block.client.flatMap(name).map { " · " + $0 } ?? ""
      let all = hours + whose
      let text = TextWidth.of(all) <= rect.width - 4 ? all : hours
      frame.put(
        TextWidth.cut(text, to: room(for: text)), x: rect.x + (isNarrow ? 1 : 2), y: rect.y + 1,
        style: isSelected ? style : painter.style(.muted))
    }
  }

  /// Both ends, or the start alone where there is no room.
  private func hours(width: Int) -> String {
    let span = placed.item.span
    let spans = [span, TimeSpan(start: span.start, seconds: 0)]
    let texts = spans.map { PlanText.hours($0, in: column.day.zone, on: column.day.date, painter.words) }
    return texts.first { TextWidth.of($0) <= width } ?? texts[1]
  }

  /// Columns within the outline; a time that needs one more in a narrow one takes the place of its right edge.
  private func room(for text: String) -> Int {
    let room = rect.width - 2
    return isNarrow && TextWidth.of(text) == room + 1 ? room + 1 : room
  }

  private var lead: String {
    let sign =
      switch look {
      case .new: "+"
      case .moved: "→"
      case .out: "·"
      case .leaving: ""
      }
    return isNarrow ? sign : sign + " "
  }

  private func style() -> Style {
    if isSelected { return painter.style(.selection) }
    return painter.style(painter.isHidden(block.client) ? .muted : painter.role(of: block.client))
  }

  private func name(of client: ClientID) -> String? {
    painter.isHidden(client) ? nil : painter.desk.client(client)?.name
  }

  private func drawEdge(_ frame: inout Frame, y: Int, _ left: String, _ right: String, _ style: Style) {
    frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style, text: "╌")
    frame.put(left, x: rect.x, y: y, style: style)
    frame.put(right, x: rect.maxX - 1, y: y, style: style)
  }

  private func putInEdge(
    _ text: String, _ frame: inout Frame, y: Int, _ style: Style, room: Int? = nil
  ) {
    let indent = isNarrow ? 1 : 2
    let cut = TextWidth.cut(text, to: max(0, room ?? rect.width - 2 * indent - (isNarrow ? 0 : 2)))
    guard !cut.isEmpty else { return }
    frame.put(isNarrow ? cut : " \(cut) ", x: rect.x + indent, y: y, style: style.adding(.bold), clip: rect)
  }

  private func drawLeaving(_ frame: inout Frame, to span: TimeSpan) {
    let style = painter.style(.muted)
    for y in rect.y..<rect.maxY { frame.put("┊", x: rect.x, y: y, style: style) }
    let text = rect.column(x: isNarrow ? 1 : 2, width: rect.width - (isNarrow ? 1 : 2))
    frame.put(
      TextWidth.cut(title, to: max(0, text.width)), x: text.x, y: text.y, style: style.adding(.strikethrough),
      clip: text)
    let hours = "→ " + PlanText.hours(span, in: column.day.zone, on: column.day.date, painter.words)
    guard rect.height > 1, TextWidth.of(hours) <= text.width else { return }
    frame.put(hours, x: text.x, y: text.y + 1, style: style, clip: text)
  }
}
