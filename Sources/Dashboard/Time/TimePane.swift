import Canvas
import Civil
import Desk

/// The entries of a day, with the gaps between them and the sums.
enum TimePane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let sheet = painter.state.time.sheet(painter.world)
    let layout = TimeLayout(rect, sheet, painter)
    frame.box(
      layout.box, style: painter.style(painter.state.overlays.isEmpty ? .borderFocused : .border),
      title: title(sheet, layout.box.width, painter), titleStyle: painter.style(.heading))
    if sheet.lines.isEmpty { drawEmpty(&frame, layout.list, sheet, painter) }
    let top = painter.state.time.top
    for (row, line) in sheet.lines.dropFirst(top).prefix(layout.list.height).enumerated() {
      TimeRow(line, sheet, layout, painter).draw(
        &frame, layout.list.row(y: row), isSelected: painter.state.time.selected == line.id)
    }
    drawMore(&frame, layout, hidden: (top, sheet.lines.count - top - layout.list.height), painter)
    TimeTotals.draw(&frame, layout, sheet, painter)
    if let side = layout.side { TimeSide.draw(&frame, side, sheet, painter) }
  }

  /// `Time ─ Mon 23 Nov · today · Kolkata`, and how long the day is when it is not 24 hours.
  private static func title(_ sheet: DaySheet, _ width: Int, _ painter: Painter) -> String {
    let (world, words) = (painter.world, painter.words)
    var parts = [DateText.long(sheet.date, today: world.today, words.dates)]
    let relative = DateText.relative(sheet.date, today: world.today, words.dates)
    if abs(sheet.date.dayNumber - world.today.dayNumber) <= 1 { parts.append(relative) }
    parts.append(DateText.city(world.desk.homeZone(at: sheet.span.end.adding(-1)).name))
    if sheet.span.duration != 86_400 {
      parts.append(Words.fill(words.time.dayLength, DurationText.hours(sheet.span.duration)))
    }
    return TextWidth.cut(words.time.title + " ─ " + parts.joined(separator: " · "), to: width - 6)
  }

  private static func drawEmpty(_ frame: inout Frame, _ rect: Rect, _ sheet: DaySheet, _ painter: Painter) {
    let words = painter.words.time
    let keys = ["timer.start", "entry.add", "time.previousDay", "time.nextDay"].map {
      painter.world.keymap.glyph(of: $0) ?? ""
    }
    let isAhead = sheet.span.start > painter.world.now
    let lines = [isAhead ? words.ahead : words.empty, Words.fill(words.emptyHint, keys)]
    var y = rect.y + 1
    for line in lines.flatMap({ TextWidth.wrap($0, to: rect.width - 2) }) where y < rect.maxY {
      frame.put(line, x: rect.x + 1, y: y, style: painter.style(.muted))
      y += 1
    }
  }

  /// How many lines are out of sight, in the frame's edges.
  private static func drawMore(
    _ frame: inout Frame, _ layout: TimeLayout, hidden: (above: Int, below: Int), _ painter: Painter
  ) {
    for (count, arrow, y) in [(hidden.above, "↑", layout.box.y), (hidden.below, "↓", layout.box.maxY - 1)]
    where count > 0 {
      let text = " \(arrow) " + Words.fill(painter.words.general.moreBelow, "\(count)") + " "
      frame.put(
        text, x: layout.box.maxX - TextWidth.of(text) - 2, y: y, style: painter.style(.accent))
    }
  }

  /// Keeps the selection on a line that is there and in sight.
  static func settle(_ state: inout ViewState, _ world: World) {
    let sheet = state.time.sheet(world)
    let lines = sheet.lines
    if let awaited = state.time.awaited, lines.contains(where: { $0.id == .entry(awaited) }) {
      state.time.selected = .entry(awaited)
      state.time.awaited = nil
    }
    guard !lines.isEmpty else {
      state.time.selected = nil
      state.time.place = 0
      state.time.top = 0
      return
    }
    let place: Int
    if let selected = state.time.selected {
      place = lines.firstIndex { $0.id == selected } ?? min(state.time.place, lines.count - 1)
    } else {
      place = lines.lastIndex { $0.entry != nil } ?? lines.count - 1
    }
    state.time.selected = lines[place].id
    state.time.place = place
    let painter = Painter(theme: .standard, state: state, world: world)
    let rows = TimeLayout(Layout(size: state.size).main, sheet, painter).list.height
    var window = ListWindow()
    window.selected = place
    window.top = state.time.top
    window.settle(count: lines.count, rows: rows)
    state.time.top = window.top
  }

  /// Selects the line at a place on the screen; false where there is none.
  static func select(x: Int, y: Int, _ state: inout ViewState, _ world: World) -> Bool {
    let sheet = state.time.sheet(world)
    let painter = Painter(theme: .standard, state: state, world: world)
    let list = TimeLayout(Layout(size: state.size).main, sheet, painter).list
    let place = y - list.y + state.time.top
    guard list.contains(x: x, y: y), sheet.lines.indices.contains(place) else { return false }
    state.time.selected = sheet.lines[place].id
    return true
  }

  static func selection(_ state: ViewState, _ world: World) -> Selection {
    guard case .entry(let id)? = state.time.selected, world.desk.entry(id) != nil else { return .none }
    return .entry(id)
  }
}
