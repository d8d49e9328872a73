extension RecurrenceRule {
  /// The rule in one written form: parts in a fixed order, lists sorted, nothing that goes without saying.
  package var text: String {
    var text = "FREQ=\(frequency.text)"
    switch end {
    case .never: break
    case .count(let count): text += ";COUNT=\(count)"
    case .onDate(let date): text += ";UNTIL=\(Self.compact(date))"
    case .at(let wall): text += ";UNTIL=\(Self.compact(wall))"
    case .until(let instant): text += ";UNTIL=\(Self.compact(WallTime(utc: instant)))Z"
    }
    if interval != 1 { text += ";INTERVAL=\(interval)" }
    func add(_ name: String, _ values: [Int]) {
      guard !values.isEmpty else { return }
      text += ";\(name)=" + values.map(String.init).joined(separator: ",")
    }
    add("BYMONTH", months)
    add("BYWEEKNO", weekNumbers)
    add("BYYEARDAY", yearDays)
    add("BYMONTHDAY", monthDays)
    if !weekdays.isEmpty { text += ";BYDAY=" + weekdays.map(\.text).joined(separator: ",") }
    add("BYHOUR", hours)
    add("BYMINUTE", minutes)
    add("BYSECOND", seconds)
    add("BYSETPOS", positions)
    if weekStart != .monday { text += ";WKST=\(weekStart.recurrenceText)" }
    return text
  }

  /// `20261203`.
  private static func compact(_ date: CivilDate) -> String {
    date.text.replacing(UInt8(ascii: "-"))
  }

  /// `20261203T160000`.
  private static func compact(_ wall: WallTime) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return compact(wall.date) + "T" + two(wall.hour) + two(wall.minute) + two(wall.second)
  }
}

extension String {
  /// The text without a byte of ASCII.
  fileprivate func replacing(_ byte: UInt8) -> String {
    String(decoding: utf8.filter { $0 != byte }, as: UTF8.self)
  }
}

extension RecurrenceRule: CustomStringConvertible {
  package var description: String { text }
}

extension RecurrenceRule.Frequency {
  /// `DAILY`.
  package var text: String {
    switch self {
    case .secondly: "SECONDLY"
    case .minutely: "MINUTELY"
    case .hourly: "HOURLY"
    case .daily: "DAILY"
    case .weekly: "WEEKLY"
    case .monthly: "MONTHLY"
    case .yearly: "YEARLY"
    }
  }
}

extension RecurrenceRule.DayOfWeek {
  /// `MO`, `-1FR`.
  package var text: String {
    ordinal == 0 ? weekday.recurrenceText : "\(ordinal)\(weekday.recurrenceText)"
  }
}

extension Weekday {
  /// `MO` to `SU`.
  package var recurrenceText: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }
}
