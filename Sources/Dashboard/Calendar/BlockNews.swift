import Civil
import Desk

/// What is said of a change to a block once it is made: when it is now, on the clocks that matter, and whether that is
/// later than its card is due.
enum BlockNews {
  /// Nil where the change is about something else than when a block is.
  static func message(of transaction: Transaction, _ world: World) -> Message? {
    guard let change = transaction.changes.first, case .block(let block)? = change.after, !block.isSeries
    else { return nil }
    let words = world.words.calendar
    let (sentence, time): (String, String)
    switch transaction.action {
    case "block.add": (sentence, time) = (words.plannedNews, start(block, world))
    case "block.move": (sentence, time) = (world.words.history.blockMoved, start(block, world))
    case "block.resize": (sentence, time) = (world.words.history.blockResized, length(block, world))
    default: return nil
    }
    let card = block.card.flatMap { world.desk.card($0) }
    let news = Words.fill(sentence, time, block.title)
    guard let due = PlanNote.passed(card, end: world.desk.span(of: block).end, world) else {
      return Message(.done, news)
    }
    // First, since a narrow screen cuts what is behind it.
    return Message(.warning, Words.fill(words.newsAfterDue, due, news))
  }

  /// `today 10:30 Kolkata · 05:00 London`; no places where all clocks agree.
  private static func start(_ block: Block, _ world: World) -> String {
    let start = world.desk.instant(of: block.start)
    let zones = PlanText.zones(of: block.start, client: block.client, world)
    let home = world.desk.homeZone.wall(at: start)
    guard !block.allDay else {
      return DateText.relative(block.start.wall.date, today: world.today, world.words.dates)
    }
    let day = DateText.relative(home.date, today: world.today, world.words.dates)
    let clocks = zones.map { zone in
      let wall = zone.wall(at: start)
      let lead = wall.date == home.date ? "" : PlanText.weekday(wall.date, world.words) + " "
      let place = zones.count == 1 ? "" : " " + DateText.city(zone.rules(at: start).name)
      return lead + DateText.clock(wall) + place
    }
    return "\(day) \(clocks.joined(separator: " · "))"
  }

  /// `10:30–11:45 · 1h15`.
  private static func length(_ block: Block, _ world: World) -> String {
    let home = world.desk.homeZone
    let span = world.desk.span(of: block)
    let hours = PlanText.hours(span, in: home, on: home.date(at: span.start), world.words)
    return "\(hours) · \(DurationText.planned(block.duration))"
  }
}
