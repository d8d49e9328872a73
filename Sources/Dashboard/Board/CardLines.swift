import Canvas
import Civil
import Desk

/// A card on the board as lines of styled text: its title, then what matters about it now.
struct CardLines {
  struct Part {
    let text: String
    let role: Role
  }

  let title: [String]
  let details: [[Part]]
  let isDone: Bool
  /// The role of the bar at its side: running, late, or the client's colour.
  let bar: Role

  var height: Int { title.count + details.count }

  init(_ card: Card, width: Int, _ painter: Painter) {
    isDone = card.doneAt != nil
    bar = CardLines.bar(card, painter)
    let prefix = isDone ? "✓ " : ""
    let lines = TextWidth.wrap(prefix + card.title, to: max(1, width))
    title =
      lines.count <= 2
      ? (lines.isEmpty ? [""] : lines)
      : [lines[0], TextWidth.cut(TextWidth.joined(lines[1...], by: " "), to: max(1, width))]
    let limit = CardLines.isHigh(painter.state) ? 3 : 2
    details = isDone ? [] : CardLines.wrap(CardLines.parts(card, painter), width: width - 1, lines: limit)
  }

  /// Whether the screen is high enough for a line more of each card.
  static func isHigh(_ state: ViewState) -> Bool { state.size.height >= 30 }

  /// Whether cards of several clients stand side by side.
  static func isMixed(_ state: ViewState) -> Bool { state.screen == .matrix && state.matrix.isOfAllBoards }

  /// What matters about a card, what calls loudest first: that it runs, that it is late, then the rest.
  private static func parts(_ card: Card, _ painter: Painter) -> [Part] {
    var parts = mattering(card, painter)
    if !card.checklist.isEmpty { parts.append(Part(text: progress(card), role: .muted)) }
    for label in card.labels { parts.append(Part(text: "#" + label, role: .accent)) }
    if let assignee = card.assignee { parts.append(Part(text: "=" + assignee, role: .muted)) }
    return parts
  }

  /// The parts that decide what is done next.
  static func mattering(_ card: Card, _ painter: Painter, quadrant: Bool = true) -> [Part] {
    let words = painter.words.board
    var parts: [Part] = []
    if let running = painter.desk.running, running.card == card.id {
      parts.append(
        // To the minute: the timer line shows the seconds, and each place that does costs bytes every second.
        Part(text: "● " + DurationText.hours(running.seconds(at: painter.world.now)), role: .running))
    }
    if let due = card.due { parts.append(duePart(due, of: card.client, painter)) }
    if quadrant, card.quadrant != .later {
      parts.append(Part(text: "!\(card.quadrant.rawValue)", role: card.urgent ? .warning : .accent))
    }
    if let waiting = card.waitingOn {
      parts.append(Part(text: Words.fill(words.waiting, waiting), role: .waiting))
    }
    if let part = timePart(card, painter) { parts.append(part) }
    return parts
  }

  /// Time spent against the estimate, or the estimate alone.
  private static func timePart(_ card: Card, _ painter: Painter) -> Part? {
    let words = painter.words.board
    let spent = painter.desk.secondsSpent(on: card.id, now: painter.world.now)
    guard let estimate = card.estimate else {
      return spent >= 60 ? Part(text: DurationText.short(spent), role: .muted) : nil
    }
    let length = DurationText.short(estimate)
    guard spent >= 60 else { return Part(text: Words.fill(words.estimate, length), role: .muted) }
    return Part(
      text: Words.fill(words.spent, DurationText.short(spent), length),
      role: spent > estimate ? .warning : .muted)
  }

  private static func duePart(_ due: ZonedTime, of client: ClientID, _ painter: Painter) -> Part {
    let words = painter.words.board
    let now = painter.world.now
    let instant = painter.desk.instant(of: due)
    // A client's own board speaks of the client's clock; cards of several clients are told by the home clock.
    let own = CardLines.isMixed(painter.state) ? nil : painter.desk.client(client)?.zone
    let zone = own.map { painter.desk.zone($0) } ?? painter.desk.homeZone
    let wall = own == due.zone ? due.wall : zone.wall(at: instant)
    let today = zone.date(at: now)
    let day = DateText.relative(wall.date, today: today, painter.words.dates)
    let days = wall.date.dayNumber - today.dayNumber
    let isNear = days == 0 || days == 1
    let text = isNear ? day + " " + DateText.clock(wall) : day
    if instant < now {
      return Part(text: Words.fill(words.overdue, text), role: .overdue)
    }
    return Part(text: Words.fill(words.due, text), role: isNear ? .due : .muted)
  }

  /// `3/5 ▓▓▓░░`.
  static func progress(_ card: Card) -> String {
    let (done, all) = (card.checklistDone, card.checklist.count)
    let filled = all == 0 ? 0 : done * 5 / all
    return "\(done)/\(all) " + String(repeating: "▓", count: filled)
      + String(repeating: "░", count: 5 - filled)
  }

  private static func bar(_ card: Card, _ painter: Painter) -> Role {
    if painter.desk.running?.card == card.id { return .running }
    if card.doneAt != nil { return .done }
    let isLate = painter.desk.dueInstant(card).map { $0 < painter.world.now } ?? false
    return isLate ? .overdue : painter.role(of: card.client)
  }

  /// Sets parts side by side, in so many lines at most.
  private static func wrap(_ parts: [Part], width: Int, lines limit: Int) -> [[Part]] {
    var lines: [[Part]] = []
    var used = 0
    for part in parts {
      let own = TextWidth.of(part.text)
      if !lines.isEmpty, used + 2 + own <= width {
        lines[lines.count - 1].append(part)
        used += 2 + own
      } else {
        guard lines.count < limit else { break }
        lines.append([Part(text: TextWidth.cut(part.text, to: width), role: part.role)])
        used = min(own, width)
      }
    }
    return lines
  }
}
