import Civil
import Desk
import Exchange
import Testing

// Series, what differs from them, and importing again.

private let weekly = """
  DTSTART;TZID=Europe/London:20261001T160000
  DTEND;TZID=Europe/London:20261001T163000
  RRULE:FREQ=WEEKLY;COUNT=6
  SUMMARY:Weekly
  """

private func moved(_ from: String, to: String, _ more: String = "") -> String {
  ImportBench.event(
    "RECURRENCE-ID;TZID=Europe/London:\(from)\nDTSTART;TZID=Europe/London:\(to)\nDURATION:PT1H\nSUMMARY:Moved\(more)"
  )
}

@Test(arguments: [true, false])
func anOccurrenceThatWasMovedKnowsItsSeries(seriesComesFirst: Bool) throws {
  var bench = try ImportBench()
  let events = [ImportBench.event(weekly), moved("20261008T160000", to: "20261009T100000")]
  let report = try bench.bring(
    events: (seriesComesFirst ? events : events.reversed()).joined(separator: "\n")
  ).report
  let series = try bench.block("Weekly")
  let single = try bench.block("Moved")
  #expect(series.repeat == "FREQ=WEEKLY;COUNT=6" && series.exceptOn == [])
  #expect(single.series == series.id && single.occurrence?.text == "2026-10-08T16:00" && single.uid == "one")
  #expect(report.told == [] && report.series == 1 && report.moved == 1 && report.events.added == 2)
  #expect(
    try bench.occurrences(from: "2026-10-01T00:00:00Z", to: "2026-10-31T00:00:00Z") == [
      "2026-10-01T15:00:00Z 1800 Weekly", "2026-10-09T09:00:00Z 3600 Moved",
      "2026-10-15T15:00:00Z 1800 Weekly",
      "2026-10-22T15:00:00Z 1800 Weekly", "2026-10-29T16:00:00Z 1800 Weekly",
    ])
}

@Test func anOccurrenceCanBeCalledOff() throws {
  var bench = try ImportBench()
  let off = moved("20261015T160000", to: "20261015T160000", "\nSTATUS:CANCELLED")
  try bench.bring(events: ImportBench.event(weekly) + "\n" + off)
  #expect(try bench.block.exceptOn.map(\.text) == ["2026-10-15T16:00"])

  // Told later and alone.
  let other = moved("20261022T160000", to: "20261022T160000", "\nSTATUS:CANCELLED")
  try bench.bring(events: other)
  #expect(try bench.block.exceptOn.map(\.text) == ["2026-10-15T16:00", "2026-10-22T16:00"])
  #expect(try bench.bring(events: other).transaction.isEmpty)
}

@Test func whatIsCalledOffGoes() throws {
  var bench = try ImportBench()
  let events = ImportBench.event(weekly) + "\n" + moved("20261008T160000", to: "20261009T100000")
  try bench.bring(events: events)
  let report = try bench.bring(events: ImportBench.event(weekly + "\nSTATUS:CANCELLED\nSEQUENCE:1")).report
  #expect(report.removed == 2 && bench.desk.allBlocks.isEmpty && report.told == ["cancelled: 3"])
}

@Test func theSameCalendarAgainChangesNothing() throws {
  var bench = try ImportBench()
  let events =
    ImportBench.event(weekly) + "\n" + moved("20261008T160000", to: "20261009T100000") + "\n"
    + ImportBench.event("SUMMARY:No name\nDTSTART:20261203T160000Z", uid: "").replacing("UID:\n", with: "")
  try bench.bring(events: events)
  bench.now = bench.now.adding(86_400)
  let again = try bench.bring(events: events)
  #expect(again.transaction.isEmpty && again.report.events.unchanged == 3 && !again.report.isNewClient)
  #expect(again.report.told == ["noUID: 17"])
}

