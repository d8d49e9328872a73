import Civil
import Desk

extension PlanBench {
  static let zones = ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney"]

  static let rules = [
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
    "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=21", "FREQ=WEEKLY;UNTIL=20270301T120000Z", "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=14", "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "FREQ=YEARLY;COUNT=3", "FREQ=HOURLY;INTERVAL=7;COUNT=50",
  ]

  /// Plans a block or a series within a year around now.
  @discardableResult
  mutating func planSomething(_ chance: inout GrammarChance, rules: [String] = rules) throws -> BlockID {
    let rule = Int.random(in: 0..<5, using: &chance) == 0 ? nil : rules.randomElement(using: &chance)
    let zone = Self.zones.randomElement(using: &chance) ?? "UTC"
    let days = Int.random(in: -300...60, using: &chance)
    let start = WallTime(
      date: WallTime(utc: now).date.adding(days: days),
      secondOfDay: Int.random(in: 0..<48, using: &chance) * 1800)
    let minutes = [0, 15, 30, 60, 180, 3000].randomElement(using: &chance) ?? 30
    let also = (0..<Int.random(in: 0...2, using: &chance)).map { _ in
      start.adding(seconds: Int.random(in: 1...200, using: &chance) * 86_400 + 3600)
    }
    return try plan(
      "Block \(Int.random(in: 0..<1000, using: &chance))", start.text, minutes: minutes, in: zone,
      repeats: rule
    ) { block in
      if rule != nil { block.alsoOn = Set(also).sorted() }
    }
  }
}
