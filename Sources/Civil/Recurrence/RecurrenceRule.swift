/// A rule by which something comes again, as RFC 5545, 3.3.10 writes it: `FREQ=MONTHLY;BYDAY=-1FR`.
///
/// The rule says nothing of when it begins or in which zone: `RecurrenceSet` does. Lists are kept sorted and
/// without repetition, so that two texts of the same meaning give equal rules as far as their parts are the same.
package struct RecurrenceRule: Hashable, Sendable {
  /// The length of the periods that the rule goes by; the shorter one sorts first.
  package enum Frequency: Int, CaseIterable, Comparable, Sendable {
    case secondly, minutely, hourly, daily, weekly, monthly, yearly

    package static func < (left: Frequency, right: Frequency) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// A weekday, every one of the period or the n-th of the month or year (from its end if negative).
  package struct DayOfWeek: Hashable, Comparable, Sendable {
    package let weekday: Weekday
    /// 0 for every such weekday, else ±1 to ±53.
    package let ordinal: Int

    package init(_ weekday: Weekday, ordinal: Int = 0) {
      self.weekday = weekday
      self.ordinal = ordinal
    }

    /// Every day, then the first, the second ..., and those counted from the end in the order of their days.
    package static func < (left: DayOfWeek, right: DayOfWeek) -> Bool {
      let (first, second) = (
        left.ordinal < 0 ? left.ordinal + 1000 : left.ordinal,
        right.ordinal < 0 ? right.ordinal + 1000 : right.ordinal
      )
      return first == second ? left.weekday < right.weekday : first < second
    }
  }

  /// Where the rule ends.
  package enum End: Hashable, Sendable {
    case never
    /// After so many occurrences, the start being the first.
    case count(Int)
    /// With this day, by the clock of the rule's zone.
    case onDate(CivilDate)
    /// With this wall time, in the rule's zone.
    case at(WallTime)
    /// With this instant.
    case until(Instant)
  }

  package var frequency: Frequency
  /// Every how many periods; at least 1.
  package var interval: Int
  package var end: End
  /// 1 to 12.
  package var months: [Int]
  /// Weeks of the year, ±1 to ±53.
  package var weekNumbers: [Int]
  /// Days of the year, ±1 to ±366.
  package var yearDays: [Int]
  /// Days of the month, ±1 to ±31.
  package var monthDays: [Int]
  package var weekdays: [DayOfWeek]
  /// 0 to 23.
  package var hours: [Int]
  /// 0 to 59.
  package var minutes: [Int]
  /// 0 to 60; 60, the leap second, is taken for 59 (RFC 5545, 3.3.12).
  package var seconds: [Int]
  /// Which ones of a period's occurrences, ±1 to ±366; all if empty.
  package var positions: [Int]
  /// What day a week begins with.
  package var weekStart: Weekday

  package init(
    _ frequency: Frequency, interval: Int = 1, end: End = .never, months: [Int] = [],
    weekNumbers: [Int] = [], yearDays: [Int] = [], monthDays: [Int] = [], weekdays: [DayOfWeek] = [],
    hours: [Int] = [], minutes: [Int] = [], seconds: [Int] = [], positions: [Int] = [],
    weekStart: Weekday = .monday
  ) {
    self.frequency = frequency
    self.interval = max(1, interval)
    self.end = end
    self.months = Self.sorted(months)
    self.weekNumbers = Self.sorted(weekNumbers)
    self.yearDays = Self.sorted(yearDays)
    self.monthDays = Self.sorted(monthDays)
    self.weekdays = Self.sorted(weekdays)
    self.hours = Self.sorted(hours)
    self.minutes = Self.sorted(minutes)
    self.seconds = Self.sorted(seconds)
    self.positions = Self.sorted(positions)
    self.weekStart = weekStart
  }

  /// In order, each value once.
  static func sorted<Value: Comparable>(_ values: [Value]) -> [Value] {
    guard values.count > 1 else { return values }
    var result: [Value] = []
    for value in values.sorted() where result.last != value { result.append(value) }
    return result
  }

  /// The highest number that INTERVAL and COUNT may have.
  package static let greatestNumber = 999_999_999
}
