import Civil
import Desk
import Exchange
import Testing

// What the bytes of a file may be like.

private let plain = "DTSTART:20261203T160000Z\nDURATION:PT1H"

@Test func foldsAreUndoneAlsoInsideACharacter() throws {
  var bench = try ImportBench()
  var bytes = Array(
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261203T1600\r\n 00Z\r\nSUMMARY:Gr".utf8)
  bytes += [0xC3, 0x0D, 0x0A, 0x20, 0xBC]
  bytes += Array("n\r\n\te \r\n  Wiese\r\nEND:VEVENT\r\nEND:VCALENDAR".utf8)
  let report = try bench.bring(calendar: bytes).report
  #expect(try bench.block.title == "Grüne  Wiese")
  #expect(try bench.block.start.wall.text == "2026-12-03T16:00")
  #expect(report.told == [])
}

@Test(arguments: ["\n", "\r", "\r\n", "\r\r\n"])
func everyLineEndIsTaken(end: String) throws {
  var bench = try ImportBench()
  let text =
    "BEGIN:VCALENDAR\n\nBEGIN:VEVENT\nUID:a\nDTSTART:\n 20261203T160000Z\nSUMMARY:One\n  two\n\nEND:VEVENT\nEND:VCALENDAR"
  let bytes = Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end).utf8)
  let report = try bench.bring(calendar: bytes).report
  #expect(try bench.block.title == "One two")
  #expect(report.told == [])
}

