import Canvas
import Civil
import Desk

/// What the mouse does on the calendar: a click selects, a drag moves a block or its end, the wheel scrolls.
enum CalendarMouse {
  /// Blocks are dragged to whole half hours of the grid, their ends too.
  static func handle(_ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World) -> [Effect]
  {
    // What is clicked stays where it is, also when this pane takes the keys and opens its footer.
    if case .press = event.kind, !state.calendar.shown.isEmpty {
      state.calendar.top = state.calendar.shown.lowerBound
    }
    let layout = CalendarLayout(rect, state, world)
    switch event.kind {
    case .wheelUp: scroll(by: -3, layout, &state)
    case .wheelDown: scroll(by: 3, layout, &state)
    case .press(.left): press(event, layout, &state, world)
    case .press: break
    case .drag: drag(event, layout, &state)
    case .release: return release(&state, world)
    }
    return []
  }

  private static func scroll(by rows: Int, _ layout: CalendarLayout, _ state: inout ViewState) {
    let most = max(0, layout.day.count - layout.grid.height)
    state.calendar.top = min(max(0, layout.top + rows), most)
  }

  private static func press(
    _ event: MouseEvent, _ layout: CalendarLayout, _ state: inout ViewState, _ world: World
  ) {
    state.pane = .calendar
    guard let row = layout.row(x: event.x, y: event.y) else { return }
    let cursor = CalendarCursor(state, world)
    guard let placed = layout.block(x: event.x, y: event.y) else {
      state.calendar.go(to: .slot(row), cursor)
      return
    }
    state.calendar.go(to: .block(placed.item.id), cursor)
    state.calendar.top = layout.top
    let start = placed.item.span.start
    let isEnd = row == placed.rows.upperBound - 1 && placed.rows.count > 1 && !placed.item.isMoment
    state.drag =
      isEnd
      ? .blockEnd(placed.item.id, to: placed.item.span.end)
      : .block(placed.item.id, grip: layout.day.start(of: row).seconds(since: start), to: start)
  }

  private static func drag(_ event: MouseEvent, _ layout: CalendarLayout, _ state: inout ViewState) {
    guard let drag = state.drag, layout.day.count > 0 else { return }
    let y = min(max(event.y, layout.grid.y), layout.grid.maxY - 1)
    let row = min(y - layout.grid.y + layout.top, layout.day.count - 1)
    // Beyond an edge the day scrolls along.
    if event.y < layout.grid.y { scroll(by: -1, layout, &state) }
    if event.y >= layout.grid.maxY { scroll(by: 1, layout, &state) }
    switch drag {
    case .block(let id, let grip, _):
      state.drag = .block(id, grip: grip, to: layout.day.start(of: row).adding(-grip))
    case .blockEnd(let id, _): state.drag = .blockEnd(id, to: layout.day.start(of: row + 1))
    case .card: break
    }
  }

  private static func release(_ state: inout ViewState, _ world: World) -> [Effect] {
    guard let drag = state.drag else { return [] }
    state.drag = nil
    guard let plan = plan(drag, world), let id = plan.id else { return [] }
    if case .block = drag {
      return BlockEdit.place(plan.start, duration: plan.duration).make(id, &state, world)
    }
    return BlockEdit.length(plan.duration).make(id, &state, world)
  }

  /// The block as it would be if it were dropped now; nil while it lies where it was.
  static func plan(_ drag: Drag, _ world: World) -> BlockPlan? {
    switch drag {
    case .card: return nil
    case .block(let id, _, let start):
      guard let block = world.desk.occurrence(id), block.start != start else { return nil }
      var plan = BlockPlan(block)
      plan.start = ZonedTime(start, in: world.desk.zone(plan.start.zone), isForward: true)
      return plan
    case .blockEnd(let id, let end):
      guard let block = world.desk.occurrence(id), block.end != end else { return nil }
      var plan = BlockPlan(block)
      plan.duration = max(BlockCommands.sizeStep, end.seconds(since: block.start))
      return plan
    }
  }
}

extension CalendarPane {
  static func mouse(
    _ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    CalendarMouse.handle(event, rect, &state, world)
  }
}
