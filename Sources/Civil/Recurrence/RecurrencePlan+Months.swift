// Months as masks: which of its days a rule allows, bit 0 for the first.
extension RecurrencePlan {
  /// The allowed days of a month.
  ///
  /// - Parameters:
  ///   - first: the day number of the month's first day.
  ///   - yearStart: the day number of the year's first day.
  func days(ofMonth month: Int, year: Int, first: Int, length: Int, yearStart: Int) -> UInt32 {
    guard !hasMonths || months >> UInt32(month) & 1 == 1 else { return 0 }
    var days: UInt32 = length == 31 ? 0x7FFF_FFFF : (1 << UInt32(length)) - 1
    if hasMonthDays { days &= monthDays | monthDaysFromEnd >> UInt32(31 - length) }
    if hasWeekdays { days &= weekdayMask(first: first, length: length, year: year, yearStart: yearStart) }
    if !yearDays.isEmpty {
      let yearLength = CivilDate.isLeap(year: year) ? 366 : 365
      var allowed: UInt32 = 0
      for day in yearDays {
        let index = day > 0 ? day - 1 : yearLength + day
        if index < yearLength { Self.set(&allowed, yearStart + index - first, length) }
      }
      days &= allowed
    }
    return days
  }

  /// The days that BYDAY allows: every one of some weekdays, and the n-th ones of the month or the year.
  private func weekdayMask(first: Int, length: Int, year: Int, yearStart: Int) -> UInt32 {
    let firstWeekday = Self.weekday(first)
    var allowed: UInt32 = 0
    if weekdays != 0 {
      let turned = (weekdays >> UInt32(firstWeekday) | weekdays << UInt32(7 - firstWeekday)) & 0x7F
      // The week repeated over the month.
      allowed = UInt32(truncatingIfNeeded: UInt64(turned) &* 0x1020_4081)
    }
    guard !ordinals.isEmpty else { return allowed }
    let scopeStart = countsWeekdaysOfYear ? yearStart : first
    let scopeLength = countsWeekdaysOfYear ? (CivilDate.isLeap(year: year) ? 366 : 365) : length
    let scopeWeekday = Self.weekday(scopeStart)
    for (ordinal, weekday) in ordinals {
      let earliest = (weekday - scopeWeekday + 7) % 7
      let day: Int
      if ordinal > 0 {
        day = earliest + 7 * (ordinal - 1)
      } else {
        let last = earliest + (scopeLength - 1 - earliest) / 7 * 7
        day = last + 7 * (ordinal + 1)
      }
      if day >= 0, day < scopeLength { Self.set(&allowed, scopeStart + day - first, length) }
    }
    return allowed
  }

  @inline(__always)
  private static func set(_ mask: inout UInt32, _ day: Int, _ length: Int) {
    if day >= 0, day < length { mask |= 1 << UInt32(day) }
  }

  /// 0 for a Monday.
  @inline(__always)
  static func weekday(_ day: Int) -> Int {
    let rest = (day + 3) % 7
    return rest < 0 ? rest + 7 : rest
  }

  /// The first day of week 1 of a year: the first week of which at least four days lie in it.
  func firstWeek(of year: Int) -> Int {
    let fourth = Self.dayNumber(year: year, month: 1) + 3
    return fourth - (Self.weekday(fourth) - weekStart + 7) % 7
  }

  /// The year that the week of a day is counted in.
  func weekYear(of day: Int) -> Int {
    let year = CivilDate(dayNumber: day).year
    if day >= firstWeek(of: year + 1) { return year + 1 }
    return day < firstWeek(of: year) ? year - 1 : year
  }

  /// The day number of a month's first day; years beyond the calendar go on in step.
  static func dayNumber(year: Int, month: Int) -> Int {
    // Hinnant's formula for the first of a month, with the year beginning in March.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
