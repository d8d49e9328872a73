/// Goes through a rule's occurrences in a window, from the period that the window begins in.
///
/// Nothing before the window is looked at: the period is found by arithmetic. Every period, month and occurrence
/// that is looked at is one step, and there are never more than a limit of them; what lies beyond is not found.
struct RecurrenceWalk {
  /// More than the months from the year 1 to 9999, or its weeks, or a window's worth of anything that is shown.
  static let stepLimit = 1_000_000
  /// The steps that a rule with COUNT is counted through, where arithmetic does not do: half a millisecond, since
  /// a file may bring a hundred thousand of them.
  static let countingLimit = 100_000

  private let plan: RecurrencePlan
  private let from: Int
  private let before: Int
  private let firstDay: Int
  /// Occurrences that are left out, in seconds, in order.
  private let except: [Int]
  private var exceptIndex = 0
  /// Above this, `end` decides about every occurrence.
  private let surelyInside: Int
  private let end: RecurrenceEnd?
  private let limit: Int
  private let keeps: Bool
  private let stepLimit: Int

  private(set) var found: [Int] = []
  private(set) var count = 0
  private(set) var last = Int.min
  private(set) var steps: Int

  /// The days of a period, where BYSETPOS chooses from them.
  private var days: [Int] = []
  private var month = (first: 0, end: 0, days: UInt32(0))

  /// - Parameters:
  ///   - from, before: the window, in seconds.
  ///   - limit: how many to find.
  ///   - end: where the rule ends.
  ///   - keeps: whether to keep them, or only their number and the last one.
  ///   - steps: how many were taken already, of how many at most.
  init(
    _ plan: RecurrencePlan, from: Int, before: Int, limit: Int, keeps: Bool = true, except: [Int] = [],
    end: RecurrenceEnd? = nil, steps: Int = 0, stepLimit: Int = RecurrenceWalk.stepLimit
  ) {
    self.plan = plan
    self.from = max(from, plan.start)
    firstDay = Self.quotient(self.from, CivilDate.secondsADay)
    self.before = min(before, end?.bound ?? .max, Self.endOfTime)
    self.limit = limit
    self.keeps = keeps
    self.except = except
    self.end = end
    surelyInside = end?.surelyInside ?? .max
    self.steps = steps
    self.stepLimit = stepLimit
  }

  /// The first second after the last year, 9999.
  static let endOfTime = RecurrencePlan.dayNumber(year: 10_000, month: 1) * CivilDate.secondsADay

  mutating func run() {
    guard !plan.isNever, from < before, limit > 0 else { return }
    exceptIndex = except.partitioningIndex { $0 >= from }
    switch plan.frequency {
    case .yearly where plan.hasWeekNumbers: walkWeekYears()
    case .yearly: walkYears()
    case .monthly: walkMonths()
    case .weekly: walkWeeks()
    case .daily: walkDays()
    default: walkUnits()
    }
  }

  private var beforeDay: Int { Self.quotient(before - 1, CivilDate.secondsADay) + 1 }

  /// The greatest whole number not above the quotient.
  @inline(__always)
  private static func quotient(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  /// The first number from `value` on that lies whole steps behind `anchor`.
  @inline(__always)
  private static func aligned(_ value: Int, anchor: Int, step: Int) -> Int {
    guard value > anchor else { return anchor }
    let rest = (value - anchor) % step
    return rest == 0 ? value : value - rest + step
  }

  /// The last number up to `value` that lies whole steps behind `anchor`.
  private static func alignedDown(_ value: Int, anchor: Int, step: Int) -> Int {
    guard value > anchor else { return anchor }
    return value - (value - anchor) % step
  }
}

// What is found.
extension RecurrenceWalk {
  /// Takes a step; false when there were enough.
  @inline(__always)
  private mutating func step() -> Bool {
    steps += 1
    return steps < stepLimit
  }

  /// Takes an occurrence; false when the walk is over.
  @inline(__always)
  private mutating func take(_ second: Int) -> Bool {
    guard second >= from else { return true }
    guard second < before, step() else { return false }
    if second > surelyInside, end?.isInside(second) == false { return true }
    while exceptIndex < except.count, except[exceptIndex] < second { exceptIndex += 1 }
    if exceptIndex < except.count, except[exceptIndex] == second { return true }
    count += 1
    last = second
    if keeps { found.append(second) }
    return count < limit
  }

