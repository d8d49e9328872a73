import Canvas
import Civil
import Desk

/// One day of the grid.
struct DayView {
  private let column: DayColumn
  private let layout: CalendarLayout
  private let shade: CalendarShade
  private let isCursors: Bool
  private let current: CalendarStop?
  private let ghost: CalendarGhost?
  private let preview: PlanPreview?
  private let painter: Painter

  /// - Parameters:
  ///   - isCursors: whether the keys go to this day.
  ///   - current: what the cursor is on, on its day.
  init(
    _ column: DayColumn, _ layout: CalendarLayout, _ shade: CalendarShade, isCursors: Bool,
    current: CalendarStop?, _ ghost: CalendarGhost?, _ preview: PlanPreview?, _ painter: Painter
  ) {
    self.column = column
    self.layout = layout
    self.shade = shade
    self.isCursors = isCursors
    self.current = current
    self.ghost = ghost
    self.preview = preview
    self.painter = painter
  }

  func draw(_ frame: inout Frame) {
    drawPlan(&frame)
    drawOver(&frame)
  }

  /// The same, with what the cursor does not change from pictures; not while a span is selected or anything is about
  /// to change.
  func draw(_ frame: inout Frame, _ pictures: CalendarPictures) {
    let lines = changedLines
    if lines.isEmpty {
      pictures.show(column, &frame) { draw(&$0) }
    } else {
      let plain = DayView(
        layout.unselected(column, painter), layout, shade, isCursors: false, current: nil, nil, nil, painter)
      pictures.show(column, but: lines, &frame, plain: { plain.drawPlan(&$0) }) {
        drawPlan(&$0, lines: lines)
      }
      drawOver(&frame)
    }
  }

  /// The lines of the screen that look otherwise than without the cursor.
  private var changedLines: Range<Int> {
    var rows = column.moved
    switch current {
    case .slot(let row): rows = row..<row + 1
    case .block(let id): rows = rows ?? column.blocks.first { $0.item.id == id }?.rows
    case nil: break
    }
    let shown = (rows ?? 0..<0).clamped(to: layout.sight)
    let first = layout.grid.y + shown.lowerBound - layout.top
    return first..<first + shown.count
  }

  /// The day up to what tells of more that is there.
  ///
  /// - Parameter lines: the only lines of the screen that need be right; nil for all.
  private func drawPlan(_ frame: inout Frame, lines: Range<Int>? = nil) {
    let missing = drawMissing(&frame)
    shade.draw(&frame, column)
    DayLaneView.drawMarks(&frame, column, layout, painter)
    if case .slot(let row)? = current { drawCursor(&frame, row: row) }
    if isCursors { drawSelection(&frame) }
    drawNow(&frame)
    for placed in column.blocks where placed.item.id != ghost?.id {
      if let lines, !lines.overlaps(placed.rect.y..<placed.rect.maxY) { continue }
      // On a shaded ground a block is a card, as easy to read as elsewhere.
      shade.lift(&frame, placed.rect)
      if let preview, let view = PlanGhostView(placed, preview, column, top: layout.top, painter) {
        view.draw(&frame)
        continue
      }
      let isCurrent = current == .block(placed.item.id)
      BlockView(placed, isCurrent: isCurrent, column, top: layout.top, painter).draw(&frame)
      if !missing.isEmpty { drawMissing(missing, in: placed.rect, &frame) }
    }
    SpentView(column, painter).draw(&frame)
  }

  /// What lies over the blocks.
  private func drawOver(_ frame: inout Frame) {
    for more in column.overflow { OverflowView(more, column, painter).draw(&frame) }
    ghost?.draw(&frame, column, layout, painter)
    drawNowLabel(&frame)
    if isCursors { drawSelectionLabel(&frame) }
  }

  /// Hatches the rows of times that the day does not have, while others beside it do, and says which lines those are;
  /// where blocks stand it waits for their letters.
  private func drawMissing(_ frame: inout Frame) -> [Int] {
    guard layout.isManyDays else { return [] }
    var lines: [Int] = []
    for y in 0..<column.rect.height where layout.top + y < column.day.count {
      guard !column.day.exists(layout.top + y) else { continue }
      let line = column.rect.row(y: y)
      lines.append(line.y)
      frame.fill(line, style: painter.style(.offHours), text: DayView.hatch)
      for placed in column.blocks where placed.rect.y <= line.y && line.y < placed.rect.maxY {
        frame.fill(placed.rect.intersection(line), style: painter.style(.background))
      }
    }
    return lines
  }

