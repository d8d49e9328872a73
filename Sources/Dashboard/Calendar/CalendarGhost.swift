import Canvas
import Civil
import Desk

/// Where a block would be, drawn while its time is typed or it is dragged.
struct CalendarGhost {
  let id: OccurrenceID?
  let title: String
  let client: ClientID?
  let span: TimeSpan
  let isAllDay: Bool

  init?(_ state: ViewState, _ world: World) {
    if case .prompt(let prompt)? = state.overlays.last, case .calendar(let question) = prompt.question {
      guard let plan = question.plan(prompt.field.text, prompt.completion, state, world) else { return nil }
      self.init(plan, world)
    } else if let drag = state.drag, let plan = CalendarMouse.plan(drag, world) {
      self.init(plan, world)
    } else {
      return nil
    }
  }

  private init(_ plan: BlockPlan, _ world: World) {
    id = plan.id
    title = plan.title.isEmpty ? world.words.calendar.untitled : plan.title
    client = plan.client
    span = plan.span(world.desk)
    isAllDay = plan.wholeDays != nil
  }

  /// Brings its day and its hours into sight, above the line that is typed on.
  func show(_ state: inout ViewState, _ world: World) {
    // Under a dragging mouse nothing must move.
    guard state.drag == nil else { return }
    state.calendar.go(to: span, block: nil, state, world)
    // That day may have more deadlines on top, and so fewer rows in sight.
    let layout = Layout(state)
    let shown = CalendarLayout(layout.calendar, state, world)
    state.calendar.shown = shown.top..<shown.top + shown.grid.height
    state.calendar.covered = CalendarGhost.covered(shown.grid, layout, state, world)
    state.calendar.reveal(shown.day.rows(of: span), dayRows: shown.day.count)
  }

  /// How many rows of a grid the line that is typed on lies over.
  private static func covered(_ grid: Rect, _ layout: Layout, _ state: ViewState, _ world: World) -> Int {
    guard !layout.isWide, case .prompt(let prompt)? = state.overlays.last else { return 0 }
    let painter = Painter(theme: .standard, state: state, world: world)
    let reading = prompt.question.read(prompt.field.text, state, world)
    return max(0, grid.maxY - PromptPlace(prompt, reading, layout, painter).rect.y)
  }

  func draw(_ frame: inout Frame, _ column: DayColumn, _ layout: CalendarLayout, _ painter: Painter) {
    let day = column.day
    guard day.span.overlaps(span) || day.span.contains(span.start) else { return }
    let rows = day.rows(of: span)
    let first = max(rows.lowerBound, layout.top)
    let end = min(rows.upperBound, layout.top + layout.grid.height)
    guard first < end else { return }
    let rect = Rect(
      x: column.plan.x, y: layout.grid.y + first - layout.top, width: column.plan.width, height: end - first)
    let style = painter.style(.accent)
    frame.fill(rect, style: painter.style(.selectionUnfocused))
    for row in 0..<rect.height {
      frame.put(
        "┋", x: rect.x, y: rect.y + row, style: style.withBackground(of: painter.style(.selectionUnfocused)))
    }
    let text = rect.column(x: 2, width: rect.width - 2)
    let hours = hours(day, width: text.width, painter)
    let lines =
      rect.height == 1
      ? ["\(hours) \(painter.shown(title, of: client))"] : [painter.shown(title, of: client), hours]
    for (row, line) in lines.enumerated() {
      frame.put(
        TextWidth.cut(line, to: text.width), x: text.x, y: text.y + row,
        style: painter.style(.selectionUnfocused), clip: text)
    }
  }

  /// Both ends, or the start alone where there is no room.
  private func hours(_ day: DayRows, width: Int, _ painter: Painter) -> String {
    guard !isAllDay else { return painter.words.calendar.allDay }
    let texts = [span, TimeSpan(start: span.start, seconds: 0)].map {
      PlanText.hours($0, in: day.zone, on: day.date, painter.words)
    }
    return TextWidth.of(texts[0]) <= width ? texts[0] : texts[1]
  }
}
