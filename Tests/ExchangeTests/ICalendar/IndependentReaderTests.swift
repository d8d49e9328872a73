import Civil
import Desk
import Exchange
import Glibc
import Testing

// Real files of other programs, beside the checkout, as an independent reader expands them: python's icalendar with
// recurring-ical-events (`Fixtures/ical/expected.py`). Skipped where the files or that reader are not there.

/// Where the two differ, and why we stay with what we do.
private struct Difference {
  /// Occurrences that we have not, and that only we have.
  let missing: Int
  let more: Int
  let reason: String

  init(missing: Int = 0, more: Int = 0, _ reason: String) {
    self.missing = missing
    self.more = more
    self.reason = reason
  }

  static let byFile: [String: Difference] = [
    "ical4j_blalor": Difference(
      more: 2,
      """
      EXDATE and RECURRENCE-ID name the same days: iCal 1.5's way of detaching an occurrence. A component for an \
      instance is "a specific instance" of the set (3.8.4.4) and would be pointless if it were left out; the person \
      did not delete it.
      """),
    "ical4j_blankTzid": Difference(
      more: 1,
      "The reader refuses a VTIMEZONE whose TZID is empty; its rules are UTC's, and the event is in the file."
    ),
    "ical4j_google_aus_holidays": Difference(
      missing: -1, more: -1,
      """
      DTSTART;TZID=America/Los_Angeles:20041225 is a date: "TZID MUST NOT be applied to DATE properties" (3.2.19), so \
      that it is that day wherever one is. The reader takes it for midnight in Los Angeles.
      """),
    "ical4j_korganizer_sample": Difference(
      missing: 2,
      """
      The start does not match the rule. "The DTSTART property value SHOULD be synchronized with the recurrence rule"; \
      otherwise the set is undefined (3.8.5.3), but "DTSTART always counts as the first occurrence", of COUNT too: 12 \
      are 12, where the reader has 13.
      """),
    "ical4j_phpicalendar_sample": Difference(
      more: 330,
      """
      Every line of one event ends in a blank, its RRULE too, and the end of another one lacks a digit: the reader \
      drops both. A blank behind a value means nothing, and without its end an event is still in the file.
      """),
    "icalendar_broken_ical": Difference(
      more: 1, "The reader finds no start in a line that has one semicolon too many."),
    "icalendar_issue_165_missing_event": Difference(
      more: 14, "The reader drops an event whose BYDAY list has blanks in it, as in \"MO, TU\"."),
    "icalendar_pacific_fiji": Difference(
      more: 1,
      "The event has two starts, which MUST NOT be (3.6.1); the reader refuses it, we take the later line."),
    "icalendar_rfc_7529": Difference(
      more: 4, "Rules by other calendars: the reader refuses the file, we take each event once and say so."),
    "khal_event_dt_mixed_awareness": Difference(
      missing: 2, more: 2,
      """
      TZID beside a time that ends in Z. "TZID MUST NOT be applied to ... DATE-TIME ... properties whose time values \
      are specified in UTC" (3.2.19): the time is UTC. The reader takes it for a time in Berlin.
      """),
    "khal_invalid_tzoffset": Difference(
      more: 1, "TZOFFSETFROM:+5328 is no offset; the zone's name is one, and the event is in the file."),
    "khal_non_dst_error": Difference(
      more: 2,
      "An alarm triggers at PT-2H, which the reader refuses with the file; alarms are kept, not read."),
  ]
}

private enum Reader {
  static let root = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
  static let script = root + "/Tests/ExchangeTests/Fixtures/ical/expected.py"
  static let folder: String? = {
    var parts = root.split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let folder = parts.map { "/\($0)" }.joined() + "/shared/data/ics"
      if access(folder, R_OK) == 0 { return folder }
    }
    return nil
  }()

  static let python: String? = [root + "/.build/peers/bin/python", "python3"].first {
    output("\($0) -c 'import icalendar, recurring_ical_events; print(1)' 2>/dev/null") == "1\n"
  }

  static let files: [String] = output("ls '\(folder ?? "/nowhere")' 2>/dev/null").split(separator: "\n")
    .compactMap {
      $0.hasSuffix(".ics") ? String($0.dropLast(4)) : nil
    }

  static func output(_ command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, pipe)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}

/// The years that the files cover.
private let years = 1997..<2031

@Test(
  .enabled(
    if: Reader.folder != nil && Reader.python != nil, "no files beside the checkout, or no python icalendar"),
  arguments: Reader.files)
