import Civil
import Desk
import Testing

@testable import Exchange

// Calendars that go out.

extension ImportBench {
  mutating func plan(
    block title: String, _ start: String, _ zone: String, for seconds: Int,
    _ edit: (inout Block) -> Void = { _ in }
  ) throws {
    let wall = try #require(WallTime(text: start))
    let transaction = desk.addBlock(
      BlockDraft(title: title, start: ZonedTime(wall: wall, zone: zone), duration: seconds), context: context)
    guard case .block(var block)? = transaction.changes.first?.after else { return }
    edit(&block)
    try make(
      Transaction(at: now, action: "block.add", changes: [RecordChange(before: nil, after: .block(block))]))
  }

  var exported: [UInt8] {
    let export = CalendarExport(desk, now: now)
    return export.document(export.blocks(), name: "Coach Lin")
  }

  var exportedLines: [String] {
    String(decoding: exported, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(
      String.init)
  }
}

@Test func aBlockIsWrittenAsTheStandardSays() throws {
  var bench = try ImportBench()
  try bench.plan(block: "Call; Lin, or \\ not", "2026-12-03T16:00", "Europe/London", for: 2700) {
    $0.notes = "One\nTwo"
    $0.link = "https://example.com/a,b"
    $0.kind = .meeting
    $0.uid = "u"
  }
  let lines = bench.exportedLines
  #expect(
    Array(lines.drop { $0 != "BEGIN:VEVENT" }) == [
      "BEGIN:VEVENT", "UID:u", "DTSTAMP:20261123T090000Z", "DTSTART;TZID=Europe/London:20261203T160000",
      "DTEND;TZID=Europe/London:20261203T164500", "SUMMARY:Call\\; Lin\\, or \\\\ not",
      "URL:https://example.com/a,b", "DESCRIPTION:One\\nTwo", "END:VEVENT", "END:VCALENDAR",
    ])
  #expect(
    Array(lines.prefix { $0 != "BEGIN:VEVENT" }) == [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vahi//Vahi//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:Coach Lin", "BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:STANDARD",
      "DTSTART:20251230T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD",
      "BEGIN:DAYLIGHT", "DTSTART:20260329T010000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20261025T020000",
      "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "END:STANDARD", "END:VTIMEZONE",
    ])
}

@Test func linesAreFoldedAtSeventyFiveOctetsAndNeverInACharacter() throws {
  var bench = try ImportBench()
  let title = String(repeating: "प्रकाशन 🗓️ ", count: 20)
  for shift in 0..<8 {
    try bench.plan(
      block: String(repeating: "x", count: shift) + title + "\(shift)", "2026-12-03T16:00", "UTC", for: 60)
  }
  let lines = bench.exported.split(separator: 0x0A, omittingEmptySubsequences: false)
  #expect(lines.last?.isEmpty == true && lines.dropLast().allSatisfy { $0.last == 0x0D && $0.count <= 76 })
  #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
}

