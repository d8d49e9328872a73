import Canvas

/// Blocks that there is no room for beside others: how many, and the rows in which they run.
///
/// Where something else stands a mark at the right edge goes on down the rows; where nothing does, a bar as a block has
/// it, so that no row looks free that is not.
struct OverflowView {
  private static let bar = "╏"
  private static let goesOn = "⋮"

  private let more: DayColumn.PlacedOverflow
  private let column: DayColumn
  private let painter: Painter

  init(_ more: DayColumn.PlacedOverflow, _ column: DayColumn, _ painter: Painter) {
    self.more = more
    self.column = column
    self.painter = painter
  }

  /// Whether the mark stands at a place on the screen: its bar with all the row, else the columns at the right edge that
  /// the number takes.
  static func isMark(
    _ more: DayColumn.PlacedOverflow, _ column: DayColumn, x: Int, y: Int, _ world: World
  ) -> Bool {
    guard let stretch = more.stretches.first(where: { $0.rect.contains(x: x, y: y) }) else { return false }
    let width = TextWidth.of(Words.fill(world.words.calendar.overflow, "\(more.count)"))
    return stretch.alone > 0 || x >= column.plan.maxX - width
  }

  func draw(_ frame: inout Frame) {
    let beside = more.stretches.filter { $0.alone == 0 }
    drawCount(&frame, beside.flatMap { $0.rect.y..<$0.rect.maxY })
    for stretch in beside {
      for y in stretch.rect.y..<stretch.rect.maxY where isBlank(frame, x: stretch.rect.maxX - 1, y, width: 1)
      {
        put(OverflowView.goesOn, &frame, x: stretch.rect.maxX - 1, y)
      }
    }
    for stretch in more.stretches where stretch.alone > 0 {
      for y in stretch.rect.y..<stretch.rect.maxY { put(OverflowView.bar, &frame, x: stretch.rect.x, y) }
      // The same number twice would look like twice as many.
      guard beside.isEmpty || stretch.alone < more.count else { continue }
      put(text(stretch.alone), &frame, x: stretch.rect.x + 1, stretch.rect.y)
    }
  }

  private func text(_ count: Int) -> String { Words.fill(painter.words.calendar.overflow, "\(count)") }

  /// How many there are, in the first row in which it covers no letters, best with a blank before it; else in the
  /// first of all, whose text is cut for it.
  private func drawCount(_ frame: inout Frame, _ rows: [Int]) {
    guard let first = rows.first else { return }
    let text = text(more.count)
    let width = TextWidth.of(text)
    let x = column.plan.maxX - width
    let y =
      rows.first { isBlank(frame, x: x - 1, $0, width: width + 1) }
      ?? rows.first { isBlank(frame, x: x, $0, width: width) }
    if y == nil, !isBlank(frame, x: x - 1, first, width: 1) { put("…", &frame, x: x - 1, first) }
    put(text, &frame, x: x, y ?? first)
  }

  private func isBlank(_ frame: Frame, x: Int, _ y: Int, width: Int) -> Bool {
    (x..<x + width).allSatisfy { frame.cell(x: $0, y: y).isBlank }
  }

  /// On what is selected it has the colour that can be read there.
  private func put(_ text: String, _ frame: inout Frame, x: Int, _ y: Int) {
    let ground = frame.style(x: x, y: y)
    let selection = painter.style(.selection).background
    let isPlain = ground.background != selection || selection == painter.style(.background).background
    frame.put(
      text, x: x, y: y, style: isPlain ? painter.style(.warning).withBackground(of: ground) : ground,
      clip: column.plan)
  }
}
