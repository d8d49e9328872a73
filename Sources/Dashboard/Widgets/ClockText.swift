import Civil

/// Times of day and lengths of time as people read them.
package enum ClockText {
  /// `09:05`.
  package static func time(_ wall: WallTime) -> String { two(wall.hour) + ":" + two(wall.minute) }

  /// `00:42:13`, for a running clock.
  package static func running(_ seconds: Int) -> String {
    two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
  }

  /// `3:12`, hours and minutes.
  package static func hours(_ seconds: Int) -> String { "\(seconds / 3600):" + two(seconds / 60 % 60) }

  /// `1h30`, `45m`, `2h`: as an estimate is typed.
  package static func length(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    if hours == 0 { return "\(minutes)m" }
    return minutes == 0 ? "\(hours)h" : "\(hours)h" + two(minutes)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// Dates as people read them, in the words of their language.
package enum DateText {
  /// `Thu 26 Nov`.
  package static func day(_ date: CivilDate, _ names: DateNames) -> String {
    "\(names.weekdays[date.weekday.rawValue - 1]) \(date.day) \(names.months[date.month - 1])"
  }

  /// As short as is clear from `today`: `today`, `tomorrow`, `Thu 26`, `3 Dec`, `3 Dec 2027`.
  package static func near(_ date: CivilDate, today: CivilDate, _ names: DateNames) -> String {
    let distance = date.dayNumber - today.dayNumber
    switch distance {
    case 0: return names.today
    case 1: return names.tomorrow
    case -1: return names.yesterday
    case 2...8: return "\(names.weekdays[date.weekday.rawValue - 1]) \(date.day)"
    default:
      let text = "\(date.day) \(names.months[date.month - 1])"
      return date.year == today.year ? text : text + " \(date.year)"
    }
  }
}
