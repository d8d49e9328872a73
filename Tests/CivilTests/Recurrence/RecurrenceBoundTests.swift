import Testing

@testable import Civil

/// What a rule may cost, told in steps rather than by a clock.
struct RecurrenceBoundTests {
  private func steps(
    _ rule: String, start: String = "19970902T090000", from: String, before: String, limit: Int = 1000
  ) throws -> (found: Int, steps: Int) {
    let set = try RecurrenceSet(rule, start: start)
    var steps = 0
    let found = set.starts(
      from: Int(try moment(from).secondsSinceEpoch), before: Int(try moment(before).secondsSinceEpoch),
      limit: limit, steps: &steps)
    return (found.count, steps)
  }

  @Test(arguments: [
    "FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=HOURLY;INTERVAL=5", "FREQ=MINUTELY;INTERVAL=45", "FREQ=SECONDLY;INTERVAL=1800",
    "FREQ=DAILY;COUNT=100000",
    "FREQ=WEEKLY;UNTIL=20990101T000000Z", "FREQ=SECONDLY;INTERVAL=1800;COUNT=900000000",
  ])
  func aWeekCostsWhatItHolds(rule: String) throws {
    let now = try steps(rule, from: "20261123", before: "20261130")
    #expect(now.steps <= 20 + 3 * now.found)
    let far = try steps(rule, start: "00010101T000000", from: "20261123", before: "20261130")
    #expect(far.steps <= 20 + 3 * far.found)
  }

  @Test(arguments: [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MINUTELY;BYMONTH=4;BYMONTHDAY=31;BYHOUR=3", "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,59", "FREQ=HOURLY;INTERVAL=24;BYHOUR=10",
    "FREQ=HOURLY;BYDAY=MO;BYSETPOS=2",
    "FREQ=MINUTELY;INTERVAL=60;BYMINUTE=7", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=YEARLY;BYDAY=53MO;BYMONTH=2",
    "FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=7;BYSECOND=9;BYMONTH=2;BYMONTHDAY=30",
  ])
  func aRuleWithoutOccurrenceIsSoonGivenUp(rule: String) throws {
    let set = try RecurrenceSet(rule, start: "19970902T090000")
    #expect(try set.first(10) == [moment("19970902T090000")])
    let all = try steps(rule, start: "00010103T090000", from: "00010104", before: "99991231")
    #expect(all.found == 0 && all.steps < RecurrenceWalk.stepLimit)
    let counted = try RecurrenceSet(rule + ";COUNT=5", start: "19970902T090000")
    #expect(counted.last == counted.start)
  }

  @Test func everySecondForEver() throws {
    let second = try steps("FREQ=SECONDLY", from: "99991231", before: "99991231T235959", limit: 200)
    #expect(second.found == 200 && second.steps <= 500)
    let most = try RecurrenceSet(
      "FREQ=SECONDLY;COUNT=999999999", start: "19970902T090000")
    #expect(most.last == WallTime(secondsSinceEpoch: most.start.secondsSinceEpoch + 999_999_998))
    let beyond = try RecurrenceSet("FREQ=WEEKLY;INTERVAL=999999999;COUNT=999999999", start: "19970902T090000")
    #expect(beyond.last == beyond.start)
    let until = try RecurrenceSet("FREQ=SECONDLY;BYMONTH=1;UNTIL=20500615T000000", start: "19970902T090000")
    var steps = 0
    let expected = Int(try moment("20500131T235959").secondsSinceEpoch)
    #expect(until.last(steps: &steps) == expected)
    #expect(steps < 20_000)
  }

  @Test func aCountThatCannotBeCountedEndsWhereTheStepsDo() throws {
    let set = try RecurrenceSet("FREQ=SECONDLY;BYDAY=MO;COUNT=900000000", start: "19970901T000000")
    let last = try #require(set.last)
    // Two steps a second: most of the first Monday.
    #expect(last > set.start.adding(seconds: 40_000) && last.date == set.start.date)
    #expect(set.starts(from: last, before: try moment("20000101"), limit: 10) == [last])
  }

  @Test func theEndsOfTheCalendar() throws {
    let first = try RecurrenceSet("FREQ=DAILY", start: "00010101T000000")
    #expect(first.starts(from: try moment("00010101"), before: try moment("00010104"), limit: 10).count == 3)
    let last = try RecurrenceSet("FREQ=MONTHLY", start: "99991130T120000")
    #expect(try last.first(10) == [moment("99991130T120000"), moment("99991230T120000")])
    let far = try RecurrenceSet("FREQ=YEARLY;INTERVAL=999999999", start: "19970902T090000")
    #expect(try far.first(10) == [far.start])
    let edge = WallTime(date: CivilDate(dayNumber: .max), hour: 23, minute: 59, second: 59)
    for rule in [
      "YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY", "YEARLY;BYWEEKNO=1,53",
    ] {
      for start in [edge, WallTime(date: CivilDate(dayNumber: .min), secondOfDay: 0)] {
        let set = RecurrenceSet(start: start, zone: .utc, rule: try RecurrenceRule(text: "FREQ=" + rule))
        #expect(set.starts(from: start, before: edge, limit: 3).count == (start == edge ? 0 : 3))
        #expect(set.last == nil && set.split(at: start).after == set)
      }
    }
  }

  @Test func noRuleHangs() throws {
    var maker = RuleMaker(seed: 7)
    for _ in 0..<150 {
      var rule = maker.rule()
      if maker.isTrue(30) { rule.interval = maker.number(1...RecurrenceRule.greatestNumber) }
      if maker.isTrue(20) { rule.end = .count(maker.number(1...RecurrenceRule.greatestNumber)) }
      let set = RecurrenceSet(start: maker.start(), zone: .utc, rule: rule)
      let from = maker.start()
      var steps = 0
      let found = set.starts(
        from: Int(from.secondsSinceEpoch), before: Int(from.adding(seconds: 7 * 86_400).secondsSinceEpoch),
        limit: 500, steps: &steps)
      // A week: at most its days' 1440 minutes, each looked at for its seconds.
      #expect(steps <= 25_000 && found.count <= 500, "\(rule) took \(steps) steps")
      steps = 0
      _ = set.last(steps: &steps)
      #expect(steps <= RecurrenceWalk.stepLimit + 100, "\(rule) took \(steps) steps to its last")
    }
  }
}
