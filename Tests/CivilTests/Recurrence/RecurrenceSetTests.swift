import Testing

@testable import Civil

struct RecurrenceSetTests {
  @Test func theStartIsTheFirstAndCounts() throws {
    let set = try RecurrenceSet("FREQ=WEEKLY;BYDAY=WE;COUNT=3", start: "20240530T200000")
    let expected = try ["20240530T200000", "20240605T200000", "20240612T200000"].map(moment)
    #expect(try set.first(10) == expected)
    #expect(set.last == expected[2])
    #expect(set.count(before: expected[2]) == 2)
    let over = try RecurrenceSet("FREQ=DAILY;UNTIL=20240101", start: "20240530T200000")
    #expect(try over.first(10) == [over.start])
    #expect(over.last == over.start)
  }

  @Test func addedAndLeftOutByHand() throws {
    let start = try moment("20260105T090000")
    let set = RecurrenceSet(
      start: start, zone: .utc, rule: try RecurrenceRule(text: "FREQ=WEEKLY;COUNT=4"),
      alsoOn: try ["20260601T100000", "20260107T110000", "20260112T090000", "20260119T120000"].map(moment),
      exceptOn: try ["20260105T090000", "20260126T090000", "20260601T100000", "20200101"].map(moment))
    let expected = try ["20260107T110000", "20260112T090000", "20260119T090000", "20260119T120000"].map(
      moment)
    #expect(try set.first(10) == expected)
    #expect(try set.first(2) == Array(expected.prefix(2)))
    #expect(set.last == expected.last)
    let single = RecurrenceSet(start: start, zone: .utc, rule: nil, alsoOn: expected)
    #expect(try single.first(10) == [start] + expected)
    #expect(single.last == expected.last)
    let none = RecurrenceSet(start: start, zone: .utc, rule: nil, exceptOn: [start])
    #expect(try none.first(10).isEmpty)
    #expect(none.last == nil)
  }

  @Test func anEndInUTCIsComparedAsAnInstant() throws {
    guard SystemZones.exist else { return }
    let london = try SystemZones.zone("Europe/London")
    // 2026-03-29 01:30 does not exist in London and is read as 02:30, 01:30 UTC.
    let rule = "FREQ=DAILY;UNTIL=20260329T013000Z"
    let whole = try RecurrenceSet(rule, start: "20260327T013000", zone: london)
    #expect(whole.last == (try moment("20260329T013000")))
    let short = try RecurrenceSet("FREQ=DAILY;UNTIL=20260329T012959Z", start: "20260327T013000", zone: london)
    #expect(short.last == (try moment("20260328T013000")))
    // In the night in which an hour comes twice, 01:30 is its first occurrence.
    let autumn = try RecurrenceSet(
      "FREQ=DAILY;UNTIL=20261025T003000Z", start: "20261023T013000", zone: london)
    #expect(autumn.last == (try moment("20261025T013000")))
    // Where nothing changes, wall times are enough: 16:00 in New York.
    let newYork = try SystemZones.zone("America/New_York")
    let plain = try RecurrenceSet(
      "FREQ=DAILY;UNTIL=20260710T200000Z", start: "20260707T160000", zone: newYork)
    #expect(plain.last == (try moment("20260710T160000")))
  }

  @Test func anEndOnADateHoldsThatDay() throws {
    let set = try RecurrenceSet("FREQ=DAILY;UNTIL=20261203", start: "20261201T160000")
    #expect(set.last == (try moment("20261203T160000")))
    let at = try RecurrenceSet("FREQ=DAILY;UNTIL=20261203T155959", start: "20261201T160000")
    #expect(at.last == (try moment("20261202T160000")))
  }

