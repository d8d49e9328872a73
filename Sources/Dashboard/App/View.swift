import Canvas
import Desk

extension Dashboard {
  /// The theme in force: one tried on, the one chosen, the one configured, or what fits the background.
  package static func theme(_ state: ViewState, _ world: World) -> Theme {
    if let theme = state.previewTheme.flatMap(world.themes.named) { return theme }
    if let theme = world.desk.settings.theme.flatMap(world.themes.named) { return theme }
    if let theme = world.themes.configured.flatMap(world.themes.named) { return theme }
    return state.darkBackground == false ? .standardLight : .standard
  }

  /// One screenful.
  ///
  /// Costs what is on the screen: it asks the desk's indexes, never all of its records.
  package static func view(_ state: ViewState, _ world: World, theme: Theme) -> Frame {
    var frame = Frame(width: state.size.width, height: state.size.height, style: theme.style(.background))
    guard Layout.fits(state.size) else {
      drawTooSmall(&frame, state, world, theme)
      return frame
    }
    let canvas = Painter(theme: theme, state: state, world: world)
    let layout = Layout(state)
    let memory = world.memory
    memory.show(.strip, &frame, layout.strip, canvas, draw: StripView.draw)
    switch state.screen {
    case .desk:
      if layout.isWide || state.pane == .board { BoardPane.draw(&frame, layout.board, canvas) }
      if layout.isWide || state.pane == .calendar { drawCalendar(&frame, layout.calendar, canvas) }
    case .today: TodayPane.draw(&frame, layout.main, canvas)
    case .time: TimePane.draw(&frame, layout.main, canvas)
    case .matrix: MatrixPane.draw(&frame, layout.main, canvas)
    case .history: HistoryPane.draw(&frame, layout.main, canvas)
    }
    memory.show(.timer, &frame, layout.timer, canvas, draw: TimerLine.draw)
    for overlay in state.overlays { overlay.draw(&frame, layout, canvas) }
    HintLine.draw(&frame, layout.hints, canvas)
    ReminderView.draw(&frame, layout, canvas)
    return frame
  }

  private static func drawCalendar(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    // A prompt or a dragging mouse shows in the calendar what would come of it.
    // Days that the cursor moves through are kept as pictures one by one.
    let isKeptByDay = painter.state.pane == .calendar && painter.state.calendarView.isManyDays
    guard painter.state.overlays.isEmpty, painter.state.drag == nil, !isKeptByDay else {
      return CalendarPane.draw(&frame, rect, painter)
    }
    painter.world.memory.show(.calendar, &frame, rect, painter, draw: CalendarPane.draw)
  }

  private static func drawTooSmall(_ frame: inout Frame, _ state: ViewState, _ world: World, _ theme: Theme) {
    let size = state.size
    let lines = [
      Words.fill(
        world.words.general.tooSmall, "\(Layout.smallest.width)", "\(Layout.smallest.height)",
        "\(size.width)",
        "\(size.height)"),
      world.words.general.makeLarger,
    ].flatMap { TextWidth.wrap($0, to: max(1, size.width)) }
    for (row, line) in lines.prefix(size.height).enumerated() {
      frame.put(line, x: 0, y: row, style: theme.style(.text))
    }
  }
}

/// What every piece of a view needs to draw itself.
package final class Painter {
  package let theme: Theme
  package let state: ViewState
  package let world: World
  package let words: Words
  /// Held here as well, since a property that hands it on would copy it each time.
  package let desk: Desk

  package init(theme: Theme, state: ViewState, world: World) {
    self.theme = theme
    self.state = state
    self.world = world
    words = world.words
    desk = world.desk
  }

  package func style(_ role: Role) -> Style { theme.style(role) }

  /// Whether a client's names, titles and sums may be seen while the screen is shared.
  package func isHidden(_ client: ClientID?) -> Bool { state.isPrivate && client != state.client }

  /// A text of a client's, blanked while the screen is shared and it is another client's.
  package func shown(_ text: String, of client: ClientID?) -> String {
    isHidden(client) ? words.general.privateClient : text
  }

  /// The colour role of a client.
  package func role(of client: ClientID?) -> Role {
    client.flatMap { desk.client($0) }.map { Role.client($0.colour) } ?? .muted
  }
}

extension Overlay {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    switch self {
    case .prompt(let prompt): prompt.draw(&frame, layout, painter)
    case .choice(let choice): choice.draw(&frame, layout, painter)
    case .card(let pane): pane.draw(&frame, layout, painter)
    case .palette(let palette): palette.draw(&frame, layout, painter)
    case .help(let help): help.draw(&frame, layout, painter)
    case .themes(let themes): themes.draw(&frame, layout, painter)
    case .welcome(let welcome): welcome.draw(&frame, layout, painter)
    case .form(let form): form.draw(&frame, layout, painter)
    case .settings(let settings): settings.draw(&frame, layout, painter)
    case .transfer(let transfer): transfer.draw(&frame, layout, painter)
    case .plan(let plan): plan.draw(&frame, layout, painter)
    case .slots(let slots): slots.draw(&frame, layout, painter)
    }
  }
}