@Test func aLaterFileUpdatesWhatChangedInItAndKeepsWhatChangedHere() throws {
  var bench = try ImportBench()
  try bench.bring(event: "SUMMARY:One\nDTSTART:20261203T160000Z\nLOCATION:Here")
  let id = try bench.block.id
  try bench.make(
    try bench.desk.editBlock(id, context: bench.context) {
      $0.title = "Mine"
      $0.kind = .work
    })
  let same = try bench.bring(event: "SUMMARY:One\nDTSTART:20261203T160000Z\nLOCATION:Here")
  #expect(same.transaction.isEmpty && same.report.told == ["localEditsKept: 3"])
  let later = try bench.bring(event: "SUMMARY:One\nDTSTART:20261204T160000Z\nLOCATION:There\nSEQUENCE:1")
  #expect(later.report.events.updated == 1)
  let block = try bench.block
  #expect(block.title == "Mine" && block.kind == .work && block.location == "There")
  #expect(block.start.wall.text == "2026-12-04T16:00")
}

@Test func ofSeveralVersionsTheLastCounts() throws {
  var bench = try ImportBench()
  let versions = [("SEQUENCE:1", "Old"), ("SEQUENCE:3", "New"), ("SEQUENCE:2", "Middle")].map {
    ImportBench.event("SUMMARY:\($1)\nDTSTART:20261203T160000Z\n\($0)")
  }
  let report = try bench.bring(events: versions.joined(separator: "\n")).report
  #expect(try bench.block.title == "New" && report.told == ["olderVersions: 3 15"])
}

@Test func aSingleOccurrenceWithoutItsSeriesStandsForItself() throws {
  var bench = try ImportBench()
  let single = moved("20261008T160000", to: "20261009T100000")
  let report = try bench.bring(events: single).report
  #expect(report.told == ["occurrenceWithoutSeries: 3"])
  #expect(try bench.block.series == nil && bench.block.occurrence?.text == "2026-10-08T16:00")
  #expect(try bench.bring(events: single).transaction.isEmpty)

  // The series comes later.
  try bench.bring(events: ImportBench.event(weekly) + "\n" + single)
  #expect(bench.desk.allBlocks.count == 2)
  #expect(try bench.block("Moved").series == bench.block("Weekly").id)
}

@Test func anOccurrenceThatIsInTheFileNoMoreComesBackToItsSeries() throws {
  var bench = try ImportBench()
  try bench.bring(
    events: ImportBench.event(weekly) + "\n" + moved("20261008T160000", to: "20261009T100000"))
  let report = try bench.bring(events: ImportBench.event(weekly + "\nSEQUENCE:1")).report
  #expect(report.removed == 1 && bench.desk.allBlocks.count == 1)
}

@Test func exceptionsAndAdditionsAreTakenInEveryForm() throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    event: weekly + """

      EXDATE;TZID=Europe/London:20261008T160000,20261015T160000
      EXDATE:20261029T160000Z
      EXDATE;VALUE=DATE:20261022
      EXDATE:nothing
      RDATE;TZID=Europe/Berlin:20261003T120000
      RDATE;VALUE=PERIOD:20261004T100000Z/PT2H,20261005T100000Z/20261005T103000Z
      """
  ).report
  let series = bench.desk.allBlocks.first { $0.isSeries }?.exceptOn.map(\.text)
  #expect(series == ["2026-10-08T16:00", "2026-10-15T16:00", "2026-10-22T16:00", "2026-10-29T16:00"])
  #expect(
    try bench.occurrences(from: "2026-10-01T00:00:00Z", to: "2026-11-30T00:00:00Z") == [
      "2026-10-01T15:00:00Z 1800 Weekly", "2026-10-03T10:00:00Z 1800 Weekly",
      "2026-10-04T10:00:00Z 7200 Weekly",
      "2026-10-05T10:00:00Z 1800 Weekly", "2026-11-05T16:00:00Z 1800 Weekly",
    ])
  #expect(report.told == ["badDate nothing: 12"])
}

@Test func daysOfASeriesAreExceptedByDay() throws {
  var bench = try ImportBench()
  try bench.bring(
    event:
      "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;UNTIL=20261204T120000Z\nSUMMARY:Days\nEXDATE:20261202T000000"
  )
  let block = try bench.block
  #expect(
    block.allDay && block.exceptOn.map(\.text) == ["2026-12-02T00:00"]
      && block.repeat == "FREQ=DAILY;UNTIL=20261204")
}

