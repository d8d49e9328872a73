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
  /// A year as far as it matters here: there are 14 kinds.
  struct Year {
    /// The weekday of 1 January, 0 for Sunday.
    let firstWeekday: Int
    let isLeap: Bool
  }

  /// Seconds from the year's first midnight to the change, by the clock before it.
  func secondsIntoYear(_ year: Year) -> Int {
    dayOfYear(year) * CivilDate.secondsADay + time
  }

  /// The change's day, 0 for 1 January.
  private func dayOfYear(_ year: Year) -> Int {
    switch day {
    case .julian(let day):
      return day - 1 + (year.isLeap && day >= 60 ? 1 : 0)
    case .zeroBased(let day):
      return day
    case .month(let month, let week, let weekday):
      let lengths = [31, year.isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let firstOfMonth = lengths[..<(month - 1)].reduce(0, +)
      var day = (weekday - (year.firstWeekday + firstOfMonth) % 7 + 7) % 7 + (week - 1) * 7
      if day >= lengths[month - 1] { day -= 7 }
      return firstOfMonth + day
    }
  }
}
