import Civil

/// Writes a zone as a VTIMEZONE: what its clocks do from the first year that is used, and for ever after where its
/// rule can be said as an RRULE.
struct ZoneWriter {
  /// A change of the clocks.
  private struct Change: Hashable {
    /// What the clocks show when they are changed.
    let wall: WallTime
    let kind: Kind
  }

  /// What is alike in changes that one part of a VTIMEZONE tells.
  private struct Kind: Hashable {
    let before: Int
    let after: ZoneOffset
    let secondOfDay: Int
  }

  private let zone: Zone
  private let first: Int
  private let last: Int
  /// For how many years a rule must hold to be taken for one: the calendar's weekdays come round in 28.
  private static let proof = 28
  /// For how many years after the last one used the changes of a zone without a rule are listed.
  private static let listed = 10

  /// - Parameters:
  ///   - first: the first year that is used.
  ///   - last: the last year that is known to be.
  init(_ zone: Zone, first: Int, last: Int) {
    self.zone = zone
    self.first = min(max(first, 1), 9990)
    self.last = min(max(last, self.first), 9990)
  }

  func write(to writer: inout CalendarWriter) {
    writer.line("BEGIN:VTIMEZONE")
    writer.line("TZID:\(zone.name)")
    let begin = CivilDate(year: first, month: 1, day: 1) ?? CivilDate(dayNumber: 0)
    let start = Instant(seconds: WallTime(date: begin, secondOfDay: 0).secondsSinceEpoch)
    let initial = zone.offset(at: start)
    // True from the beginning; everything used is after it, wherever the zone is.
    let day = begin.adding(days: -2)
    part(initial, before: initial.secondsEast, at: WallTime(date: day, secondOfDay: 0), to: &writer)
    let changes = changes(after: start)
    let rule = ruleStart(changes)
    let single =
      rule.map { start in changes.filter { $0.wall.date.year < start } }
      ?? changes.filter {
        $0.wall.date.year <= last + Self.listed
      }
    for (kind, changes) in grouped(single) {
      guard let first = changes.first else { continue }
      part(kind.after, before: kind.before, at: first.wall, also: changes.map(\.wall), to: &writer)
    }
    if let rule {
      for (kind, later) in grouped(changes.filter { $0.wall.date.year >= rule }) {
        guard let first = later.first, let text = Self.rule(later.map(\.wall.date)) else { continue }
        part(kind.after, before: kind.before, at: first.wall, rule: text, to: &writer)
      }
    }
    writer.line("END:VTIMEZONE")
  }

  private func part(
    _ offset: ZoneOffset, before: Int, at wall: WallTime, also: [WallTime] = [], rule: String? = nil,
    to writer: inout CalendarWriter
  ) {
    let name = offset.isDaylight ? "DAYLIGHT" : "STANDARD"
    writer.line("BEGIN:\(name)")
    writer.line("DTSTART:\(CalendarWriter.compact(wall))")
    writer.line("TZOFFSETFROM:\(CalendarWriter.offset(before))")
    writer.line("TZOFFSETTO:\(CalendarWriter.offset(offset.secondsEast))")
    writer.text("TZNAME", offset.abbreviation)
    for time in also.dropFirst() { writer.line("RDATE:\(CalendarWriter.compact(time))") }
    if let rule { writer.line("RRULE:\(rule)") }
    writer.line("END:\(name)")
  }

  /// All changes from an instant to the end of what a rule is proven by.
  private func changes(after start: Instant) -> [Change] {
    var changes: [Change] = []
    var place = start
    var before = zone.offset(at: start).secondsEast
    while let next = zone.nextTransition(after: place), changes.count < 1_000 {
      place = next
      let after = zone.offset(at: next)
      let wall = WallTime(utc: next.adding(before))
      guard wall.date.year <= last + Self.proof + 2 else { break }
      changes.append(
        Change(wall: wall, kind: Kind(before: before, after: after, secondOfDay: wall.secondOfDay)))
      before = after.secondsEast
    }
    return changes
  }

  /// The first year from which on every year has the same changes by a rule; nil where there is none.
  private func ruleStart(_ changes: [Change]) -> Int? {
    for year in first...(last + 1) {
      let later = grouped(changes.filter { $0.wall.date.year >= year })
      let years = last + Self.proof + 2 - year + 1
      let isRegular = later.allSatisfy { _, changes in
        changes.count == years && Self.rule(changes.map(\.wall.date)) != nil
      }
      if isRegular { return year }
    }
    return nil
  }

  private func grouped(_ changes: [Change]) -> [(Kind, [Change])] {
    var order: [Kind] = []
    var groups: [Kind: [Change]] = [:]
    for change in changes {
      if groups[change.kind] == nil { order.append(change.kind) }
      groups[change.kind, default: []].append(change)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// The yearly rule that dates of successive years follow: a weekday in a week of a month.
  private static func rule(_ dates: [CivilDate]) -> String? {
    guard let first = dates.first, dates.allSatisfy({ $0.month == first.month }),
      zip(dates, dates.dropFirst()).allSatisfy({ $1.year == $0.year + 1 })
    else { return nil }
    let days = dates.map(\.day)
    guard let low = days.min(), let high = days.max() else { return nil }
    let month = "FREQ=YEARLY;BYMONTH=\(first.month)"
    if low == high { return "\(month);BYMONTHDAY=\(low)" }
    guard dates.allSatisfy({ $0.weekday == first.weekday }), high - low == 6 else { return nil }
    let weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][first.weekday.rawValue - 1]
    if high == CivilDate.daysIn(month: first.month, year: 2023), first.month != 2 {
      return "\(month);BYDAY=-1\(weekday)"
    }
    if low % 7 == 1 { return "\(month);BYDAY=\(low / 7 + 1)\(weekday)" }
    return "\(month);BYMONTHDAY=\((low...high).map(String.init).joined(separator: ","));BYDAY=\(weekday)"
  }
}