@Test(
  arguments: [
    ("FREQ=WEEKLY;UNTIL=20261105T155959Z", "FREQ=WEEKLY;UNTIL=20261105T155959"),
    ("FREQ=WEEKLY;UNTIL=20261105T235959Z;", "FREQ=WEEKLY;UNTIL=20261105"),
    ("FREQ=WEEKLY;UNTIL=20261105T120000", "FREQ=WEEKLY;UNTIL=20261105T120000"),
    ("freq=weekly;wkst=su;byday=th", "FREQ=WEEKLY;BYDAY=TH;WKST=SU"),
  ])
func aRuleIsTaken(text: String, rule: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: weekly.replacing("FREQ=WEEKLY;COUNT=6", with: text)).report
  #expect(try bench.block.repeat == rule && report.told == [])
}

@Test func aRuleThatCannotBeFollowedGoesOutAgainAsItCame() throws {
  var bench = try ImportBench()
  for rule in ["RSCALE=CHINESE;FREQ=YEARLY", "FREQ=SOMETIMES", "W1 MO #0"] {
    let report = try bench.bring(event: weekly.replacing("FREQ=WEEKLY;COUNT=6", with: rule)).report
    #expect(try bench.block.repeat == nil && bench.block.ical == ["RRULE:\(rule)"])
    #expect(report.remarks.count(.badRule) == 1)
  }
}

@Test func aSecondRuleAndARuleOfExceptionsWithoutEndAreSaid() throws {
  var bench = try ImportBench()
  let endless = weekly.replacing(";COUNT=6", with: "")
  let report = try bench.bring(
    event: endless
      + "\nRRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY\nEXRULE:FREQ=YEARLY\nEXRULE:FREQ=HOURLY;COUNT=2000"
  ).report
  #expect(
    try bench.block.ical == ["RRULE:FREQ=DAILY", "EXRULE:FREQ=YEARLY", "EXRULE:FREQ=HOURLY;COUNT=2000"])
  #expect(
    report.told == [
      "secondRule FREQ=DAILY: 10", "exceptionRule FREQ=YEARLY: 11",
      "exceptionRule FREQ=HOURLY;COUNT=2000: 12",
    ])
}

/// As RFC 2445 has it: the union of the rules, without what the rules of exceptions give.
@Test func aSecondRuleAndARuleOfExceptionsThatEndAreFollowed() throws {
  var bench = try ImportBench()
  let lines = "\nRRULE:FREQ=DAILY;BYDAY=SA;UNTIL=20261010T235959Z\nEXRULE:FREQ=MONTHLY;BYMONTHDAY=8,29"
  let report = try bench.bring(event: weekly + lines).report
  #expect(
    report.told == []
      && bench.exportedLines.contains("RDATE;TZID=Europe/London:20261003T160000,20261010T160000"))
  #expect(
    try bench.occurrences(from: "2026-10-01T00:00:00Z", to: "2026-12-01T00:00:00Z").map { $0.prefix(10) } == [
      "2026-10-01", "2026-10-03", "2026-10-10", "2026-10-15", "2026-10-22", "2026-11-05",
    ])
  #expect(try bench.bring(event: weekly + lines).transaction.isEmpty)
}

@Test(arguments: [
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=4;BYMONTHDAY=31",
  "FREQ=WEEKLY;UNTIL=20250101T000000Z",
  "FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=3",
])
func aRuleWithoutAnyDayIsSaidAndTheEventTakesPlaceOnce(rule: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: weekly.replacing("FREQ=WEEKLY;COUNT=6", with: rule)).report
  #expect(report.remarks.all.map(\.reason) == [.emptyRule] && report.remarks.all.first?.lines == [7])
  #expect(try bench.occurrences(from: "2026-01-01T00:00:00Z", to: "2028-01-01T00:00:00Z").count == 1)
}

