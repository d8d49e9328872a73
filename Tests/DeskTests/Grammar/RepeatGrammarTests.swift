import Civil
import Desk
import Testing

/// Monday 23 November 2026, 9:00 in Pune.
@Suite struct RepeatGrammarTests {
  private func read(_ text: String) -> PlanRepeat? { try? Grammar.parseRepeat(text, Fixture.context) }
  private func rule(_ text: String) -> String? { read(text)?.rule.text }

  @Test(arguments: [
    ("every day", "FREQ=DAILY"), ("daily", "FREQ=DAILY"), ("every other day", "FREQ=DAILY;INTERVAL=2"),
    ("every 3 days", "FREQ=DAILY;INTERVAL=3"), ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
    ("every week", "FREQ=WEEKLY"), ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
    ("every two weeks on mon and thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
    ("fortnightly", "FREQ=WEEKLY;INTERVAL=2"), ("weekly on tue", "FREQ=WEEKLY;BYDAY=TU"),
    ("every mon, wed and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("every mon,wed,fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("every mon-thu", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"), ("Mondays", "FREQ=WEEKLY;BYDAY=MO"),
    ("every sat-mon", "FREQ=WEEKLY;BYDAY=MO,SA,SU"), ("every second tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("every 2nd tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("every other friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("every 3rd thursday of the month", "FREQ=MONTHLY;BYDAY=3TH"),
    ("last fri of every month", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("on the last Friday of every month", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("monthly on the 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("every month on the 1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("on the 15th of every second month", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15"),
    ("first and third tue of the month", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    ("first mon and third tue of every month", "FREQ=MONTHLY;BYDAY=1MO,3TU"),
    ("last weekday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("second-to-last fri of the month", "FREQ=MONTHLY;BYDAY=-2FR"), ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
    ("yearly", "FREQ=YEARLY"), ("every year", "FREQ=YEARLY"),
    ("every 3 dec", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3"),
    ("yearly on dec 3rd", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3"),
    ("every 4th thu of november", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
    ("every 2 hours", "FREQ=HOURLY;INTERVAL=2"), ("every 30 minutes", "FREQ=MINUTELY;INTERVAL=30"),
    ("every mon in june and july", "FREQ=WEEKLY;BYMONTH=6,7;BYDAY=MO"),
    ("every day until 3 dec", "FREQ=DAILY;UNTIL=20261203"),
    ("every day until fri", "FREQ=DAILY;UNTIL=20261127"),
    ("every day until thu 3 dec", "FREQ=DAILY;UNTIL=20261203"),
    ("every week until 3 dec 2027", "FREQ=WEEKLY;UNTIL=20271203"),
    ("every mon 10 times", "FREQ=WEEKLY;COUNT=10;BYDAY=MO"),
    ("weekly, 10 times", "FREQ=WEEKLY;COUNT=10"),
    ("every tue for ten times", "FREQ=WEEKLY;COUNT=10;BYDAY=TU"),
    ("first and third mon", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
    ("every first and third mon", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
    ("1st mon and last fri", "FREQ=MONTHLY;BYDAY=1MO,-1FR"), ("last fri", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("monthly first and third mon", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
    ("monthly last fri", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("yearly 25 dec", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
    ("every year on 25 dec", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
    ("every year 25 dec", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
    ("25 dec every year", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
    ("on dec 25 of every second year", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=25"),
    ("yearly last thu of november", "FREQ=YEARLY;BYMONTH=11;BYDAY=-1TH"),
    ("every day except sat and sun", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("every weekday but not on wed", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR"),
    // Counted with `every` and without a period: one of the month, but the second is every other week.
    ("every first monday 10:00", "FREQ=MONTHLY;BYDAY=1MO"), ("every third tue", "FREQ=MONTHLY;BYDAY=3TU"),
    ("every 3rd tue", "FREQ=MONTHLY;BYDAY=3TU"), ("every fourth fri", "FREQ=MONTHLY;BYDAY=4FR"),
    ("every fifth fri", "FREQ=MONTHLY;BYDAY=5FR"), ("every last fri", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("every first mon and thu", "FREQ=MONTHLY;BYDAY=1MO,1TH"),
    ("every second mon and thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
    ("every sixth tue", "FREQ=WEEKLY;INTERVAL=6;BYDAY=TU"),
    ("every 3 weeks on tue", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"), ("every third day", "FREQ=DAILY;INTERVAL=3"),
    ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15"), ("every 31st 9:00", "FREQ=MONTHLY;BYMONTHDAY=31"),
    ("every 1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15"), ("every 15th day", "FREQ=DAILY;INTERVAL=15"),
    ("mon wed fri 9:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR"), ("every mon thu 16:00", "FREQ=WEEKLY;BYDAY=MO,TH"),
    ("mon, wed", "FREQ=WEEKLY;BYDAY=MO,WE"), ("once a month", "FREQ=MONTHLY"),
    ("once a week on tue 9:00", "FREQ=WEEKLY;BYDAY=TU"),
    ("last working day of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("first business day of every month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    ("every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("every mon for 3 weeks", "FREQ=WEEKLY;COUNT=3;BYDAY=MO"),
    ("every mon and wed for 3 weeks 9:00", "FREQ=WEEKLY;COUNT=6;BYDAY=MO,WE"),
    ("every second tue for 6 weeks", "FREQ=WEEKLY;COUNT=3;INTERVAL=2;BYDAY=TU"),
    ("every day for 2 weeks except sat and sun", "FREQ=WEEKLY;COUNT=10;BYDAY=MO,TU,WE,TH,FR"),
    ("daily for 10 days", "FREQ=DAILY;COUNT=10"),
    ("monthly on the 15th for 6 months", "FREQ=MONTHLY;COUNT=6;BYMONTHDAY=15"),
  ])
  func rulesAreReadFromWords(text: String, expected: String) { #expect(rule(text) == expected) }

  @Test(
    arguments: [
      ("FREQ=WEEKLY;BYDAY=MO except 30 nov", "FREQ=WEEKLY;BYDAY=MO", ["2026-11-30"], nil),
      (
        "FREQ=WEEKLY;BYDAY=MO,TU, except 30 nov and 1 dec", "FREQ=WEEKLY;BYDAY=MO,TU",
        ["2026-11-30", "2026-12-01"], nil
      ),
      ("rrule:freq=monthly;byday=-1fr 16:00 london", "FREQ=MONTHLY;BYDAY=-1FR", [], 57_600),
      ("10:00 FREQ=DAILY;COUNT=5", "FREQ=DAILY;COUNT=5", [], 36_000),
      ("INTERVAL=2;FREQ=DAILY", "INTERVAL=2;FREQ=DAILY", [], nil),
    ] as [(String, String, [String], Int?)])
  func aRuleOfICalendarIsReadWithWhatIsSaidBesideIt(text: String, rule: String, days: [String], time: Int?) {
    let found = read(text)
    #expect(found?.literal == rule)
    #expect(found?.except.map(\.text) == days && found?.time.time == time)
  }

  @Test func aRuleOfICalendarIsLimitedByWordsToo() {
    #expect(rule("FREQ=WEEKLY;BYDAY=MO until 3 dec") == "FREQ=WEEKLY;UNTIL=20261203;BYDAY=MO")
    #expect(read("FREQ=WEEKLY;BYDAY=MO until 3 dec")?.literal == nil)
    #expect(rule("FREQ=WEEKLY;BYDAY=MO,TU except tue") == "FREQ=WEEKLY;BYDAY=MO")
    for text in ["FREQ=DAILY;COUNT=5 until 3 dec", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY every mon"] {
      #expect(rule(text) == nil, "\(text)")
    }
    let line = Grammar.parsePlanTitle("Stand-up FREQ=WEEKLY;BYDAY=MO,TU 10:00 except 30 nov", Fixture.context)
    #expect(line.title == "Stand-up" && line.rule?.text == "FREQ=WEEKLY;BYDAY=MO,TU")
    #expect(line.except.map(\.text) == ["2026-11-30"] && line.time.time == 36_000)
  }

  @Test(arguments: [
    ("every mon except 30 nov", ["2026-11-30"], "FREQ=WEEKLY;BYDAY=MO"),
    ("every mon except 30 nov and 7 dec", ["2026-11-30", "2026-12-07"], "FREQ=WEEKLY;BYDAY=MO"),
    ("every mon, except on 7 dec, 30 nov", ["2026-11-30", "2026-12-07"], "FREQ=WEEKLY;BYDAY=MO"),
    ("daily except mon 30 nov until 3 dec", ["2026-11-30"], "FREQ=DAILY;UNTIL=20261203"),
    ("weekly without 25 dec", ["2026-12-25"], "FREQ=WEEKLY"),
    ("first and third mon except 4 jan", ["2027-01-04"], "FREQ=MONTHLY;BYDAY=1MO,3MO"),
  ])
  func whatIsLeftOutIsRead(text: String, days: [String], expected: String) {
    #expect(read(text)?.except.map(\.text) == days)
    #expect(rule(text) == expected)
  }

  @Test func whatIsLeftOutStandsWithATimeAndInATitle() {
    let line = Grammar.parsePlanTitle("Stand-up every mon 10:00 except 30 nov and 7 dec", Fixture.context)
    #expect(line.title == "Stand-up" && line.time.time == 36_000)
    #expect(line.except.map(\.text) == ["2026-11-30", "2026-12-07"])
  }

  @Test func aDayOfEveryYearStandsInATitle() {
    for text in ["Birthday 25 dec every year", "Birthday on dec 25 every year", "Birthday every 25 dec"] {
      let line = Grammar.parsePlanTitle(text, Fixture.context)
      #expect(
        line.title == "Birthday" && line.rule?.text == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", "\(text)")
    }
    let invoices = Grammar.parsePlanTitle("Pay 3 invoices every fri", Fixture.context)
    #expect(invoices.title == "Pay 3 invoices" && invoices.rule?.text == "FREQ=WEEKLY;BYDAY=FR")
  }

  @Test func aTimeAZoneAndALengthGoWithIt() {
    #expect(
      read("every second tue 16:00 london")
        == PlanRepeat(
          rule: RecurrenceRule(.weekly, interval: 2, weekdays: [.init(.tuesday)]),
          time: PlanTime(time: 57_600, zone: "Europe/London")))
    #expect(read("every other friday 9:00 for 45m")?.time == PlanTime(time: 32_400, duration: 2700))
    #expect(read("16:00-17:00 every weekday until 3 dec")?.time == PlanTime(time: 57_600, end: 61_200))
    #expect(read("every mon at 9")?.time == PlanTime(time: 32_400))
    #expect(read("every mon 9 new york")?.time == PlanTime(time: 32_400, zone: "America/New_York"))
    #expect(read("every mon 9:00 10 times")?.rule.end == .count(10))
    #expect(read("daily 45m")?.time == PlanTime(duration: 2700))
    #expect(read("every mon from 7 dec 9:00")?.time.date == CivilDate(text: "2026-12-07"))
  }

  @Test(arguments: [
    "", "every", "every client", "every other weekday", "mon", "16:00", "every day and night",
    "every mon perhaps",
    "every mon every tue", "the 40th of every month", "last of every month", "until 3 dec", "10 times",
    "every mon until soon", "biweekly", "every year in june", "1st mon and 15th of every month",
    "every 0 days", "every 9th mon of the month", "second tue", "except 30 nov", "every mon except",
    "second tue for 2 weeks", "every mon for 3 months", "monthly on the 31st for 6 months", "twice a week",
    "every mon except mon", "daily except tue 30 nov", "every mon except fri", "monthly except fri",
  ])
  func whatIsNoRuleIsNotUnderstood(text: String) { #expect(read(text) == nil) }

  @Test(arguments: [
    "every day 5 times until 1 jan", "every day until 1 jan 5 times", "every mon until 1 jan for 3 weeks",
    "FREQ=DAILY;COUNT=5 until 1 jan",
  ])
  func twoEndsAreToldAsOfARuleOfICalendar(text: String) throws {
    #expect(throws: RecurrenceError.twoEnds) { try Grammar.parseRepeat(text, Fixture.context) }
    #expect(throws: RecurrenceError.twoEnds) { try RecurrenceRule(text: "FREQ=DAILY;COUNT=5;UNTIL=20270101") }
    let line = Grammar.parsePlanTitle("Walk " + text, Fixture.context)
    #expect(line.title == "Walk" && line.rule == nil)
    #expect(line.ruleProblem?.text == text && line.ruleProblem?.error == .twoEnds)
  }

  @Test func theFirstStartIsADayThatTheRuleAsksFor() throws {
    let monday = try #require(WallTime(text: "2026-11-23T16:00"))
    #expect(read("every second tue")?.start(from: monday).text == "2026-11-24T16:00")
    #expect(read("last fri of every month")?.start(from: monday).text == "2026-11-27T16:00")
    #expect(read("on the 15th of every second month")?.start(from: monday).text == "2026-12-15T16:00")
    #expect(read("every 2 weeks")?.start(from: monday) == monday)
  }
}
