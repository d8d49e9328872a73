import Canvas
import Civil
import Desk

/// Finding a time on the screen: whom with, a line to type on, the times found, and what the chosen one is to whom.
struct SlotView {
  private let slots: SlotState
  private let painter: Painter
  private let rect: Rect
  private let chips: [Rect]

  private static let indent = 7

  init(_ slots: SlotState, _ layout: Layout, _ painter: Painter) {
    self.slots = slots
    self.painter = painter
    rect = Popup.centered(layout, width: 92, height: 24)
    let inside = rect.inset(2, 1)
    var chips: [Rect] = []
    var (x, y) = (inside.x + SlotView.indent, inside.y)
    for client in slots.clients {
      let width = min(TextWidth.of(SlotView.name(client, painter)), 20) + 4
      if x + width > inside.maxX, x > inside.x + SlotView.indent {
        (x, y) = (inside.x + SlotView.indent, y + 1)
      }
      chips.append(Rect(x: x, y: y, width: min(width, max(0, inside.maxX - x)), height: 1))
      x += width + 1
    }
    // More clients than a few rows hold are taken by typing.
    self.chips = chips.filter { $0.y < inside.y + 3 }
  }

  private static func name(_ client: ClientID, _ painter: Painter) -> String {
    painter.shown(painter.desk.client(client)?.name ?? "", of: client)
  }

  private var inside: Rect { rect.inset(2, 1) }
  private var lineRow: Rect {
    let row = inside.row(y: (chips.last.map { $0.y - inside.y } ?? -1) + 1)
    return Rect(x: row.x + SlotView.indent, y: row.y, width: row.width - SlotView.indent, height: 1)
  }

  /// Whether there is a blank line above the times, and room for more than two of them.
  private var isRoomy: Bool { inside.height >= 14 }
  /// Where the times begin, what is said above them included.
  private var top: Int { lineRow.y - inside.y + (isRoomy ? 3 : 2) }
  /// So many of the times are in sight, whatever else is told.
  private var least: Int { min(slots.answer?.proposals.count ?? 0, isRoomy ? 4 : 2) }

  /// What is said above the times: why none fits.
  private var obstacles: [String] {
    guard let answer = slots.answer else { return [] }
    let words = painter.words.slots
    let texts = answer.obstacles.map { $0.text(words, title: title) }
    guard !texts.isEmpty else { return [] }
    // Below them the times, how many there are, a line of the chosen one, and the keys.
    let room = min(5, max(1, inside.height - top - least - 3))
    let heading = answer.proposals.isEmpty ? [] : [words.leastBad]
    let lines = texts.prefix(3).flatMap { TextWidth.wrap($0, to: inside.width) }
    let shown = Array(lines.prefix(room - heading.count))
    guard shown.count < lines.count, let last = shown.last else { return shown + heading }
    return shown.dropLast() + [TextWidth.cut(last + " …", to: inside.width)] + heading
  }

  private var list: Rect {
    let top = top + obstacles.count
    let count = slots.answer?.proposals.count ?? 0
    // Below them how many there are, everybody's clock, what is in the way, and the keys.
    let room = max(1, inside.height - top - 2)
    let wanted = slots.proposal.map { $0.times.count + ($0.conflicts.isEmpty ? 0 : 1) } ?? 0
    return inside.row(y: top, height: min(count, room, max(least, room - wanted)))
  }

  private var window: ListWindow {
    var window = ListWindow()
    window.selected = slots.selected
    return window.settled(count: slots.answer?.proposals.count ?? 0, rows: list.height)
  }

  func client(x: Int, y: Int) -> Int? { chips.firstIndex { $0.contains(x: x, y: y) } }
  func isOnLine(x: Int, y: Int) -> Bool { lineRow.contains(x: x, y: y) }
  func time(x: Int, y: Int) -> Int? {
    window.line(x: x, y: y, in: list, count: slots.answer?.proposals.count ?? 0)
  }