@Test(arguments: ["FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3;BYSECOND=1,2"])
func aRuleOfEverySecondIsSaid(rule: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: weekly.replacing("FREQ=WEEKLY;COUNT=6", with: rule)).report
  #expect(report.told == (rule == "FREQ=SECONDLY" ? ["denseRule FREQ=SECONDLY: 7"] : []))
  #expect(try bench.occurrences(from: "2026-10-02T00:00:00Z", to: "2026-10-03T00:00:00Z").count > 20)
}

@Test func ofWholeDaysARuleHasNoHours() throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    event:
      "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,17;BYMINUTE=30;BYSECOND=1\nSUMMARY:Days"
  ).report
  #expect(try bench.block.repeat == "FREQ=DAILY;COUNT=3" && report.told == [])
  #expect(
    try bench.occurrences(from: "2026-11-01T00:00:00Z", to: "2027-01-01T00:00:00Z").map { $0.prefix(10) } == [
      "2026-12-01", "2026-12-02", "2026-12-03",
    ])
}

@Test func aChangeToAllThatFollowSplitsTheSeries() throws {
  var bench = try ImportBench()
  let change = moved("20261015T160000", to: "20261016T090000").replacing(
    "RECURRENCE-ID", with: "RECURRENCE-ID;RANGE=THISANDFUTURE")
  let events = ImportBench.event(weekly) + "\n" + change
  try bench.bring(events: events)
  #expect(
    try bench.occurrences(from: "2026-10-01T00:00:00Z", to: "2026-12-31T00:00:00Z") == [
      "2026-10-01T15:00:00Z 1800 Weekly", "2026-10-08T15:00:00Z 1800 Weekly",
      "2026-10-16T08:00:00Z 3600 Moved",
      "2026-10-23T08:00:00Z 3600 Moved", "2026-10-30T09:00:00Z 3600 Moved", "2026-11-06T09:00:00Z 3600 Moved",
    ])
  #expect(try bench.block("Moved").uid == "one_R20261015T160000")
  #expect(try bench.bring(events: events).transaction.isEmpty)
}

/// The rule names the day, and moves along with it; one whose days have no meaning elsewhere is told.
@Test(
  arguments: [
    ("FREQ=MONTHLY;BYMONTHDAY=15", "20261116T160000", "FREQ=MONTHLY;BYMONTHDAY=16"),
    ("FREQ=MONTHLY;BYDAY=3TH", "20261118T090000", "FREQ=MONTHLY;BYDAY=3WE"),
    ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=3", "20261120T160000", nil),
  ] as [(String, String, String?)])
func aChangeToAllThatFollowMovesARuleThatNamesDays(rule: String, to: String, moved rule2: String?) throws {
  var bench = try ImportBench()
  let series = weekly.replacing("20261001", with: "20261015").replacing("FREQ=WEEKLY;COUNT=6", with: rule)
  let from = rule.contains("BYMONTHDAY") ? "20261115T160000" : "20261119T160000"
  let change = moved(from, to: to).replacing("RECURRENCE-ID", with: "RECURRENCE-ID;RANGE=THISANDFUTURE")
  let report = try bench.bring(events: ImportBench.event(series) + "\n" + change).report
  #expect(try bench.block("Moved").repeat == rule2)
  #expect(report.told == (rule2 == nil ? ["followingNotTaken: 10"] : []))
}

@Test func anotherClientsEventStaysThere() throws {
  var bench = try ImportBench()
  try bench.bring(event: "SUMMARY:One\nDTSTART:20261203T160000Z")
  try bench.make(
    bench.desk.addClient(ClientDraft(name: "Harbor", zone: "UTC"), columns: [], context: bench.context))
  let other = try #require(bench.desk.client(slug: "harbor"))
  let again = try bench.bring(
    calendar: ImportBench.calendar(ImportBench.event("SUMMARY:Two\nDTSTART:20261203T160000Z")),
    into: .client(other.id))
  #expect(again.report.told == ["otherClient Coach Lin: 3"])
  let block = try bench.block
  #expect(block.title == "Two" && bench.desk.client(block.client ?? "")?.name == "Coach Lin")
}

