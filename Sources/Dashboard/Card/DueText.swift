import Civil
import Desk

/// When a card is due, on whose clock.
enum DueText {
  /// `Thu 26 Nov 17:00 London`: where it was said.
  static func there(_ due: ZonedTime, _ world: World) -> String {
    let today = world.desk.zone(due.zone).date(at: world.now)
    let day = DateText.long(due.wall.date, today: today, world.words.dates)
    return "\(day) \(DateText.clock(due.wall)) \(DateText.city(due.zone))"
  }

  /// The same moment at home, where the clock shows another time: `22:30 in Kolkata`, with the day when it is another.
  static func home(_ due: ZonedTime, _ world: World) -> String? {
    let instant = world.desk.instant(of: due)
    return elsewhere(due, instant, world.desk.homeZone, world.desk.homeZone(at: instant).name, world)
  }

  /// The same moment by the clock of the client whose card it is, where it was said by neither theirs nor home's.
  static func client(_ due: ZonedTime, _ client: ClientID, _ world: World) -> String? {
    let instant = world.desk.instant(of: due)
    guard let name = world.desk.client(client)?.zone, name != due.zone,
      name != world.desk.homeZone(at: instant).name
    else { return nil }
    return elsewhere(due, instant, world.desk.zone(name), name, world)
  }

  private static func elsewhere(
    _ due: ZonedTime, _ instant: Instant, _ zone: Zone, _ name: String, _ world: World
  ) -> String? {
    let wall = zone.wall(at: instant)
    guard wall != due.wall else { return nil }
    let (clock, city) = (DateText.clock(wall), DateText.city(name))
    guard wall.date != due.wall.date else { return Words.fill(world.words.card.home, clock, city) }
    // The year is told once, with the day that it was said on.
    let day = DateText.long(wall.date, today: due.wall.date, world.words.dates)
    return Words.fill(world.words.card.home, "\(day) \(clock)", city)
  }

  /// Both clocks.
  static func full(_ due: ZonedTime, _ world: World) -> String {
    [there(due, world), home(due, world)].compactMap { $0 }.joined(separator: " · ")
  }
}