  func draw(_ frame: inout Frame) {
    let words = painter.words.slots
    Popup.open(&frame, rect, title: words.title, painter)
    drawClients(&frame)
    put(words.when, &frame, x: inside.x, y: lineRow.y, .muted)
    frame.fill(lineRow, style: painter.style(.input))
    if slots.focus == .line {
      slots.field.draw(in: &frame, lineRow, style: painter.style(.input))
    } else {
      frame.put(
        TextWidth.cut(slots.field.text, to: lineRow.width), x: lineRow.x, y: lineRow.y,
        style: painter.style(.input))
    }
    drawUnderstood(&frame)
    for (row, text) in obstacles.enumerated() {
      put(text, &frame, x: inside.x, y: inside.y + top + row, .warning)
    }
    if slots.answer == nil { put(words.nobody, &frame, x: inside.x, y: inside.y + top, .text) }
    drawTimes(&frame)
    drawParties(&frame)
    let footers =
      switch slots.focus {
      case .clients: [words.clientsFooter, words.clientsFooterShort]
      case .line: [words.lineFooter]
      case .times: [words.timesFooter, words.timesFooterShort]
      }
    let footer = footers.first { TextWidth.of($0) <= inside.width } ?? footers[footers.count - 1]
    put(footer, &frame, x: inside.x, y: inside.maxY - 1, .hint)
  }

  private func drawClients(_ frame: inout Frame) {
    if !chips.isEmpty { put(painter.words.slots.with, &frame, x: inside.x, y: inside.y, .muted) }
    for (index, chip) in chips.enumerated() {
      let client = slots.clients[index]
      let isOn = slots.chosen.contains(client)
      let isHere = slots.focus == .clients && slots.cursor == index
      let role: Role = isOn ? painter.role(of: client) : .muted
      let style = isHere ? painter.style(.selection) : painter.theme.style(role, on: .popup)
      let text = (isOn ? "[✓] " : "[ ] ") + SlotView.name(client, painter)
      frame.put(TextWidth.pad(text, to: chip.width), x: chip.x, y: chip.y, style: style)
    }
  }

  /// What was made of the line, or what can be typed on it.
  private func drawUnderstood(_ frame: inout Frame) {
    let words = painter.words.slots
    let reading = slots.reading
    if let word = reading.strange.first {
      put(Words.fill(words.strange, word), &frame, x: lineRow.x, y: lineRow.y + 1, .warning)
      return
    }
    let home = painter.desk.homeZone
    let period = slots.period(painter.world)
    let dates = painter.words.dates
    let first = DateText.long(home.date(at: period.start), today: painter.world.today, dates)
    let last = DateText.long(home.date(at: period.end.adding(-1)), today: painter.world.today, dates)
    let parts =
      [
        DurationText.short(reading.length ?? 1800),
        first == last ? first : Words.fill(words.days, first, last),
      ]
      + reading.places.map(\.city)
    let understood = parts.joined(separator: " · ")
    let x = put(understood, &frame, x: lineRow.x, y: lineRow.y + 1, .understood)
    if slots.focus == .line, x + TextWidth.of(words.lineHint) + 2 <= inside.maxX {
      put(words.lineHint, &frame, x: x + 2, y: lineRow.y + 1, .hint)
    }
  }

  private func drawTimes(_ frame: inout Frame) {
    guard let proposals = slots.answer?.proposals else { return }
    let shown = window.shown(count: proposals.count, rows: list.height)
    for (row, index) in shown.enumerated() {
      let line = list.row(y: row)
      let isChosen = index == slots.selected
      let ground = isChosen && slots.focus == .times ? painter.style(.selection) : painter.style(.popup)
      if isChosen { frame.fill(line, style: ground) }
      let text = proposals[index].text(
        today: painter.world.today, painter.words.dates, width: line.width - 2)
      let mark = isChosen ? "▸ " : "  "
      frame.put(TextWidth.cut(mark + text, to: line.width), x: line.x, y: line.y, style: ground)
    }
    guard !proposals.isEmpty else { return }
    let place = Words.fill(painter.words.slots.place, "\(slots.selected + 1)", "\(proposals.count)")
    put(place, &frame, x: inside.maxX - TextWidth.of(place), y: list.maxY, .muted)
  }

