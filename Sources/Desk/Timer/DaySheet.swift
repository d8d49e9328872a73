import Civil

/// The entries of a day and the time between them, with the day's sums.
package struct DaySheet: Sendable {
  package enum Line: Sendable {
    /// An entry, the part of it that lies in the day, and whether it shares time with another one.
    case entry(Entry, within: TimeSpan, overlaps: Bool)
    /// Working time that nothing was booked on.
    case gap(TimeSpan)

    package var start: Instant {
      switch self {
      case .entry(_, let span, _), .gap(let span): span.start
      }
    }
  }

  /// What was spent on a client and what was planned for them, in seconds.
  package struct Total: Hashable, Sendable {
    package var client: ClientID?
    package var spent: Int
    package var planned: Int
  }

  package let date: CivilDate
  package let span: TimeSpan
  package private(set) var lines: [Line] = []
  /// By client, most time first.
  package private(set) var totals: [Total] = []
  package private(set) var billable = 0

  package var spent: Int { totals.reduce(0) { $0 + $1.spent } }
  package var planned: Int { totals.reduce(0) { $0 + $1.planned } }

  /// - Parameter shortest: seconds from which on unbooked working time counts as a gap.
  init(_ desk: Desk, _ date: CivilDate, now: Instant, shortest: Int) {
    self.date = date
    let zone = desk.homeZone
    span = zone.span(of: date)
    var sums: [ClientID?: Total] = [:]
    let whole = span
    let add = { (client: ClientID?, spent: Int, planned: Int) in
      sums[client, default: Total(client: client, spent: 0, planned: 0)].spent += spent
      sums[client, default: Total(client: client, spent: 0, planned: 0)].planned += planned
    }
    let entries = desk.entries(in: span, now: now)
    var latest: (end: Instant, line: Int)?
    for entry in entries {
      let end = entry.end ?? max(now, entry.start)
      let own = TimeSpan(start: max(entry.start, whole.start), end: min(end, whole.end))
      let overlaps = latest.map { own.start < $0.end && !own.isEmpty } ?? false
      if overlaps, let before = latest?.line, case .entry(let other, let within, _) = lines[before] {
        lines[before] = .entry(other, within: within, overlaps: true)
      }
      lines.append(.entry(entry, within: own, overlaps: overlaps))
      if own.end > latest?.end ?? whole.start { latest = (own.end, lines.count - 1) }
      add(entry.client, own.duration, 0)
      if entry.billable { billable += own.duration }
    }
    for item in desk.occurrences(in: span) where item.block.isPlannedWork {
      add(item.block.client, 0, item.span.overlap(whole))
    }
    lines += desk.gaps(on: date, now: now, shortest: shortest).map { .gap($0.span) }
    lines.sort { $0.start < $1.start }
    totals = sums.values.sorted { a, b in
      (b.spent, b.planned, a.client?.raw ?? "~") < (a.spent, a.planned, b.client?.raw ?? "~")
    }
  }
}

extension Desk {
  /// What was worked on a day in the home zone.
  package func daySheet(of date: CivilDate, now: Instant, shortestGap: Int = 10 * 60) -> DaySheet {
    DaySheet(self, date, now: now, shortest: shortestGap)
  }

  /// The first other entry that shares time with a span.
  package func entry(overlapping span: TimeSpan, except id: EntryID?, now: Instant) -> Entry? {
    entries(in: span, now: now).first { entry in
      entry.id != id && TimeSpan(start: entry.start, end: entry.end ?? now).overlaps(span)
    }
  }
}
