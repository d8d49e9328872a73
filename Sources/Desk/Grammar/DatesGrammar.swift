import Civil

extension Grammar {
  /// Reads a date or a stretch of dates, the last one included; nil unless the whole text is understood.
  ///
  /// `3 dec`, `3 dec - 9 dec`, `3-9 dec`, `fri to mon`, `2026-12-03 until 2026-12-09`. The second date is read as from
  /// the first on: `30 dec - 3 jan` ends in the next year.
  ///
  /// - Throws: where the end is before the start. `9 dec - 3 dec` is that too, rather than nearly a year.
  package static func parseDates(
    _ text: String, _ context: GrammarContext
  ) throws(BackwardDates) -> (from: CivilDate, to: CivilDate)? {
    let text = trimmed(text)
    if let date = parseDate(text, context) { return (date, date) }
    var backward: BackwardDates?
    for (first, second) in halves(text) {
      var later = context
      if let from = parseDate(first, context) {
        later.now = context.zone.startOfDay(from)
        guard let to = parseDate(second, later) else { continue }
        let sooner = to.days(since: from) > longestGuess ? parseDate(second, context) ?? to : to
        if sooner >= from { return (from, to) }
        backward = backward ?? BackwardDates(from: from, to: sooner)
      } else if first.utf8.count <= 2, let number = Int(first), let to = parseDate(second, context),
        let from = CivilDate(year: to.year, month: to.month, day: number), from <= to
      {
        // `3-9 dec`
        return (from, to)
      }
    }
    if let backward { throw backward }
    return nil
  }

  /// Days beyond which a second date without a year is not taken for one of the next year.
  private static let longestGuess = 183

  /// What stands on either side of each dash or word that may mean “to”.
  private static func halves(_ text: String) -> [(String, String)] {
    var found: [(String, String)] = []
    for mark in [" - ", " – ", "–", "..", " to ", " until ", " till ", "-"] {
      var from = text.startIndex
      while let range = text[from...].firstRange(of: mark) {
        found.append((trimmed(String(text[..<range.lowerBound])), trimmed(String(text[range.upperBound...]))))
        from = range.upperBound
        // A text of dashes alone is not worth trying everywhere.
        if found.count > 40 { return found }
      }
    }
    return found
  }

  /// Reads a place and the dates spent there: `lisbon 3 dec - 9 dec`; nil unless the whole text is understood.
  ///
  /// - Throws: where the end is before the start.
  package static func parseTravel(
    _ text: String, _ context: GrammarContext
  ) throws(BackwardDates) -> Travel? {
    var words = trimmed(text).split(whereSeparator: \.isWhitespace)
    if words.count > 1, ["to", "in"].contains(words[0].lowercased()) { words.removeFirst() }
    guard words.count > 1, words.count <= 12 else { return nil }
    // The longest name first: New York is not New.
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      guard let zone = ZoneWords.zone(named: words.prefix(count).joined(separator: " "), context) else {
        continue
      }
      var rest = words.dropFirst(count)
      if rest.count > 1, rest.first?.lowercased() == "from" { rest = rest.dropFirst() }
      guard let dates = try parseDates(rest.joined(separator: " "), context) else { continue }
      return Travel(zone: zone.name, from: dates.from, to: dates.to)
    }
    return nil
  }

  /// Reads a holiday: `25 dec Christmas`, `24 dec - 26 dec Christmas`, `2026-12-25`; nil when no date begins it.
  ///
  /// - Throws: where the end is before the start.
  package static func parseHoliday(
    _ text: String, _ context: GrammarContext
  ) throws(BackwardDates) -> Holiday? {
    let words = trimmed(text).split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty, words.count <= 40 else { return nil }
    for count in stride(from: min(9, words.count), through: 1, by: -1) {
      guard let dates = try parseDates(words.prefix(count).joined(separator: " "), context) else { continue }
      return Holiday(
        date: dates.from, name: words.dropFirst(count).joined(separator: " "), until: dates.to)
    }
    return nil
  }

  /// Reads holidays with semicolons between them.
  ///
  /// - Returns: the holidays by date, or the first part that is not understood.
  package static func parseHolidays(_ text: String, _ context: GrammarContext) -> Result<
    [Holiday], HolidayProblem
  > {
    var found: [Holiday] = []
    for part in text.split(separator: ";") where !trimmed(String(part)).isEmpty {
      guard let holiday = try? parseHoliday(String(part), context) else {
        return .failure(HolidayProblem(text: trimmed(String(part))))
      }
      found.append(holiday)
    }
    return .success(Holiday.sorted(found))
  }
}

/// A stretch of dates whose end is before its start.
package struct BackwardDates: Error, Hashable, Sendable {
  package let from: CivilDate
  package let to: CivilDate

  package init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }
}

/// A part of a text that is no holiday.
package struct HolidayProblem: Error, Equatable, Sendable {
  package let text: String

  package init(text: String) { self.text = text }
}

extension Holiday {
  /// Several in a line, as they can be typed.
  package static func line(_ holidays: [Holiday]) -> String {
    holidays.map(\.text).joined(separator: "; ")
  }

  /// By date, each once.
  package static func sorted(_ holidays: [Holiday]) -> [Holiday] {
    var seen: Set<Holiday> = []
    return holidays.filter { seen.insert($0).inserted }
      .sorted { ($0.date, $0.last, $0.name) < ($1.date, $1.last, $1.name) }
  }
}
