import Testing

@testable import Civil

/// Every example of RFC 5545, 3.8.5.3, as rules with the occurrences that the RFC lists for them.
///
/// Dates are written `1997-09 2 3 4`: a month and days of it. The RFC's start is 1997-09-02 09:00 in New York unless
/// another one is given; times are given only where they are not the start's.
struct RecurrenceExampleTests {
  struct Example: CustomStringConvertible, Sendable {
    var rule: String
    var start = "19970902T090000"
    /// The dates, all at the start's time of day.
    var dates: String
    /// Whether these are all; else they are the first ones.
    var isWhole = false
    var exceptOn: [String] = []
    var description: String { "\(start) \(rule)" }
  }

  private func newYork() throws -> Zone {
    SystemZones.exist ? try SystemZones.zone("America/New_York") : .utc
  }

  static let september = (2...30).map(String.init).joined(separator: " ")
  static let everyDay = (1...30).map(String.init).joined(separator: " ")
  static let fullMonth = (1...31).map(String.init).joined(separator: " ")

  @Test(arguments: [
    Example(rule: "FREQ=DAILY;COUNT=10", dates: "1997-09 2 3 4 5 6 7 8 9 10 11", isWhole: true),
    Example(
      rule: "FREQ=DAILY;UNTIL=19971224T000000Z",
      dates: "1997-09 \(september) 1997-10 \(fullMonth) 1997-11 \(everyDay) 1997-12 "
        + (1...23).map(String.init).joined(separator: " "), isWhole: true),
    Example(
      rule: "FREQ=DAILY;INTERVAL=2", dates: "1997-09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 1997-10 2 4"),
    Example(rule: "FREQ=DAILY;INTERVAL=10;COUNT=5", dates: "1997-09 2 12 22 1997-10 2 12", isWhole: true),
    Example(
      rule: "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
      start: "19980101T090000",
      dates: "1998-01 \(fullMonth) 1999-01 \(fullMonth) 2000-01 \(fullMonth)", isWhole: true),
    Example(
      rule: "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", start: "19980101T090000",
      dates: "1998-01 \(fullMonth) 1999-01 \(fullMonth) 2000-01 \(fullMonth)", isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;COUNT=10", dates: "1997-09 2 9 16 23 30 1997-10 7 14 21 28 1997-11 4", isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;UNTIL=19971224T000000Z",
      dates: "1997-09 2 9 16 23 30 1997-10 7 14 21 28 1997-11 4 11 18 25 1997-12 2 9 16 23", isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
      dates: "1997-09 2 16 30 1997-10 14 28 1997-11 11 25 1997-12 9 23 1998-01 6 20 1998-02 3"),
    Example(
      rule: "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
      dates: "1997-09 2 4 9 11 16 18 23 25 30 1997-10 2", isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", dates: "1997-09 2 4 9 11 16 18 23 25 30 1997-10 2",
      isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", start: "19970901T090000",
      dates:
        "1997-09 1 3 5 15 17 19 29 1997-10 1 3 13 15 17 27 29 31 1997-11 10 12 14 24 26 28 1997-12 8 10 12 22",
      isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
      dates: "1997-09 2 4 16 18 30 1997-10 2 14 16",
      isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", start: "19970905T090000",
      dates: """
        1997-09 5 1997-10 3 1997-11 7 1997-12 5 1998-01 2 1998-02 6 1998-03 6 1998-04 3 1998-05 1 1998-06 5
        """, isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", start: "19970905T090000",
      dates: "1997-09 5 1997-10 3 1997-11 7 1997-12 5", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", start: "19970907T090000",
      dates: "1997-09 7 28 1997-11 2 30 1998-01 4 25 1998-03 1 29 1998-05 3 31", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", start: "19970922T090000",
      dates: "1997-09 22 1997-10 20 1997-11 17 1997-12 22 1998-01 19 1998-02 16", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;BYMONTHDAY=-3", start: "19970928T090000",
      dates: "1997-09 28 1997-10 29 1997-11 28 1997-12 29 1998-01 29 1998-02 26"),
    Example(
      rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
      dates: "1997-09 2 15 1997-10 2 15 1997-11 2 15 1997-12 2 15 1998-01 2 15", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", start: "19970930T090000",
      dates: "1997-09 30 1997-10 1 31 1997-11 1 30 1997-12 1 31 1998-01 1 31 1998-02 1", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", start: "19970910T090000",
      dates: "1997-09 10 11 12 13 14 15 1999-03 10 11 12 13", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
      dates: "1997-09 2 9 16 23 30 1997-11 4 11 18 25 1998-01 6 13 20 27 1998-03 3 10 17 24 31"),
    Example(
      rule: "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", start: "19970610T090000",
      dates: """
        1997-06 10 1997-07 10 1998-06 10 1998-07 10 1999-06 10 1999-07 10 2000-06 10 2000-07 10 2001-06 10 \
        2001-07 10
        """, isWhole: true),
    Example(
      rule: "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", start: "19970310T090000",
      dates: """
        1997-03 10 1999-01 10 1999-02 10 1999-03 10 2001-01 10 2001-02 10 2001-03 10 2003-01 10 2003-02 10 \
        2003-03 10
        """, isWhole: true),
    Example(
      rule: "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", start: "19970101T090000",
      dates: """
        1997-01 1 1997-04 10 1997-07 19 2000-01 1 2000-04 9 2000-07 18 2003-01 1 2003-04 10 2003-07 19 2006-01 1
        """, isWhole: true),
    Example(
      rule: "FREQ=YEARLY;BYDAY=20MO", start: "19970519T090000", dates: "1997-05 19 1998-05 18 1999-05 17"),
    Example(
      rule: "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", start: "19970512T090000",
      dates: "1997-05 12 1998-05 11 1999-05 17"
    ),
    Example(
      rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", start: "19970313T090000",
      dates: "1997-03 13 20 27 1998-03 5 12 19 26 1999-03 4 11 18 25"),
    Example(
      rule: "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", start: "19970605T090000",
      dates: """
        1997-06 5 12 19 26 1997-07 3 10 17 24 31 1997-08 7 14 21 28 1998-06 4 11 18 25 1998-07 2 9 16 23 30 \
        1998-08 6 13 20 27 1999-06 3 10 17 24 1999-07 1 8 15 22 29 1999-08 5 12 19 26
        """),
    // The one example whose start the rule does not match: the RFC takes it out by hand.
    Example(
      rule: "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
      dates: "1998-02 13 1998-03 13 1998-11 13 1999-08 13 2000-10 13", exceptOn: ["19970902T090000"]),
    Example(
      rule: "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", start: "19970913T090000",
      dates: """
        1997-09 13 1997-10 11 1997-11 8 1997-12 13 1998-01 10 1998-02 7 1998-03 7 1998-04 11 1998-05 9 1998-06 13
        """),
    Example(
      rule: "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", start: "19961105T090000",
      dates: "1996-11 5 2000-11 7 2004-11 2"),
    Example(
      rule: "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", start: "19970904T090000",
      dates: "1997-09 4 1997-10 7 1997-11 6", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", start: "19970929T090000",
      dates: "1997-09 29 1997-10 30 1997-11 27 1997-12 30 1998-01 29 1998-02 26 1998-03 30"),
    Example(
      rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", start: "19970805T090000",
      dates: "1997-08 5 10 19 24", isWhole: true),
    Example(
      rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", start: "19970805T090000",
      dates: "1997-08 5 17 19 31", isWhole: true),
    Example(
      rule: "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", start: "20070115T090000",
      dates: "2007-01 15 30 2007-02 15 2007-03 15 30", isWhole: true),
  ])
  func datesAreTheOnesOfTheRFC(example: Example) throws {
    let start = try moment(example.start)
    let set = RecurrenceSet(
      start: start, zone: try newYork(), rule: try RecurrenceRule(text: example.rule),
      exceptOn: try example.exceptOn.map(moment))
    var expected: [WallTime] = []
    var month = ""
    for word in example.dates.split(separator: " ") {
      guard word.count < 3 else {
        month = String(word.filter { $0 != "-" })
        continue
      }
      let date = try moment(month + (word.count == 1 ? "0" : "") + word).date
      expected.append(WallTime(date: date, secondOfDay: start.secondOfDay))
    }
    #expect(try set.first(example.isWhole ? 10_000 : expected.count) == expected)
    if example.isWhole { #expect(set.last == expected.last) }
  }

  @Test(arguments: [
    // The RFC's own text ends the first one at 17:00 UTC, which in New York is 13:00; its list shows that 17:00 in
    // New York was meant in its errata.
    (
      "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", 10,
      ["0902T0900", "0902T1200", "0902T1500"]
    ),
    (
      "FREQ=MINUTELY;INTERVAL=15;COUNT=6", 10,
      ["0902T0900", "0902T0915", "0902T0930", "0902T0945", "0902T1000", "0902T1015"]
    ),
    ("FREQ=MINUTELY;INTERVAL=90;COUNT=4", 10, ["0902T0900", "0902T1030", "0902T1200", "0902T1330"]),
    (
      "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", 6,
      ["0902T0900", "0902T0920", "0902T0940", "0902T1000", "0902T1020", "0902T1040"]
    ),
    (
      "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", 6,
      ["0902T0900", "0902T0920", "0902T0940", "0902T1000", "0902T1020", "0902T1040"]
    ),
  ])
  func timesAreTheOnesOfTheRFC(rule: String, count: Int, times: [String]) throws {
    let set = try RecurrenceSet(rule, start: "19970902T090000", zone: try newYork())
    guard SystemZones.exist || !rule.hasSuffix("Z") else { return }
    #expect(try set.first(count) == times.map { try moment("1997" + $0 + "00") })
  }

  @Test func bothWaysToWriteWorkingHoursAreOne() throws {
    let days = try RecurrenceSet(
      "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", start: "19970902T090000")
    let minutes = try RecurrenceSet(
      "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", start: "19970902T090000")
    #expect(try days.first(500) == minutes.first(500))
    #expect(try days.first(500)[24] == (try moment("19970903T090000")))
  }
}
