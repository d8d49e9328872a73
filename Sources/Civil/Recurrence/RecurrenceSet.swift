/// When something comes again: a start, a rule, and what was added and left out by hand (RFC 5545, 3.8.5).
///
/// All times are wall times in `zone`; an occurrence stays at its wall time when the clocks change, and what
/// instant that is `Zone.resolve` says.
///
/// **The start is always the first occurrence**, and the first that COUNT counts, also where it does not match
/// the rule. RFC 5545, 3.8.5.3 leaves that set undefined, but says without reserve "The DTSTART property value
/// always counts as the first occurrence"; Google's and Apple's calendars show it, and a block that a person put
/// somewhere must not vanish because of its rule. (python-dateutil leaves such a start out; others show it without
/// counting it.) A rule that ends before the start leaves the start alone.
///
/// **Everything is bounded.** A window costs the periods and occurrences that lie in it, however long ago the
/// start is. A rule with COUNT is counted through once, when the set is made: by arithmetic where every period
/// holds the same number, else in at most `RecurrenceWalk.countingLimit` steps (a hundred thousand periods and
/// occurrences), and is taken to end where those ran out. No occurrence is found after the year 9999.
package struct RecurrenceSet: Sendable {
  package let start: WallTime
  package let zone: Zone
  package let rule: RecurrenceRule?
  package let alsoOn: [WallTime]
  package let exceptOn: [WallTime]

  let plan: RecurrencePlan?
  let end: RecurrenceEnd
  /// `exceptOn` in seconds.
  let except: [Int]

  package init(
    start: WallTime, zone: Zone, rule: RecurrenceRule?, alsoOn: [WallTime] = [], exceptOn: [WallTime] = []
  ) {
    self.start = start
    self.zone = zone
    self.rule = rule
    self.alsoOn = RecurrenceRule.sorted(alsoOn)
    self.exceptOn = RecurrenceRule.sorted(exceptOn)
    except = self.exceptOn.map { Int($0.secondsSinceEpoch) }
    let plan = rule.map { RecurrencePlan($0, start: start) }
    self.plan = plan
    end = RecurrenceEnd(rule: rule, plan: plan, zone: zone)
  }

  /// The wall starts of a window, its end excluded, in order and each once, at most `limit` of them.
  package func starts(from: WallTime, before: WallTime, limit: Int) -> [WallTime] {
    var steps = 0
    return starts(
      from: Int(from.secondsSinceEpoch), before: Int(before.secondsSinceEpoch), limit: limit, steps: &steps
    ).map { WallTime(secondsSinceEpoch: Int64($0)) }
  }

  /// Whether the starts go on for as long as the calendar does.
  package var isEndless: Bool { rule?.end == .never }

  /// The last start where there is one: nil if they are endless, or if all of them are left out.
  package var last: WallTime? {
    var steps = 0
    return last(steps: &steps).map { WallTime(secondsSinceEpoch: Int64($0)) }
  }

  /// How many occurrences of the start and its rule lie before a wall time: what a rule that is split there has
  /// used up of its COUNT.
  ///
  /// As COUNT does, it counts those that are left out by hand, and none that were added.
  package func count(before wall: WallTime) -> Int {
    let wall = Int(wall.secondsSinceEpoch)
    guard let plan else { return wall > startSecond ? 1 : 0 }
    guard wall > startSecond else { return 0 }
    let counted = plan.count(before: min(wall, end.bound), end: end)
    return counted + (plan.hasStart && end.holds(startSecond) ? 0 : 1)
  }

  /// Whether the rule gives any start before its end, the first one only where that falls on the rule; true without a rule.
  ///
  /// A COUNT is passed over: it ends no rule before its first start.
  package var ruleHasStarts: Bool {
    guard let plan else { return true }
    var isCounted = false
    if case .count = rule?.end { isCounted = true }
    var walk = RecurrenceWalk(
      plan, from: startSecond, before: .max, limit: 1, keeps: false, end: isCounted ? nil : end)
    walk.run()
    return walk.count > 0
  }

  var startSecond: Int { Int(start.secondsSinceEpoch) }
}

extension RecurrenceSet: Hashable {
  package static func == (left: RecurrenceSet, right: RecurrenceSet) -> Bool {
    left.start == right.start && left.zone == right.zone && left.rule == right.rule
      && left.alsoOn == right.alsoOn && left.exceptOn == right.exceptOn
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(zone)
    hasher.combine(rule)
    hasher.combine(alsoOn)
    hasher.combine(exceptOn)
  }
}

// In seconds since 1970-01-01T00:00 by the clock on the wall.
extension RecurrenceSet {
  func starts(from: Int, before: Int, limit: Int, steps: inout Int) -> [Int] {
    guard from < before, limit > 0 else { return [] }
    let byHand = startsByHand(from: from, before: before)
    guard let plan else { return Array(byHand.prefix(limit)) }
    var walk = RecurrenceWalk(
      plan, from: from, before: before, limit: limit, except: except, end: end, steps: steps)
    walk.run()
    steps = walk.steps
    guard !byHand.isEmpty else { return walk.found }
    return Array(RecurrenceRule.sorted(walk.found + byHand).prefix(limit))
  }

  /// The start and what was added, without what was left out.
  private func startsByHand(from: Int, before: Int) -> [Int] {
    let first = alsoOn.partitioningIndex { Int($0.secondsSinceEpoch) >= from }
    let end = alsoOn.partitioningIndex { Int($0.secondsSinceEpoch) >= before }
    var starts = alsoOn[first..<max(first, end)].map { Int($0.secondsSinceEpoch) }
    if startSecond >= from, startSecond < before { starts.append(startSecond) }
    guard !starts.isEmpty else { return [] }
    return RecurrenceRule.sorted(starts.filter { !isLeftOut($0) })
  }

  private func isLeftOut(_ second: Int) -> Bool {
    let index = except.partitioningIndex { $0 >= second }
    return index < except.count && except[index] == second
  }

  func last(steps: inout Int) -> Int? {
    guard !isEndless else { return nil }
    let byHand = startsByHand(from: .min, before: .max).last
    guard plan != nil, let last = lastOfRule(steps: &steps) else { return byHand }
    return max(last, byHand ?? .min)
  }

  /// The last occurrence of the rule before its end: the window before the end, widened until it holds one, then
  /// halved until it holds few.
  private func lastOfRule(steps: inout Int) -> Int? {
    guard let plan else { return nil }
    var high = min(end.bound, RecurrenceWalk.endOfTime)
    var low = high
    var width = plan.periodLength
    repeat {
      guard low > startSecond else { return nil }
      high = low
      low = max(startSecond, high - min(width, high - startSecond))
      width = width > .max / 4 ? .max : width * 4
    } while starts(from: low, before: high, limit: 1, steps: &steps).isEmpty
    let few = 64
    while true {
      let found = starts(from: low, before: high, limit: few, steps: &steps)
      guard let last = found.last else { return nil }
      // Less than asked for is all that there is.
      guard found.count == few, steps < RecurrenceWalk.stepLimit else { return last }
      let middle = last + (high - last) / 2
      guard middle > last else { return last }
      if starts(from: middle, before: high, limit: 1, steps: &steps).isEmpty {
        (low, high) = (last, middle)
      } else {
        low = middle
      }
    }
  }
}
