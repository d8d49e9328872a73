import Civil
import Desk
import Exchange
import Testing

// When an event is, in all the ways a file may say it.

@Test(
  arguments: [
    ("DTSTART:20261203T160000Z\nDTEND:20261203T173000Z", "2026-12-03T16:00", "UTC", 5400, []),
    ("DTSTART:20261203T160000Z", "2026-12-03T16:00", "UTC", 0, []),
    (
      "DTSTART;TZID=Asia/Kolkata:20261203T160000\nDURATION:PT45M", "2026-12-03T16:00", "Asia/Kolkata", 2700,
      []
    ),
    // The end in another zone.
    (
      "DTSTART;TZID=Europe/Berlin:20140409T093000\nDTEND;TZID=America/New_York:20140409T103000",
      "2014-04-09T09:30",
      "Europe/Berlin", 7 * 3600, []
    ),
    // The clocks change between start and end.
    (
      "DTSTART;TZID=Europe/London:20261025T003000\nDTEND;TZID=Europe/London:20261025T023000",
      "2026-10-25T00:30",
      "Europe/London", 3 * 3600, []
    ),
    // A day of the calendar, of 25 hours.
    (
      "DTSTART;TZID=Europe/London:20261024T120000\nDURATION:P1D", "2026-10-24T12:00", "Europe/London",
      25 * 3600, []
    ),
    (
      "DTSTART:20261203T160000\nDTEND:20261203T170000", "2026-12-03T16:00", "Europe/London", 3600,
      ["floating Europe/London: 6"]
    ),
    // A zone is not for a time in UTC (RFC 5545, 3.2.19).
    (
      "DTSTART;TZID=Europe/Berlin:20150602T120000Z\nDTEND:20150602T160000", "2015-06-02T12:00", "UTC",
      4 * 3600, []
    ),
    ("DTSTART:20261203T160000Z\nDTEND:20261203T150000Z", "2026-12-03T16:00", "UTC", 0, ["endBeforeStart: 7"]),
    ("DTSTART:20261203T160000Z\nDURATION:-PT1H", "2026-12-03T16:00", "UTC", 0, ["endBeforeStart: 7"]),
    ("DTSTART:20261203T160000Z\nDTEND:tomorrow", "2026-12-03T16:00", "UTC", 0, ["badEnd tomorrow: 7"]),
    ("DTSTART:20261203T160000Z\nDURATION:1H", "2026-12-03T16:00", "UTC", 0, ["badLength 1H: 7"]),
    ("DTSTART:20161231T235960Z", "2016-12-31T23:59:59", "UTC", 0, []),
    ("DTSTART:20261203T240000Z", "2026-12-04T00:00", "UTC", 0, []),
    ("DTSTART:00010101T000000Z\nDURATION:P400D", "0001-01-01T00:00", "UTC", 400 * 86_400, []),
    ("DTSTART:99991231T230000Z\nDURATION:PT2H", "9999-12-31T23:00", "UTC", 7200, []),
    ("DTSTART:20261203T160000Z\nDURATION:P99999999999999999999W", "2026-12-03T16:00", "UTC", -1, []),
  ] as [(String, String, String, Int, [String])])
func aTimeIsRead(lines: String, wall: String, zone: String, seconds: Int, told: [String]) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: "SUMMARY:One\n" + lines).report
  let block = try bench.block
  #expect(block.start.wall.text == wall && block.start.zone == zone && !block.allDay)
  if seconds >= 0 { #expect(block.duration == seconds) }
  #expect(report.told == told)
}

@Test(
  arguments: [
    ("DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261205", "2026-12-03", 2, []),
    ("DTSTART;VALUE=DATE:20261203", "2026-12-03", 1, []),
    ("DTSTART:20261203", "2026-12-03", 1, []),
    ("DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261203", "2026-12-03", 1, []),
    ("DTSTART;VALUE=DATE:20261203\nDURATION:P1W", "2026-12-03", 7, []),
    ("DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261201", "2026-12-03", 1, ["endBeforeStart: 7"]),
    ("DTSTART;VALUE=DATE;TZID=Asia/Tokyo:20261203T000000", "2026-12-03", 1, []),
  ] as [(String, String, Int, [String])])
func aDayIsRead(lines: String, day: String, days: Int, told: [String]) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: "SUMMARY:One\n" + lines).report
  let block = try bench.block
  #expect(block.allDay && block.start.wall.text == day + "T00:00" && block.start.zone == "Europe/London")
  #expect(block.duration == days * 86_400 && report.told == told)
}

@Test(arguments: [
  "2026", "20261303T160000Z", "20261203T250000Z", "20261203T16Z", "20261203T160000+0100", "-20261203",
])
func anImpossibleStartLeavesTheEventOut(text: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    events: ImportBench.event("DTSTART:\(text)") + "\n"
      + ImportBench.event("SUMMARY:Two\nDTSTART:20261203T160000Z", uid: "two")
  ).report
  #expect(report.told == ["noStart: 3", "badStart \(text): 5"])
  #expect(try bench.block.title == "Two")
}

@Test func namesAndPlacesComeIn() throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    event:
      "DTSTART:20261203T160000Z\nSUMMARY:\nLOCATION:Here\nURL:https://example.com/a,b;c\nX-VAHI-KIND:buffer"
  ).report
  let block = try bench.block
  #expect(block.title == "Untitled" && block.location == "Here" && block.link == "https://example.com/a,b;c")
  #expect(block.kind == .buffer && block.uid == "one" && report.told == ["noTitle: 3"])
}
