import Canvas
import Civil
import Desk

/// A block in the grid: a bar in its client's colour, its title, its time.
///
/// The bar tells the kind without colour: heavy for work, double for a meeting, dashed for what is no work.
struct BlockView {
  private let placed: DayColumn.PlacedBlock
  private let column: DayColumn
  private let top: Int
  private let painter: Painter
  private let isCurrent: Bool

  /// - Parameter isCurrent: whether the cursor is on it.
  init(
    _ placed: DayColumn.PlacedBlock, isCurrent: Bool, _ column: DayColumn, top: Int, _ painter: Painter
  ) {
    self.placed = placed
    self.isCurrent = isCurrent
    self.column = column
    self.top = top
    self.painter = painter
  }

  private var block: Block { placed.item.block }
  private var rect: Rect { placed.rect }
  private var isHidden: Bool { painter.isHidden(block.client) }

  func draw(_ frame: inout Frame) {
    let ground = ground()
    let role: Role = isHidden ? .muted : painter.role(of: block.client)
    // The line of now goes on through a selected block.
    if let ground { frame.restyle(rect, ground) }
    if placed.item.isMoment {
      drawMoment(&frame, ground ?? painter.style(role))
      return
    }
    drawBar(&frame, ground ?? painter.style(role))
    drawText(&frame, ground, role)
  }

  private func ground() -> Style? {
    guard isCurrent else { return nil }
    return painter.style(painter.state.overlays.isEmpty ? .selection : .selectionUnfocused)
  }

  private func drawMoment(_ frame: inout Frame, _ style: Style) {
    let clock = DateText.clock(column.day.zone.wall(at: placed.item.span.start))
    frame.fill(rect.row(y: 0), style: style, text: "━")
    let title = painter.shown(block.title, of: block.client)
    let room = rect.width - 4
    let text = TextWidth.cut(rect.width < 14 ? title : "\(clock) \(title)", to: max(0, room))
    frame.put(" \(text) ", x: rect.x + 1, y: rect.y, style: style.adding(.bold), clip: rect)
  }

  private func drawBar(_ frame: inout Frame, _ style: Style) {
    let (first, middle, last): (String, String, String) =
      switch block.kind {
      case .meeting: ("╔", "║", "╚")
      case .buffer, .break, .personal: ("╭", "╎", "╰")
      case .work, .deadline: ("┏", "┃", "┗")
      }
    let startsHere = placed.rows.lowerBound >= top && placed.item.span.start >= column.day.span.start
    let endsHere =
      placed.rows.upperBound <= top + column.rect.height
      && placed.item.span.end <= column.day.span.end
    for row in 0..<rect.height {
      let isFirst = row == 0 && startsHere
      let isLast = row == rect.height - 1 && endsHere
      let glyph = isFirst == isLast ? middle : isFirst ? first : last
      frame.put(glyph, x: rect.x, y: rect.y + row, style: style)
    }
  }

  private func drawText(_ frame: inout Frame, _ ground: Style?, _ role: Role) {
    // Where days are narrow the title needs every column.
    let indent = rect.width < 12 ? 1 : 2
    let text = rect.column(x: indent, width: rect.width - indent)
    guard text.width > 0 else { return }
    let mark = mark()
    let titleStyle = ground ?? painter.style(mark == "✓ " ? .done : role).adding(.bold)
    let detailStyle = ground ?? painter.style(.muted)
    let title =
      mark + BlockView.mark(of: placed.item.occurrence, isShort: rect.width < 12)
      + (elsewhere == nil || !isMarkedInTitle ? "" : rect.width < 12 ? ZoneMark.sign : ZoneMark.sign + " ")
      + shownTitle
    if rect.height == 1 {
      let x = frame.put(
        TextWidth.cut(title, to: text.width), x: text.x, y: text.y, style: titleStyle, clip: text)
      // Not even a start would fit: on a narrow day, which is most of a week.
      guard x + 2 + 5 <= text.maxX, let hours = details(width: text.width).first,
        x + 2 + TextWidth.of(hours) <= text.maxX
      else { return }
      frame.put("  " + hours, x: x, y: text.y, style: detailStyle, clip: text)
      return
    }
    // A long title takes a second line where the time still fits below it.
    var lines = TextWidth.wrap(title, to: text.width)
    // Marks alone on a line say nothing.
    if lines.count > 1, title.hasPrefix(lines[0] + " " + shownTitle) { lines = [title] }
    if lines.count > 1, rect.height < 3 || lines.count > 2 {
      let head = rect.height < 3 ? [] : [lines[0]]
      lines = head + [TextWidth.cut(lines.dropFirst(head.count).joined(separator: " "), to: text.width)]
    }
    for (row, line) in lines.enumerated() {
      frame.put(
        TextWidth.cut(line, to: text.width), x: text.x, y: text.y + row, style: titleStyle, clip: text)
    }
    for (row, line) in fold(details(width: text.width), width: text.width).prefix(rect.height - lines.count)
      .enumerated()
    {
      frame.put(line, x: text.x, y: text.y + lines.count + row, style: detailStyle, clip: text)
    }
  }

  /// A narrow title needs its columns, so the sign of another clock stands before the time where that has a line.
  private var isMarkedInTitle: Bool { rect.width >= 12 || rect.height == 1 }

  private var shownTitle: String { painter.shown(block.title, of: block.client) }

  /// What is going on with its card.
  private func mark() -> String {
    guard !isHidden, let card = block.card else { return "" }
    if painter.desk.running?.card == card { return "● " }
    return painter.desk.card(card)?.doneAt == nil ? "" : "✓ "
  }

  /// The clock that it is on where that is none of those shown.
  private var elsewhere: Zone? { isHidden ? nil : ZoneMark.zone(of: placed.item.occurrence, painter) }

  /// Whether it is one of many, and whether it was moved by itself.
  static func mark(of occurrence: Occurrence, isShort: Bool = false) -> String {
    guard occurrence.isRecurring else { return "" }
    return (occurrence.isMoved ? "↷" : "↻") + (isShort ? "" : " ")
  }

  /// Its hours on the home clock, its length, then whose it is and where; the start alone where there is no
  /// room for both ends.
  private func details(width: Int) -> [String] {
    let span = placed.item.span
    let (zone, date) = (column.day.zone, column.day.date)
    let hours = PlanText.hours(span, in: zone, on: date, painter.words)
    // A sign may stand before it.
    let clock =
      TextWidth.of(hours) < width
      ? hours : PlanText.hours(TimeSpan(start: span.start, seconds: 0), in: zone, on: date, painter.words)
    var parts = [clock, DurationText.planned(span.duration)]
    guard !isHidden else { return parts }
    if elsewhere != nil, !isMarkedInTitle { parts[0] = ZoneMark.sign + parts[0] }
    if let elsewhere {
      parts.append(DateText.clock(elsewhere.wall(at: span.start)) + " " + DateText.city(elsewhere.name))
    }
    if block.client != painter.state.client,
      let name = block.client.flatMap({ painter.desk.client($0)?.name })
    {
      parts.append(name)
    }
    if let location = block.location, !location.isEmpty { parts.append(location) }
    return parts
  }

  /// Sets parts side by side with dots between, in as many lines as they need.
  private func fold(_ parts: [String], width: Int) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, TextWidth.of(last) + 3 + TextWidth.of(part) <= width {
        lines[lines.count - 1] = last + " · " + part
      } else {
        lines.append(TextWidth.cut(part, to: width))
      }
    }
    return lines
  }
}
