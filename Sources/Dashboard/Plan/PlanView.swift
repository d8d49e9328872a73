import Canvas
import Civil
import Desk

/// A proposal on the screen: its lines by day, the reasons of the selected one, and what will be late.
struct PlanView {
  private let plan: PlanState
  private let painter: Painter
  private let teller: PlanTeller
  private let rect: Rect
  private let rows: [PlanRow]
  private let warnings: [String]
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
    // A list by itself is as high as it needs to be, which its width does not change.
    let warnings = PlanView.warnings(plan, teller, world)
    let count = PlanRow.all(plan, teller, width: layout.main.width - 8, world).count
    let place = PlanPlace(plan, layout, height: count + warnings.count + 8)
    rect = place.list
    calendar = place.calendar.map { PlanCalendar(plan, $0, painter) }
    let width = place.list.width - 4
    rows = PlanRow.all(plan, teller, width: width, world)
    self.warnings = warnings
    hints = PlanView.hints(plan, width: width, isAlone: calendar == nil, world)
  }

  /// What is not to be forgotten, with the key that shows it, and which frames are for nobody.
  private static func warnings(_ plan: PlanState, _ teller: PlanTeller, _ world: World) -> [String] {
    let words = world.words.plan
    let counts = teller.counts(plan.plan)
    let isBelow = plan.selected >= plan.plan.lines.count
    let shows = isBelow ? (plan.plan.lines.isEmpty ? [] : [words.showsLines]) : [words.shows]
    let trouble = counts.isEmpty ? [] : [TextWidth.joined((counts + shows)[...], by: " · ")]
    return trouble + teller.strangeFrames(plan.plan).prefix(1)
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
    if plan.showsKeys {
      let all = [words.keysSelect, adjust[0], words.turnFooter, accept]
      return TextWidth.wrap(TextWidth.joined(all[...], by: " · "), to: width)
    }
    let fitting = { (texts: [String]) in texts.first { TextWidth.of($0) <= width } ?? "" }
    let more = [words.turnFooter, words.turnShort].map { $0 + " · " + words.keys } + [words.keys]
    let first = more.map { accept + " · " + $0 } + [accept]
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

  /// What the selected row is about.
  private var selected: PlanRow.Subject? {
    for row in rows { if case .item(plan.selected, let subject) = row { return subject } }
    return nil
  }

  /// Where the lines stand: between the summary and what is said below.
  private var list: Rect {
    let below = 1 + detailHeight + warnings.count + hints.count
    return inside.row(y: 2, height: min(rows.count, max(0, inside.height - 2 - below)))
  }

  private var window: ListWindow {
    var window = ListWindow()
    window.selected =
      rows.firstIndex { if case .item(plan.selected, _) = $0 { true } else { false } } ?? 0
    // With the first of what does not fit its heading is in sight.
    window = window.settled(count: rows.count, rows: list.height)
    if plan.selected == plan.plan.lines.count, window.selected > 1, list.height > 2 {
      window.top = max(window.top, min(window.selected - 1, rows.count - list.height))
    }
    return window
  }

  /// What can be selected that is drawn at a cell, of the list or of the calendar.
  func item(x: Int, y: Int) -> Int? {
    if let found = calendar?.line(x: x, y: y) { return found }
    guard let row = window.line(x: x, y: y, in: list, count: rows.count), case .item(let index, _) = rows[row]
    else { return nil }
    return index
  }

  func draw(_ frame: inout Frame) {
    let words = painter.words.plan
    calendar?.draw(&frame)
    let title = plan.reach == .day ? words.dayTitle : words.weekTitle
    Popup.open(&frame, rect, title: "\(title) · \(teller.days(plan.plan.request))", painter)
    put(teller.fills(plan.plan, without: plan.without), &frame, inside.row(y: 0), .muted)
    let shown = window.shown(count: rows.count, rows: list.height)
    for (row, index) in shown.enumerated() { draw(rows[index], &frame, list.row(y: row)) }
    if shown.upperBound < rows.count {
      let more = Words.fill(painter.words.general.moreBelow, "\(rows.count - shown.upperBound)") + " ↓"
      put(more, &frame, Rect(x: list.x, y: list.maxY, width: list.width, height: 1), .muted)
    }
    drawBelow(&frame)
  }

  private func draw(_ row: PlanRow, _ frame: inout Frame, _ rect: Rect) {
    switch row {
    case .day(let date): put(teller.day(date), &frame, rect, .heading)
    case .heading(let text): put(text, &frame, rect, .heading)
    case .text(let text): put(text, &frame, rect, .text)
    case .blank: break
    case .item(let index, .line(let line)): draw(plan.plan.lines[line], index, &frame, rect)
    case .item(let index, .late(let late)):
      draw(PlanCardRow(plan.plan.late[late], teller), .warning, index, &frame, rect)
    case .item(let index, .left(let left)):
      draw(PlanCardRow(plan.plan.left[left], of: plan.plan, teller), .text, index, &frame, rect)
    }
  }

  private func draw(_ row: PlanCardRow, _ role: Role, _ index: Int, _ frame: inout Frame, _ rect: Rect) {
    let ground = index == plan.selected ? painter.style(.selection) : nil
    let style = { (role: Role) in ground ?? painter.theme.style(role, on: .popup) }
    if let ground {
      frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1), style: ground)
    }
    var x = frame.put(row.mark, x: rect.x, y: rect.y, style: style(role))
    let client = painter.isHidden(row.client) ? Role.muted : painter.role(of: row.client)
    x = frame.put("▌", x: x, y: rect.y, style: style(client))
    if !isNarrow {
      let width = isRoomy ? 16 : 12
      let name = painter.shown(painter.desk.client(row.client)?.name ?? "", of: row.client)
      frame.put(TextWidth.cut(name, to: width), x: x, y: rect.y, style: style(client))
      x += width + 2
    }
    let hasRoom = !isNarrow && TextWidth.of(row.wideEnd) <= rect.width / 2
    let beside = hasRoom ? row.wideEnd : row.end
    let end = rect.maxX - TextWidth.of(beside)
    let title = painter.shown(row.title, of: row.client)
    frame.put(TextWidth.cut(title, to: max(0, end - 1 - x)), x: x, y: rect.y, style: style(.text))
    frame.put(beside, x: end, y: rect.y, style: style(.muted))
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
    return (remark + teller.reasons(plan.plan.line(index, without: plan.without))).joined(separator: " · ")
  }

  /// What is told of the selected row where it has no room on it, what is not to be forgotten, and the keys.
  private func drawBelow(_ frame: inout Frame) {
    let bottom = inside.height - hints.count - warnings.count
    if !isRoomy, let told = told() {
      let lines = TextWidth.wrap(told.text, to: inside.width)
      let top = min(list.maxY + 1 - inside.y, bottom - detailHeight)
      for (row, text) in lines.prefix(detailHeight).enumerated() {
        let isCut = row == detailHeight - 1 && lines.count > detailHeight
        put(isCut ? text + " …" : text, &frame, inside.row(y: top + row), told.role)
      }
    }
    for (row, text) in warnings.enumerated() { put(text, &frame, inside.row(y: bottom + row), .warning) }
    for (row, text) in hints.enumerated() {
      put(text, &frame, inside.row(y: inside.height - hints.count + row), .hint)
    }
  }

  /// What is told of the selected row: whose it is and why it is planned, or when it is due and would be done.
  private func told() -> (text: String, role: Role)? {
    let client: ClientID
    let text: String
    var role = Role.accent
    var title = ""
    switch selected {
    case .line(let index):
      client = plan.plan.lines[index].client
      text = told(of: index)
      if plan.remarks[index] != nil { role = .warning }
    case .late(let index):
      let row = PlanCardRow(plan.plan.late[index], teller)
      (client, title, text) = (row.client, row.title, row.told)
    case .left(let index):
      let row = PlanCardRow(plan.plan.left[index], of: plan.plan, teller)
      (client, title, text) = (row.client, row.title, row.told)
    case nil: return nil
    }
    let name = isNarrow && calendar != nil ? painter.desk.client(client)?.name ?? "" : ""
    let parts = [painter.shown(name, of: client), painter.shown(title, of: client), text]
    return (TextWidth.joined(parts.filter { !$0.isEmpty }[...], by: " · "), role)
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
