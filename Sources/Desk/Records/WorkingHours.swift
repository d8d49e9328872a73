import Civil

/// The days of a week somebody works, as a set.
package struct WeekdaySet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package init(_ days: some Sequence<Weekday>) {
    rawValue = days.reduce(0) { $0 | 1 << UInt8($1.rawValue - 1) }
  }

  package static let mondayToFriday = WeekdaySet(rawValue: 0b001_1111)
  package static let everyDay = WeekdaySet(rawValue: 0b111_1111)

  package func contains(_ day: Weekday) -> Bool { rawValue & 1 << UInt8(day.rawValue - 1) != 0 }

  /// `mon-fri`, `mon,wed,fri`: runs of three and more as a range.
  package var text: String {
    let names = WeekdaySet.names
    var parts: [String] = []
    var day = 1
    while day <= 7 {
      guard let first = Weekday(rawValue: day), contains(first) else {
        day += 1
        continue
      }
      var last = day
      while last < 7, let next = Weekday(rawValue: last + 1), contains(next) { last += 1 }
      if last - day >= 2 {
        parts.append("\(names[day - 1])-\(names[last - 1])")
      } else {
        parts.append(contentsOf: names[(day - 1)...(last - 1)])
      }
      day = last + 1
    }
    return parts.joined(separator: ",")
  }

  /// Reads `mon-fri`, `sun-thu`, `mon,wed,fri`; nil when a day is not understood.
  package init?(text: String) {
    var bits: UInt8 = 0
    for part in text.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2, let first = WeekdaySet.day(ends[0]) else { return nil }
      guard ends.count == 2 else {
        bits |= 1 << UInt8(first)
        continue
      }
      guard let last = WeekdaySet.day(ends[1]) else { return nil }
      var day = first
      bits |= 1 << UInt8(day)
      while day != last {
        day = (day + 1) % 7
        bits |= 1 << UInt8(day)
      }
    }
    guard bits != 0 else { return nil }
    self.init(rawValue: bits)
  }

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func day(_ word: Substring) -> Int? {
    guard word.count >= 2 else { return nil }
    let start = word.prefix(3)
    return names.firstIndex { $0.hasPrefix(start) }
  }
}

/// When somebody works: from and to in minutes after midnight of their own wall clock, and on which days.
package struct WorkingHours: Hashable, Sendable {
  package var startMinute: Int
  package var endMinute: Int
  package var week: WeekdaySet

  package init(startMinute: Int = 9 * 60, endMinute: Int = 17 * 60, week: WeekdaySet = .mondayToFriday) {
    self.startMinute = startMinute
    self.endMinute = endMinute
    self.week = week
  }

  /// `9:00-17:30`; an end before its start runs past midnight.
  package var text: String { "\(WorkingHours.clock(startMinute))-\(WorkingHours.clock(endMinute))" }

  /// Reads `9-17`, `9:00-17:30`, `9am-5:30pm`; nil when not understood.
  package init?(text: String, week: WeekdaySet = .mondayToFriday) {
    let ends = text.split(separator: "-")
    if ends.count == 2, let start = WorkingHours.minute(ends[0]), let end = WorkingHours.minute(ends[1]) {
      guard start != end else { return nil }
      self.init(startMinute: start, endMinute: end, week: week)
    } else if let span = Grammar.parseSpan(text) {
      self.init(startMinute: span.start / 60, endMinute: span.end / 60 % (24 * 60), week: week)
    } else {
      return nil
    }
  }

  /// Whether somebody with these hours is at work at that time of their own wall clock.
  package func contains(_ wall: WallTime) -> Bool {
    let minute = wall.secondOfDay / 60
    if startMinute < endMinute {
      return week.contains(wall.date.weekday) && minute >= startMinute && minute < endMinute
    }
    if minute >= startMinute { return week.contains(wall.date.weekday) }
    return minute < endMinute && week.contains(wall.date.adding(days: -1).weekday)
  }

  private static func clock(_ minute: Int) -> String {
    let rest = minute % 60
    return "\(minute / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let hour = Int(parts[0].filter { $0 != " " }),
      (0...24).contains(hour)
    else { return nil }
    guard parts.count == 2 else { return hour * 60 }
    guard let rest = Int(parts[1].filter { $0 != " " }), (0...59).contains(rest), hour * 60 + rest <= 24 * 60
    else { return nil }
    return hour * 60 + rest
  }
}
