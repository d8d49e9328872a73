/// A rule and its start, made ready for expanding: what RFC 5545 takes from the start is filled in, lists are masks.
///
/// Days are day numbers (days since 1970-01-01), times are seconds, of the day or since 1970-01-01T00:00 by the
/// clock on the wall. Weekdays count from Monday, 0, to Sunday, 6.
final class RecurrencePlan: Sendable {
  let frequency: RecurrenceRule.Frequency
  let interval: Int
  /// The start, in seconds.
  let start: Int
  let weekStart: Int

  /// Bit 1 to 12.
  let months: UInt32
  let hasMonths: Bool
  /// Bit 0 for the first of a month.
  let monthDays: UInt32
  /// Bit 30 for the last day of a month of 31 days, bit 29 for the one before.
  let monthDaysFromEnd: UInt32
  let hasMonthDays: Bool
  /// Bit 0 for every Monday.
  let weekdays: UInt32
  let hasWeekdays: Bool
  let ordinals: [(ordinal: Int, weekday: Int)]
  /// Whether the ordinals count weekdays of the year rather than of the month.
  let countsWeekdaysOfYear: Bool
  let yearDays: [Int]
  /// Bit 1 to 53, counted from the start of the year and from its end.
  let weekNumbers: (fromStart: UInt64, fromEnd: UInt64)
  let hasWeekNumbers: Bool
  let positions: [Int]

  /// The times of a day on which there is an occurrence; for frequencies from daily on.
  let times: [Int]
  /// The length of an hour, a minute or a second, for the frequencies below daily, else of a day.
  let unit: Int
  /// The occurrences of such an hour or minute, in seconds after its beginning.
  let offsets: [Int]
  let clock: ClockFilter

  /// Whether only weekdays decide about a day.
  let hasOnlyWeekdays: Bool
  let hasDayFilter: Bool
  /// Whether no step of the rule ever meets the times that it allows.
  let isNever: Bool

  init(_ rule: RecurrenceRule, start: WallTime) {
    frequency = rule.frequency
    interval = rule.interval
    self.start = Int(start.secondsSinceEpoch)
    weekStart = rule.weekStart.rawValue - 1

    var months = Self.mask(rule.months)
    var monthDays = Self.mask(rule.monthDays.filter { $0 > 0 }.map { $0 - 1 })
    var weekdays = Self.mask(rule.weekdays.filter { $0.ordinal == 0 }.map { $0.weekday.rawValue - 1 })
    let saysDay = !(rule.weekdays.isEmpty && rule.monthDays.isEmpty && rule.yearDays.isEmpty)
    // What the rule leaves open comes from the start (RFC 5545, 3.3.10: "Information, not contained in the
    // rule, necessary to determine the various recurrence instance start time and dates").
    if !saysDay {
      switch rule.frequency {
      case .yearly where !rule.weekNumbers.isEmpty, .weekly: weekdays = 1 << (start.date.weekday.rawValue - 1)
      case .yearly:
        if months == 0 { months = 1 << start.date.month }
        monthDays = 1 << (start.date.day - 1)
      case .monthly: monthDays = 1 << (start.date.day - 1)
      default: break
      }
    }
    self.months = UInt32(truncatingIfNeeded: months)
    self.monthDays = UInt32(truncatingIfNeeded: monthDays)
    self.weekdays = UInt32(truncatingIfNeeded: weekdays)
    hasMonths = months != 0
    monthDaysFromEnd = UInt32(
      truncatingIfNeeded: Self.mask(rule.monthDays.filter { $0 < 0 }.map { $0 + 31 }))
    hasMonthDays = monthDays != 0 || monthDaysFromEnd != 0
    ordinals = rule.weekdays.filter { $0.ordinal != 0 }.map { ($0.ordinal, $0.weekday.rawValue - 1) }
    hasWeekdays = weekdays != 0 || !ordinals.isEmpty
    countsWeekdaysOfYear = rule.frequency == .yearly && rule.months.isEmpty
    yearDays = rule.yearDays
    weekNumbers = (
      Self.mask(rule.weekNumbers.filter { $0 > 0 }), Self.mask(rule.weekNumbers.filter { $0 < 0 }.map(-))
    )
    hasWeekNumbers = !rule.weekNumbers.isEmpty
    hasOnlyWeekdays = !hasMonths && !hasMonthDays && yearDays.isEmpty && ordinals.isEmpty
    hasDayFilter = hasWeekdays || !hasOnlyWeekdays

    let isBelowDaily = rule.frequency < .daily
    positions = isBelowDaily || rule.frequency == .daily ? [] : rule.positions
    clock = ClockFilter(rule)
    (unit, offsets) = Self.offsets(rule, start: start)
    times = isBelowDaily ? [] : offsets
    isNever =
      offsets.isEmpty
      || (isBelowDaily && !clock.meets(start: Int(start.secondsSinceEpoch), unit: unit, interval: interval))
  }

  private static func mask(_ bits: [Int]) -> UInt64 {
    bits.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// The occurrences of a unit: a day, or the hour, minute or second that the frequency names.
  ///
  /// Every unit has the same ones, so that BYSETPOS is applied here once for all. For weeks, months and years it
  /// is applied to the whole period's days and times instead.
  private static func offsets(_ rule: RecurrenceRule, start: WallTime) -> (unit: Int, offsets: [Int]) {
    let unit =
      switch rule.frequency {
      case .secondly: 1
      case .minutely: 60
      case .hourly: 3600
      default: CivilDate.secondsADay
      }
    let hours = unit <= 3600 ? [0] : rule.hours.isEmpty ? [start.hour] : rule.hours
    let minutes = unit <= 60 ? [0] : rule.minutes.isEmpty ? [start.minute] : rule.minutes
    let seconds = unit <= 1 ? [0] : rule.seconds.isEmpty ? [start.second] : leapless(rule.seconds)
    var offsets: [Int] = []
    offsets.reserveCapacity(hours.count * minutes.count * seconds.count)
    for hour in hours {
      for minute in minutes {
        for second in seconds { offsets.append(hour * 3600 + minute * 60 + second) }
      }
    }
    guard rule.frequency <= .daily, !rule.positions.isEmpty else { return (unit, offsets) }
    return (unit, selected(rule.positions, of: offsets.count).map { offsets[$0] })
  }

  /// The indexes that positions choose among so many, in order, each once.
  static func selected(_ positions: [Int], of count: Int) -> [Int] {
    RecurrenceRule.sorted(
      positions.compactMap { position in
        let index = position > 0 ? position - 1 : count + position
        return index >= 0 && index < count ? index : nil
      })
  }

  /// Seconds of a minute, the leap second taken for the one before.
  static func leapless(_ seconds: [Int]) -> [Int] {
    seconds.last == 60 ? RecurrenceRule.sorted(seconds.map { min($0, 59) }) : seconds
  }
}