func aRealFileComesInAsAnIndependentReaderExpandsIt(name: String) throws {
  let folder = try #require(Reader.folder)
  let python = try #require(Reader.python)
  let theirs = Reader.output(
    "\(python) '\(Reader.script)' '\(folder)/\(name).ics' Europe/Berlin \(years.lowerBound - 1) \(years.upperBound + 1) 2>/dev/null"
  )
  var bench = try ImportBench()
  let bytes = try #require(ImportBench.bytes(of: "\(folder)/\(name).ics"))
  try bench.bring(calendar: bytes, into: .new(ClientDraft(name: "X", zone: "Europe/Berlin")))
  var ours: [String] = []
  for year in years {
    ours += try bench.occurrences(from: "\(year)-01-01T00:00:00Z", to: "\(year + 1)-01-01T00:00:00Z").filter {
      $0.hasPrefix("\(year)")
    }
  }
  let first = "\(years.lowerBound)", last = "\(years.upperBound)"
  let expected = theirs.split(separator: "\n").map(String.init).filter { $0 >= first && $0 < last }
  // An occurrence without a title has its series' here, and none there.
  let untitled = Set(expected.map(plain).filter { $0.hasSuffix(" ") })
  let mine = ours.map(plain).map { untitled.contains(time($0)) ? time($0) : $0 }
  let (missing, more) = difference(of: mine, from: expected.map(plain))
  let known = Difference.byFile[name]
  guard known?.missing != -1 else { return #expect(!missing.isEmpty) }
  #expect(missing.count == known?.missing ?? 0, "\(name): \(missing.prefix(5)) \(known?.reason ?? "")")
  #expect(more.count == known?.more ?? 0, "\(name): \(more.prefix(5)) \(known?.reason ?? "")")
  // What came in goes out and comes in again as the same.
  let export = CalendarExport(bench.desk, now: bench.now)
  #expect(try bench.plan(calendar: export.document(export.blocks())).report.events.added == 0)
}

/// A series that was split, moved from and thinned out here goes out as the same reader expands it.
@Test(.enabled(if: Reader.python != nil, "no python icalendar"))
func whatWasEditedHereIsReadTheSameElsewhere() throws {
  var bench = try ImportBench()
  try bench.plan(block: "Weekly", "2026-10-01T16:00", "Europe/London", for: 1800) {
    $0.repeat = "FREQ=WEEKLY;COUNT=9"
    $0.alsoOn = [WallTime(date: $0.start.wall.date.adding(days: 2), hour: 9, minute: 0)]
  }
  try bench.edit("Weekly", at: "2026-10-22T16:00", .this) {
    $0.start.wall = $0.start.wall.adding(seconds: 7200)
  }
  try bench.edit("Weekly", at: "2026-10-15T16:00", .following) {
    $0.title = "Later"
    $0.start.wall = $0.start.wall.adding(seconds: 86_400)
  }
  try bench.edit("Weekly", at: "2026-10-08T16:00", .this) {
    $0.title = "Moved"
    $0.start = ZonedTime(wall: $0.start.wall, zone: "Asia/Kolkata")
  }
  let later = OccurrenceID(
    block: try #require(bench.desk.allBlocks.first { $0.isSeries && $0.title == "Later" }).id,
    start: WallTime(text: "2026-10-30T16:00"))
  try bench.make(try bench.desk.removeOccurrence(later, scope: .this, context: bench.context))
  let file = "\(Reader.root)/.build/edited-\(getpid()).ics"
  defer { unlink(file) }
  let stream = try #require(fopen(file, "w"))
  fwrite(bench.exported, 1, bench.exported.count, stream)
  fclose(stream)
  let theirs = Reader.output(
    "\(Reader.python ?? "") '\(Reader.script)' '\(file)' Europe/London 2026 2028 2>&1")
  let ours = try bench.occurrences(from: "2026-01-01T00:00:00Z", to: "2028-01-01T00:00:00Z")
  #expect(ours.count == 9 && theirs.split(separator: "\n").map(String.init) == ours.sorted())
}

/// Start and length, and the beginning of the title; where there is none, nobody says what is shown.
private func plain(_ line: String) -> String {
  let parts = line.split(separator: " ", omittingEmptySubsequences: true)
  let title = parts.dropFirst(2).joined(separator: " ")
  return parts.prefix(2).joined(separator: " ") + " " + (title == "Untitled" ? "" : String(title.prefix(40)))
}

private func time(_ line: String) -> String {
  line.split(separator: " ").prefix(2).map { $0 + " " }.joined()
}

private func difference(of ours: [String], from theirs: [String]) -> (missing: [String], more: [String]) {
  var counts: [String: Int] = [:]
  for line in theirs { counts[line, default: 0] += 1 }
  for line in ours { counts[line, default: 0] -= 1 }
  return (
    counts.flatMap { Array(repeating: $0.key, count: max(0, $0.value)) }.sorted(),
    counts.flatMap { Array(repeating: $0.key, count: max(0, -$0.value)) }.sorted()
  )
}
