import Canvas
import Civil
import Desk

/// The line that is on every screen: what runs, today's and this week's sums against plan.
enum TimerLine {
  private struct Part {
    let text: String
    let role: Role
    /// The columns that it may be cut to before the sums say less for it; nil where it is shown whole or not at all.
    var least: Int?

    /// How much less the first of them may have where nothing else helps.
    static let mayGive = 8

    var width: Int { TextWidth.of(text) }
    var leastWidth: Int { min(width, least ?? width) }
  }

  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    frame.fill(rect, style: painter.style(.background))
    let parts = running(painter, isNarrow: rect.width < 120)
    let wanted = width(of: parts)
    let forms = sums(painter, width: rect.width)
    // Rather less of a long title than no plan beside today's sum.
    let sums =
      forms.dropLast().first { wanted + TextWidth.of($0) < rect.width }
      ?? forms.suffix(2).first { wanted + TextWidth.of($0) < rect.width + Part.mayGive } ?? forms.last ?? ""
    let sumsWidth = TextWidth.of(sums)
    let end = sums.isEmpty ? rect.maxX - 1 : rect.maxX - sumsWidth - 3
    draw(parts, &frame, Rect(x: rect.x, y: rect.y, width: end - rect.x, height: 1), painter)
    frame.put(sums, x: rect.maxX - sumsWidth - 1, y: rect.y, style: painter.style(.muted))
  }

  /// What parts take at least, with the gaps after them.
  private static func width(of parts: [Part]) -> Int {
    parts.reduce(0) { $0 + $1.leastWidth + 2 }
  }

  private static func draw(_ parts: [Part], _ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    // What says least goes first where the line is too short; what room is left over goes to the first that was cut.
    var parts = parts
    while parts.count > 2, width(of: parts) > rect.width + 2 + Part.mayGive { parts.removeLast() }
    var spare = rect.width + 2 - width(of: parts)
    var x = rect.x
    for part in parts {
      let more = part.least == nil ? 0 : min(spare, part.width - part.leastWidth)
      spare -= more
      let text = TextWidth.cut(part.text, to: min(part.leastWidth + more, rect.maxX - x))
      x = frame.put(text, x: x, y: rect.y, style: painter.style(part.role), clip: rect) + 2
    }
  }

  /// What an entry is about: the client and the card or the note.
  static func subject(_ entry: Entry, _ world: World) -> String {
    let name = entry.client.flatMap { world.desk.client($0)?.name }
    let title = SubjectText.title(TimerSubject(of: entry), world)
    guard let name else { return title }
    return title.isEmpty ? name : name + " · " + title
  }

  private static func running(_ painter: Painter, isNarrow: Bool) -> [Part] {
    let (world, words) = (painter.world, painter.words.time)
    guard let entry = painter.desk.running else {
      return [Part(text: " ○ " + words.idle, role: .muted)]
    }
    // How long somebody's work takes is not for others either; that a timer runs is.
    let isHidden = painter.isHidden(entry.client)
    let isStale = !isHidden && RunningSince.isLong(entry, world)
    let clock = isHidden ? "" : DurationText.clock(entry.seconds(at: world.now))
    var parts = [
      Part(text: " ● " + clock, role: isStale ? .warning : .running),
      Part(
        text: painter.shown(subject(entry, world), of: entry.client), role: .text, least: isNarrow ? 20 : 26),
    ]
    if isStale {
      parts.insert(
        Part(text: Words.fill(words.since, RunningSince.text(entry, world)), role: .warning), at: 1)
    }
    if let interrupted = painter.desk.interrupted {
      let title = SubjectText.title(interrupted, world)
      let name = title.isEmpty ? SubjectText.client(interrupted.client, world) : title
      let text = painter.shown(TextWidth.cut(name, to: 28), of: interrupted.client)
      parts.append(Part(text: Words.fill(words.backTo, text), role: .accent, least: isNarrow ? 18 : 30))
    }
    if let over = overrun(entry, painter, isNarrow: isNarrow) {
      parts.append(Part(text: over, role: .warning))
    }
    return parts
  }

  /// That more time is spent on the card than it was thought to take.
  private static func overrun(_ entry: Entry, _ painter: Painter, isNarrow: Bool) -> String? {
    guard !painter.isHidden(entry.client), let card = entry.card.flatMap({ painter.desk.card($0) }),
      let estimate = card.estimate
    else { return nil }
    let spent = painter.desk.secondsSpent(on: card.id, now: painter.world.now)
    guard spent > estimate else { return nil }
    let words = painter.words.time
    if isNarrow { return Words.fill(words.over, DurationText.short(spent - estimate)) }
    return Words.fill(words.overEstimate, DurationText.short(spent), DurationText.short(estimate))
  }

  /// Today and this week against plan, from the most that has room on a line of that width to the least.
  private static func sums(_ painter: Painter, width: Int) -> [String] {
    let (world, words) = (painter.world, painter.words.time)
    if painter.state.isPrivate { return [words.sharing, ""] }
    let today = world.day(world.today)
    let week = world.week(of: world.today)
    let sums = painter.desk.timeSums(today: today, week: week, now: world.now)
    let forms = [
      (120, words.wideSums), (96, words.sums), (0, words.mediumSums), (0, words.shortSums),
      (0, words.todaySums), (0, words.shortestSums),
    ]
    let planned = world.memory.planned(today: today, week: week, world)
    let numbers = [
      DurationText.hours(sums.today), DurationText.hours(planned.today), DurationText.hours(sums.week),
      "\(sums.billablePercent)", DurationText.hours(planned.week),
    ]
    return forms.filter { $0.0 <= width }.map { Words.fill($0.1, numbers) }
  }
}

/// A timer that may have been forgotten.
enum RunningSince {
  /// From so many seconds on, nobody works without a break.
  private static let long = 10 * 3600

  /// Whether it has run for very long, or since another day.
  static func isLong(_ entry: Entry, _ world: World) -> Bool {
    entry.seconds(at: world.now) > long || world.desk.homeZone.wall(at: entry.start).date != world.today
  }

  /// `18:02`, or `Fri 20 Nov 18:02` when it was another day.
  static func text(_ entry: Entry, _ world: World) -> String {
    let wall = world.desk.homeZone.wall(at: entry.start)
    guard wall.date != world.today else { return DateText.clock(wall) }
    return DateText.long(wall.date, today: world.today, world.words.dates) + " " + DateText.clock(wall)
  }

  /// What is said when the dashboard opens while a timer runs.
  static func message(_ world: World) -> Message? {
    guard let entry = world.desk.running else { return nil }
    let words = world.words.time
    guard isLong(entry, world) else {
      return Message(
        .note, Words.fill(words.runningSince, text(entry, world)), until: world.now.adding(8))
    }
    let keys = ["timer.stop", "view.time"].map { world.keymap.glyph(of: $0) ?? "" }
    return Message(
      .warning,
      Words.fill(
        words.stillRunning, text(entry, world), "\(entry.seconds(at: world.now) / 3600)", keys[0], keys[1]))
  }
}

extension Dashboard {
  /// The terminal's title: what runs and since how many minutes.
  package static func title(_ state: ViewState, _ world: World) -> String {
    guard let entry = world.desk.running else { return "Vahi" }
    if state.isPrivate, entry.client != state.client { return "● Vahi" }
    return "● \(DurationText.hours(entry.seconds(at: world.now))) \(TimerLine.subject(entry, world))"
  }
}
