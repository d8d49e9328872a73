/// A date of the proleptic Gregorian calendar, from the year -9999 to 9999.
///
/// Arithmetic never leaves that range: it stops at the first or last day.
package struct CivilDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Year, month and day in one number that sorts as the dates do.
  private let packed: Int32

  package static let secondsADay = 86_400

  package var year: Int { Int(packed >> 9) }
  package var month: Int { Int((packed >> 5) & 15) }
  package var day: Int { Int(packed & 31) }

  private init(uncheckedYear year: Int32, month: Int32, day: Int32) {
    packed = year << 9 | month << 5 | day
  }

  /// The date, or nil if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= 28 || day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.init(uncheckedYear: Int32(year), month: Int32(month), day: Int32(day))
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.packed < right.packed
  }

  package static func isLeap(year: Int) -> Bool {
    year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a month has; 31 for a month that does not exist.
  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// Day numbers, after Neri and Schneider, "Euclidean affine functions and their application to calendar
// algorithms" (2023): a handful of multiplications, no table, no branch that is hard to foresee.
extension CivilDate {
  /// 82 cycles of 400 years, which keep everything above zero.
  private static let shiftedYears: UInt32 = 82 * 400
  private static let shiftedDays: UInt32 = 719_468 + 146_097 * 82
  private static let dayNumbers = -4_371_587...2_932_896

  /// The date so many days after 1970-01-01.
  package init(dayNumber: Int) {
    let bounded = min(max(dayNumber, Self.dayNumbers.lowerBound), Self.dayNumbers.upperBound)
    let shifted = UInt32(truncatingIfNeeded: bounded) &+ Self.shiftedDays
    let quarters = 4 &* shifted &+ 3
    let century = quarters / 146_097
    let quartersOfCentury = quarters % 146_097 | 3
    let product = 2_939_745 &* UInt64(quartersOfCentury)
    let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
    let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
    let monthAndDay = 2141 &* dayOfYear &+ 197_913
    let isNextYear = dayOfYear >= 306
    let year = 100 &* century &+ yearOfCentury &- Self.shiftedYears &+ (isNextYear ? 1 : 0)
    let month = (monthAndDay >> 16) &- (isNextYear ? 12 : 0)
    let day = (monthAndDay & 0xFFFF) / 2141 &+ 1
    self.init(
      uncheckedYear: Int32(bitPattern: year), month: Int32(bitPattern: month), day: Int32(bitPattern: day))
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let isEarly = month <= 2
    let year = UInt32(bitPattern: packed >> 9) &+ Self.shiftedYears &- (isEarly ? 1 : 0)
    let month = UInt32(truncatingIfNeeded: month) &+ (isEarly ? 12 : 0)
    let century = year / 100
    let days =
      1461 &* year / 4 &- century &+ century / 4 &+ (979 &* month &- 2919) / 32
      &+ UInt32(truncatingIfNeeded: day) &- 1
    return Int(days) - Int(Self.shiftedDays)
  }

  package var weekday: Weekday {
    let index = (dayNumber &+ 3) % 7
    return Weekday(rawValue: (index < 0 ? index + 7 : index) + 1) ?? .monday
  }

  package func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return CivilDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// The same day so many months later, or the last of that month where it has no such day.
  package func adding(months: Int) -> CivilDate {
    let bounded = min(max(months, -400_000), 400_000)
    let total = year * 12 + month - 1 + bounded
    let newYear = total >= 0 ? total / 12 : -((11 - total) / 12)
    guard newYear <= 9999 else { return CivilDate(dayNumber: .max) }
    guard newYear >= -9999 else { return CivilDate(dayNumber: .min) }
    let newMonth = total - newYear * 12 + 1
    let newDay = min(day, Self.daysIn(month: newMonth, year: newYear))
    return CivilDate(uncheckedYear: Int32(newYear), month: Int32(newMonth), day: Int32(newDay))
  }

  /// How many days lie between an earlier date and this one.
  package func days(since other: CivilDate) -> Int {
    dayNumber - other.dayNumber
  }
}

// Weeks and months.
extension CivilDate {
  package var startOfMonth: CivilDate { adding(days: 1 - day) }
  package var daysInMonth: Int { Self.daysIn(month: month, year: year) }

  /// The first day of the week that holds this date.
  package func startOfWeek(_ firstDay: Weekday = .monday) -> CivilDate {
    adding(days: -firstDay.days(until: weekday))
  }

  /// The week of ISO 8601: weeks begin on Monday, the first one of a year holds its first Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = startOfWeek(.monday).adding(days: 3)
    let dayOfYear = thursday.dayNumber - thursday.adding(months: 1 - thursday.month).startOfMonth.dayNumber
    return (thursday.year, dayOfYear / 7 + 1)
  }
}

extension CivilDate {
  /// Reads `2026-12-03`; a year before 0 has a minus sign.
  package init?(text: String) {
    guard let date = TextCursor.read(text, { $0.date().flatMap($0.ending) }) else { return nil }
    self = date
  }

  /// The date as `2026-12-03`.
  package var text: String {
    String(unsafeUninitializedCapacity: 11) { bytes in
      var writer = DigitWriter(bytes)
      writer.put(self)
      return writer.count
    }
  }
}

extension CivilDate: CustomStringConvertible {
  package var description: String { text }
}
