import Civil

/// A rule moved to other days or hours: the weekly one of Tuesdays becomes one of Wednesdays.
package struct RuleMove {
  /// Where the occurrences of a rule go.
  private enum Way {
    /// All by the same number of seconds on the clock.
    case shift
    /// Within their month, to a day counted from its start or, if negative, from its end.
    case day(Int)
    /// Within their month, to its n-th such weekday.
    case weekday(RecurrenceRule.DayOfWeek)
  }

  /// The moved rule; nil where there is none.
  package let rule: RecurrenceRule?
  private let way: Way
  private let seconds: Int
  private let months: Int
  private let time: Int

  /// Nil where the rule has no such meaning on another day, as “the last working day of the month”.
  ///
  /// - Parameters:
  ///   - old: one of the rule's starts, and `new` where it goes.
  ///   - moveEnd: an end that is an instant, moved by so many seconds on the clock.
  package init?(
    _ rule: RecurrenceRule?, from old: WallTime, to new: WallTime, moveEnd: (Instant, Int) -> Instant
  ) {
    seconds = Int(new.secondsSinceEpoch - old.secondsSinceEpoch)
    months = (new.date.year - old.date.year) * 12 + new.date.month - old.date.month
    time = new.secondOfDay
    guard var moved = rule else {
      (self.rule, way) = (nil, .shift)
      return
    }
    guard moved.moveTime(from: old, to: new) else { return nil }
    let days = new.date.days(since: old.date)
    switch moved.end {
    case .never, .count: break
    case .onDate(let date): moved.end = .onDate(date.adding(days: days))
    case .at(let wall): moved.end = .at(wall.adding(seconds: seconds))
    case .until(let instant): moved.end = .until(moveEnd(instant, seconds))
    }
    if days == 0 {
      way = .shift
    } else if let way = Self.moveDays(&moved, from: old.date, to: new.date) {
      self.way = way
    } else {
      return nil
    }
    self.rule = moved
  }

  /// Where a start goes; nil where its month has no such day.
  package func map(_ wall: WallTime) -> WallTime? {
    switch way {
    case .shift: return shifted(wall)
    case .day(let day):
      return date(day, in: wall.date.startOfMonth.adding(months: months))
        .map { WallTime(date: $0, secondOfDay: time) }
    case .weekday(let weekday):
      return date(weekday, in: wall.date.startOfMonth.adding(months: months))
        .map { WallTime(date: $0, secondOfDay: time) }
    }
  }

  /// Where the first start goes: on, period by period, until there is such a day.
  func first(_ wall: WallTime) -> WallTime {
    var wall = wall
    let step = (rule?.frequency == .yearly ? 12 : 1) * min(rule?.interval ?? 1, 1_200)
    for _ in 0..<60 {
      if let found = map(wall) { return found }
      wall = WallTime(date: wall.date.startOfMonth.adding(months: step), secondOfDay: wall.secondOfDay)
    }
    return shifted(wall)
  }

  /// A date that was added by hand goes as far as everything else.
  package func shifted(_ wall: WallTime) -> WallTime { wall.adding(seconds: seconds) }

  private func date(_ day: Int, in month: CivilDate) -> CivilDate? {
    let number = day > 0 ? day : month.daysInMonth + 1 + day
    return CivilDate(year: month.year, month: month.month, day: number)
  }

  private func date(_ weekday: RecurrenceRule.DayOfWeek, in month: CivilDate) -> CivilDate? {
    if weekday.ordinal > 0 {
      let day = 1 + month.weekday.days(until: weekday.weekday) + (weekday.ordinal - 1) * 7
      return date(day, in: month)
    }
    let last = month.adding(days: month.daysInMonth - 1)
    let day = month.daysInMonth - weekday.weekday.days(until: last.weekday) + (weekday.ordinal + 1) * 7
    return CivilDate(year: month.year, month: month.month, day: day)
  }

  private static func moveDays(
    _ rule: inout RecurrenceRule, from old: CivilDate, to new: CivilDate
  ) -> Way? {
    guard rule.positions.isEmpty, rule.yearDays.isEmpty, rule.weekNumbers.isEmpty else { return nil }
    guard rule.moveMonths(from: old, to: new) else { return nil }
    if rule.weekdays.isEmpty {
      guard !rule.monthDays.isEmpty else { return .shift }
      return moveMonthDay(&rule, from: old, to: new)
    }
    guard rule.monthDays.isEmpty else { return nil }
    if rule.weekdays.allSatisfy({ $0.ordinal == 0 }) {
      // Every such weekday: of months only where none is left out.
      guard rule.frequency <= .weekly || rule.interval == 1 && rule.months.isEmpty else { return nil }
      let days = new.days(since: old)
      rule.weekdays = rule.weekdays.map { RecurrenceRule.DayOfWeek($0.weekday.adding(days)) }.sorted()
      // With every second week, what counts as one week moves along.
      if rule.interval > 1 { rule.weekStart = rule.weekStart.adding(days) }
      return .shift
    }
    let isOfMonth = rule.frequency == .monthly || rule.frequency == .yearly && !rule.months.isEmpty
    guard isOfMonth, rule.weekdays.count == 1, let known = rule.weekdays.first else { return nil }
    let ordinal = (new.day - 1) / 7 + 1
    let isFromEnd = known.ordinal < 0 || ordinal == 5
    let moved = RecurrenceRule.DayOfWeek(
      new.weekday, ordinal: isFromEnd ? -((new.daysInMonth - new.day) / 7 + 1) : ordinal)
    rule.weekdays = [moved]
    return .weekday(moved)
  }

  private static func moveMonthDay(
    _ rule: inout RecurrenceRule, from old: CivilDate, to new: CivilDate
  ) -> Way? {
    guard rule.frequency >= .monthly, rule.monthDays.count == 1, let known = rule.monthDays.first else {
      return nil
    }
    guard rule.frequency == .monthly || !rule.months.isEmpty else { return nil }
    let day = known > 0 ? new.day : new.day - new.daysInMonth - 1
    rule.monthDays = [day]
    return .day(day)
  }
}

extension RecurrenceRule {
  /// Follows with the hours, minutes and seconds that it names; false where it names several.
  fileprivate mutating func moveTime(from old: WallTime, to new: WallTime) -> Bool {
    func move(_ list: inout [Int], _ old: Int, _ new: Int) -> Bool {
      guard !list.isEmpty, old != new else { return true }
      guard list == [old] else { return false }
      list = [new]
      return true
    }
    return move(&hours, old.hour, new.hour) && move(&minutes, old.minute, new.minute)
      && move(&seconds, old.second, new.second)
  }

  /// Follows with the month that it names; false where it names several and the month is another.
  fileprivate mutating func moveMonths(from old: CivilDate, to new: CivilDate) -> Bool {
    guard !months.isEmpty else { return true }
    guard frequency == .yearly, months.count == 1 else {
      return old.month == new.month && frequency >= .monthly
    }
    months = [new.month]
    return true
  }
}
