import Canvas
import Civil
import Desk

/// One row of today's sections.
struct TodayRow {
  private struct Texts {
    var when = ""
    var whenRole: Role = .text
    var title = ""
    var titleRole: Role = .text
    var aside = ""
    var asideRole: Role = .muted
  }

  /// `tomorrow 22:30`.
  private static let whenWidth = 14

  private let row: TodayLayout.Row
  private let layout: TodayLayout
  private let painter: Painter

  init(_ row: TodayLayout.Row, _ layout: TodayLayout, _ painter: Painter) {
    self.row = row
    self.layout = layout
    self.painter = painter
  }

  private var world: World { painter.world }
  private var words: TodayWords { painter.words.today }
  private var desk: Desk { painter.desk }

  func draw(_ frame: inout Frame, _ rect: Rect) {
    switch row {
    case .blank: break
    case .heading(let section): drawHeading(section, &frame, rect)
    case .empty(let kind):
      frame.put(
        TextWidth.cut(empty(kind), to: rect.width - 1), x: rect.x + 1, y: rect.y, style: painter.style(.muted)
      )
    case .line(let line, let kind): draw(line, kind, &frame, rect)
    case .more(let line, _): drawMore(line, &frame, rect)
    }
  }

  // Headings.

  private func drawHeading(_ section: TodaySection, _ frame: inout Frame, _ rect: Rect) {
    let role: Role = section.kind == .overdue ? .overdue : .heading
    var x = frame.put(title(section.kind), x: rect.x, y: rect.y, style: painter.style(role).adding(.bold))
    if section.count > 0, section.kind != .running {
      x = frame.put(
        " \(section.count)", x: x, y: rect.y, style: painter.style(section.kind == .overdue ? role : .muted))
    }
    let rule = String(repeating: "─", count: max(0, rect.maxX - x - 1))
    frame.put(rule, x: x + 1, y: rect.y, style: painter.style(.border))
  }

  private func title(_ kind: TodaySection.Kind) -> String {
    switch kind {
    case .running: words.running
    case .next: words.next
    case .overdue: words.overdue
    case .due: words.due
    case .waiting: words.waiting
    case .gaps: words.gaps
    case .clocks: words.clocks
    case .zones: words.zones
    }
  }

  private func empty(_ kind: TodaySection.Kind) -> String {
    switch kind {
    case .running: Words.fill(words.nothingRuns, world.keymap.glyph(of: "timer.start") ?? "")
    case .next: words.nothingNext
    case .overdue, .due: words.nothingDue
    case .waiting: words.nothingWaits
    case .gaps: hasWorked ? words.noGaps : words.noHours
    case .clocks, .zones: ""
    }
  }

  /// Whether so much working time has passed today that it could be a gap.
  private var hasWorked: Bool {
    desk.workingTime(on: world.today, until: world.now).map { $0.duration >= Gap.shortest } ?? false
  }

  // Lines.

  /// Whose line it is, and what that client is called here.
  static func client(_ line: TodayLine, _ painter: Painter) -> (id: ClientID?, name: String) {
    let id: ClientID?
    switch line {
    case .running(let entry): id = painter.desk.entry(entry)?.client
    case .block(let block): id = painter.desk.occurrence(block)?.block.client
    case .due(let card), .waiting(let card): id = painter.desk.card(card)?.client
    case .clock(let zone, let at):
      let change = painter.world.memory.clockChanges(painter.world).first { $0.zone == zone && $0.at == at }
      id = change.flatMap { $0.clients.count == 1 ? $0.clients.first : nil }
    case .shift(let occurrence, _, _): id = painter.desk.block(occurrence.block)?.client
    case .gap, .zone: return (nil, "")
    }
    guard let id else { return (nil, "") }
    return (id, painter.shown(SubjectText.client(id, painter.world), of: id))
  }

  private func draw(_ line: TodayLine, _ kind: TodaySection.Kind, _ frame: inout Frame, _ rect: Rect) {
    let ground = ground(line)
    let style = { (role: Role) in ground ?? painter.style(role) }
    if let ground { fill(rect, ground, &frame) }
    let texts = texts(line, kind)
    let client = TodayRow.client(line, painter)
    frame.put(
      TextWidth.cut(texts.when, to: TodayRow.whenWidth), x: rect.x + 1, y: rect.y,
      style: style(texts.whenRole))
    var x = rect.x + 1 + TodayRow.whenWidth + 1
    if line.isPlain {
      frame.put(TextWidth.cut(texts.title, to: rect.maxX - x), x: x, y: rect.y, style: style(texts.titleRole))
      return
    }
    let role: Role = painter.isHidden(client.id) ? .muted : painter.role(of: client.id)
    x = frame.put(client.id == nil ? " " : "▌", x: x, y: rect.y, style: style(role))
    // What clocks do is told of by city; the client's name yields to it, the colour stays.
    let aside = texts.aside.isEmpty ? 0 : TextWidth.of(texts.aside) + 2
    let isNamed =
      !line.namesPlace || x + layout.clientWidth + 2 + TextWidth.of(texts.title) + aside <= rect.maxX
    if isNamed {
      frame.put(TextWidth.cut(client.name, to: layout.clientWidth), x: x, y: rect.y, style: style(role))
      x += layout.clientWidth + 2
    } else {
      x += 1
    }
    let room = max(0, rect.maxX - x)
    // What stands aside is left out before the title is too short to be told from others.
    let asideWidth = TextWidth.of(texts.aside)
    let least = min(rect.width < 60 ? 20 : 12, TextWidth.of(texts.title))
    let hasAside = asideWidth > 0 && room - asideWidth - 2 >= least
    let titleRoom = hasAside ? room - asideWidth - 2 : room
    frame.put(
      TextWidth.cut(texts.title, to: titleRoom), x: x, y: rect.y,
      style: style(texts.titleRole))
    if hasAside {
      frame.put(texts.aside, x: rect.maxX - asideWidth, y: rect.y, style: style(texts.asideRole))
    }
  }