  /// The chosen time by everybody's clock, and what is to be said against it.
  private func drawParties(_ frame: inout Frame) {
    guard let proposal = slots.proposal else { return }
    let rows = (list.maxY + 1)..<max(list.maxY + 1, inside.maxY - 1)
    let over = proposal.conflicts.map { Words.fill(painter.words.slots.over, title($0.block)) }
    guard rows.count < proposal.times.count + (over.isEmpty ? 0 : 1) else {
      for (y, time) in zip(rows, proposal.times) { draw(time, &frame, y: y) }
      let y = rows.lowerBound + proposal.times.count
      if !over.isEmpty { put(over.joined(separator: " · "), &frame, x: inside.x + 2, y: y, .warning) }
      return
    }
    // Where not each has a line, whom it does not suit is told first, and the others as far as there is room.
    let clocks = (proposal.times.filter { !$0.fit.isInside } + proposal.times.filter(\.fit.isInside)).map {
      brief($0, beside: proposal.times[0].start.date)
    }
    let lines = TextWidth.wrap((over + clocks).joined(separator: " · "), to: inside.width - 4)
    for (y, line) in zip(rows, lines) {
      let isCut = y == rows.upperBound - 1 && lines.count > rows.count
      put(isCut ? line + " …" : line, &frame, x: inside.x + 2, y: y, proposal.fits ? .text : .warning)
    }
  }

  /// `Tokyo Tue 1 Dec 18:00, 1h45 late`, the date where it is another one.
  private func brief(_ time: SlotTime, beside date: CivilDate) -> String {
    let words = painter.words.slots
    let day =
      time.start.date == date
      ? "" : DateText.short(time.start.date, today: painter.world.today, painter.words.dates) + " "
    let note =
      switch time.fit {
      case .inside: ""
      case .early(let seconds): ", " + Words.fill(words.earlyShort, DurationText.short(seconds))
      case .late(let seconds): ", " + Words.fill(words.lateShort, DurationText.short(seconds))
      case .dayOff: ", " + words.dayOffShort
      }
    return "\(time.party.name) \(day)\(DateText.clock(time.start))\(note)"
  }

  private func draw(_ time: SlotTime, _ frame: inout Frame, y: Int) {
    let name = TextWidth.cut(time.party.name, to: 18)
    let role: Role = time.party.client == nil ? .text : painter.role(of: time.party.client)
    put("▌" + name, &frame, x: inside.x + 2, y: y, role)
    let x = put(when(time), &frame, x: inside.x + 23, y: y, .text)
    if let note = note(time) { put(note, &frame, x: max(x + 2, inside.x + 47), y: y, .warning) }
  }

  /// `Mon 23  15:00–15:45`.
  private func when(_ time: SlotTime) -> String {
    let day = DateText.short(time.start.date, today: painter.world.today, painter.words.dates)
    return "\(day)  \(DateText.clock(time.start))–\(DateText.clock(time.end))"
  }

  /// Why a time does not suit a party.
  private func note(_ time: SlotTime) -> String? {
    let words = painter.words.slots
    switch time.fit {
    case .inside: return nil
    case .early(let seconds): return Words.fill(words.early, DurationText.short(seconds), time.party.name)
    case .late(let seconds): return Words.fill(words.late, DurationText.short(seconds), time.party.name)
    case .dayOff: return Words.fill(words.dayOff, time.party.name)
    }
  }

  private func title(_ block: Block) -> String { painter.shown(block.title, of: block.client) }

  @discardableResult
  private func put(_ text: String, _ frame: inout Frame, x: Int, y: Int, _ role: Role) -> Int {
    frame.put(
      TextWidth.cut(text, to: max(0, inside.maxX - x)), x: x, y: y,
      style: painter.theme.style(role, on: .popup))
  }
}

extension SlotState {
  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    SlotView(self, layout, painter).draw(&frame)
  }
}