  @Test func weeksAcrossTheYear() throws {
    // Week 1 of 2009 began on 29 December 2008; every other year by its weeks.
    let set = try RecurrenceSet("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", start: "20081229T090000")
    #expect(
      try set.first(3) == ["20081229T090000", "20110103T090000", "20121231T090000"].map(moment))
    let last = try RecurrenceSet("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", start: "20091231T090000")
    #expect(
      try last.first(4)
        == ["20091231T090000", "20100103T090000", "20110102T090000", "20120101T090000"].map(moment))
    let sunday = try RecurrenceSet("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", start: "20260104T090000")
    #expect(try sunday.first(3) == ["20260104T090000", "20270103T090000", "20280102T090000"].map(moment))
    // What the rule leaves open comes from the start: its weekday.
    let open = try RecurrenceSet("FREQ=YEARLY;BYWEEKNO=20", start: "19970514T090000")
    #expect(try open.first(2) == ["19970514T090000", "19980513T090000"].map(moment))
  }

  @Test func weekNumbersAreThoseOfTheCalendar() throws {
    for week in 1...53 {
      let day = try RecurrenceSet(
        "FREQ=YEARLY;BYWEEKNO=\(week);BYDAY=MO,TU,WE,TH,FR,SA,SU", start: "20000101T090000")
      let back = try RecurrenceSet(
        "FREQ=YEARLY;BYWEEKNO=\(week - 54);BYDAY=MO,TU,WE,TH,FR,SA,SU", start: "20000101T090000")
      let window = (try moment("20000103"), try moment("20450101"))
      let (days, fromEnd) = (
        Set(day.starts(from: window.0, before: window.1, limit: 1000).map(\.date)),
        Set(back.starts(from: window.0, before: window.1, limit: 1000).map(\.date))
      )
      for number in window.0.date.dayNumber..<window.1.date.dayNumber {
        let date = CivilDate(dayNumber: number)
        let (year, isoWeek) = date.isoWeek
        let last = (CivilDate(year: year, month: 12, day: 28) ?? date).isoWeek.week
        guard days.contains(date) == (isoWeek == week),
          fromEnd.contains(date) == (isoWeek - last - 1 == week - 54)
        else {
          Issue.record("\(date) is in week \(isoWeek) of \(year), looked for \(week)")
          return
        }
      }
    }
  }

  @Test func daysThatAreNotInEveryYearOrMonth() throws {
    let leap = try RecurrenceSet("FREQ=YEARLY", start: "20240229T090000")
    #expect(try leap.first(3) == ["20240229T090000", "20280229T090000", "20320229T090000"].map(moment))
    let century = try RecurrenceSet("FREQ=YEARLY;BYYEARDAY=-366", start: "20960101T090000")
    #expect(try century.first(2) == ["20960101T090000", "21040101T090000"].map(moment))
    let long = try RecurrenceSet("FREQ=MONTHLY", start: "20260131T090000")
    #expect(try long.first(3) == ["20260131T090000", "20260331T090000", "20260531T090000"].map(moment))
    let mixed = try RecurrenceSet("FREQ=MONTHLY;BYDAY=MO,1TU;COUNT=6", start: "20260601T090000")
    #expect(
      try mixed.first(9)
        == ["0601", "0602", "0608", "0615", "0622", "0629"].map { try moment("2026" + $0 + "T090000") })
    let leapSecond = try RecurrenceSet("FREQ=MINUTELY;BYSECOND=59,60;COUNT=2", start: "20260101T000059")
    #expect(try leapSecond.first(3) == ["20260101T000059", "20260101T000159"].map(moment))
  }

  @Test func aSplitDividesACount() throws {
    let set = try RecurrenceSet("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10", start: "20260105T090000")
    let (before, after) = set.split(at: try moment("20260115T090000"))
    #expect(before?.rule?.text == "FREQ=WEEKLY;COUNT=3;BYDAY=MO,TH")
    #expect(after?.rule?.text == "FREQ=WEEKLY;COUNT=7;BYDAY=MO,TH")
    #expect(after?.start == (try moment("20260115T090000")))
    #expect(set.split(at: set.start).before == nil)
    #expect(set.split(at: try moment("20300101")).after == nil)
  }

  @Test func anEndingIsAnInstantAndForAllDayADate() throws {
    guard SystemZones.exist else { return }
    let london = try SystemZones.zone("Europe/London")
    let rule = try RecurrenceRule(text: "FREQ=WEEKLY;COUNT=10")
    let wall = try moment("20260706T090000")
    #expect(rule.ending(before: wall, zone: london).text == "FREQ=WEEKLY;UNTIL=20260706T075959Z")
    let midnight = try moment("20260706")
    #expect(rule.ending(before: midnight, zone: london, isAllDay: true).text == "FREQ=WEEKLY;UNTIL=20260705")
    let hourly = try RecurrenceRule(text: "FREQ=HOURLY")
    #expect(
      hourly.ending(before: try moment("20260329T023000"), zone: london).text
        == "FREQ=HOURLY;UNTIL=20260329T022959")
    let date = try RecurrenceRule(text: "FREQ=DAILY;UNTIL=20260706")
    #expect(
      date.withPortableEnd(zone: london, isAllDay: false).text == "FREQ=DAILY;UNTIL=20260706T225959Z")
    #expect(date.withPortableEnd(zone: london, isAllDay: true) == date)
  }
}
