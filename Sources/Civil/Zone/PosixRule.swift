/// The rule at the end of a TZif file, which says how the years after the table go on.
struct PosixRule: Equatable {
  /// A day of the year and the time of day at which the clocks change.
  struct Change: Equatable {
    enum Day: Equatable {
      /// `Jn`: 1 to 365, 29 February not counted.
      case julian(Int)
      /// `n`: 0 to 365, 29 February counted.
      case zeroBased(Int)
      /// `Mm.w.d`: the w-th (5: last) weekday d (0: Sunday) of month m.
      case month(Int, week: Int, weekday: Int)
    }

    let day: Day
    /// Seconds after that day's midnight by the clock before the change; from -167 to 167 hours.
    let time: Int
  }

  /// The part of the year that is not standard time.
  struct Daylight: Equatable {
    let offset: ZoneOffset
    let start: Change
    let end: Change
  }

  let standard: ZoneOffset
  let daylight: Daylight?
}

extension PosixRule.Change {
  /// Days from 1970-01-01 to the change's day in a year.
  func dayNumber(year: Int, firstDay: Int, isLeap: Bool) -> Int {
    switch day {
    case .julian(let day):
      return firstDay + day - 1 + (isLeap && day >= 60 ? 1 : 0)
    case .zeroBased(let day):
      return firstDay + day
    case .month(let month, let week, let weekday):
      // The days before a month in a common year: 0, 31, 59, 90 ...
      let before = month <= 2 ? (month - 1) * 31 : (979 * month - 2919) / 32 + 59
      let firstOfMonth = firstDay + before + (isLeap && month > 2 ? 1 : 0)
      // 1970-01-01 was a Thursday.
      let firstWeekday = (firstOfMonth % 7 + 11) % 7
      var day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      if day >= CivilDate.daysIn(month: month, year: year) { day -= 7 }
      return firstOfMonth + day
    }
  }
}
