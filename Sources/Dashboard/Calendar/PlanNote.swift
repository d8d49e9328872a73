import Civil
import Desk

/// What is to be said of a planned time itself, on the screen and in the shell.
package enum PlanNote {
  /// Nil where the clock of its zone shows the time once.
  package static func clock(_ start: ZonedTime, _ desk: Desk, _ words: Words) -> String? {
    let clock = DateText.clock(start.wall)
    switch desk.zones.problem(with: start.zone)?.problem {
    case .missing: return Words.fill(words.watch.lostClock, clock, start.zone)
    case .damaged: return Words.fill(words.watch.brokenClock, clock, start.zone)
    case nil: break
    }
    let zone = desk.zone(start.zone)
    let city = DateText.city(zone.name)
    switch zone.resolve(start.wall) {
    case .unique: return nil
    case .gap(let instant):
      return Words.fill(words.calendar.inGap, clock, city, DateText.clock(zone.wall(at: instant)))
    case .fold: return Words.fill(words.calendar.inFold, clock, city)
    }
  }

  /// What is to be said of a moment that was typed as a time of day on the clock of a zone.
  ///
  /// - Parameters:
  ///   - time: what was typed, in seconds after midnight, or after the midnight before.
  ///   - instant: what it was taken for.
  package static func clock(
    typed time: Int, takenAs instant: Instant, in zone: Zone, _ desk: Desk, _ words: Words
  ) -> String? {
    let date = zone.date(at: instant)
    let near = [date, date.adding(days: -1)].map { WallTime(date: $0, secondOfDay: time % 86_400) }
    guard let wall = near.first(where: { zone.instant(of: $0) == instant }) else { return nil }
    return clock(ZonedTime(wall: wall, zone: zone.rules(at: wall).name), desk, words)
  }

  /// What is to be said of work on a card that ends at an instant: nil where that is in time.
  static func due(_ card: Card?, end: Instant, _ world: World) -> String? {
    passed(card, end: end, world).map { Words.fill(world.words.calendar.afterDue, $0) }
  }

  /// When a card is due, if that is before work on it ends: `tomorrow 10:45`.
  static func passed(_ card: Card?, end: Instant, _ world: World) -> String? {
    guard let due = card?.due.map({ world.desk.instant(of: $0) }), end > due else { return nil }
    let home = world.desk.homeZone.wall(at: due)
    return DateText.relative(home, today: world.today, world.words.dates)
  }
}
