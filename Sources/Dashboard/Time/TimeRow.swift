import Canvas
import Civil
import Desk

/// One line of a day's sheet.
struct TimeRow {
  private struct Part {
    let text: String
    let role: Role
  }

  private let line: DaySheet.Line
  private let sheet: DaySheet
  private let layout: TimeLayout
  private let painter: Painter

  init(_ line: DaySheet.Line, _ sheet: DaySheet, _ layout: TimeLayout, _ painter: Painter) {
    self.line = line
    self.sheet = sheet
    self.layout = layout
    self.painter = painter
  }

  func draw(_ frame: inout Frame, _ rect: Rect, isSelected: Bool) {
    let isFocused = painter.state.overlays.isEmpty
    let ground = isSelected ? painter.style(isFocused ? .selection : .selectionUnfocused) : nil
    if let ground {
      frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1), style: ground)
    }
    switch line {
    case .gap(let span): draw(span, &frame, rect, ground)
    case .entry(let entry, let span, let overlaps): draw(entry, span, overlaps, &frame, rect, ground)
    }
  }

  private func draw(_ gap: TimeSpan, _ frame: inout Frame, _ rect: Rect, _ ground: Style?) {
    let style = ground ?? painter.style(.muted)
    frame.put(" " + clock(gap.start) + " – " + clock(gap.end), x: rect.x, y: rect.y, style: style)
    let words = painter.words.time
    frame.put(length(gap.duration), x: rect.x + layout.lengthX, y: rect.y, style: style)
    let end = frame.put("· " + words.gap, x: rect.x + layout.clientX, y: rect.y, style: style)
    guard ground != nil, let key = painter.world.keymap.glyph(of: "entry.open") else { return }
    let x = max(end + 2, rect.x + layout.titleX)
    frame.put(
      TextWidth.cut(Words.fill(words.gapHint, key), to: rect.maxX - x), x: x, y: rect.y, style: style)
  }

  private func draw(
    _ entry: Entry, _ span: TimeSpan, _ overlaps: Bool, _ frame: inout Frame, _ rect: Rect, _ ground: Style?
  ) {
    let style = { (role: Role) in ground ?? painter.style(role) }
    frame.put(
      times(entry), x: rect.x, y: rect.y, style: style(entry.isRunning ? .running : .text))
    let isHidden = painter.isHidden(entry.client)
    frame.put(
      isHidden ? "" : length(span.duration), x: rect.x + layout.lengthX, y: rect.y,
      style: style(entry.isRunning ? .running : .heading))
    if overlaps {
      frame.put(painter.words.time.overlapMark, x: rect.x + layout.markX, y: rect.y, style: style(.warning))
    }
    let x = frame.put(
      "▌", x: rect.x + layout.clientX, y: rect.y,
      style: style(isHidden ? .muted : painter.role(of: entry.client)))
    let client = painter.shown(SubjectText.client(entry.client, painter.world), of: entry.client)
    frame.put(
      TextWidth.cut(client, to: layout.clientWidth), x: x, y: rect.y,
      style: style(entry.client == nil || isHidden ? .muted : painter.role(of: entry.client)))
    drawSubject(entry, overlaps, &frame, rect, style)
  }

  private func drawSubject(
    _ entry: Entry, _ overlaps: Bool, _ frame: inout Frame, _ rect: Rect, _ style: (Role) -> Style
  ) {
    let x = rect.x + layout.titleX
    let mark = mark(entry)
    frame.put(mark.text, x: rect.maxX - 1, y: rect.y, style: style(mark.role))
    let room = rect.maxX - 2 - x
    let title = painter.shown(SubjectText.title(TimerSubject(of: entry), painter.world), of: entry.client)
    let notes = notes(entry, overlaps)
    // What is said beside the title is left out where it would not be whole.
    var next = frame.put(TextWidth.cut(title, to: max(0, room)), x: x, y: rect.y, style: style(.text))
    for note in notes {
      guard next + 2 + TextWidth.of(note.text) <= x + room else { continue }
      next = frame.put(note.text, x: next + 2, y: rect.y, style: style(note.role))
    }
  }

  /// What is said beside the title, what matters most first.
  private func notes(_ entry: Entry, _ overlaps: Bool) -> [Part] {
    let words = painter.words.time
    var parts: [Part] = []
    if overlaps { parts.append(Part(text: words.overlap, role: .warning)) }
    if entry.start < sheet.span.start {
      parts.append(Part(text: Words.fill(words.fromDay, moment(entry.start)), role: .muted))
    }
    if let end = entry.end, end > sheet.span.end {
      parts.append(Part(text: Words.fill(words.untilDay, moment(end)), role: .muted))
    }
    guard !painter.isHidden(entry.client) else { return parts }
    return parts + entry.labels.map { Part(text: "#" + $0, role: .accent) }
  }

  private func mark(_ entry: Entry) -> Part {
    if entry.invoice != nil { return Part(text: painter.words.time.billed, role: .done) }
    return entry.billable
      ? Part(text: painter.words.time.billable, role: .success) : Part(text: " ", role: .muted)
  }

  /// `09:00 – 09:30`; `‹` where it began before the day, `›` where it ends after it.
  private func times(_ entry: Entry) -> String {
    let before = entry.start < sheet.span.start ? "‹" : " "
    let end = entry.end.map { clock($0) } ?? painter.words.time.now
    let after = entry.end.map { $0 > sheet.span.end } == true ? "›" : " "
    return TextWidth.pad("\(before)\(clock(entry.start)) – \(end)\(after)", to: TimeLayout.timeWidth)
  }

  private func clock(_ instant: Instant) -> String {
    DateText.clock(painter.desk.homeZone.wall(at: instant))
  }

  private func length(_ seconds: Int) -> String {
    TextWidth.pad(DurationText.hours(seconds), to: TimeLayout.lengthWidth, alignRight: true)
  }

  private func moment(_ instant: Instant) -> String {
    let wall = painter.desk.homeZone.wall(at: instant)
    return DateText.long(wall.date, today: painter.world.today, painter.words.dates) + " "
      + DateText.clock(wall)
  }
}
