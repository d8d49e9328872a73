import Civil

extension RecurrenceRule {
  /// The first start that the rule itself gives on or after a wall time; nil where there is none.
  ///
  /// A series has an occurrence at its start whether the rule gives one there or not; this finds a start that fits.
  func firstStart(from wall: WallTime) -> WallTime? {
    var endless = self
    endless.end = .never
    let last = WallTime(date: CivilDate(dayNumber: .max), secondOfDay: 86_399)
    let set = RecurrenceSet(start: anchor(before: wall), zone: .utc, rule: endless)
    return set.starts(from: wall, before: last, limit: 1).first
  }

  /// A start one period before, which the rule counts on from in the same step.
  private func anchor(before wall: WallTime) -> WallTime {
    let isByStart = weekdays.isEmpty && monthDays.isEmpty && yearDays.isEmpty && weekNumbers.isEmpty
    let back = min(interval, 100_000)
    func months(_ count: Int) -> WallTime {
      let date = wall.date.adding(months: -count)
      // Where the rule names no day the start's counts: one that this month lacks would be another day.
      guard isByStart else { return WallTime(date: date.startOfMonth, secondOfDay: wall.secondOfDay) }
      return date.day == wall.date.day ? WallTime(date: date, secondOfDay: wall.secondOfDay) : wall
    }
    switch frequency {
    case .secondly: return wall.adding(seconds: -back)
    case .minutely: return wall.adding(seconds: -back * 60)
    case .hourly: return wall.adding(seconds: -back * 3600)
    case .daily: return wall.adding(seconds: -back * 86_400)
    case .weekly: return wall.adding(seconds: -back * 7 * 86_400)
    case .monthly: return months(back)
    case .yearly: return months(back * 12)
    }
  }
}
