import Civil

/// The clock of a VTIMEZONE over some years: when its offset from UTC changes, and to what.
///
/// Only changes of the offset count; the names and the word daylight say nothing about an instant.
struct CalendarZoneRules: Hashable, Sendable {
  struct Change: Hashable, Sendable {
    /// The instant from which the offset is true, seconds since 1970.
    let at: Int64
    /// Seconds east of UTC.
    let offset: Int
  }

  /// The offset before the first change.
  let first: Int
  /// In order, each to another offset than was true before.
  let changes: [Change]

  /// More than any zone has had in two hundred years.
  private static let mostChanges = 1_000

  /// Works out the changes that matter to a stretch of time; nil where the zone says no offset at all.
  init?(_ zone: CalendarZone, over span: TimeSpan) {
    var onsets: [(at: Int64, before: Int, after: Int)] = []
    let from = WallTime(utc: span.start.adding(-86_400 * 2))
    let before = WallTime(utc: span.end.adding(86_400 * 2))
    for observance in zone.observances {
      guard let after = observance.after, let start = observance.start else { continue }
      let offset = observance.before ?? after
      for wall in Self.onsets(observance, start: start.wall, offset: offset, from: from, before: before) {
        onsets.append((wall.secondsSinceEpoch - Int64(offset), offset, after))
        if onsets.count > Self.mostChanges { break }
      }
    }
    guard !onsets.isEmpty else { return nil }
    onsets.sort { ($0.at, $0.after) < ($1.at, $1.after) }
    let begin = span.start.seconds
    // What is true at the beginning: the last onset before it, or what the first one ends.
    var current = onsets.last { $0.at <= begin }?.after ?? onsets[0].before
    first = current
    var changes: [Change] = []
    for onset in onsets where onset.at > begin && onset.at <= span.end.seconds && onset.after != current {
      changes.append(Change(at: onset.at, offset: onset.after))
      current = onset.after
    }
    self.changes = changes
  }

  /// The changes of a zone of tzdata in a stretch of time.
  init(_ zone: Zone, over span: TimeSpan) {
    var current = zone.offset(at: span.start).secondsEast
    first = current
    var changes: [Change] = []
    var place = span.start
    while let next = zone.nextTransition(after: place), next <= span.end, changes.count < Self.mostChanges {
      place = next
      let offset = zone.offset(at: next).secondsEast
      if offset != current { changes.append(Change(at: next.seconds, offset: offset)) }
      current = offset
    }
    self.changes = changes
  }

  /// The onsets of one part that may matter: those in the time, and the last one before it.
  private static func onsets(
    _ observance: CalendarZone.Observance, start: WallTime, offset: Int, from: WallTime, before: WallTime
  ) -> [WallTime] {
    let rule = observance.rule.flatMap { Self.rule(of: $0, offset: offset) }
    let set = RecurrenceSet(
      start: start, zone: Zone.utc, rule: rule, alsoOn: observance.additions.map(\.wall))
    // Rules of zones are yearly: two years back there is one.
    let early = max(start, from.adding(seconds: -800 * 86_400))
    var onsets = set.starts(from: early, before: before, limit: mostChanges)
    if start < early { onsets.insert(start, at: 0) }
    let older = observance.additions.map(\.wall).filter { $0 < early }.max()
    if let older, older > start { onsets.insert(older, at: min(1, onsets.count)) }
    // A rule that ended before the time has its last onset then, which still holds.
    if let last = set.last, last < early, last > start { onsets.append(last) }
    return onsets
  }

  /// The rule with its end as a wall time: in a zone's own rules it is an instant (RFC 5545, 3.6.5).
  private static func rule(of text: String, offset: Int) -> RecurrenceRule? {
    guard var rule = try? RecurrenceRule(text: text) else { return nil }
    if case .until(let instant) = rule.end {
      rule.end = .at(WallTime(utc: instant.adding(offset)))
    }
    return rule
  }

  /// The instant of a wall time, by the rule of RFC 5545 for gaps and folds.
  func instant(of wall: WallTime) -> Instant {
    let local = wall.secondsSinceEpoch
    var offset = first
    for change in changes {
      guard local - Int64(offset) >= change.at, local - Int64(change.offset) >= change.at else { break }
      offset = change.offset
    }
    return Instant(seconds: local - Int64(offset))
  }
}
