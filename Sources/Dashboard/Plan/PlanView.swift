import Canvas
import Civil
import Desk

/// A proposal on the screen: its lines by day, the reasons of the selected one, and what will be late.
struct PlanView {
  private enum Row {
    case day(CivilDate)
    case line(Int)
  }

  private let plan: PlanState
  private let painter: Painter
  private let teller: PlanTeller
  private let rect: Rect
  private let rows: [Row]
  private let warnings: [String]
  /// What is filled, in one line or two.
  private let summary: [String]
  private let hints: [String]
  /// The calendar beside the list, where there is room.
  private let calendar: PlanCalendar?

  /// `✓ → 09:00–10:30 `.
  private static let whenWidth = 16

  init(_ plan: PlanState, _ layout: Layout, _ painter: Painter) {
    self.plan = plan
    self.painter = painter
    let world = painter.world
    let teller = PlanTeller(world.desk, today: world.today, world.words, isHidden: painter.isHidden)
    self.teller = teller
    rows = PlanView.rows(plan, world)
    let warnings = teller.warnings(plan.plan)
    // A list by itself is as high as it needs to be, which does not change where it is.
    let needed = max(rows.count, 2) + min(3, warnings.count) + 7 + (warnings.isEmpty ? 0 : 1)
    let place = PlanPlace(plan, layout, height: needed + 2)
    rect = place.list
    calendar = place.calendar.map { PlanCalendar(plan, $0, painter) }
    let width = place.list.width - 4
    let isNarrow = width < 60
    let most = isNarrow ? 2 : 3
    self.warnings =
      warnings.count <= most
      ? warnings
      : warnings.prefix(most - 1) + [Words.fill(world.words.plan.lateMore, "\(warnings.count - most + 1)")]
    let text = teller.summary(plan.plan, without: plan.without).joined(separator: " · ")
    let lines = TextWidth.wrap(text, to: width)
    summary =
      lines.count <= 2 && calendar != nil ? lines : [TextWidth.cut(text, to: width)]
    hints = PlanView.hints(plan, width: width, isAlone: calendar == nil, world)
  }

  private static func rows(_ plan: PlanState, _ world: World) -> [Row] {
    var rows: [Row] = []
    var last: CivilDate?
    let home = world.desk.homeZone
    for (index, line) in plan.plan.lines.enumerated() {
      let date = home.date(at: line.span.start)
      // A line may lie on another day than the one that is planned, when it makes room on it.
      if date != last, plan.reach == .week || date != plan.plan.request.first { rows.append(.day(date)) }
      last = date
      rows.append(.line(index))
    }
    return rows
  }

  /// The keys, in one line or two.
  private static func hints(_ plan: PlanState, width: Int, isAlone: Bool, _ world: World) -> [String] {
    let words = world.words.plan
    guard !plan.plan.lines.isEmpty else { return [words.turnShort + " · " + words.drop] }
    let accept = Words.fill(words.accept, "\(plan.chosen)") + " · " + words.drop
    let keys = ["block.later", "block.earlier", "block.nextDay", "block.previousDay"].map {
      world.keymap.glyph(of: $0) ?? ""
    }
    let adjust = [words.footer, words.footerShort].map { Words.fill($0, keys) }
    let fitting = { (texts: [String]) in texts.first { TextWidth.of($0) <= width } ?? "" }
    let first = [words.turnFooter, words.turnShort].map { accept + " · " + $0 } + [accept]
    guard !isAlone else { return [fitting(adjust.map { accept + " · " + $0 } + first)] }
    return [fitting(adjust), fitting(first)].filter { !$0.isEmpty }
  }

  private var inside: Rect { rect.inset(2, 1) }
  /// Whether a line has no room for the client's name.
  private var isNarrow: Bool { inside.width < 60 }
  /// Whether the reasons stand beside the lines.
  private var isRoomy: Bool { inside.width >= 106 }

  /// How many lines tell of the selected line.
  private var detailHeight: Int { calendar == nil || isRoomy ? 1 : isNarrow ? 4 : 3 }

  /// Where the lines stand: between the summary and what is said below.
  private var list: Rect {
    let below = hints.count + 1 + detailHeight + 1 + warnings.count + (warnings.isEmpty ? 0 : 1)
    let above = summary.count + 1
    return inside.row(y: above, height: min(max(rows.count, 2), max(0, inside.height - above - below)))
  }

  private var window: ListWindow {
    var window = ListWindow()
    window.selected =
      rows.firstIndex { if case .line(plan.selected) = $0 { true } else { false } } ?? 0
    return window.settled(count: rows.count, rows: list.height)
  }

  /// The line that is drawn at a cell, of the list or of the calendar.
  func line(x: Int, y: Int) -> Int? {
    if let found = calendar?.line(x: x, y: y) { return found }
    guard let row = window.line(x: x, y: y, in: list, count: rows.count), case .line(let index) = rows[row]
    else { return nil }
    return index
  }