/// Every zone of tzdata's table as written is the zone as it is, over the years of use and after.
@Test func zonesAreWrittenAsTheyAre() throws {
  let database = try ImportBench().desk.zones
  let names = Set(database.places().map(\.zone)).sorted()
  #expect(names.count > 300)
  for name in names {
    let zone = try database.zone(named: name)
    var writer = CalendarWriter()
    ZoneWriter(zone, first: 2024, last: 2026).write(to: &writer)
    let file = try CalendarReader.read(
      Array("BEGIN:VCALENDAR\r\n".utf8) + writer.bytes + Array("END:VCALENDAR".utf8))
    let written = try #require(file.zones.first)
    // Zones without a rule are listed for ten years.
    let span = TimeSpan(
      start: try #require(Instant(text: "2024-01-03T00:00:00Z")),
      end: try #require(Instant(text: "2036-01-01T00:00:00Z")))
    #expect(CalendarZoneRules(written, over: span) == CalendarZoneRules(zone, over: span), "\(name)")
  }
}

@Test func whatGoesOutComesBackTheSame() throws {
  var generator = Generator(seed: 5_545)
  let zones = [
    "Europe/London", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Tehran",
  ]
  let rules = [
    nil, "FREQ=DAILY;COUNT=5", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;UNTIL=20270601;BYDAY=-1FR",
    "FREQ=WEEKLY;UNTIL=20270301T120000",
  ]
  for round in 0..<40 {
    var bench = try ImportBench()
    for number in 0..<6 {
      func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
      let start = WallTime(
        date: CivilDate(dayNumber: 20_700 + random(400)), hour: random(24), minute: random(4) * 15)
      let zone = zones[random(zones.count)]
      let isDay = random(5) == 0
      try bench.plan(
        block: "Block \(number), \(round);",
        isDay ? WallTime(date: start.date, secondOfDay: 0).text : start.text,
        isDay ? "UTC" : zone, for: isDay ? 86_400 * (1 + random(3)) : random(20) * 900
      ) {
        $0.allDay = isDay
        $0.kind = Block.Kind.allCases[random(6)]
        $0.notes = ["", "Line\nline", "ünïcode, 🗓️"][random(3)]
        $0.location = [nil, "Room; 1"][random(2)]
        $0.link = [nil, "https://example.com"][random(2)]
        $0.ical = [[], ["X-A;B=\"c\":d,e", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"]][random(2)]
        $0.uid = "uid-\(number)"
        guard !isDay, zone != "UTC" else { return }
        $0.repeat = rules[random(rules.count)]
        if $0.repeat != nil { $0.exceptOn = [start.adding(seconds: 7 * 86_400)] }
        if random(3) == 0 { $0.alsoOn = [start.adding(seconds: 3 * 86_400)] }
      }
    }
    if let series = bench.desk.allBlocks.first(where: \.isSeries) {
      try bench.plan(block: "Moved", "2026-12-03T16:00", "Asia/Kolkata", for: 3600) {
        $0.series = series.id
        $0.occurrence = series.start.wall.adding(seconds: 86_400)
        $0.uid = series.uid
      }
    }
    let bytes = bench.exported
    var other = try ImportBench()
    try other.bring(calendar: bytes, into: .own)
    #expect(told(other.desk) == told(bench.desk))
    // And once more: into the desk it came from, and out again.
    #expect(try other.bring(calendar: bytes, into: .own).transaction.isEmpty)
    #expect(other.exported.count == bytes.count)
  }
}

/// What blocks say, without their names on this desk.
private func told(_ desk: Desk) -> [String] {
  desk.allBlocks.map { block in
    var block = block
    let series = block.series.flatMap { desk.block($0)?.uid }
    block = {
      var copy = Block(
        id: "x", client: nil, kind: block.kind, title: block.title, start: block.start,
        duration: block.duration)
      copy.notes = block.notes
      copy.location = block.location
      copy.link = block.link
      copy.repeat = block.repeat
      copy.alsoOn = block.alsoOn
      copy.exceptOn = block.exceptOn
      copy.occurrence = block.occurrence
      copy.allDay = block.allDay
      copy.uid = block.uid
      copy.ical = block.ical
      return copy
    }()
    return "\(series ?? "") \(block)"
  }.sorted()
}

@Test func anOwnExportComesBackToTheBlocksItWasMadeOf() throws {
  var bench = try ImportBench()
  try bench.plan(block: "One", "2026-12-03T16:00", "Europe/London", for: 2700)
  let bytes = bench.exported
  let report = try bench.bring(calendar: bytes, into: .own).report
  #expect(report.events.added == 0 && bench.desk.allBlocks.count == 1)
  #expect(try bench.bring(calendar: bytes, into: .own).transaction.isEmpty)
}

@Test func anHourThatComesTwiceKeepsItsEnd() throws {
  var bench = try ImportBench()
  try bench.plan(block: "Night", "2026-10-25T00:30", "Europe/London", for: 2 * 3600) { $0.uid = "u" }
  #expect(bench.exportedLines.contains("DURATION:PT7200S"))
  var other = try ImportBench()
  try other.bring(calendar: bench.exported, into: .own)
  #expect(try other.block.duration == 7200)
}

@Test func theExportIsNarrowedToWhatTakesPlace() throws {
  var bench = try ImportBench()
  try bench.plan(block: "Before", "2026-12-01T16:00", "UTC", for: 3600)
  try bench.plan(block: "Within", "2026-12-03T16:00", "UTC", for: 3600)
  try bench.plan(block: "Series", "2026-11-26T16:00", "UTC", for: 3600) { $0.repeat = "FREQ=WEEKLY" }
  let span = TimeSpan(
    start: try #require(Instant(text: "2026-12-03T16:30:00Z")),
    end: try #require(Instant(text: "2026-12-05T00:00:00Z")))
  let titles = CalendarExport(bench.desk, now: bench.now).blocks(in: span).map(\.title)
  #expect(titles == ["Series", "Within"])
}
