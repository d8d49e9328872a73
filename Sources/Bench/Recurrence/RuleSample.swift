import Civil

/// Rules as people have them, the same ones every time: mostly weekly, some monthly and daily, a few yearly.
struct RuleSample {
  let text: String
  let start: WallTime

  /// The year that all of them are expanded over.
  static let from = WallTime(date: date(2026, 1, 1), secondOfDay: 0)
  static let before = WallTime(date: date(2027, 1, 1), secondOfDay: 0)

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }

  /// So many rules, begun in the year that they are expanded over, or that many years before it.
  static func rules(_ count: Int, yearsAgo: Int) throws(RecurrenceError) -> [RuleSample] {
    var chance = UInt64(5545)
    func number(_ below: Int) -> Int {
      // Knuth's generator for MMIX; its upper bits are even enough here.
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(chance >> 33) % below
    }
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    var rules: [RuleSample] = []
    for _ in 0..<count {
      let day = days[number(7)]
      let text =
        switch number(20) {
        case 0..<6: "FREQ=WEEKLY;BYDAY=\(day)"
        case 6..<9: "FREQ=WEEKLY;BYDAY=MO,WE,FR"
        case 9..<12: "FREQ=WEEKLY;INTERVAL=2;BYDAY=\(day)"
        case 12: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
        case 13: "FREQ=DAILY"
        case 14: "FREQ=DAILY;INTERVAL=\(2 + number(5))"
        case 15: "FREQ=MONTHLY;BYMONTHDAY=\(1 + number(28))"
        case 16: "FREQ=MONTHLY;BYDAY=\(1 + number(4))\(day)"
        case 17: "FREQ=MONTHLY;BYDAY=-1\(day)"
        case 18: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        default: "FREQ=YEARLY;BYMONTH=\(1 + number(12));BYMONTHDAY=\(1 + number(28))"
        }
      let first = WallTime(
        date: from.date.adding(months: -12 * yearsAgo), secondOfDay: (32 + number(36)) * 900)
      rules.append(RuleSample(text: text, start: try RecurrenceRule(text: text).firstStart(from: first)))
    }
    return rules
  }
}
