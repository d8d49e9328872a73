// What "this and following" and "from now on" do to a rule.
extension RecurrenceRule {
  /// The same rule, ending with the last occurrence before a wall time.
  ///
  /// The end is an instant, as RFC 5545 wants it for times in a zone; for all-day occurrences it is the day before.
  /// Only where the clocks change within hours of it, and the rule has several occurrences a day, is it the wall
  /// time before: there, no instant parts all earlier wall times from all later ones.
  package func ending(before wall: WallTime, zone: Zone, isAllDay: Bool = false) -> RecurrenceRule {
    var rule = self
    if isAllDay {
      rule.end = .onDate(wall.adding(seconds: -1).date)
      return rule
    }
    let instant = zone.instant(of: wall)
    let reach = 3 * 3600
    let change = zone.nextTransition(after: instant.adding(-reach))
    let isNearChange = change.map { $0 <= instant.adding(reach) } ?? false
    let isOnceADay = frequency >= .daily && hours.count < 2 && minutes.count < 2 && seconds.count < 2
    rule.end = isNearChange && !isOnceADay ? .at(wall.adding(seconds: -1)) : .until(instant.adding(-1))
    return rule
  }

  /// The same rule with an end that other calendars take (RFC 5545, 3.3.10): an instant for times in a zone, a
  /// date for all-day occurrences.
  package func withPortableEnd(zone: Zone, isAllDay: Bool) -> RecurrenceRule {
    var rule = self
    switch end {
    case .never, .count: break
    case .onDate(let date) where !isAllDay:
      rule.end = .until(zone.instant(of: WallTime(date: date, secondOfDay: CivilDate.secondsADay - 1)))
    case .onDate: break
    case .at(let wall): rule.end = isAllDay ? .onDate(wall.date) : .until(zone.instant(of: wall))
    case .until(let instant): if isAllDay { rule.end = .onDate(zone.date(at: instant)) }
    }
    return rule
  }
}

extension RecurrenceSet {
  /// The set in two, at a wall time: what starts before it, and what starts from it on.
  ///
  /// Together they have the starts of the whole. Either is nil if nothing of the set can lie on its side; a COUNT is
  /// divided, any other end stays with the later part. The later part begins with the rule's first occurrence
  /// from the wall time on.
  package func split(at wall: WallTime, isAllDay: Bool = false) -> (
    before: RecurrenceSet?, after: RecurrenceSet?
  ) {
    guard wall > start else { return (nil, self) }
    let earlier = RecurrenceSet(
      start: start, zone: zone, rule: ruleBefore(wall, isAllDay: isAllDay),
      alsoOn: alsoOn.filter { $0 < wall }, exceptOn: exceptOn.filter { $0 < wall })
    return (earlier, setAfter(wall))
  }

  private func ruleBefore(_ wall: WallTime, isAllDay: Bool) -> RecurrenceRule? {
    guard var rule else { return nil }
    guard case .count = rule.end else {
      // An end that comes first anyway is left as it is.
      return Int(wall.secondsSinceEpoch) >= end.bound
        ? rule : rule.ending(before: wall, zone: zone, isAllDay: isAllDay)
    }
    rule.end = .count(max(1, count(before: wall)))
    return rule
  }

  private func setAfter(_ wall: WallTime) -> RecurrenceSet? {
    let later = alsoOn.filter { $0 >= wall }
    let laterExcept = exceptOn.filter { $0 >= wall }
    // What is left out by hand still carries the rule on.
    let whole = RecurrenceSet(start: start, zone: zone, rule: rule)
    let farthest = WallTime(secondsSinceEpoch: Int64(RecurrenceWalk.endOfTime) - 1)
    if var rule, let first = whole.starts(from: wall, before: farthest, limit: 1).first {
      if case .count(let count) = rule.end { rule.end = .count(max(1, count - self.count(before: wall))) }
      return RecurrenceSet(start: first, zone: zone, rule: rule, alsoOn: later, exceptOn: laterExcept)
    }
    guard let first = later.first else { return nil }
    return RecurrenceSet(start: first, zone: zone, rule: nil, alsoOn: later, exceptOn: laterExcept)
  }
}

extension RecurrenceRule {
  /// The first wall time from another on that the rule itself allows, with the other's time of day where the rule
  /// names none; the other itself where the rule allows nothing.
  ///
  /// What is typed as `every second Tuesday` begins with the next Tuesday, whatever day it is typed on.
  package func firstStart(from wall: WallTime) -> WallTime {
    var rule = self
    rule.interval = 1
    rule.end = .never
    let start = Int(wall.secondsSinceEpoch)
    var walk = RecurrenceWalk(
      RecurrencePlan(rule, start: wall), from: start, before: .max, limit: 1, keeps: false)
    walk.run()
    return walk.count == 1 ? WallTime(secondsSinceEpoch: Int64(walk.last)) : wall
  }
}
