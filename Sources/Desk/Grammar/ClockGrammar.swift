import Civil

/// A stretch of a day by the clock on the wall: `9:10-9:50`, `22:00-01:00`.
package struct ClockSpan: Hashable, Sendable {
  /// Seconds after midnight.
  package var start: Int
  /// Seconds after the midnight that the start counts from; beyond 86,400 it is on the next day.
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The span on a date in a zone: both ends are read off that zone's clocks, so a night in which they change
  /// is longer or shorter.
  package func on(_ date: CivilDate, in zone: Zone) -> TimeSpan {
    TimeSpan(
      start: zone.instant(of: WallTime(date: date, secondOfDay: start)),
      end: zone.instant(of: WallTime(date: date, secondOfDay: end)))
  }
}

extension Grammar {
  /// Reads a time of day, in seconds after midnight: `16:00`, `4pm`, `4:30pm`, `16h`, `noon`; nil for a number
  /// alone.
  package static func parseTime(_ text: String) -> Int? { time(text, bareHour: false) }

  /// Reads a span of a day: `9:10-9:50`, `9-17`, `9am-5pm`, `22:00-01:00` (past midnight).
  ///
  /// A number alone is an hour of 24. Where only one end says am or pm nothing is understood, since the other
  /// could mean two things; nor is a span that ends where it starts.
  package static func parseSpan(_ text: String) -> ClockSpan? {
    let dashed = text.replacing("–", with: "-").replacing("—", with: "-").replacing(" to ", with: "-")
    let ends = dashed.split(separator: "-", omittingEmptySubsequences: false).map { trimmed($0) }
    guard ends.count == 2, let start = time(ends[0], bareHour: true), let end = time(ends[1], bareHour: true),
      agree(ends[0], ends[1]), start < 86_400, start != end
    else { return nil }
    return ClockSpan(start: start, end: end > start ? end : end + 86_400)
  }

  /// Whether two times are told in the same way: both with am or pm, or both without.
  ///
  /// Noon is plain in both.
  private static func agree(_ first: String, _ second: String) -> Bool {
    let marks = [first, second].filter { !$0.lowercased().hasPrefix("noon") }
      .map { $0.contains { $0 == "m" || $0 == "M" } }
    return Set(marks).count <= 1
  }

  /// Seconds after midnight; with `bareHour` also for `9` alone.
  static func time(_ text: some StringProtocol, bareHour: Bool) -> Int? {
    var scanner = ByteScanner(text)
    if scanner.takeWord(["noon"]) { return scanner.isAtEnd ? 43_200 : nil }
    guard let hour = scanner.number(maxDigits: 2) else { return nil }
    var minute: Int?
    if scanner.take(":") || scanner.take(".") {
      guard let read = scanner.number(digits: 2), read < 60 else { return nil }
      minute = read
    }
    let seconds = (minute ?? 0) * 60
    if scanner.isAtEnd {
      guard minute != nil || bareHour, hour < 24 || (hour == 24 && seconds == 0) else { return nil }
      return hour * 3600 + seconds
    }
    if minute == nil, hour < 24, scanner.takeWord(["h", "hrs"]) {
      return scanner.isAtEnd ? hour * 3600 : nil
    }
    scanner.skipSpaces()
    let isAfternoon = scanner.takeWord(["pm", "p.m."])
    guard isAfternoon || scanner.takeWord(["am", "a.m."]), scanner.isAtEnd, (1...12).contains(hour) else {
      return nil
    }
    return (hour % 12 + (isAfternoon ? 12 : 0)) * 3600 + seconds
  }

  package static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
