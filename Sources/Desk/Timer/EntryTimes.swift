import Civil

/// When an entry starts and ends, as it is typed over.
package struct EntryTimes: Hashable, Sendable {
  package var start: Instant
  /// Nil while it runs.
  package var end: Instant?

  package init(start: Instant, end: Instant?) {
    self.start = start
    self.end = end
  }

  /// Which end of an entry is typed.
  package enum Edge: Hashable, Sendable { case start, end }

  /// Why a typed time is not taken.
  package enum Problem: Error, Hashable, Sendable { case notUnderstood, endsBeforeStart, notYet }

  /// A time without a date that is on another day than the other end is at most this far from it, in seconds.
  private static let reach = 8 * 3600

  /// The times after typing at one end.
  ///
  /// - `9:10`, `9`: the clock at home, on the day of the other end or in the night beside it; a running entry,
  ///   which may have been forgotten for days, ends at the first such time after its start.
  /// - `fri 18:30`, `2026-11-20 18:30`: that moment.
  /// - `-10`, `+25`, `+1h`: earlier or later than it is; a running entry's end counts from now.
  /// - `45m`, `1h30`: that long, keeping the other end.
  /// - `9:10-9:50`: both ends, on the day the entry starts on.
  package func typing(_ text: String, at edge: Edge, _ context: GrammarContext) throws(Problem) -> EntryTimes
  {
    var times = self
    let zone = context.home
    if let span = Grammar.parseSpan(text) {
      let both = span.on(zone.wall(at: start).date, in: zone)
      times = EntryTimes(start: both.start, end: both.end)
    } else if let change = Grammar.parseChange(text) {
      switch edge {
      case .start: times.start = start.adding(change)
      case .end: times.end = (end ?? context.now).adding(change)
      }
    } else if let time = Grammar.time(Grammar.trimmed(text), bareHour: true) {
      switch edge {
      case .start: times.start = try latest(time, before: end ?? context.now, zone)
      case .end: times.end = try earliest(time, zone)
      }
    } else if text.contains(where: \.isLetter), let seconds = Grammar.parseDuration(text) {
      switch edge {
      case .start: times.start = (end ?? context.now).adding(-seconds)
      case .end: times.end = start.adding(seconds)
      }
    } else {
      let moment = try EntryTimes.moment(text, context)
      switch edge {
      case .start: times.start = moment
      case .end: times.end = moment
      }
    }
    return try times.checked(wasRunning: end == nil, context.now)
  }

  /// The times of day that a text says by the clock, in seconds after midnight; none in lengths and changes.
  package static func clocks(in text: String, _ context: GrammarContext) -> [Int] {
    if let span = Grammar.parseSpan(text) { return [span.start, span.end] }
    if Grammar.parseChange(text) != nil { return [] }
    if let time = Grammar.time(Grammar.trimmed(text), bareHour: true) { return [time] }
    if text.contains(where: \.isLetter), Grammar.parseDuration(text) != nil { return [] }
    return Grammar.parseWhen(text, context)?.time.map { [$0] } ?? []
  }

  private func checked(wasRunning: Bool, _ now: Instant) throws(Problem) -> EntryTimes {
    if let end, end < start { throw .endsBeforeStart }
    if end == nil, start > now { throw .notYet }
    if wasRunning, let end, end > now { throw .notYet }
    return self
  }

  /// The last time the clock shows that before an instant: on its day, in the night before, or on the day that
  /// the entry starts on.
  private func latest(_ time: Int, before limit: Instant, _ zone: Zone) throws(Problem) -> Instant {
    let date = zone.wall(at: limit).date
    let days = [date, date.adding(days: -1), zone.wall(at: start).date]
    for (index, day) in days.enumerated() {
      let moment = zone.instant(of: WallTime(date: day, secondOfDay: time))
      let isNear = index != 1 || limit.seconds(since: moment) <= EntryTimes.reach
      if moment <= limit, isNear { return moment }
    }
    throw .endsBeforeStart
  }

  /// The first time the clock shows that after the start: on its day, or in the night after.
  private func earliest(_ time: Int, _ zone: Zone) throws(Problem) -> Instant {
    let date = zone.wall(at: start).date
    for day in [date, date.adding(days: 1)] {
      let moment = zone.instant(of: WallTime(date: day, secondOfDay: time))
      let isNear = day == date || end == nil || moment.seconds(since: start) <= EntryTimes.reach
      if moment >= start, isNear { return moment }
    }
    throw .endsBeforeStart
  }

  /// A day and time that are past.
  private static func moment(_ text: String, _ context: GrammarContext) throws(Problem) -> Instant {
    guard let when = Grammar.parseWhen(text, context), let time = when.time else { throw .notUnderstood }
    let zone = context.zones.zoneOrUTC(named: when.zone)
    let moment = zone.instant(of: WallTime(date: when.date, secondOfDay: time))
    // A weekday alone is the coming one in the grammar; what was worked lies behind.
    let first = Grammar.trimmed(text).split(separator: " ").first.map(String.init) ?? ""
    guard moment > context.now, WeekdaySet(text: first) != nil else { return moment }
    return zone.instant(of: WallTime(date: when.date.adding(days: -7), secondOfDay: time))
  }
}

extension EntryTimes {
  /// Where an entry is to be cut: `9:20`, `+25` after its start, `-10` before its end; the middle when empty.
  package func cut(_ text: String, _ context: GrammarContext) throws(Problem) -> Instant {
    let end = end ?? context.now
    let typed = Grammar.trimmed(text)
    let moment: Instant
    if typed.isEmpty {
      moment = start.adding(end.seconds(since: start) / 120 * 60)
    } else if let change = Grammar.parseChange(typed) {
      moment = change < 0 ? end.adding(change) : start.adding(change)
    } else if let time = Grammar.time(typed, bareHour: true) {
      moment = try earliest(time, context.home)
    } else if let seconds = Grammar.parseDuration(typed) {
      moment = start.adding(seconds)
    } else {
      moment = try EntryTimes.moment(typed, context)
    }
    guard moment > start, moment < end else { throw .endsBeforeStart }
    return moment
  }
}
