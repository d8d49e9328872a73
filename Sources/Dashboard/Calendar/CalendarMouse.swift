import Canvas
import Civil
import Desk

/// What the mouse does on the calendar: a click selects, a drag moves a block or its end, the wheel scrolls.
enum CalendarMouse {
  /// Blocks are dragged to whole rows of the grid, their ends too; in a month to other days.
  static func handle(_ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World) -> [Effect]
  {
    switch state.pane == .calendar ? state.calendar.view : .day {
    case .month: return handleMonth(event, rect, &state, world)
    case .agenda: return handleAgenda(event, rect, &state, world)
    case .day, .threeDays, .week: break
    }
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
    case .drag: drag(event, layout, &state, world)
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
    state.calendar.anchor = nil
    guard let row = layout.row(x: event.x, y: event.y), let column = layout.column(x: event.x) else {
      selectLine(event, layout, &state, world)
      return
    }
    select(column.day.date, &state, world)
    let cursor = CalendarCursor(state, world)
    let hidden = layout.stack(x: event.x, y: event.y, world)
    guard hidden.isEmpty else {
      state.overlays.append(.choice(CalendarChoice.stack(hidden, on: column.day.date, state, world)))
      return
    }
    guard let placed = layout.block(x: event.x, y: event.y) else {
      guard column.day.exists(row) else { return }
      state.calendar.go(to: .slot(row), cursor)
      state.calendar.top = layout.top
      state.drag = .span(from: column.day.start(of: row))
      return
    }
    state.calendar.go(to: .block(placed.item.id), cursor)
    state.calendar.top = layout.top
    let start = placed.item.span.start
    let isEnd = row == placed.rows.upperBound - 1 && placed.rows.count > 1 && !placed.item.isMoment
    state.drag =
      isEnd
      ? .blockEnd(placed.item.id, to: placed.item.span.end)
      : .block(placed.item.id, grip: column.day.start(of: row).seconds(since: start), to: start)
  }

  /// Goes to another day in sight without moving what is in sight.
  static func select(_ date: CivilDate, _ state: inout ViewState, _ world: World) {
    guard date != state.calendar.day(world) else { return }
    if state.calendarView == .threeDays {
      state.calendar.first = state.calendar.dates(.threeDays, world).first
    }
    state.calendar.date = date == world.today ? nil : date
    state.calendar.selected = nil
  }

  /// A click above the hours: what lasts whole days, or the day.
  private static func selectLine(
    _ event: MouseEvent, _ layout: CalendarLayout, _ state: inout ViewState, _ world: World
  ) {
    guard let column = layout.column(x: event.x), event.y < layout.grid.y else { return }
    if layout.isManyDays { select(column.day.date, &state, world) }
    let index = event.y - layout.deadlineArea.y
    guard layout.deadlineArea.contains(x: max(event.x, layout.deadlineArea.x), y: event.y),
      column.lines.indices.contains(index), let id = column.lines[index].occurrence
    else { return }
    state.calendar.selected = id
  }

  private static func drag(
    _ event: MouseEvent, _ layout: CalendarLayout, _ state: inout ViewState, _ world: World
  ) {
    guard let drag = state.drag, layout.day.count > 0 else { return }
    let y = min(max(event.y, layout.grid.y), layout.grid.maxY - 1)
    let row = min(y - layout.grid.y + layout.top, layout.day.count - 1)
    // Beyond an edge the day scrolls along.
    if event.y < layout.grid.y { scroll(by: -1, layout, &state) }
    if event.y >= layout.grid.maxY { scroll(by: 1, layout, &state) }
    let day = layout.column(x: max(event.x, layout.grid.x))?.day ?? layout.day
    switch drag {
    case .block(let id, let grip, _):
      state.drag = .block(id, grip: grip, to: day.start(of: row).adding(-grip))
    case .blockEnd(let id, _): state.drag = .blockEnd(id, to: day.start(of: row + 1))
    case .span(let from):
      // A span is of one day: the one that it was begun on.
      guard layout.day.exists(row) else { return }
      state.calendar.anchor = from
      state.calendar.selected = nil
      state.calendar.cursor = layout.day.start(of: row)
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

  /// In a month: a click selects the day, another one opens it, a block is dragged to another day.
  private static func handleMonth(
    _ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let view = MonthView(rect, Painter(theme: .standard, state: state, world: world))
    switch event.kind {
    case .wheelUp: CalendarCommands.show(&state, world, date: state.calendar.day(world).adding(months: -1))
    case .wheelDown: CalendarCommands.show(&state, world, date: state.calendar.day(world).adding(months: 1))
    case .press(.left):
      guard let date = view.date(x: event.x, y: event.y) else { return [] }
      if view.isMore(x: event.x, y: event.y) {
        CalendarCommands.show(&state, world, date: date)
        return CalendarViewCommands.show(.day, &state, world)
      }
      if let block = view.block(x: event.x, y: event.y),
        !state.isPrivate || block.block.client == state.client
      {
        state.drag = .block(block.id, grip: 0, to: block.start)
      } else if date == state.calendar.day(world) {
        return CalendarViewCommands.show(.day, &state, world)
      }
      CalendarCommands.show(&state, world, date: date)
    case .drag:
      guard case .block(let id, _, _)? = state.drag, let date = view.date(x: event.x, y: event.y),
        let block = world.desk.occurrence(id)
      else { return [] }
      let wall = world.desk.homeZone.wall(at: block.start)
      let start = world.desk.homeZone.instant(of: WallTime(date: date, secondOfDay: wall.secondOfDay))
      state.drag = .block(id, grip: 0, to: start)
      state.calendar.date = date == world.today ? nil : date
    case .release: return release(&state, world)
    case .press: break
    }
    return []
  }

  /// On the agenda: a click selects a line, another one opens it.
  private static func handleAgenda(
    _ event: MouseEvent, _ rect: Rect, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    switch event.kind {
    case .wheelUp: AgendaList.step(&state, world, by: -3)
    case .wheelDown: AgendaList.step(&state, world, by: 3)
    case .press(.left):
      let view = AgendaView(rect, Painter(theme: .standard, state: state, world: world))
      guard let line = view.line(y: event.y) else { return [] }
      if line.isCurrent, let open = CommandTable.command("block.open") {
        return Dashboard.run(open, &state, world)
      }
      if state.calendar.first == nil { state.calendar.first = state.calendar.day(world) }
      line.list.go(to: line.index, &state, world)
    default: break
    }
    return []
  }

  /// The block as it would be if it were dropped now; nil while it lies where it was.
  static func plan(_ drag: Drag, _ world: World) -> BlockPlan? {
    switch drag {
    case .card, .span: return nil
    case .block(let id, _, let start):
      guard let block = world.desk.occurrence(id), block.start != start else { return nil }
      var plan = BlockPlan(block)
      plan.start = ZonedTime(start, in: world.desk.planningZone(plan.start.zone), isForward: true)
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
