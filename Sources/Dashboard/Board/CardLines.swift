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

  var height: Int { title.count + details.count }

  init(_ card: Card, width: Int, _ painter: Painter) {
    isDone = card.doneAt != nil
    let prefix = isDone ? "✓ " : ""
    let lines = TextWidth.wrap(prefix + card.title, to: max(1, width))
    title =
      lines.count <= 2
      ? (lines.isEmpty ? [""] : lines)
      : [lines[0], TextWidth.cut(lines[1...].joined(separator: " "), to: max(1, width))]
    details = isDone ? [] : CardLines.wrap(CardLines.parts(card, painter), width: width)
  }

  private static func parts(_ card: Card, _ painter: Painter) -> [Part] {
    let words = painter.words.board
    var parts: [Part] = []
    if let running = painter.desk.running, running.card == card.id {
      parts.append(
        Part(text: "● " + DurationText.clock(running.seconds(at: painter.world.now)), role: .running))
    }
    if card.urgent || card.important {
      parts.append(
        Part(text: card.urgent ? (card.important ? "‼" : "!") : "★", role: card.urgent ? .warning : .accent))
    }
    if let due = card.due { parts.append(duePart(due, painter)) }
    if let estimate = card.estimate {
      parts.append(Part(text: Words.fill(words.estimate, DurationText.short(estimate)), role: .muted))
    }
    if !card.checklist.isEmpty {
      parts.append(Part(text: progress(card), role: .muted))
    }
    if let waiting = card.waitingOn {
      parts.append(Part(text: Words.fill(words.waiting, waiting), role: .waiting))
    }
    for label in card.labels { parts.append(Part(text: "#" + label, role: .accent)) }
    if let assignee = card.assignee { parts.append(Part(text: "@" + assignee, role: .muted)) }
    return parts
  }

  private static func duePart(_ due: ZonedTime, _ painter: Painter) -> Part {
    let now = painter.world.now
    let instant = painter.desk.instant(of: due)
    let today = painter.desk.zone(due.zone).wall(at: now).date
    let day = DateText.relative(due.wall.date, today: today, painter.words.dates)
    let isNear = due.wall.date.dayNumber - today.dayNumber <= 1
    let text = isNear ? day + " " + DateText.clock(due.wall) : day
    let role: Role = instant < now ? .overdue : isNear ? .due : .muted
    return Part(text: (instant < now ? "!" : "") + Words.fill(painter.words.board.due, text), role: role)
  }

  /// `3/5 ▓▓▓░░`.
  static func progress(_ card: Card) -> String {
    let (done, all) = (card.checklistDone, card.checklist.count)
    let filled = all == 0 ? 0 : done * 5 / all
    return "\(done)/\(all) " + String(repeating: "▓", count: filled)
      + String(repeating: "░", count: 5 - filled)
  }

  /// Sets parts side by side, at most two lines of them.
  private static func wrap(_ parts: [Part], width: Int) -> [[Part]] {
    var lines: [[Part]] = []
    var used = 0
    for part in parts {
      let own = TextWidth.of(part.text)
      if !lines.isEmpty, used + 2 + own <= width {
        lines[lines.count - 1].append(part)
        used += 2 + own
      } else {
        guard lines.count < 3 else { break }
        lines.append([Part(text: TextWidth.cut(part.text, to: width), role: part.role)])
        used = min(own, width)
      }
    }
    return lines
  }
}
