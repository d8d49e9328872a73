import Civil
import Desk
import Exchange
import Testing

// How components nest, and what is wrong with them.

private let one = "DTSTART:20261203T160000Z\nSUMMARY:One"

@Test func whatADeskHasNoPlaceForIsSaidByLine() throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    events: """
      BEGIN:VTODO
      SUMMARY:Task
      BEGIN:VALARM
      TRIGGER:PT0S
      END:VALARM
      END:VTODO
      BEGIN:VJOURNAL
      END:VJOURNAL
      BEGIN:VFREEBUSY
      END:VFREEBUSY
      BEGIN:X-ROOM
      BEGIN:X-DOOR
      END:X-DOOR
      END:X-ROOM
      \(ImportBench.event(one))
      """
  ).report
  #expect(report.told == ["tasks: 3", "journals: 9", "freeBusy: 11", "otherComponents X-ROOM: 13"])
  #expect(report.events.added == 1)
}

@Test func whatIsUnknownIsKeptAsItCame() throws {
  var bench = try ImportBench()
  try bench.bring(
    event: """
      DTSTAMP:20261101T000000Z
      \(one)
      ORGANIZER;CN="Lin, Coach":mailto:lin@example.com
      X-COLOUR;X-P=1:blue
      BEGIN:VALARM
      TRIGGER;RELATED=START:-PT15M
      ACTION:DISPLAY
      END:VALARM
      STATUS:TENTATIVE
      CATEGORIES:A,B
      """)
  #expect(
    try bench.block.ical == [
      "ORGANIZER;CN=\"Lin, Coach\":mailto:lin@example.com", "X-COLOUR;X-P=1:blue", "BEGIN:VALARM",
      "TRIGGER;RELATED=START:-PT15M", "ACTION:DISPLAY", "END:VALARM", "STATUS:TENTATIVE", "CATEGORIES:A,B",
    ])
}

@Test func aMissingEndClosesWhatIsOpen() throws {
  var bench = try ImportBench()
  let report = try bench.bring(
    calendar: Array(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:a
      \(one)
      BEGIN:VALARM
      TRIGGER:PT0S
      BEGIN:VEVENT
      UID:b
      DTSTART:20261204T160000Z
      SUMMARY:Two
      END:VTODO
      END:VCALENDAR
      """.utf8)
  ).report
  #expect(report.told == ["missingEnd: 8 13", "strayEnd VTODO: 12"])
  #expect(try bench.block("One").ical == ["BEGIN:VALARM", "TRIGGER:PT0S", "END:VALARM"])
  #expect(bench.desk.allBlocks.count == 2)
}

@Test func aTruncatedFileLosesItsLastEventAlone() throws {
  let whole = ImportBench.calendar(
    ImportBench.event(one) + "\n" + ImportBench.event("\(one) again", uid: "two"))
  let place = try #require(whole.indices.first { whole[$0...].starts(with: Array("UID:two".utf8)) })
  for length in place..<(whole.count - 30) {
    var bench = try ImportBench()
    let report = try bench.bring(calendar: Array(whole[..<length])).report
    #expect(try bench.block.title == "One")
    #expect(report.remarks.count(.truncated) == 1)
  }
}

@Test func aFileThatEndsBetweenTwoEventsIsToldToBeCut() throws {
  let whole = ImportBench.calendar(ImportBench.event(one))
  let end = try #require(whole.indices.first { whole[$0...].starts(with: Array("END:VCALENDAR".utf8)) })
  var bench = try ImportBench()
  let report = try bench.bring(calendar: Array(whole[..<end])).report
  #expect(report.told == ["unfinished: 1"] && report.events.added == 1)
  // A piece of a calendar that has no BEGIN either is as it was meant.
  var other = try ImportBench()
  #expect(try other.bring(calendar: Array(ImportBench.event(one).utf8)).report.told == [])
}

@Test func aTitleThatCameFromNowhereGoesThereAgain() throws {
  var bench = try ImportBench()
  try bench.bring(event: "DTSTART:20261203T160000Z")
  #expect(try bench.block.title == "Untitled" && !bench.exportedLines.contains { $0.hasPrefix("SUMMARY") })
  try bench.make(try bench.desk.editBlock(bench.block.id, context: bench.context) { $0.title = "Call" })
  #expect(bench.exportedLines.contains("SUMMARY:Call"))
}

@Test func aThousandNestedComponentsAreNoMatter() throws {
  var bench = try ImportBench()
  let begin = (0..<5_000).map { "BEGIN:X-\($0)" }.joined(separator: "\n")
  let end = (0..<5_000).reversed().map { "END:X-\($0)" }.joined(separator: "\n")
  let report = try bench.bring(events: "\(begin)\n\(end)\n\(ImportBench.event("\(one)\n\(begin)\n\(end)"))")
    .report
  #expect(report.events.added == 1)
  #expect(try bench.block.ical.count == 10_000)
}

@Test func severalCalendarsInOneFileComeIn() throws {
  var bench = try ImportBench()
  let first = String(
    decoding: ImportBench.calendar("X-WR-CALNAME:First\n" + ImportBench.event(one)), as: UTF8.self)
  let second = String(
    decoding: ImportBench.calendar("METHOD:CANCEL\n" + ImportBench.event(one, uid: "two")), as: UTF8.self)
  let report = try bench.bring(calendar: Array((first + second).utf8)).report
  #expect(report.calendar == "First" && report.told == ["cancelledUnknown: 13"])
  #expect(report.events.added == 1)
}

@Test func anEventWithoutACalendarAroundItComesIn() throws {
  var bench = try ImportBench()
  try bench.bring(calendar: Array(ImportBench.event(one).utf8))
  #expect(try bench.block.title == "One")
}

/// Steps that read the whole file note what they find one after the other; it is told by line.
@Test func remarksStandInTheOrderOfTheirLines() throws {
  var bench = try ImportBench()
  let first = ImportBench.event("DTSTART:20261201T100000Z\nSUMMARY:First\nRRULE:FREQ=NEVER", uid: "first")
  let second = ImportBench.event("SUMMARY:No start", uid: "second")
  let third = ImportBench.event("DTSTART:20261201T100000Z\nRRULE:FREQ=NEVER\nSUMMARY:Third", uid: "third")
  let report = try bench.bring(events: "\(first)\nBEGIN:VTODO\nEND:VTODO\n\(second)\n\(third)").report
  #expect(report.remarks.all.map { $0.lines.first ?? 0 } == [7, 9, 11])
  #expect(report.remarks.all.first?.lines == [7, 18])
}
