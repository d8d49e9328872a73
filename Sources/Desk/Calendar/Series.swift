import Civil

/// One start of a series: the wall time that its rule gives, and what that means in its zone.
struct SeriesStart: Hashable, Sendable {
  let at: Instant
  let wall: WallTime
}

/// A block's rule made ready: when it starts, again and again.
package struct Series: Sendable {
  /// How many occurrences of one series a question is given at most: a rule may say every second for ever.
  package static let limit = 4096

  let zone: Zone
  let set: RecurrenceSet
  /// Why the rule is not understood.
  let problem: String?

  init(_ block: Block, in zone: Zone) {
    self.zone = zone
    var rule: RecurrenceRule?
    var problem: String?
    do throws(RecurrenceError) {
      rule = try block.repeat.map { text throws(RecurrenceError) in try RecurrenceRule(text: text) }
    } catch {
      problem = error.description
    }
    self.problem = problem
    if block.allDay { rule = rule?.forWholeDays }
    set = RecurrenceSet(
      start: block.start.wall, zone: zone, rule: rule, alsoOn: block.alsoOn,
      exceptOn: problem == nil ? block.exceptOn : [])
  }

  /// What a rule gives that no block has yet.
  init(_ set: RecurrenceSet) {
    zone = set.zone
    problem = nil
    self.set = set
  }

  /// A series beside the block that it was made from.
  struct Ready: Sendable {
    let block: Block
    let series: Series
  }

  /// What is odd about a rule that is understood.
  enum Oddity: Sendable {
    /// It gives no day at all, or all of them are left out; the start is shown even so.
    case never
    /// It has more starts in a week than are shown of one series.
    case dense
  }

  /// Costs what a week holds.
  var oddity: Oddity? {
    if !set.ruleHasStarts || isEmpty { return .never }
    let week = set.start.adding(seconds: 7 * CivilDate.secondsADay)
    return set.starts(from: set.start, before: week, limit: Self.limit + 1).count > Self.limit ? .dense : nil
  }

  /// Whether it has no occurrence at all.
  var isEmpty: Bool {
    let first = CivilDate(dayNumber: .min)
    let last = CivilDate(dayNumber: .max)
    return set.starts(
      from: WallTime(date: first, secondOfDay: 0), before: WallTime(date: last, secondOfDay: 86_399), limit: 1
    ).isEmpty
  }

  /// Whether there is an occurrence at a wall time.
  func starts(at wall: WallTime) -> Bool {
    !set.starts(from: wall, before: wall.adding(seconds: 1), limit: 1).isEmpty
  }

  /// The starts within a span, by instant, at most `limit`.
  func starts(in span: TimeSpan, limit: Int = Series.limit) -> [SeriesStart] {
    let window = walls(in: span)
    var found: [SeriesStart] = []
    var from = window.from
    // Around a change of the clocks more is looked at than is within: of a dense rule in several goes.
    for _ in 0..<32 {
      let walls = set.starts(from: from, before: window.before, limit: limit)
      for wall in walls {
        let at = zone.instant(of: wall)
        if at >= span.start, at < span.end { found.append(SeriesStart(at: at, wall: wall)) }
      }
      guard walls.count == limit, found.count < limit, let last = walls.last else { break }
      from = last.adding(seconds: 1)
    }
    if window.isUneven { found.sort { ($0.at, $0.wall) < ($1.at, $1.wall) } }
    return found.count > limit ? Array(found.prefix(limit)) : found
  }

  /// Wall times between which everything lies that begins within a span.
  private func walls(in span: TimeSpan) -> (from: WallTime, before: WallTime, isUneven: Bool) {
    let reach = 26 * 3600
    let from = zone.wall(at: span.start)
    let before = zone.wall(at: span.end)
    // No clock goes on after the year 9999: its last day is looked at to its end.
    let end = CivilDate(dayNumber: .max)
    if before.date == end {
      return (from.adding(seconds: -reach), WallTime(date: end, secondOfDay: 86_399), true)
    }
    let startsEven = zone.offset(at: span.start.adding(-reach)) == zone.offset(at: span.start)
    let endsEven = zone.offset(at: span.end) == zone.offset(at: span.end.adding(reach))
    let isUneven = zone.nextTransition(after: span.start.adding(-reach)).map { $0 < span.end.adding(reach) }
    return (
      startsEven ? from : from.adding(seconds: -reach), endsEven ? before : before.adding(seconds: reach),
      isUneven ?? false
    )
  }
}
