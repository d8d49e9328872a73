import Canvas
import Civil
import Desk

/// Where a proposal is on the screen: its list, and beside it the calendar that it is drawn into.
struct PlanPlace {
  /// From this width on there is room for both.
  private static let least = 76
  /// From this width on a whole week of days has room beside the list.
  private static let wideEnough = 176

  let list: Rect
  /// Nil where there is room for the list alone.
  let calendar: Rect?

  /// - Parameter height: how many lines the list wants, with its borders.
  init(_ plan: PlanState, _ layout: Layout, height: Int) {
    let main = layout.main
    guard main.width >= PlanPlace.least else {
      list = Popup.centered(layout, width: 96, height: height)
      calendar = nil
      return
    }
    let side: Int
    if main.width < Layout.wide {
      side = main.width * 43 / 100
    } else if plan.reach == .week, main.width >= PlanPlace.wideEnough {
      side = main.width - 90
    } else {
      side = min(60, max(44, main.width * 35 / 100))
    }
    list = main.column(x: 0, width: main.width - side)
    calendar = main.column(x: main.width - side, width: side)
  }
}

/// The calendar of a proposal, at the selected line.
struct PlanCalendar {
  let rect: Rect
  let preview: PlanPreview
  let painter: Painter
  let layout: CalendarLayout

  init(_ plan: PlanState, _ rect: Rect, _ painter: Painter) {
    let world = painter.world
    self.rect = rect
    let preview = PlanPreview(plan, world)
    self.preview = preview
    var state = painter.state
    state.screen = .desk
    let isWeek = plan.reach == .week && rect.width >= 80
    state.pane = isWeek ? .calendar : .board
    state.calendar.view = isWeek ? .week : .day
    state.calendar.zones = []
    state.calendar.showsSpent = false
    state.calendar.anchor = nil
    state.calendar.cursor = nil
    state.calendar.selected = preview.selected
    state.calendar.top = nil
    // The client's clock has no room: a plan is made by the home clock.
    if rect.width < 40, !state.isPrivate { state.client = nil }
    let line = plan.plan.lines.indices.contains(plan.selected) ? plan.plan.lines[plan.selected] : nil
    state.calendar.date = line.map { world.desk.homeZone.date(at: $0.span.start) } ?? plan.plan.request.first
    var layout = CalendarLayout(rect, state, world, preview)
    if let span = line?.span, layout.grid.height > 0 {
      let rows = layout.day.rows(of: span)
      if rows.lowerBound < layout.top || rows.upperBound > layout.top + layout.grid.height {
        state.calendar.top = max(0, min(rows.lowerBound - 1, rows.upperBound - layout.grid.height / 2))
        layout = CalendarLayout(rect, state, world, preview)
      }
    }
    self.layout = layout
    self.painter = Painter(theme: painter.theme, state: state, world: world)
  }

  /// The line whose ghost is at a place on the screen.
  func line(x: Int, y: Int) -> Int? {
    layout.block(x: x, y: y).flatMap { preview.line(of: $0.item.id) }
  }

  func draw(_ frame: inout Frame) {
    frame.fill(rect, style: painter.style(.background))
    CalendarPane.draw(&frame, rect, layout, preview, painter)
  }
}
