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
    let home = world.desk.homeZone.wall(at: instant)
    guard home != due.wall else { return nil }
    let clock = DateText.clock(home)
    let city = DateText.city(world.desk.homeZone(at: instant).name)
    guard home.date != due.wall.date else { return Words.fill(world.words.card.home, clock, city) }
    let day = DateText.long(home.date, today: world.today, world.words.dates)
    return Words.fill(world.words.card.home, "\(day) \(clock)", city)
  }

  /// Both clocks.
  static func full(_ due: ZonedTime, _ world: World) -> String {
    [there(due, world), home(due, world)].compactMap { $0 }.joined(separator: " · ")
  }
}