  func draw(_ frame: inout Frame) {
    let words = painter.words.plan
    calendar?.draw(&frame)
    let title = plan.reach == .day ? words.dayTitle : words.weekTitle
    Popup.open(&frame, rect, title: "\(title) · \(teller.days(plan.plan.request))", painter)
    for (row, text) in summary.enumerated() { put(text, &frame, inside.row(y: row), .muted) }
    guard !plan.plan.lines.isEmpty else {
      for (row, text) in TextWidth.wrap(words.nothing, to: inside.width).prefix(list.height).enumerated() {
        put(text, &frame, list.row(y: row), .text)
      }
      return drawBelow(&frame)
    }
    let shown = window.shown(count: rows.count, rows: list.height)
    for (row, index) in shown.enumerated() { draw(rows[index], &frame, list.row(y: row)) }
    if shown.upperBound < rows.count {
      let more = Words.fill(painter.words.general.moreBelow, "\(rows.count - shown.upperBound)") + " ↓"
      put(more, &frame, Rect(x: list.x, y: list.maxY, width: list.width, height: 1), .muted)
    }
    drawBelow(&frame)
  }

  private func draw(_ row: Row, _ frame: inout Frame, _ rect: Rect) {
    switch row {
    case .day(let date): put(teller.day(date), &frame, rect, .heading)
    case .line(let index): draw(plan.plan.lines[index], index, &frame, rect)
    }
  }

  private func draw(_ line: PlanLine, _ index: Int, _ frame: inout Frame, _ rect: Rect) {
    let isSelected = index == plan.selected
    let isOut = plan.without.contains(index)
    let remark = plan.remarks[index]
    let ground = isSelected ? painter.style(.selection) : nil
    let style = { (role: Role) in ground ?? painter.theme.style(isOut ? .muted : role, on: .popup) }
    if let ground {
      frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1), style: ground)
    }
    let taken = isOut ? "· " : remark == nil ? "✓ " : "⚠ "
    var x = frame.put(taken, x: rect.x, y: rect.y, style: style(remark == nil ? .text : .warning))
    frame.put(
      (line.moved == nil ? "+ " : "→ ") + teller.hours(line.span), x: x, y: rect.y, style: style(.text))
    x = rect.x + PlanView.whenWidth
    let role = painter.isHidden(line.client) ? .muted : painter.role(of: line.client)
    x = frame.put("▌", x: x, y: rect.y, style: style(role))
    if !isNarrow {
      let width = isRoomy ? 16 : 12
      let name = painter.shown(painter.desk.client(line.client)?.name ?? "", of: line.client)
      frame.put(TextWidth.cut(name, to: width), x: x, y: rect.y, style: style(role))
      x += width + 2
    }
    let beside = isRoomy ? max(0, (rect.maxX - x) / 2) : 0
    let room = rect.maxX - x - beside - 7
    let title = painter.shown(line.title, of: line.client)
    let struck = isOut ? style(.muted).adding(.strikethrough) : style(.text)
    // What speaks against the line stands on it, and its title may be cut for it.
    let note = remark.map { " · " + teller.remark($0) } ?? ""
    let noteRoom = isRoomy ? 0 : min(TextWidth.of(note), max(0, room - min(TextWidth.of(title), 12)))
    let end = frame.put(
      TextWidth.cut(title, to: max(0, room - noteRoom)), x: x, y: rect.y, style: struck)
    if noteRoom > 9 {
      frame.put(TextWidth.cut(note, to: noteRoom), x: end, y: rect.y, style: style(.warning))
    }
    x += room + 1
    let length = DurationText.short(line.span.duration)
    frame.put(TextWidth.pad(length, to: 5, alignRight: true), x: x, y: rect.y, style: style(.muted))
    guard isRoomy else { return }
    frame.put(
      TextWidth.cut(told(of: index), to: beside), x: x + 7, y: rect.y,
      style: style(remark == nil ? .muted : .warning))
  }

  /// What speaks against a line and why it is proposed.
  private func told(of index: Int) -> String {
    let remark = plan.remarks[index].map { ["⚠ " + teller.remark($0)] } ?? []
    return (remark + teller.reasons(plan.plan.lines[index])).joined(separator: " · ")
  }

  /// What is told of the selected line where it has no room on it, what is late, and the keys.
  private func drawBelow(_ frame: inout Frame) {
    var y = list.maxY + 1
    if !isRoomy, plan.plan.lines.indices.contains(plan.selected) {
      let line = plan.plan.lines[plan.selected]
      var text = told(of: plan.selected)
      if isNarrow, calendar != nil {
        let name = painter.shown(painter.desk.client(line.client)?.name ?? "", of: line.client)
        text = [name, text].filter { !$0.isEmpty }.joined(separator: " · ")
      }
      let lines = TextWidth.wrap(text, to: inside.width)
      let role: Role = plan.remarks[plan.selected] == nil ? .accent : .warning
      for (row, text) in lines.prefix(detailHeight).enumerated() {
        let isCut = row == detailHeight - 1 && lines.count > detailHeight
        put(isCut ? text + " …" : text, &frame, inside.row(y: y - inside.y + row), role)
      }
    }
    y += detailHeight + (warnings.isEmpty ? 0 : 1)
    for (row, text) in warnings.enumerated() {
      put(text, &frame, Rect(x: inside.x, y: y + row, width: inside.width, height: 1), .warning)
    }
    for (row, text) in hints.enumerated() {
      put(text, &frame, inside.row(y: inside.height - hints.count + row), .hint)
    }
  }

  private func put(_ text: String, _ frame: inout Frame, _ rect: Rect, _ role: Role) {
    frame.put(
      TextWidth.cut(text, to: rect.width), x: rect.x, y: rect.y, style: painter.theme.style(role, on: .popup))
  }
}

extension PlanState {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    PlanView(self, layout, painter).draw(&frame)
  }
}
