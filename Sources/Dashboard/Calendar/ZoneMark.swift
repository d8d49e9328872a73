import Civil
import Desk

/// Tells a block that goes by another clock than those that are always shown: home's and the current client's.
enum ZoneMark {
  static let sign = "◷"

  /// The zone that a block is planned in, where neither home nor the current client has the same time all year.
  static func zone(of occurrence: Occurrence, _ painter: Painter) -> Zone? {
    let desk = painter.desk
    let name = occurrence.block.start.zone
    let client = painter.state.client.flatMap { desk.client($0)?.zone }
    guard name != client, desk.knows(zone: name) else { return nil }
    let (zone, home) = (desk.zone(name), desk.homeZone)
    guard !isSame(zone, home, from: occurrence.start) else { return nil }
    if let client, isSame(zone, desk.zone(client), from: occurrence.start) { return nil }
    return zone
  }

  /// Whether two zones have the same time in every season from an instant on; zones have several names.
  private static func isSame(_ one: Zone, _ other: Zone, from start: Instant) -> Bool {
    one == other
      || [0, 90, 180, 270].allSatisfy { days in
        let at = start.adding(days * CivilDate.secondsADay)
        return one.offset(at: at).secondsEast == other.offset(at: at).secondsEast
      }
  }
}