@Test func namesAreTakenInAnyCaseAndAMarkOfOrderIsPassedOver() throws {
  var bench = try ImportBench()
  let text =
    "begin:vcalendar\nbegin:vevent\nuid:a\ndtstart;value=date:20261203\nSummary:One\nend:vevent\nend:vcalendar"
  try bench.bring(calendar: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
  #expect(try bench.block.title == "One" && bench.block.allDay)
}

@Test func textIsUnescaped() throws {
  var bench = try ImportBench()
  try bench.bring(
    event: plain + #"""

      SUMMARY:A\, b\; c\\d \"e\" \x
      DESCRIPTION:One\nTwo\NThree\
      LOCATION:Room 1\, first floor
      """#)
  let block = try bench.block
  #expect(block.title == #"A, b; c\d "e" \x"#)
  #expect(block.notes == "One\nTwo\nThree\\")
  #expect(block.location == "Room 1, first floor")
}

@Test func whatIsNotUTF8IsReadAsWindowsTextAndSaid() throws {
  var bench = try ImportBench()
  var bytes = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261203T160000Z\nSUMMARY:Caf".utf8)
  bytes += [0xE9, 0x20, 0x80, 0x0A]
  bytes += Array("LOCATION:Zoë\nEND:VEVENT\nEND:VCALENDAR".utf8)
  let report = try bench.bring(calendar: bytes).report
  #expect(try bench.block.title == "Café €" && bench.block.location == "Zoë")
  #expect(report.told == ["notUTF8: 5"])
}

@Test func japaneseOfOldIsRecognized() throws {
  var bench = try ImportBench()
  // 会議, in Shift_JIS.
  var bytes = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261203T160000Z\nSUMMARY:".utf8)
  bytes += [0x89, 0xEF, 0x8B, 0x63, 0x0A] + Array("END:VEVENT\nEND:VCALENDAR".utf8)
  #expect(try bench.bring(calendar: bytes).report.told == ["notUTF8: 5", "looksJapanese: 5"])
}

@Test func theFirstJapaneseLineIsNamed() throws {
  var bench = try ImportBench()
  var bytes = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261203T160000Z\nLOCATION:M".utf8)
  bytes += [0xFC] + Array("sli\nSUMMARY:".utf8) + [0x89, 0xEF, 0x8B, 0x63] + Array("\nDESCRIPTION:".utf8)
  bytes += [0x89, 0xEF, 0x8B, 0x63, 0x0A] + Array("END:VEVENT\nEND:VCALENDAR".utf8)
  #expect(try bench.bring(calendar: bytes).report.told == ["notUTF8: 5 6 7", "looksJapanese: 6"])
}

/// Every line is judged by itself, and each that is not UTF-8 is named.
@Test func aFileOfSeveralCharacterSetsComesIn() throws {
  var bench = try ImportBench()
  var bytes = Array(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261203T160000Z\nSUMMARY:Zoë\nLOCATION:Caf".utf8)
  bytes += [0xE9, 0x0A] + Array("DESCRIPTION:".utf8) + [0x89, 0xEF, 0x8B, 0x63, 0x0A]
  bytes += Array("X-A:".utf8) + [0xFC, 0x0A] + Array("END:VEVENT\n".utf8)
  bytes += Array("BEGIN:VEVENT\nUID:b\nDTSTART:20261204T160000Z\nSUMMARY:日本\nEND:VEVENT\nEND:VCALENDAR".utf8)
  let report = try bench.bring(calendar: bytes).report
  #expect(report.told == ["notUTF8: 6 7 8"] && report.events.added == 2)
  #expect(try bench.block("Zoë").location == "Café" && bench.block("Zoë").ical == ["X-A:ü"])
  #expect(try bench.block("日本").start.wall.text == "2026-12-04T16:00")
}

@Test(arguments: [true, false], [true, false])
func whatWindowsCallsUnicodeIsRead(isLittle: Bool, hasMark: Bool) throws {
  var bench = try ImportBench()
  let text = String(
    decoding: ImportBench.calendar(ImportBench.event(plain + "\nSUMMARY:Müsli 🥣\nnothing")), as: UTF8.self)
  let bytes = ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
    isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
  }
  #expect(CalendarImport.isCalendar(bytes))
  // Its last byte lost, its lines are the same.
  for bytes in [bytes, Array(bytes.dropLast())] {
    let report = try bench.bring(calendar: bytes).report
    #expect(try bench.block.title == "Müsli 🥣" && report.told == ["noContentLine: 8"])
  }
}

@Test func quotesAndColonsInParametersAreTaken() throws {
  for zone in [
    "TZID=\"Europe/Berlin\":20261203T160000", "TZID=Europe/Berlin;X-A=\"a:b;c\":20261203T160000",
    "X-A=^'q^';TZID=Europe/Berlin:20261203T160000", "TZID=\"W. Europe Standard Time:20261203T160000\"",
    "TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna:20261203T160000",
  ] {
    var bench = try ImportBench()
    let report = try bench.bring(event: "DTSTART;\(zone)").report
    #expect(try bench.block.start.zone == "Europe/Berlin", "\(zone)")
    #expect(report.remarks.count(.unknownZone) == 0)
  }
}

@Test func aLineOfAMegabyteIsNoMatter() throws {
  var bench = try ImportBench()
  let long = String(repeating: "long ", count: 200_000)
  let report = try bench.bring(
    event: plain + "\nSUMMARY:\(long)\nDESCRIPTION:\(long)\nATTACH;ENCODING=BASE64:\(long)"
  )
  .report
  let block = try bench.block
  #expect(block.title.utf8.count <= 300 && block.notes.utf8.count > 1_900_000 && block.ical.isEmpty)
  #expect(report.told == ["longTitle: 3", "overlongLine ATTACH: 9"])
}

@Test func whatIsNoContentLineIsSaidByLine() throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: plain + "\nthis is nothing\nSUMMARY:One\nX Y:1").report
  #expect(try bench.block.title == "One")
  #expect(report.told == ["noContentLine: 7 9"])
}

@Test func controlCharactersDoNotComeIn() throws {
  var bench = try ImportBench()
  try bench.bring(event: plain + "\nSUMMARY:A\u{1B}[31mB\u{7}\nLOCATION:\u{0}x\nX-A:\u{1B}c")
  let block = try bench.block
  #expect(
    !(block.title + (block.location ?? "") + block.ical.joined()).unicodeScalars.contains { $0.value < 32 })
}

@Test(
  arguments: [
    ("", ExchangeError.empty), (" \r\n", .empty), ("<html>", .notACalendar(.webPage)),
    ("{\"cards\":[]}", .notACalendar(.json)), ("a,b,c\n1,2,3", .notACalendar(.commaSeparated)),
    ("PK\u{3}\u{4}", .notACalendar(.zipArchive)), ("hello", .notACalendar(.somethingElse)),
    ("SUMMARY:BEGIN:VCALENDAR", .notACalendar(.somethingElse)),
  ] as [(String, ExchangeError)])
func whatIsNoCalendarIsRefused(text: String, error: ExchangeError) throws {
  let bench = try ImportBench()
  #expect(throws: error) { try bench.plan(calendar: Array(text.utf8)) }
}
