// Counting occurrences: by arithmetic where every period holds the same number, else one by one.
extension RecurrencePlan {
  /// About how long the rule's periods are, the interval counted in, in seconds.
  var periodLength: Int {
    let days =
      switch frequency {
      case .yearly: 366
      case .monthly: 31
      case .weekly: 7
      default: 1
      }
    return interval * (frequency < .daily ? unit : days * CivilDate.secondsADay)
  }

  /// How many occurrences every whole period holds, where that is always the same number.
  private var countAPeriod: Int? {
    switch frequency {
    case .weekly where !hasMonths: selectedCount(weekdays.nonzeroBitCount * times.count)
    case .daily where !hasDayFilter: offsets.count
    case .hourly, .minutely, .secondly: hasDayFilter || !clock.isOpen ? nil : offsets.count
    default: nil
    }
  }

  private func selectedCount(_ count: Int) -> Int {
    positions.isEmpty ? count : Self.selected(positions, of: count).count
  }

  /// Where the second period begins; the first one's, the start's own, may have begun before the start.
  private var secondPeriod: Int {
    let day = CivilDate.secondsADay
    let length = frequency < .daily ? unit : frequency == .weekly ? 7 * day : day
    // 1969-12-29 was a Monday.
    let origin = frequency == .weekly ? (weekStart - 3) * day : 0
    let rest = (start - origin) % length
    return start - (rest < 0 ? rest + length : rest) + periodLength
  }

  /// Whether the start is an occurrence of the rule.
  var hasStart: Bool {
    var walk = RecurrenceWalk(self, from: start, before: start + 1, limit: 1, keeps: false)
    walk.run()
    return walk.count == 1
  }

  /// The second after the last of so many occurrences, the start being the first; nil if there is none.
  func end(ofCount count: Int) -> Int? {
    let rest = count - (hasStart ? 0 : 1)
    guard rest > 0 else { return start + 1 }
    guard !isNever else { return start + 1 }
    guard let period = countAPeriod, period > 0 else { return end(of: rest, from: start) }
    var first = RecurrenceWalk(self, from: start, before: secondPeriod, limit: rest, keeps: false)
    first.run()
    if first.count == rest { return first.last + 1 }
    let wholePeriods = (rest - first.count - 1) / period
    let (skipped, overflow) = wholePeriods.multipliedReportingOverflow(by: periodLength)
    guard !overflow, skipped < RecurrenceWalk.endOfTime - secondPeriod else { return nil }
    return end(of: rest - first.count - wholePeriods * period, from: secondPeriod + skipped)
  }

  private func end(of count: Int, from: Int) -> Int? {
    let limit = RecurrenceWalk.countingLimit
    var walk = RecurrenceWalk(self, from: from, before: .max, limit: count, keeps: false, stepLimit: limit)
    walk.run()
    if walk.count == count { return walk.last + 1 }
    // Out of steps: the rule ends with what was counted; else it never reaches its count.
    guard walk.steps >= limit else { return nil }
    return walk.count > 0 ? walk.last + 1 : start + 1
  }

  /// How many occurrences lie before a second and inside an end.
  func count(before second: Int, end: RecurrenceEnd) -> Int {
    func count(from: Int) -> Int {
      var walk = RecurrenceWalk(
        self, from: from, before: second, limit: .max, keeps: false, end: end)
      walk.run()
      return walk.count
    }
    guard let period = countAPeriod, second > secondPeriod else { return count(from: start) }
    var first = RecurrenceWalk(self, from: start, before: secondPeriod, limit: .max, keeps: false)
    first.run()
    // The last period before the second is counted through, and the one before it, where an end may be near.
    let wholePeriods = max(0, (min(second, end.surelyInside) - secondPeriod) / periodLength - 1)
    return first.count + wholePeriods * period + count(from: secondPeriod + wholePeriods * periodLength)
  }
}
