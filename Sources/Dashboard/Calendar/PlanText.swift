import Civil
import Desk

/// Stretches of time as the clocks of one or more places show them.
enum PlanText {
  /// `21:30–22:30`, with the week day where it is not `date`: `Tue 23:30–Wed 00:30`; with the whole date where that is a
  /// week or more away.
  ///
  /// Where the clocks change in between each end says which time it is: `01:30 BST–01:30 GMT`; so does what begins in the
  /// hour that comes twice.
  static func hours(_ span: TimeSpan, in zone: Zone, on date: CivilDate, _ words: Words) -> String {
    let start = zone.wall(at: span.start)
    let end = zone.wall(at: span.end)
    let lead = day(start.date, from: date, words)
    let isTwice = if case .fold = zone.resolve(start) { true } else { false }
    let name = isTwice ? " " + zone.offset(at: span.start).abbreviation : ""
    guard !span.isEmpty else { return lead + DateText.clock(start) + name }
    let isMidnight = end.secondOfDay == 0 && end.date == start.date.adding(days: 1)
    let tail =
      isMidnight
      ? "24:00" : day(end.date, from: start.date, words) + DateText.clock(end)
    let (before, after) = (zone.offset(at: span.start), zone.offset(at: span.end))
    guard before.secondsEast == after.secondsEast else {
      return "\(lead)\(DateText.clock(start)) \(before.abbreviation)–\(tail) \(after.abbreviation)"
    }
    return lead + DateText.clock(start) + "–" + tail + name
  }

  /// `Wed ` or `Wed 29 Dec 2027 `; nothing where it is the date that is told of.
  private static func day(_ date: CivilDate, from other: CivilDate, _ words: Words) -> String {
    guard date != other else { return "" }
    let isNear = (-6...6).contains(date.days(since: other))
    return (isNear ? weekday(date, words) : DateText.long(date, today: other, words.dates)) + " "
  }

  /// The clocks that matter for a block: home's, its client's and its own, each only if it shows another time.
  static func zones(of start: ZonedTime, client: ClientID?, _ world: World) -> [Zone] {
    let instant = world.desk.instant(of: start)
    var zones = [world.desk.homeZone]
    for zone in [client.map { world.desk.zone(of: $0) }, world.desk.zone(start.zone)] {
      guard let zone else { continue }
      let offset = zone.offset(at: instant).secondsEast
      if !zones.contains(where: { $0.offset(at: instant).secondsEast == offset }) { zones.append(zone) }
    }
    return zones
  }

  /// `Thu 26 Nov 21:30–22:30 Kolkata`, `16:00–17:00 London`.
  static func clocks(_ span: TimeSpan, _ zones: [Zone], isDated: Bool = true, _ world: World) -> [String] {
    guard let home = zones.first else { return [] }
    let date = home.date(at: span.start)
    return zones.enumerated().map { index, zone in
      let hours = hours(span, in: zone, on: date, world.words)
      let day = index == 0 && isDated ? DateText.long(date, today: world.today, world.words.dates) + " " : ""
      return zones.count == 1
        ? day + hours : day + hours + " " + DateText.city(zone.rules(at: span.start).name)
    }
  }

  static func weekday(_ date: CivilDate, _ words: Words) -> String {
    words.dates.weekdays[date.weekday.rawValue - 1]
  }

  /// A city in few columns: `New York`, `N. York`, `NY`.
  static func city(_ zone: Zone, width: Int) -> String {
    let city = DateText.city(zone.name)
    guard city.count > width else { return city }
    let parts = city.split(separator: " ")
    guard parts.count > 1, let last = parts.last else { return String(city.prefix(width - 1)) + "…" }
    let dotted = parts.dropLast().compactMap(\.first).map { "\($0)." }.joined() + last
    return dotted.count <= width ? dotted : String(parts.compactMap(\.first).prefix(width))
  }
}
