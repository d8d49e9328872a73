import Civil

/// A stretch of working time with neither an entry nor a running timer.
package struct Gap: Hashable, Sendable {
  /// Less is no gap, in seconds.
  package static let shortest = 15 * 60

  package var span: TimeSpan

  package init(span: TimeSpan) { self.span = span }
}

extension Desk {
  /// Live cards that wait for somebody, longest first: in a waiting column, or saying whom they wait for.
  package func waitingCards() -> [Card] {
    var ids = boards.waiting
    for client in activeClients {
      for column in columns(of: client.id) where column.role == .waiting {
        ids.formUnion(cardIDs(in: column.id))
      }
    }
    return ids.compactMap { cardTable[$0] }.filter { $0.doneAt == nil }
      .sorted { ($0.waitingSince ?? $0.createdAt, $0.id) < ($1.waitingSince ?? $1.createdAt, $1.id) }
  }

  /// Untimed stretches of at least `shortest` seconds within the person's working hours of a day, until `now`.
  package func gaps(on date: CivilDate, now: Instant, shortest: Int = Gap.shortest) -> [Gap] {
    guard let worked = workingTime(on: date, until: now) else { return [] }
    let (opens, closes) = (worked.start, worked.end)
    var gaps: [Gap] = []
    var free = opens
    for entry in entries(in: worked, now: now) {
      if entry.start.seconds(since: free) >= shortest {
        gaps.append(Gap(span: TimeSpan(start: free, end: min(entry.start, closes))))
      }
      free = max(free, entry.end ?? closes)
    }
    if closes.seconds(since: free) >= shortest { gaps.append(Gap(span: TimeSpan(start: free, end: closes))) }
    return gaps
  }

  /// The person's working hours of a day as far as they have passed; nil while none has.
  package func workingTime(on date: CivilDate, until now: Instant) -> TimeSpan? {
    let zone = homeZone
    guard settings.hours.week.contains(date.weekday) else { return nil }
    let midnight = WallTime(date: date, hour: 0, minute: 0)
    let opens = zone.instant(of: midnight.adding(seconds: settings.hours.startMinute * 60))
    var closing = settings.hours.endMinute
    if closing <= settings.hours.startMinute { closing += 24 * 60 }
    let closes = min(now, zone.instant(of: midnight.adding(seconds: closing * 60)))
    return opens < closes ? TimeSpan(start: opens, end: closes) : nil
  }
}