  /// The same within a block, to the right of its letters.
  private func drawMissing(_ lines: [Int], in rect: Rect, _ frame: inout Frame) {
    for y in lines where rect.y <= y && y < rect.maxY {
      let last = (rect.x..<rect.maxX).last { !frame.cell(x: $0, y: y).isBlank } ?? rect.x
      for x in (last == rect.x ? last + 1 : last + 2)..<max(last + 2, rect.maxX) where x < rect.maxX {
        let ground = frame.style(x: x, y: y)
        frame.put(
          String(DayView.hatch), x: x, y: y, style: painter.style(.offHours).withBackground(of: ground))
      }
    }
  }

  private static let hatch: Character = "╱"

  /// The free row that the cursor is on, while the keys go to this pane.
  private func drawCursor(_ frame: inout Frame, row: Int) {
    guard let y = layout.y(of: row) else { return }
    let isFocused = painter.state.overlays.isEmpty
    let style = painter.style(isFocused ? .selection : .selectionUnfocused)
    frame.fill(Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style: style)
  }

  /// The span that is being selected.
  private func drawSelection(_ frame: inout Frame) {
    guard let span = painter.state.selectedSpan(painter.world), column.day.span.overlaps(span) else { return }
    for row in column.day.rows(of: span) {
      guard let y = layout.y(of: row) else { continue }
      frame.fill(
        Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style: painter.style(.selection))
    }
  }

  /// The span that is being selected over whatever stands there, and how long it is.
  private func drawSelectionLabel(_ frame: inout Frame) {
    guard let span = painter.state.selectedSpan(painter.world), column.day.span.overlaps(span) else { return }
    let (rows, style) = (column.day.rows(of: span), painter.style(.selection))
    for y in rows.compactMap(layout.y(of:)) {
      frame.restyle(Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style)
    }
    if let y = layout.y(of: rows.lowerBound) {
      let text = PlanText.hours(span, in: column.day.zone, on: column.day.date, painter.words)
      frame.fill(Rect(x: column.plan.x, y: y, width: column.plan.width, height: 1), style: style)
      frame.put(
        TextWidth.cut(text + " · " + DurationText.short(span.duration), to: column.plan.width - 1),
        x: column.plan.x + 1, y: y, style: style)
    }
  }

  /// A line through the row that it is now.
  private func drawNow(_ frame: inout Frame) {
    let now = painter.world.now
    guard column.day.span.contains(now), let y = layout.y(of: column.day.row(at: now)) else { return }
    let style = painter.style(.now)
    let (selection, base) = (painter.style(.selection), painter.style(.background).background)
    let line = Rect(x: column.rect.x, y: y, width: column.rect.width, height: 1)
    for x in line.x..<line.maxX {
      // On what is selected the line has the colour that can be read there.
      let ground = frame.style(x: x, y: y)
      let isPlain = ground.background != selection.background || selection.background == base
      frame.put(DayView.nowLine, x: x, y: y, style: isPlain ? style.withBackground(of: ground) : ground)
    }
  }

  /// The name of that line, as far to the right as nothing else stands on it; nowhere where blocks leave no room.
  private func drawNowLabel(_ frame: inout Frame) {
    let now = painter.world.now
    guard column.day.span.contains(now), let y = layout.y(of: column.day.row(at: now)) else { return }
    let label = " \(painter.words.calendar.now) "
    let width = TextWidth.of(label)
    var free = 0
    for x in (column.rect.x..<column.rect.maxX).reversed() {
      free = frame.text(of: frame.cell(x: x, y: y)) == DayView.nowLine ? free + 1 : 0
      // A piece of the line stays on either side.
      guard free == width + 2 else { continue }
      frame.put(label, x: x + 1, y: y, style: frame.style(x: x + 1, y: y))
      return
    }
  }

  private static let nowLine = "─"
}

extension Style {
  /// The same letters on another ground.
  func withBackground(of other: Style) -> Style {
    Style(foreground: foreground, background: other.background, attributes: attributes)
  }
}
