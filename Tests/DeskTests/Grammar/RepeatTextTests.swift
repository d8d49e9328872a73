import Civil
import Desk
import Testing

/// Monday 23 November 2026, 9:00 in Pune.
@Suite struct RepeatTextTests {
  private let today = CivilDate(year: 2026, month: 11, day: 23) ?? CivilDate(dayNumber: 0)

  private func text(_ rule: RecurrenceRule) -> String {
    RepeatText.text(rule, today: today, zone: .utc, .english)
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second Tuesday"),
    ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=10", "on the last Friday of every month, 10 times"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"), ("FREQ=DAILY;INTERVAL=2", "every second day"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20261203", "every Monday, Wednesday and Friday, until 3 Dec"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH", "every 3 weeks on Monday and Thursday"),
    ("FREQ=WEEKLY;UNTIL=20270110T235959Z", "every week, until 10 Jan 2027"),
    ("FREQ=WEEKLY;UNTIL=20261101T085959", "every week, until 1 Nov 2026 08:59"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,15,-1", "on the 1st, 15th and last day of every month"),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=22", "on the 22nd of every second month"),
    ("FREQ=MONTHLY;BYDAY=1TU,3TU", "on the first and third Tuesday of every month"),
    ("FREQ=MONTHLY;BYDAY=-2MO", "on the second-to-last Monday of every month"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "on the last weekday of every month"),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3", "every year on 3 December"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the fourth Thursday of November"),
    ("FREQ=DAILY;COUNT=1", "every day, once"), ("FREQ=MINUTELY;INTERVAL=45", "every 45 minutes"),
    ("FREQ=WEEKLY;BYDAY=MO;BYMONTH=6,7", "every Monday in June and July"),
    // Where a week begins matters for every other week alone.
    ("FREQ=WEEKLY;BYDAY=MO;WKST=SU", "every Monday"),
    (
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
      "every second week, on every Tuesday and every Sunday, weeks from Sunday"
    ),
    // What has no plain words.
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month, on the 13th day of the month, on every Friday"),
    ("FREQ=YEARLY;BYDAY=20MO", "every year, on the 20th Monday of the year"),
    (
      "FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO",
      "every year, in the 20th week and last week of the year, on every Monday"
    ),
    ("FREQ=YEARLY;BYYEARDAY=1,-1", "every year, on the 1st day and last day of the year"),
    ("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20", "every day, in the hours 9 and 10, at the minutes 0 and 20"),
    (
      "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3",
      "every month, on every Tuesday, every Wednesday and every Thursday, of these only the 3rd"
    ),
  ])
  func rulesAreToldInWords(rule: String, expected: String) throws {
    #expect(text(try RecurrenceRule(text: rule)) == expected)
  }

  /// A day that was typed is told again, also where nothing takes place on it.
  @Test func anEndIsToldAsItWasTyped() throws {
    let start = try #require(WallTime(text: "2026-11-26T16:00"))
    let read = try #require(try Grammar.parseRepeat("every thu until 1 mar", Fixture.context))
    let zone = RuleZones.database.zoneOrUTC(named: "Europe/London")
    let rule = read.rule.withPortableEnd(zone: zone, isAllDay: false)
    for set in [rule, read.rule].map({ RecurrenceSet(start: start, zone: zone, rule: $0) }) {
      #expect(set.last?.date.text == "2027-02-25")
      #expect(RepeatText.text(set, today: today, .english) == "every Thursday, until 1 Mar 2027")
    }
  }

  @Test func aSetTellsTheDayOfItsLastStart() throws {
    let start = try #require(WallTime(text: "2026-11-24T16:00"))
    let set = RecurrenceSet(
      start: start, zone: .utc, rule: try RecurrenceRule(text: "FREQ=WEEKLY;UNTIL=20261213T155959Z"))
    #expect(RepeatText.text(set, today: today, .english) == "every week, until 8 Dec")
  }

  /// Words, rule, words and rule again: whatever words can say.
  @Test func wordsAndRulesAgree() throws {
    var chance = GrammarChance(seed: 11)
    var plain = 0
    for _ in 0..<3000 {
      let rule = some(&chance)
      let days = Set(
        (0..<max(0, Int.random(in: -3...3, using: &chance))).map { _ in
          today.adding(days: Int.random(in: -300...300, using: &chance))
        }
      ).sorted()
      let words = RepeatText.text(rule, except: days, today: today, zone: .utc, .english)
      guard let read = try Grammar.parseRepeat(words, Fixture.context) else {
        // Told part by part, which is never half understood.
        #expect(words.contains(", "), "\(rule): \(words)")
        continue
      }
      plain += 1
      #expect(read.rule == rule, "\(rule) was told as “\(words)”, which was read as \(read.rule)")
      #expect(read.except == days, "“\(words)”")
      #expect(read.time.isEmpty)
      #expect(RepeatText.text(read.rule, except: read.except, today: today, zone: .utc, .english) == words)
    }
    #expect(plain > 1500)
  }

  private func some(_ chance: inout GrammarChance) -> RecurrenceRule {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    func numbers(_ range: ClosedRange<Int>) -> [Int] {
      (0..<number(1...3)).map { _ in number(range) * (number(0...4) == 0 ? -1 : 1) }
    }
    let frequency = RecurrenceRule.Frequency.allCases[number(1...6)]
    var rule = RecurrenceRule(frequency, interval: number(0...2) == 0 ? number(1...9) : 1)
    let ordinals = frequency >= .monthly
    if frequency == .yearly || number(0...4) == 0 {
      rule.months = RecurrenceRule(.daily, months: [number(1...12), number(1...12)]).months
    }
    switch number(0...4) {
    case 0 where frequency != .weekly: rule = with(rule, monthDays: numbers(1...31))
    case 1, 2:
      let days = (0..<number(1...3)).map { _ in
        RecurrenceRule.DayOfWeek(
          Weekday.allCases[number(0...6)], ordinal: ordinals && number(0...3) > 0 ? numbers(1...5)[0] : 0)
      }
      rule = with(rule, weekdays: days)
    case 3 where ordinals:
      rule = RecurrenceRule(
        frequency, interval: rule.interval, months: rule.months,
        weekdays: Weekday.allCases.prefix(5).map { RecurrenceRule.DayOfWeek($0) }, positions: numbers(1...3))
    default: if frequency == .yearly { rule.months = [] }
    }
    switch number(0...4) {
    case 0: rule.end = .count(number(1...99))
    case 1: rule.end = .onDate(today.adding(days: number(-400...4000)))
    default: break
    }
    return rule
  }

  private func with(
    _ rule: RecurrenceRule, monthDays: [Int] = [], weekdays: [RecurrenceRule.DayOfWeek] = []
  ) -> RecurrenceRule {
    RecurrenceRule(
      rule.frequency, interval: rule.interval, months: rule.months, monthDays: monthDays, weekdays: weekdays)
  }
}
