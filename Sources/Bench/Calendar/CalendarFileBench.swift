import Civil
import Desk
import Exchange
import Glibc
import PseudoTerminal

/// Measures reading a calendar file into blocks against python's icalendar parsing it.
///
/// Ours is from the bytes to the change that an empty desk is given; theirs is the parsing alone. Neither counts the
/// disk or the start of a program.
struct CalendarFileBench {
  let environment: [String: String]
  private static let count = 10_000
  private static let rounds = 9
  /// How many times faster it has to be.
  private static let limit = 20.0

  /// The row, or why there is none.
  func measure(in folder: TemporaryFolder) throws -> (row: Row?, note: String?) {
    let text = Self.makeCalendar()
    let file = try folder.write(text, to: "bench.ics")
    guard let theirs = icalendar(file) else {
      return (
        nil, "calendars are not compared: python3 with icalendar is not here (Debian: python3-icalendar)"
      )
    }
    let bytes = Array(text.utf8)
    let desk = Desk(zones: ZoneDatabase { FileBytes.read("/usr/share/zoneinfo/" + $0) })
    let ids = IdentifierSource { UInt64.random(in: .min ... .max) }
    let context = ChangeContext(now: Instant(seconds: 1_795_424_400), ids: ids)
    var samples = Samples()
    for _ in 0..<Self.rounds {
      let watch = Stopwatch()
      let result = try CalendarImport.plan(bytes, into: .own, of: desk, context: context)
      samples.add(watch.nanoseconds)
      guard result.report.events.added == Self.count else {
        return (nil, "calendars: not all events came in")
      }
    }
    return (
      .times(
        "\(Self.count) events read into blocks", samples.median, fasterThan: ("icalendar's parsing", theirs),
        limit: Self.limit), nil
    )
  }

  /// How long the parsing takes, in milliseconds.
  private func icalendar(_ file: String) -> Double? {
    let script = """
      import sys, time
      import icalendar
      data = open(sys.argv[1], "rb").read()
      began = time.perf_counter_ns()
      calendar = icalendar.Calendar.from_ical(data)
      taken = time.perf_counter_ns() - began
      assert len(calendar.walk("VEVENT")) == \(Self.count)
      print(taken)
      """
    for python in [".build/peers/bin/python", "/usr/local/bin/python3", "/usr/bin/python3"] {
      guard access(python, X_OK) == 0 else { continue }
      let invocation = Invocation(python, ["-c", script, file], environment: environment)
      guard let outcome = try? Program.run(invocation, withinMilliseconds: 300_000),
        outcome.ending == .exit(0),
        let nanoseconds = Double(outcome.text.split(whereSeparator: \.isWhitespace).joined())
      else { continue }
      return nanoseconds / 1_000_000
    }
    return nil
  }

  /// Events as Google writes them: most of them once, every fifth one a series, with guests and alarms.
  private static func makeCalendar() -> String {
    var lines = ["BEGIN:VCALENDAR", "PRODID:-//Bench//EN", "VERSION:2.0"]
    for number in 0..<count {
      let day = "2026" + pair(number / 28 % 12 + 1) + pair(number % 28 + 1)
      let hour = pair(8 + number % 9)
      let zone = ["Europe/London", "America/New_York", "Asia/Kolkata"][number % 3]
      lines += [
        "BEGIN:VEVENT", "UID:\(number)@bench", "DTSTAMP:20261101T000000Z",
        "DTSTART;TZID=\(zone):\(day)T\(hour)0000",
        "DTEND;TZID=\(zone):\(day)T\(hour)4500", "SUMMARY:Meeting \(number)\\, weekly",
        "DESCRIPTION:Agenda\\n1. What was done\\n2. What comes next\\nhttps://example.com/meeting/\(number)",
        "LOCATION:Room \(number % 40)", "SEQUENCE:\(number % 4)", "STATUS:CONFIRMED", "TRANSP:OPAQUE",
        "CREATED:20261001T120000Z", "LAST-MODIFIED:20261002T120000Z",
        "ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Lin:mailto:lin@example.com",
      ]
      if number % 5 == 0 { lines.append("RRULE:FREQ=WEEKLY;COUNT=\(number % 30 + 2)") }
      if number % 4 == 0 {
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:Reminder", "END:VALARM"]
      }
      lines.append("END:VEVENT")
    }
    return (lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
