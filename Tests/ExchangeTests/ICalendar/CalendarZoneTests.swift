import Civil
import Desk
import Testing

@testable import Exchange

// Which zone is meant.

private let rulesOfBerlin = """
  BEGIN:STANDARD
  DTSTART:16010101T030000
  TZOFFSETFROM:+0200
  TZOFFSETTO:+0100
  RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
  END:STANDARD
  BEGIN:DAYLIGHT
  DTSTART:16010101T020000
  TZOFFSETFROM:+0100
  TZOFFSETTO:+0200
  RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
  END:DAYLIGHT
  """

private func zone(_ name: String, _ rules: String) -> String {
  "BEGIN:VTIMEZONE\nTZID:\(name)\n\(rules)\nEND:VTIMEZONE\n"
}

@Test(
  arguments: [
    ("America/New_York", "America/New_York"), ("europe/lisbon", "Europe/Lisbon"),
    ("/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago"),
    ("/Europe/Stockholm", "Europe/Stockholm"), ("US/Pacific", "US/Pacific"),
    ("GMT Standard Time", "Europe/London"), ("w. europe standard time", "Europe/Berlin"),
    ("Arabian Standard Time", "Asia/Dubai"), ("New Zealand Standard Time", "Pacific/Auckland"),
    ("India Standard Time", "Asia/Kolkata"), ("\"Canberra, Melbourne, Sydney\"", "Australia/Sydney"),
    ("\"(UTC-05:00) Eastern Time (US & Canada)\"", "America/New_York"),
    ("\"(UTC-03:00) Brasília\"", "America/Sao_Paulo"), ("Eastern", "America/New_York"),
    ("UTC+01", "Etc/GMT-1"), ("UTC-11", "Etc/GMT+11"), ("UTC+05:30", "Asia/Kolkata"), ("UTC", "UTC"),
    ("Europe_Berlin", "Europe/Berlin"), ("America_New_York", "America/New_York"),
  ])
func aZoneIsFoundByItsName(name: String, expected: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: "SUMMARY:One\nDTSTART;TZID=\(name):20261203T160000").report
  #expect(try bench.block.start.zone == expected)
  #expect(report.told == [])
}

@Test func everyWindowsZoneIsOneOfTzdata() throws {
  for name in WindowsZones.zones {
    #expect(throws: Never.self) { try ImportBench().desk.zones.zone(named: name) }
  }
  #expect(WindowsZones.zones.count > 130)
}

@Test(arguments: ["FOO", " 1", "", "tzone://Microsoft/Custom", "Customized Time Zone", "../../etc/passwd"])
func anUnknownZoneIsTheClientsAndIsSaid(name: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: "SUMMARY:One\nDTSTART;TZID=\(name):20261203T160000").report
  let block = try bench.block
  #expect(block.start.zone == "Europe/London" && block.start.wall.text == "2026-12-03T16:00")
  #expect(report.remarks.count(.unknownZone) == 1)
}

@Test func theCalendarsOwnZoneComesBeforeTheClients() throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    events: "X-WR-TIMEZONE:Asia/Tokyo\n" + ImportBench.event("SUMMARY:One\nDTSTART:20261203T160000") + "\n"
      + ImportBench.event("SUMMARY:Two\nDTSTART;TZID=FOO:20261203T160000", uid: "two")
  ).report
  #expect(try bench.block("One").start.zone == "Asia/Tokyo" && bench.block("Two").start.zone == "Asia/Tokyo")
  #expect(report.told == ["floating Asia/Tokyo: 7", "unknownZone FOO = Asia/Tokyo: 12"])
}

@Test func aZoneOfItsOwnIsKnownByItsRules() throws {
  for place in [true, false] {
    var bench = try ImportBench()
    let zone = zone("tzone://Microsoft/Custom", rulesOfBerlin)
    let event = ImportBench.event(
      "SUMMARY:One\nDTSTART;TZID=\"tzone://Microsoft/Custom\":20260710T160000\nRRULE:FREQ=WEEKLY")
    // Before or behind the events.
    let report = try bench.bring(events: place ? zone + event : event + "\n" + zone).report
    #expect(try bench.block.start.zone == "Europe/Berlin")
    #expect(report.remarks.count(.zoneByRules) == 1)
  }
}

@Test func aZoneOfItsOwnIsRatherTheClients() throws {
  var bench = try ImportBench()
  let fixed = "BEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD"
  try bench.bring(
    events: zone("Winter", fixed) + ImportBench.event("SUMMARY:One\nDTSTART;TZID=Winter:20261203T160000"))
  #expect(try bench.block.start.zone == "Europe/London")
}

@Test func aZoneLikeNoOtherKeepsItsInstants() throws {
  var bench = try ImportBench()
  let odd = "BEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0123\nTZOFFSETTO:+0123\nEND:STANDARD"
  let report = try bench.bring(
    events: zone("Odd", odd)
      + ImportBench.event("SUMMARY:One\nDTSTART;TZID=Odd:20261203T160000\nDTEND;TZID=Odd:20261203T170000")
  ).report
  let block = try bench.block
  #expect(block.start.zone == "UTC" && block.start.wall.text == "2026-12-03T14:37" && block.duration == 3600)
  #expect(report.told == ["fixedInUTC Odd: 14 15"])
}

@Test func summerOfAZoneLikeNoOtherIsCounted() throws {
  var bench = try ImportBench()
  let odd = rulesOfBerlin.replacing("+0100", with: "+0123").replacing("+0200", with: "+0223")
  try bench.bring(
    events: zone("Odd", odd)
      + ImportBench.event("SUMMARY:Winter\nDTSTART;TZID=Odd:20261203T160000") + "\n"
      + ImportBench.event("SUMMARY:Summer\nDTSTART;TZID=Odd:20260703T160000", uid: "two") + "\n"
      + ImportBench.event("SUMMARY:Gap\nDTSTART;TZID=Odd:20260329T023000", uid: "three") + "\n"
      + ImportBench.event("SUMMARY:Fold\nDTSTART;TZID=Odd:20261025T023000", uid: "four"))
  #expect(try bench.block("Winter").start.wall.text == "2026-12-03T14:37")
  #expect(try bench.block("Summer").start.wall.text == "2026-07-03T13:37")
  #expect(try bench.block("Gap").start.wall.text == "2026-03-29T01:07")
  #expect(try bench.block("Fold").start.wall.text == "2026-10-25T00:07")
}

@Test func theNameThatIsWrittenBesideIsTaken() throws {
  var bench = try ImportBench()
  try bench.bring(
    events: "BEGIN:VTIMEZONE\nTZID:Mine\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE\n"
      + ImportBench.event("SUMMARY:One\nDTSTART;TZID=Mine:20261203T160000"))
  #expect(try bench.block.start.zone == "Asia/Tokyo")
}
