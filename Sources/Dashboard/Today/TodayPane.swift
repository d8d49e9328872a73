import Canvas
import Civil
import Desk

/// Today across all clients: what runs, what is next, what is due, who is waited for, what was not booked.
enum TodayPane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let sections = TodaySections(painter.state, painter.world).sections
    let layout = TodayLayout(rect, sections, painter)
    for (index, column) in layout.columns.enumerated() {
      let holdsSelection = painter.state.today.selected.map(column.lines.contains) ?? (index == 0)
      let isFocused = painter.state.overlays.isEmpty && holdsSelection
      frame.box(
        column.box, style: painter.style(isFocused ? .borderFocused : .border),
        title: title(index, painter), titleStyle: painter.style(.heading))
      let tops = painter.state.today.tops
      let top = tops.indices.contains(index) ? tops[index] : 0
      let inside = column.inside
      for (row, content) in column.rows.dropFirst(top).prefix(inside.height).enumerated() {
        TodayRow(content, layout, painter).draw(&frame, inside.row(y: row))
      }
      drawMore(&frame, column, top, painter)
      drawClocks(&frame, column, top, painter)
    }
  }

  /// In the lower edge the next change of clocks, where the section that tells of it lies below what is in sight.
  private static func drawClocks(
    _ frame: inout Frame, _ column: TodayLayout.Column, _ top: Int, _ painter: Painter
  ) {
    let below = column.rows.dropFirst(top + column.inside.height)
    for case .line(.clock(let zone, let at), _) in below {
      guard
        let change = painter.world.memory.clockChanges(painter.world).first(where: {
          $0.zone == zone && $0.at == at && !$0.isTogether
        })
      else { continue }
      let text = " " + painter.world.clocks.brief(change) + " "
      let x = column.box.maxX - 5 - TextWidth.of(text)
      guard x > column.box.x else { return }
      frame.put(text, x: x, y: column.box.maxY - 1, style: painter.style(.warning))
      return
    }
  }

  /// `Today ─ Mon 23 Nov · 09:42 Kolkata` over the first column, what is due over the second.
  private static func title(_ column: Int, _ painter: Painter) -> String {
    let (world, words) = (painter.world, painter.words)
    guard column == 0 else { return "\(words.today.due) · \(words.today.waiting)" }
    let wall = world.desk.homeZone.wall(at: world.now)
    let day = DateText.long(wall.date, today: wall.date, words.dates)
    let clock =
      DateText.clock(wall) + " "
      + (world.journeyText ?? DateText.city(world.desk.homeZone(at: world.now).name))
    return "\(words.today.title) ─ \(day) · \(clock)"
  }

  /// That there is more above or below than is in sight.
  private static func drawMore(
    _ frame: inout Frame, _ column: TodayLayout.Column, _ top: Int, _ painter: Painter
  ) {
    let below = column.rows.count - top - column.inside.height
    let x = column.box.maxX - 4
    if top > 0 { frame.put(" ↑ ", x: x, y: column.box.y, style: painter.style(.accent)) }
    if below > 0 { frame.put(" ↓ ", x: x, y: column.box.maxY - 1, style: painter.style(.accent)) }
  }

  /// Keeps the selection on a line that is there, and in sight with its heading.
  static func settle(_ state: inout ViewState, _ world: World) {
    let sections = TodaySections(state, world).sections
    let painter = Painter(theme: .standard, state: state, world: world)
    let layout = TodayLayout(Layout(size: state.size).main, sections, painter)
    let lines = layout.columns.flatMap(\.lines)
    if let selected = state.today.selected, let place = lines.firstIndex(of: selected) {
      state.today.place = place
    } else {
      state.today.place = lines.isEmpty ? 0 : min(state.today.place, lines.count - 1)
      state.today.selected = lines.isEmpty ? nil : lines[state.today.place]
    }
    let tops = state.today.tops
    state.today.tops = layout.columns.enumerated().map { index, column in
      top(of: column, from: tops.indices.contains(index) ? tops[index] : 0, state.today.selected)
    }
  }

  private static func top(of column: TodayLayout.Column, from top: Int, _ selected: TodayLine?) -> Int {
    let height = column.inside.height
    var window = ListWindow()
    window.top = top
    window.selected = top
    let rows = column.rows.indices.filter { row in
      switch column.rows[row] {
      case .line(let line, _), .more(let line, _): line == selected
      case .heading, .empty, .blank: false
      }
    }
    if let first = rows.first, let last = rows.last {
      // The heading over a first line is shown with it.
      var lead = first
      if lead > 0, case .heading = column.rows[lead - 1] { lead -= 1 }
      if last >= window.top + height { window.top = last - height + 1 }
      if lead < window.top { window.top = lead == 1 ? 0 : lead }
    }
    return max(0, min(window.top, column.rows.count - height))
  }

  /// Selects the line at a place on the screen; false where there is none.
  static func select(x: Int, y: Int, _ state: inout ViewState, _ world: World) -> Bool {
    guard let line = TodayCommands.layout(state, world).line(x: x, y: y, state.today) else { return false }
    state.today.selected = line
    return true
  }

  static func selection(_ state: ViewState, _ world: World) -> Selection {
    switch state.today.selected {
    case .running(let id)?: world.desk.entry(id) == nil ? .none : .entry(id)
    case .block(let id)?: world.desk.occurrence(id) == nil ? .none : .block(id)
    case .due(let id)?, .waiting(let id)?: world.desk.card(id) == nil ? .none : .cards([id])
    case .shift(let id, _, _)?: world.desk.occurrence(id) == nil ? .none : .block(id)
    case .gap?, .clock?, .zone?, nil: .none
    }
  }
}
