import Testing

@testable import Civil

/// `19970902T090000` or `20260101`, as iCalendar writes wall times.
func moment(_ text: String) throws -> WallTime {
  let digits = Array(text.utf8).filter { $0 != UInt8(ascii: "T") }.map { Int($0) - 48 }
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
  let date = try #require(CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)))
  guard digits.count > 8 else { return WallTime(date: date, secondOfDay: 0) }
  return WallTime(date: date, hour: number(8..<10), minute: number(10..<12), second: number(12..<14))
}

extension RecurrenceSet {
  init(_ rule: String, start: String, zone: Zone = .utc) throws {
    self.init(start: try moment(start), zone: zone, rule: try RecurrenceRule(text: rule))
  }

  /// The first starts of all.
  func first(_ count: Int) throws -> [WallTime] {
    starts(from: try moment("00010101"), before: try moment("99991231T235959"), limit: count)
  }
}

/// Random valid rules, by a seeded generator.
struct RuleMaker {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func isTrue(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func start() -> WallTime {
    WallTime(date: CivilDate(dayNumber: number(-20_000...40_000)), secondOfDay: number(0...95) * 900)
  }

  private mutating func some(_ percent: Int, _ range: ClosedRange<Int>, fromEnd: Bool = false) -> [Int] {
    guard isTrue(percent) else { return [] }
    return (0..<number(1...4)).map { _ in
      let value = number(range)
      return fromEnd && isTrue(50) ? -value : value
    }
  }

  /// A rule that RFC 5545 allows, without an end.
  mutating func rule() -> RecurrenceRule {
    while true {
      let frequency = RecurrenceRule.Frequency.allCases[number(0...6)]
      var weekdays: [RecurrenceRule.DayOfWeek] = []
      if isTrue(50) {
        weekdays = (0..<number(1...4)).map { _ in
          let ordinal = frequency >= .monthly && isTrue(50) ? number(1...5) * (isTrue(50) ? 1 : -1) : 0
          return RecurrenceRule.DayOfWeek(Weekday.allCases[number(0...6)], ordinal: ordinal)
        }
      }
      let rule = RecurrenceRule(
        frequency, interval: isTrue(50) ? 1 : number(1...(frequency < .daily ? 500 : 9)),
        months: some(25, 1...12), weekNumbers: frequency == .yearly ? some(15, 1...53, fromEnd: true) : [],
        yearDays: some(10, 1...366, fromEnd: true), monthDays: some(25, 1...31, fromEnd: true),
        weekdays: weekdays, hours: some(20, 0...23), minutes: some(15, 0...59), seconds: some(10, 0...60),
        positions: some(20, 1...6, fromEnd: true), weekStart: Weekday.allCases[number(0...6)])
      if rule.contradiction == nil { return rule }
    }
  }
}
