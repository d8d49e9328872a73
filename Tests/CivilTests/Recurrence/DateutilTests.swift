import Testing

@testable import Civil

/// The engine against python-dateutil on 5,000 random valid rules, recorded in `Fixtures/dateutil-rules.txt` by
/// the script beside it.
///
/// Where dateutil departs from RFC 5545, the script asks it in another way, or leaves the rule out:
/// - A start that its rule does not match: dateutil leaves it out; 3.8.5.3 says that it "always counts as the first
///   occurrence". The script puts it before dateutil's, and counts it.
/// - `UNTIL` as a date: dateutil takes midnight and loses the day; 3.3.10 bounds "in an inclusive manner".
/// - `BYWEEKNO` alone: dateutil gives all seven days; 3.3.10 takes what the rule does not say from DTSTART, so that
///   it is the start's weekday. The script asks for that weekday.
/// - `BYWEEKNO` with INTERVAL or BYSETPOS (left out): dateutil counts the days of a week that lie in the calendar
///   year before as that year's, and the same week may fall to two intervals; 3.3.10 numbers weeks "of the year", so
///   that a week belongs whole to the year that it is counted in.
/// - `BYWEEKNO` of 52, 53, -52 and -53 (left out): dateutil finds how many weeks the year before has from the length of
///   this one, and so misses 2011-01-01, in week 52 of 2010; and it does not see that -52 may be the first week of
///   the next year. `RecurrenceSetTests` asks the calendar itself about all weeks.
/// - `BYDAY=MO,1TU` (left out): dateutil wants a day to be both; a list is read as alternatives everywhere else.
/// - `BYSETPOS` with WEEKLY: dateutil's first week begins with the start rather than with WKST; the script has
///   such rules start with their week.
/// - Rules that dateutil refuses as empty, or looks for longer than a third of a second, have only their start, or
///   are left out.
struct DateutilTests {
  @Test func fiveThousandRulesExpandAsInDateutil() throws {
    let lines = try fixture()
    #expect(lines.count == 5000)
    var wrong: [String] = []
    for line in lines {
      let fields = line.split(separator: "|")
      let set = try RecurrenceSet(String(fields[0]), start: String(fields[1]))
      let window = fields[3].split(separator: " ").map(String.init)
      let from = try moment(window[0])
      let length =
        set.rule?.frequency == .secondly
        ? 3600 : (set.rule?.frequency ?? .daily) < .daily ? 4 * 86_400 : 365 * 86_400
      let early = checksum(try set.first(100))
      let late = checksum(set.starts(from: from, before: from.adding(seconds: length), limit: 100))
      if early != fields[2] { wrong.append("\(line): the first are \(early)") }
      if late != window[1] + " " + window[2] { wrong.append("\(line): the window has \(late)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count) differ, such as\n\(wrong.prefix(10).joined(separator: "\n"))")
  }

  private func fixture() throws -> [Substring] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = try #require(SystemZones.contents(of: "/\(folder)/Fixtures/dateutil-rules.txt"))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// How many there are, and FNV-1a over their seconds.
  private func checksum(_ starts: [WallTime]) -> String {
    var value: UInt32 = 0x811C_9DC5
    for start in starts {
      let bits = UInt64(bitPattern: start.secondsSinceEpoch)
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        value = (value ^ UInt32(truncatingIfNeeded: bits >> shift & 0xFF)) &* 0x0100_0193
      }
    }
    let text = String(value, radix: 16)
    return "\(starts.count) \(String(repeating: "0", count: 8 - text.count))\(text)"
  }
}
