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
  ///   - client: whom the time is for: from other clients' blocks the buffer of the settings is kept.
  package func freeSpans(
    from start: Instant, atLeast seconds: Int, days: Int = 28, limit: Int, client: ClientID? = nil
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
      found += free(in: open, for: client.map { [$0] } ?? []).filter { $0.duration >= seconds }
    }
    return Array(found.prefix(limit))
  }

  /// What is left of a span between its blocks and the buffers around them.
  private func free(in span: TimeSpan, for clients: Set<ClientID>) -> [TimeSpan] {
    var gaps: [TimeSpan] = []
    var from = span.start
    for busy in busyTime(in: span, for: clients) {
      if busy.span.start > from { gaps.append(TimeSpan(start: from, end: min(busy.span.start, span.end))) }
      from = max(from, busy.span.end)
    }
    if from < span.end { gaps.append(TimeSpan(start: from, end: span.end)) }
    return gaps
  }

  /// What takes time within a span, by start, with the buffer that is kept from it.
  ///
  /// - Parameter clients: whom the time is wanted for; nobody keeps a buffer from their own blocks, and none is kept
  ///   where nobody is named.
  func busyTime(in span: TimeSpan, for clients: Set<ClientID>) -> [(span: TimeSpan, occurrence: Occurrence)] {
    let buffer = clients.isEmpty ? 0 : settings.bufferMinutes * 60
    let wide = TimeSpan(start: span.start.adding(-buffer), end: span.end.adding(buffer))
    var busy: [(span: TimeSpan, occurrence: Occurrence)] = []
    for item in occurrences(in: wide) where item.takesTime {
      let isOther = item.block.client.map { !clients.contains($0) } ?? false
      let kept = isOther ? buffer : 0
      let taken = TimeSpan(start: item.start.adding(-kept), end: item.end.adding(kept))
      if taken.overlaps(span) { busy.append((taken, item)) }
    }
    return buffer == 0 ? busy : busy.sorted { $0.span.start < $1.span.start }
  }
}