  /// Takes a day's occurrences.
  @inline(__always)
  private mutating func take(day: Int) -> Bool {
    let midnight = day * CivilDate.secondsADay
    for time in plan.times {
      guard take(midnight + time) else { return false }
    }
    return true
  }

  /// Takes a month's days, or keeps them for BYSETPOS.
  private mutating func take(_ mask: UInt32, first: Int) -> Bool {
    var rest = mask
    while rest != 0 {
      let day = first + rest.trailingZeroBitCount
      rest &= rest - 1
      guard takeOrKeep(day) else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func takeOrKeep(_ day: Int) -> Bool {
    guard !plan.positions.isEmpty else { return day < firstDay || take(day: day) }
    days.append(day)
    return true
  }

  /// Takes what BYSETPOS chooses from the days that were kept.
  private mutating func takeSelected() -> Bool {
    guard !plan.positions.isEmpty else { return true }
    defer { days.removeAll(keepingCapacity: true) }
    let times = plan.times
    for index in RecurrencePlan.selected(plan.positions, of: days.count * times.count) {
      guard take(days[index / times.count] * CivilDate.secondsADay + times[index % times.count]) else {
        return false
      }
    }
    return true
  }
}

// Years, months and weeks.
extension RecurrenceWalk {
  private mutating func walkYears() {
    let anchor = CivilDate(dayNumber: Self.quotient(plan.start, CivilDate.secondsADay)).year
    let end = CivilDate(dayNumber: beforeDay - 1).year
    var year = Self.alignedDown(CivilDate(dayNumber: firstDay).year, anchor: anchor, step: plan.interval)
    while year <= end {
      let yearStart = RecurrencePlan.dayNumber(year: year, month: 1)
      var first = yearStart
      for month in 1...12 {
        let length = CivilDate.daysIn(month: month, year: year)
        if !plan.hasMonths || plan.months >> UInt32(month) & 1 == 1 {
          let days = plan.days(
            ofMonth: month, year: year, first: first, length: length, yearStart: yearStart)
          guard step(), take(days, first: first) else { return }
        }
        first += length
      }
      guard takeSelected() else { return }
      year += plan.interval
    }
  }

  private mutating func walkMonths() {
    func index(_ day: Int) -> Int {
      let date = CivilDate(dayNumber: day)
      return date.year * 12 + date.month - 1
    }
    let anchor = index(Self.quotient(plan.start, CivilDate.secondsADay))
    let end = index(beforeDay - 1)
    var current = Self.alignedDown(index(firstDay), anchor: anchor, step: plan.interval)
    while current <= end {
      let year = Self.quotient(current, 12)
      let month = current - year * 12 + 1
      guard step() else { return }
      if !plan.hasMonths || plan.months >> UInt32(month) & 1 == 1 {
        let first = RecurrencePlan.dayNumber(year: year, month: month)
        // The start of the year is of no interest: nothing counts days of a year here.
        let days = plan.days(
          ofMonth: month, year: year, first: first, length: CivilDate.daysIn(month: month, year: year),
          yearStart: first)
        guard take(days, first: first), takeSelected() else { return }
      }
      current += plan.interval
    }
  }

  private mutating func walkWeeks() {
    let startDay = Self.quotient(plan.start, CivilDate.secondsADay)
    let anchor = startDay - (RecurrencePlan.weekday(startDay) - plan.weekStart + 7) % 7
    // The weekdays in the order of the week as the rule has it.
    let turned =
      (plan.weekdays >> UInt32(plan.weekStart) | plan.weekdays << UInt32(7 - plan.weekStart)) & 0x7F
    let end = beforeDay
    var week = Self.alignedDown(firstDay, anchor: anchor, step: 7 * plan.interval)
    while week < end {
      var rest = turned
      guard step() else { return }
      while rest != 0 {
        let day = week + rest.trailingZeroBitCount
        rest &= rest - 1
        if plan.hasMonths, plan.months >> UInt32(CivilDate(dayNumber: day).month) & 1 == 0 { continue }
        guard takeOrKeep(day) else { return }
      }
      guard takeSelected() else { return }
      week += 7 * plan.interval
    }
  }

  /// Years by the numbers of their weeks; a year is then whole weeks, and its first and last days may lie in the
  /// calendar years beside it.
  private mutating func walkWeekYears() {
    let anchor = plan.weekYear(of: Self.quotient(plan.start, CivilDate.secondsADay))
    let end = plan.weekYear(of: beforeDay - 1)
    var year = Self.alignedDown(plan.weekYear(of: firstDay), anchor: anchor, step: plan.interval)
    while year <= end {
      let first = plan.firstWeek(of: year)
      let count = (plan.firstWeek(of: year + 1) - first) / 7
      for week in 1...count {
        let isChosen =
          plan.weekNumbers.fromStart >> UInt64(week) | plan.weekNumbers.fromEnd >> UInt64(count + 1 - week)
        guard isChosen & 1 == 1 else { continue }
        for day in first + 7 * (week - 1)..<first + 7 * week where allows(day) {
          guard takeOrKeep(day) else { return }
        }
        guard step() else { return }
      }
      guard step(), takeSelected() else { return }
      year += plan.interval
    }
  }
}

// Days, and what is shorter.
extension RecurrenceWalk {
  /// Makes `month` the one that a day lies in.
  private mutating func loadMonth(of day: Int) {
    let date = CivilDate(dayNumber: day)
    let length = date.daysInMonth
    let first = day - date.day + 1
    let days = plan.days(
      ofMonth: date.month, year: date.year, first: first, length: length,
      yearStart: RecurrencePlan.dayNumber(year: date.year, month: 1))
    month = (first, first + length, days)
  }

  private mutating func allows(_ day: Int) -> Bool {
    if day < month.first || day >= month.end { loadMonth(of: day) }
    return month.days >> UInt32(truncatingIfNeeded: day - month.first) & 1 == 1
  }

  /// The first day from another on that the rule allows, or nil if none is left before the window's end.
  private mutating func allowed(from day: Int, before end: Int) -> Int? {
    guard plan.hasDayFilter else { return day < end ? day : nil }
    if plan.hasOnlyWeekdays {
      let weekday = UInt32(truncatingIfNeeded: RecurrencePlan.weekday(day))
      let turned = (plan.weekdays >> weekday | plan.weekdays << (7 - weekday)) & 0x7F
      let next = day + turned.trailingZeroBitCount
      return next < end ? next : nil
    }
    var day = day
    while day < end {
      if day < month.first || day >= month.end {
        guard step() else { return nil }
        loadMonth(of: day)
      }
      let rest = month.days >> UInt32(truncatingIfNeeded: day - month.first)
      if rest != 0 {
        day += rest.trailingZeroBitCount
        return day < end ? day : nil
      }
      day = month.end
    }
    return nil
  }

  private mutating func walkDays() {
    let anchor = Self.quotient(plan.start, CivilDate.secondsADay)
    let end = beforeDay
    var day = Self.aligned(firstDay, anchor: anchor, step: plan.interval)
    while let next = allowed(from: day, before: end) {
      if next == day {
        guard take(day: day) else { return }
        day += plan.interval
      } else {
        day = Self.aligned(next, anchor: anchor, step: plan.interval)
      }
      guard step() else { return }
    }
  }

  /// Hours, minutes or seconds, counted from 1970-01-01T00:00.
  private mutating func walkUnits() {
    let unit = plan.unit
    let perDay = CivilDate.secondsADay / unit
    let anchor = Self.quotient(plan.start, unit)
    let end = beforeDay
    var current = Self.aligned(Self.quotient(from, unit), anchor: anchor, step: plan.interval)
    while true {
      guard step() else { return }
      let day = Self.quotient(current, perDay)
      guard let next = allowed(from: day, before: end) else { return }
      guard next == day else {
        current = Self.aligned(next * perDay, anchor: anchor, step: plan.interval)
        continue
      }
      if !plan.clock.isOpen {
        let second = (current - day * perDay) * unit
        let allowed = plan.clock.next(from: second)
        guard allowed == second else {
          current = Self.aligned(day * perDay + allowed / unit, anchor: anchor, step: plan.interval)
          continue
        }
      }
      for offset in plan.offsets {
        guard take(current * unit + offset) else { return }
      }
      current += plan.interval
    }
  }
}

extension Array {
  /// The index of the first element that a condition holds for, where it holds for all that follow it.
  func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
