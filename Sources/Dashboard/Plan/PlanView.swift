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
  /// Whether the reasons stand beside the lines.
  private let isRoomy: Bool

  /// `✓ → 09:00–10:30 `.
  private static let whenWidth = 16
  private static let mostWarnings = 3

  init(_ plan: PlanState, _ layout: Layout, _ painter: Painter) {
    self.plan = plan
    self.painter = painter
    let world = painter.world
    teller = PlanTeller(world.desk, today: world.today, world.words, isHidden: painter.isHidden)
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
    self.rows = rows
    var warnings = teller.warnings(plan.plan)
    if warnings.count > PlanView.mostWarnings {
      let more = warnings.count - PlanView.mostWarnings + 1
      warnings = Array(warnings.prefix(PlanView.mostWarnings - 1))
      warnings.append(Words.fill(world.words.plan.lateMore, "\(more)"))
    }
    self.warnings = warnings
    isRoomy = layout.main.width >= 110
    let needed = max(rows.count, 2) + warnings.count + (isRoomy ? 5 : 6) + (warnings.isEmpty ? 0 : 1)
    rect = Popup.centered(layout, width: isRoomy ? 132 : 96, height: needed + 2)
  }

  private var inside: Rect { rect.inset(2, 1) }

  /// Where the lines stand: between the summary and what is said below.
  private var list: Rect {
    let below = (isRoomy ? 2 : 3) + warnings.count + (warnings.isEmpty ? 0 : 1)
    return inside.row(y: 2, height: inside.height - 2 - below)
  }

  private var window: ListWindow {
    var window = ListWindow()
    window.selected =
      rows.firstIndex { if case .line(plan.selected) = $0 { true } else { false } } ?? 0
    return window.settled(count: rows.count, rows: list.height)
  }

  /// The line that is drawn at a cell.
  func line(x: Int, y: Int) -> Int? {
    guard let row = window.line(x: x, y: y, in: list, count: rows.count), case .line(let index) = rows[row]
    else { return nil }
    return index
  }

  func draw(_ frame: inout Frame) {
    let words = painter.words.plan
    let title = plan.reach == .day ? words.dayTitle : words.weekTitle
    Popup.open(&frame, rect, title: "\(title) · \(teller.days(plan.plan.request))", painter)
    put(
      teller.summary(plan.plan, without: plan.without).joined(separator: " · "), &frame, inside.row(y: 0),
      .muted)
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
    let ground = isSelected ? painter.style(.selection) : nil
    let style = { (role: Role) in ground ?? painter.theme.style(isOut ? .muted : role, on: .popup) }
    if let ground {
      frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1), style: ground)
    }
    let mark = (isOut ? "· " : "✓ ") + (line.moved == nil ? "+ " : "→ ")
    frame.put(mark + teller.hours(line.span), x: rect.x, y: rect.y, style: style(.text))
    var x = rect.x + PlanView.whenWidth
    let isHidden = painter.isHidden(line.client)
    let clientWidth = isRoomy ? 16 : 12
    let role = isHidden ? .muted : painter.role(of: line.client)
    frame.put("▌", x: x, y: rect.y, style: style(role))
    let name = painter.shown(painter.desk.client(line.client)?.name ?? "", of: line.client)
    frame.put(TextWidth.cut(name, to: clientWidth), x: x + 1, y: rect.y, style: style(role))
    x += clientWidth + 3
    let length = DurationText.short(line.span.duration)
    let reasonWidth = isRoomy ? max(0, (rect.maxX - x) / 2) : 0
    let titleRoom = rect.maxX - x - reasonWidth - 7
    let title = TextWidth.cut(painter.shown(line.title, of: line.client), to: max(0, titleRoom))
    let struck = isOut ? style(.muted).adding(.strikethrough) : style(.text)
    frame.put(title, x: x, y: rect.y, style: struck)
    x += titleRoom + 1
    frame.put(TextWidth.pad(length, to: 5, alignRight: true), x: x, y: rect.y, style: style(.muted))
    guard isRoomy else { return }
    let reasons = teller.reasons(line).joined(separator: " · ")
    frame.put(TextWidth.cut(reasons, to: reasonWidth), x: x + 7, y: rect.y, style: style(.muted))
  }

  /// The reasons of the selected line where they have no room beside it, what is late, and the keys.
  private func drawBelow(_ frame: inout Frame) {
    var y = list.maxY
    if !isRoomy {
      if plan.plan.lines.indices.contains(plan.selected) {
        let reasons = teller.reasons(plan.plan.lines[plan.selected]).joined(separator: " · ")
        put(reasons, &frame, Rect(x: inside.x, y: y + 1, width: inside.width, height: 1), .accent)
      }
      y += 1
    }
    if !warnings.isEmpty {
      for (row, text) in warnings.enumerated() {
        put(text, &frame, Rect(x: inside.x, y: y + 1 + row, width: inside.width, height: 1), .warning)
      }
    }
    put(hint, &frame, Rect(x: inside.x, y: inside.maxY - 1, width: inside.width, height: 1), .hint)
  }

  private var hint: String {
    let words = painter.words.plan
    guard !plan.plan.lines.isEmpty else { return words.footerShort + " · " + words.drop }
    let accept = Words.fill(words.accept, "\(plan.chosen)") + " · " + words.drop
    let lines = [words.footer, words.footerShort].map { accept + " · " + $0 }
    return lines.first { TextWidth.of($0) <= inside.width } ?? accept
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