@Test func onesOwnCalendarBelongsToNoClient() throws {
  var bench = try ImportBench()
  let own = ImportBench.calendar(ImportBench.event("SUMMARY:One\nDTSTART;VALUE=DATE:20261203"))
  #expect(try bench.bring(calendar: own, into: .own).client == nil)
  #expect(try bench.block.client == nil && bench.block.start.zone == "UTC" && bench.desk.clients.isEmpty)
}

@Test func aSeriesThatWasSplitHereIsTwoForEverybodyElse() throws {
  var bench = try ImportBench()
  let original =
    ImportBench.event(weekly) + "\n" + moved("20261022T160000", to: "20261023T100000")
  try bench.bring(events: original)
  try bench.edit("Weekly", at: "2026-10-15T16:00", .following) {
    $0.start.wall = $0.start.wall.adding(seconds: 3600)
  }
  let starts = try bench.occurrences(from: "2026-10-01T00:00:00Z", to: "2026-12-31T00:00:00Z")
  #expect(starts.count == 6 && starts[3] == "2026-10-23T09:00:00Z 3600 Moved")
  let later = try #require(bench.desk.allBlocks.first { $0.isSeries && $0.uid == nil })
  let uids = ["UID:one", "UID:\(later.id.raw)@vahi", "UID:\(later.id.raw)@vahi"]
  #expect(bench.exportedLines.filter { $0.hasPrefix("UID:") }.sorted() == uids.sorted())
  #expect(bench.exportedLines.contains("RECURRENCE-ID;TZID=Europe/London:20261022T170000"))
  bench.now = bench.now.adding(86_400)
  #expect(bench.exportedLines.filter { $0.hasPrefix("UID:") }.sorted() == uids.sorted())

  // Neither the file that it came from nor the one that it went into brings anything twice.
  let again = try bench.bring(events: original)
  #expect(again.transaction.isEmpty && again.report.told == ["localEditsKept: 3 10"])
  for _ in 0..<2 {
    #expect(try bench.bring(calendar: bench.exported).report.events.added == 0)
    #expect(try bench.occurrences(from: "2026-10-01T00:00:00Z", to: "2026-12-31T00:00:00Z") == starts)
  }
}

@Test func anOccurrenceThatWasMovedHereGoesOutUnderItsSeries() throws {
  var bench = try ImportBench()
  try bench.plan(block: "Weekly", "2026-10-01T16:00", "Europe/London", for: 1800) {
    $0.repeat = "FREQ=WEEKLY;COUNT=6"
  }
  let series = try bench.block
  try bench.edit("Weekly", at: "2026-10-08T16:00", .this) {
    $0.title = "Moved"
    $0.start = ZonedTime(wall: $0.start.wall.adding(seconds: 3600), zone: "Asia/Kolkata")
  }
  let lines = bench.exportedLines
  #expect(lines.filter { $0.hasPrefix("UID:") } == Array(repeating: "UID:\(series.id.raw)@vahi", count: 2))
  #expect(lines.contains("RECURRENCE-ID;TZID=Europe/London:20261008T160000"))
  #expect(lines.contains("DTSTART;TZID=Asia/Kolkata:20261008T170000"))
  for _ in 0..<2 {
    #expect(try bench.bring(calendar: bench.exported, into: .own).report.events.added == 0)
    #expect(bench.desk.allBlocks.count == 2)
  }
}

@Test func anOccurrenceThatWasDeletedHereStaysAway() throws {
  var bench = try ImportBench()
  let events = ImportBench.event(weekly) + "\n" + moved("20261008T160000", to: "20261009T100000")
  try bench.bring(events: events)
  let single = OccurrenceID(block: try bench.block("Weekly").id, start: WallTime(text: "2026-10-08T16:00"))
  try bench.make(try bench.desk.removeOccurrence(single, scope: .this, context: bench.context))
  #expect(try bench.bring(events: events).transaction.isEmpty && bench.desk.allBlocks.count == 1)
}
