import Testing

@testable import Civil

struct RecurrenceTextTests {
  @Test func everyPartIsReadAndWrittenInOneOrder() throws {
    let text = """
      WKST=SU;BYSETPOS=-1,1;BYSECOND=0,60;BYMINUTE=30,0;BYHOUR=9;BYDAY=FR,2MO,-1SU,MO;BYMONTHDAY=-1,15;\
      BYYEARDAY=366,-1;BYMONTH=12,1;INTERVAL=2;COUNT=10;FREQ=YEARLY
      """
    let rule = try RecurrenceRule(text: text)
    #expect(
      rule.text == """
        FREQ=YEARLY;COUNT=10;INTERVAL=2;BYMONTH=1,12;BYYEARDAY=-1,366;BYMONTHDAY=-1,15;\
        BYDAY=MO,FR,2MO,-1SU;BYHOUR=9;BYMINUTE=0,30;BYSECOND=0,60;BYSETPOS=-1,1;WKST=SU
        """)
    #expect(try RecurrenceRule(text: rule.text) == rule)
    let week = try RecurrenceRule(text: "FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO")
    #expect(week.text == "FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=MO")
  }

  @Test(arguments: [
    ("RRULE:FREQ=DAILY", "FREQ=DAILY"),
    ("rrule:freq=weekly;byday=mo,we;", "FREQ=WEEKLY;BYDAY=MO,WE"),
    (" FREQ=WEEKLY; BYDAY=MO, TU ;;WKST=MO", "FREQ=WEEKLY;BYDAY=MO,TU"),
    ("FREQ=MONTHLY;BYDAY=+1MO;INTERVAL=01", "FREQ=MONTHLY;BYDAY=1MO"),
    ("FREQ=YEARLY;BYMONTH=03;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("FREQ=DAILY;UNTIL=2026-12-03", "FREQ=DAILY;UNTIL=20261203"),
    ("FREQ=DAILY;UNTIL=20261203T160000", "FREQ=DAILY;UNTIL=20261203T160000"),
    ("FREQ=DAILY;UNTIL=20261203T160060Z", "FREQ=DAILY;UNTIL=20261203T160059Z"),
    ("FREQ=DAILY;X-OF-OLD=3;RSCALE=GREGORIAN;SKIP=OMIT", "FREQ=DAILY"),
  ])
  func whatIsSeenInTheWildIsRead(text: String, canonical: String) throws {
    #expect(try RecurrenceRule(text: text).text == canonical)
  }

  @Test(arguments: [
    ("", "FREQ is missing, such as FREQ=WEEKLY"),
    ("INTERVAL=2", "FREQ is missing, such as FREQ=WEEKLY"),
    (
      "FREQ=FORTNIGHTLY",
      "FREQ=FORTNIGHTLY is none of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY and YEARLY"
    ),
    ("FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY comes a second time"),
    ("FREQ=DAILY;COUNT=3;UNTIL=20261203", "COUNT and UNTIL cannot both end a rule: leave one out"),
    ("FREQ=DAILY;COUNT=0", "COUNT=0 is too low: at least 1"),
    ("FREQ=DAILY;INTERVAL=-1", "INTERVAL=-1 is no whole number from 1"),
    ("FREQ=DAILY;COUNT=99999999999999999999", "COUNT=99999999999999999999 is too high: at most 999999999"),
    ("FREQ=WEEKLY;BYDAY=MO,8XX", "BYDAY=MO,8XX has “8XX” where a weekday was expected: MO to SU, 1MO, -1FR"),
    ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY=54MO has “54MO” where a weekday was expected: MO to SU, 1MO, -1FR"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0 has “0” where 1 to 31, or -1 to -31 was expected"),
    ("FREQ=DAILY;BYHOUR=24", "BYHOUR=24 has “24” where 0 to 23 was expected"),
    ("FREQ=DAILY;BYMINUTE=", "BYMINUTE= has no value"),
    (
      "FREQ=DAILY;UNTIL=20260230",
      "UNTIL=20260230 is no date or time: 20261203, 20261203T160000 or 20261203T160000Z is"
    ),
    ("FREQ=DAILY;BYEASTER=1", "BYEASTER=1 is not known to RFC 5545"),
    ("FREQ=DAILY;HELLO", "HELLO is no part of a rule: NAME=VALUE is"),
    ("FREQ=YEARLY;RSCALE=CHINESE", "RSCALE=CHINESE counts by another calendar; only GREGORIAN is known"),
    ("FREQ=WEEKLY;WKST=XX", "WKST=XX is no weekday: MO to SU"),
    ("FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO goes with FREQ=YEARLY only, and this rule is FREQ=MONTHLY"),
    ("FREQ=DAILY;BYYEARDAY=3", "BYYEARDAY does not go with FREQ=DAILY"),
    ("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY does not go with FREQ=WEEKLY"),
    ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY=1MO counts weekdays of a month or year, and this rule is FREQ=WEEKLY"),
    ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", "BYDAY=1MO counts weekdays, which does not go with BYWEEKNO"),
    ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS needs another BY… part to choose from"),
  ])
  func whatCannotBeIsRefusedWithItsPartAndReason(text: String, message: String) {
    let error = #expect(throws: RecurrenceError.self) { try RecurrenceRule(text: text) }
    #expect(error?.description == message)
  }

  @Test func noTextTrapsTheReader() {
    var random = SeededGenerator(seed: 5545)
    let pieces = [
      "FREQ", "=", ";", ",", "-", "+", "BYDAY", "MO", "YEARLY", "1", "999999999999", "UNTIL", "2026", "T",
      "Z", "é",
      "\u{0}", "RRULE:", "BYSETPOS", "COUNT", "INTERVAL", "WEEKLY", "\u{1F600}",
    ]
    var read = 0
    for _ in 0..<20_000 {
      var text = Bool.random(using: &random) ? "FREQ=YEARLY;" : ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      guard let rule = try? RecurrenceRule(text: text) else { continue }
      read += 1
      #expect((try? RecurrenceRule(text: rule.text)) == rule)
    }
    #expect(read > 100)
    #expect(throws: RecurrenceError.self) {
      try RecurrenceRule(text: String(repeating: "FREQ=DAILY;", count: 1_000_000))
    }
  }
}
