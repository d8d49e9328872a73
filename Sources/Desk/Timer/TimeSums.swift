import Civil

/// How much was worked today and this week, out of one pass over the week's entries.
package struct TimeSums: Hashable, Sendable {
  /// Seconds.
  package var today = 0
  package var week = 0
  package var billable = 0

  package init() {}

  /// Billable work of all this week, in percent.
  package var billablePercent: Int { week == 0 ? 0 : billable * 100 / week }
}

extension Desk {
  /// Seconds spent within a day and within the week around it, clipped to them.
  package func timeSums(today: TimeSpan, week: TimeSpan, now: Instant) -> TimeSums {
    var sums = TimeSums()
    for entry in entries(in: week, now: now) {
      let spent = TimeSpan(start: entry.start, end: entry.end ?? now)
      let seconds = spent.overlap(week)
      sums.week += seconds
      if entry.billable { sums.billable += seconds }
      sums.today += spent.overlap(today)
    }
    return sums
  }
}
