import Civil

extension Desk {
  /// The person's own working time of a date by the clocks of the home zone; nil on a day off.
  package func workingSpan(on date: CivilDate) -> TimeSpan? {
    let hours = settings.hours
    guard hours.week.contains(date.weekday) else { return nil }
    let end = hours.endMinute <= hours.startMinute ? hours.endMinute + 1440 : hours.endMinute
    let span = TimeSpan(
      start: homeZone.instant(of: WallTime(date: date, secondOfDay: hours.startMinute * 60)),
      end: homeZone.instant(of: WallTime(date: date, secondOfDay: end * 60)))
    return span.isEmpty ? nil : span
  }

  /// Stretches of working time without any block, each at least `seconds` long, soonest first.
  ///
  /// - Parameters:
  ///   - start: nothing before it counts; what is left of that day begins at the next quarter of an hour.
  ///   - days: how many dates are looked at, the first included.
  package func freeSpans(
    from start: Instant, atLeast seconds: Int, days: Int = 28, limit: Int
  ) -> [TimeSpan] {
    let first = homeZone.date(at: start)
    let earliest = Instant(seconds: (start.seconds + 899) / 900 * 900)
    var found: [TimeSpan] = []
    // From the day before: working hours may run past midnight.
    for offset in -1..<days where found.count < limit {
      guard let working = workingSpan(on: first.adding(days: offset)), working.end > earliest else {
        continue
      }
      let open = TimeSpan(start: max(working.start, earliest), end: working.end)
      found += free(in: open).filter { $0.duration >= seconds }
    }
    return Array(found.prefix(limit))
  }

  /// What is left of a span between its blocks.
  private func free(in span: TimeSpan) -> [TimeSpan] {
    var gaps: [TimeSpan] = []
    var from = span.start
    for item in occurrences(in: span) where item.takesTime {
      if item.span.start > from { gaps.append(TimeSpan(start: from, end: min(item.span.start, span.end))) }
      from = max(from, item.span.end)
    }
    if from < span.end { gaps.append(TimeSpan(start: from, end: span.end)) }
    return gaps
  }
}
