import Canvas
import Desk

/// What the mouse does, by where it does it.
enum Mouse {
  static func handle(_ event: MouseEvent, _ state: inout ViewState, _ world: World) -> [Effect] {
    guard Layout.fits(state.size) else { return [] }
    if !state.overlays.isEmpty { return handleOverlay(event, &state, world) }
    let layout = Layout(state)
    if case .press = event.kind, layout.strip.contains(x: event.x, y: event.y) {
      return clickStrip(event, layout, &state, world)
    }
    switch state.screen {
    case .desk: return handleDesk(event, layout, &state, world)
    case .matrix: return handleMatrix(event, layout, &state, world)
    case .today, .time, .history: return handleList(event, layout, &state, world)
    }
  }

  /// What lies over the screen takes clicks, and the wheel as arrow keys.
  private static func handleOverlay(_ event: MouseEvent, _ state: inout ViewState, _ world: World) -> [Effect]
  {
    state.drag = nil
    guard case .press(.left) = event.kind else { return wheelAsArrows(event, &state, world) }
    let layout = Layout(state)
    return Dashboard.withOverlay(&state) { overlay, state in
      overlay.click(event.x, event.y, layout, &state, world)
    }
  }

  private static func wheelAsArrows(_ event: MouseEvent, _ state: inout ViewState, _ world: World) -> [Effect]
  {
    switch event.kind {
    case .wheelUp: Dashboard.press(KeyPress(.up), &state, world)
    case .wheelDown: Dashboard.press(KeyPress(.down), &state, world)
    default: []
    }
  }

  private static func clickStrip(
    _ event: MouseEvent, _ layout: Layout, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    guard let place = place(in: layout.strip, event, state, world) else { return [] }
    state.message = nil
    if let client = place.client {
      ClientCommands.go(to: client, &state, world)
    } else {
      state.screen = .today
    }
    return []
  }

  /// What the strip has at a cell of the screen.
  static func place(in strip: Rect, _ event: MouseEvent, _ state: ViewState, _ world: World) -> StripView
    .Place?
  {
    StripView.places(strip, Painter(theme: .standard, state: state, world: world))
      .first { $0.rect.contains(x: event.x, y: event.y) }
  }

  private static func handleDesk(
    _ event: MouseEvent, _ layout: Layout, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    // A drag that began on a card stays the board's, wherever it goes.
    if case .card? = state.drag { return BoardMouse.handle(event, layout.board, &state, world) }
    let isOnCalendar =
      layout.isWide ? layout.calendar.contains(x: event.x, y: event.y) : state.pane == .calendar
    if isOnCalendar || state.drag != nil {
      if case .press = event.kind, state.pane != .calendar {
        state.pane = .calendar
        // It takes the whole screen now: what was clicked is elsewhere.
        if state.isCalendarFull { return [] }
      }
      return CalendarPane.mouse(event, layout.calendar, &state, world)
    }
    return BoardMouse.handle(event, layout.board, &state, world)
  }

  /// A click selects a line, another one on it opens what it speaks of.
  private static func handleList(
    _ event: MouseEvent, _ layout: Layout, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    guard case .press(.left) = event.kind else { return wheelAsArrows(event, &state, world) }
    let before = (state.today.selected, state.time.selected, state.history.selected)
    let (isOnLine, command): (Bool, String) =
      switch state.screen {
      case .today: (TodayPane.select(x: event.x, y: event.y, &state, world), "today.open")
      case .time: (TimePane.select(x: event.x, y: event.y, &state, world), "entry.open")
      default: (HistoryPane.select(x: event.x, y: event.y, &state, world), "history.open")
      }
    let after = (state.today.selected, state.time.selected, state.history.selected)
    guard isOnLine, before == after, let open = CommandTable.command(command) else { return [] }
    return Dashboard.run(open, &state, world)
  }

  private static func handleMatrix(
    _ event: MouseEvent, _ layout: Layout, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    guard case .press(.left) = event.kind else { return wheelAsArrows(event, &state, world) }
    for quadrant in Quadrant.allCases {
      let rect = MatrixPane.rect(of: quadrant, in: layout.main)
      guard rect.contains(x: event.x, y: event.y) else { continue }
      let cards = MatrixContent(state, world)[quadrant]
      let place = event.y - rect.y - 1 + (state.matrix.tops[quadrant] ?? 0)
      guard cards.indices.contains(place) else { continue }
      if state.matrix.card == cards[place].id {
        state.overlays.append(.card(CardPane(cards[place].id)))
      }
      state.matrix.card = cards[place].id
    }
    return []
  }
}