  /// What is said of the next block below it.
  private func drawMore(_ line: TodayLine, _ frame: inout Frame, _ rect: Rect) {
    let ground = ground(line)
    if let ground { fill(rect, ground, &frame) }
    guard case .block(let id) = line, let span = desk.occurrence(id)?.span else { return }
    let isOn = span.start <= world.now
    let until =
      isOn
      ? "\(words.now) · " + Words.fill(words.left, DurationText.short(span.end.seconds(since: world.now)))
      : Words.fill(words.starts, DurationText.short(span.start.seconds(since: world.now) + 59))
    var x = rect.x + 1 + TodayRow.whenWidth + 2
    x = frame.put(until, x: x, y: rect.y, style: ground ?? painter.style(isOn ? .now : .due))
    let rest = " · " + Words.fill(words.long, DurationText.short(span.duration))
    frame.put(rest, x: x, y: rect.y, style: ground ?? painter.style(.muted), clip: rect)
  }

  private func ground(_ line: TodayLine) -> Style? {
    guard painter.state.today.selected == line else { return nil }
    return painter.style(painter.state.overlays.isEmpty ? .selection : .selectionUnfocused)
  }

  private func fill(_ rect: Rect, _ ground: Style, _ frame: inout Frame) {
    frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1), style: ground)
  }

  private func texts(_ line: TodayLine, _ kind: TodaySection.Kind) -> Texts {
    switch line {
    case .running(let id): desk.entry(id).map(running) ?? Texts()
    case .block(let id): desk.occurrence(id).map(block) ?? Texts()
    case .due(let id): desk.card(id).map { due($0, isOverdue: kind == .overdue) } ?? Texts()
    case .waiting(let id): desk.card(id).map(waiting) ?? Texts()
    case .gap(let span): gap(span)
    case .clock(let zone, let at): clock(zone, at)
    case .shift(let id, let at, let who): shift(id, at, who)
    case .zone(let name): zone(name)
    }
  }

  private func clock(_ zone: String, _ at: Instant) -> Texts {
    guard let change = world.memory.clockChanges(world).first(where: { $0.zone == zone && $0.at == at })
    else { return Texts() }
    let text = world.clocks
    return Texts(
      when: text.day(change.date), whenRole: change.isTogether ? .muted : .warning,
      title: text.short(change), titleRole: change.isTogether ? .muted : .text)
  }

  private func shift(_ id: OccurrenceID, _ at: Instant, _ who: ClientID?) -> Texts {
    let changes = world.memory.clockMoves(world).filter { $0.at == at }
    guard let move = changes.flatMap(\.moves).first(where: { $0.occurrence == id && $0.who == who })
    else { return Texts() }
    let text = world.clocks
    return Texts(
      when: Words.fill(painter.words.watch.from, text.shortDay(move.to.date)), whenRole: .muted,
      title: Words.fill(painter.words.watch.shiftTitle, text.clocks(move), move.title),
      aside: text.who(move))
  }

  private func zone(_ name: String) -> Texts {
    guard let problem = world.memory.zoneProblems(world).first(where: { $0.name == name }) else {
      return Texts()
    }
    return Texts(when: "⚠", whenRole: .warning, title: world.clocks.short(problem), titleRole: .warning)
  }

  private func running(_ entry: Entry) -> Texts {
    let title = SubjectText.title(TimerSubject(of: entry), world)
    guard !painter.isHidden(entry.client) else {
      return Texts(
        when: "●", whenRole: .running, title: painter.words.general.privateClient, titleRole: .heading)
    }
    return Texts(
      when: "● " + DurationText.clock(entry.seconds(at: world.now)), whenRole: .running,
      title: title, titleRole: .heading,
      aside: Words.fill(words.since, RunningSince.text(entry, world)),
      asideRole: RunningSince.isLong(entry, world) ? .warning : .muted)
  }

  private func block(_ occurrence: Occurrence) -> Texts {
    let (block, span) = (occurrence.block, occurrence.span)
    let home = desk.homeZone
    let start = home.wall(at: span.start)
    let clock = DateText.clock(start) + "–" + DateText.clock(home.wall(at: span.end))
    let isOn = span.contains(world.now)
    var texts = Texts(
      when: start.date == world.today
        ? clock : moment(start),
      whenRole: isOn ? .now : .heading, title: painter.shown(block.title, of: block.client))
    let zone = block.client.map { desk.zone(of: $0) } ?? home
    if zone.wall(at: span.start) != start, !painter.isHidden(block.client) {
      texts.aside = theirs(zone.wall(at: span.start), in: zone, homeDate: start.date)
    }
    if !desk.knows(zone: block.start.zone), !painter.isHidden(block.client) {
      // Nobody can say when that is; what was written down stays in sight.
      texts.aside = Words.fill(
        painter.words.watch.lostAside, DateText.clock(block.start.wall), DateText.city(block.start.zone))
      texts.asideRole = .warning
    }
    return texts
  }

  /// `today 22:30`, `tomorrow 22:30`, `Mon 30 22:30`: short, since it is never far away.
  private func moment(_ wall: WallTime) -> String {
    let days = wall.date.dayNumber - world.today.dayNumber
    guard abs(days) > 1 else { return DateText.relative(wall, today: world.today, painter.words.dates) }
    return "\(PlanText.weekday(wall.date, painter.words)) \(wall.date.day) \(DateText.clock(wall))"
  }

  /// `04:30 London`, with the day where it is another one there.
  private func theirs(_ wall: WallTime, in zone: Zone, homeDate: CivilDate) -> String {
    let day = wall.date == homeDate ? "" : PlanText.weekday(wall.date, painter.words) + " "
    return Words.fill(words.theirs, day + DateText.clock(wall), DateText.city(zone.name))
  }

  private func due(_ card: Card, isOverdue: Bool) -> Texts {
    guard let due = card.due else { return Texts(title: card.title) }
    let instant = desk.instant(of: due)
    let wall = desk.homeZone.wall(at: instant)
    var texts = Texts(title: card.title)
    if isOverdue {
      texts.when = Words.fill(words.late, AgeText.text(world.now.seconds(since: instant), words))
      texts.whenRole = .overdue
    } else {
      texts.when = moment(wall)
      texts.whenRole = wall.date.dayNumber - world.today.dayNumber <= 1 ? .due : .text
    }
    let zone = desk.zone(due.zone)
    let day = isOverdue || due.wall.date != wall.date
    texts.aside =
      (day ? DateText.short(due.wall.date, today: world.today, painter.words.dates) + " " : "")
      + Words.fill(words.theirs, DateText.clock(due.wall), DateText.city(zone.name))
    if !isOverdue, due.wall == wall { texts.aside = "" }
    addSafeStart(of: card, to: &texts)
    return texts
  }

  /// Until when work on it can wait; where there is little room, in place of the due time by another clock.
  private func addSafeStart(of card: Card, to texts: inout Texts) {
    guard let start = desk.safeStart(of: card, now: world.now), !painter.isHidden(card.client) else { return }
    let teller = PlanTeller(desk, today: world.today, painter.words)
    let text = teller.safeStart(start, now: world.now)
    let isWide = layout.columns.first.map { $0.box.width >= 90 } ?? false
    texts.aside = texts.aside.isEmpty || !isWide ? text : "\(text) · \(texts.aside)"
    guard let at = start.at else { return texts.asideRole = .overdue }
    if at.seconds(since: world.now) < 2 * 3600 { texts.asideRole = .warning }
  }

  private func waiting(_ card: Card) -> Texts {
    let time = card.waitingSince.map {
      Words.fill(words.forDays, AgeText.text(world.now.seconds(since: $0), words))
    }
    return Texts(
      when: time ?? "", whenRole: .waiting, title: card.title,
      aside: card.waitingOn.map { Words.fill(words.on, TextWidth.cut($0, to: 16)) } ?? "", asideRole: .waiting
    )
  }

  private func gap(_ span: TimeSpan) -> Texts {
    let home = desk.homeZone
    let clock = DateText.clock(home.wall(at: span.start)) + "–" + DateText.clock(home.wall(at: span.end))
    var texts = Texts(
      when: clock, whenRole: .muted, title: DurationText.short(span.duration), titleRole: .warning)
    if painter.state.today.selected == .gap(span), let key = world.keymap.glyph(of: "today.open") {
      texts.title += "  " + Words.fill(words.fill, key)
    }
    return texts
  }
}

extension TodayLine {
  /// Whether it is about nobody in particular, so that its text begins where a client's name would.
  fileprivate var isPlain: Bool {
    switch self {
    case .gap, .zone: true
    case .running, .block, .due, .waiting, .clock, .shift: false
    }
  }

  /// Whether its text says by itself what it is about.
  fileprivate var namesPlace: Bool {
    switch self {
    case .clock, .shift: true
    case .running, .block, .due, .waiting, .gap, .zone: false
    }
  }
}
