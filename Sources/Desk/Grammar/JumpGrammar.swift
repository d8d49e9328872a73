import Civil

extension Grammar {
  /// Reads a day to look at: what `parseDate` reads, and what names more than a day, of which it is the first.
  ///
  /// - `week 50`, `w50`, `week 2 2027`: Monday of that week by ISO 8601; without a year the next such week, the one that is
  ///   looked at included.
  /// - `last mon`: the last such day before today.
  /// - `mar`, `mar 2027`: the first of that month; without a year the next such month, the one that is looked at included.
  /// - `end of month`: the last day of the month that is looked at.
  ///
  /// - Parameter shown: the day that is looked at.
  package static func parseJump(_ text: String, from shown: CivilDate, _ context: GrammarContext)
    -> CivilDate?
  {
    if let date = parseDate(text, context) { return date }
    let words = trimmed(text).split(whereSeparator: \.isWhitespace).map { TextFold.text($0) }
    if words == ["end", "of", "month"] { return shown.startOfMonth.adding(days: shown.daysInMonth - 1) }
    if words.count == 2, words[0] == "last", let weekday = DateNames.weekday(words[1]) {
      let today = context.zone.date(at: context.now)
      return today.adding(days: today.weekday.days(until: weekday) - 7)
    }
    return week(words, from: shown) ?? month(words, from: shown)
  }

  private static func week(_ words: [String], from shown: CivilDate) -> CivilDate? {
    var scanner = ByteScanner(words.joined(separator: " "))
    guard scanner.takeWord(["week", "w"]) else { return nil }
    scanner.skipSpaces()
    guard let week = scanner.number(maxDigits: 2), (1...53).contains(week) else { return nil }
    scanner.skipSpaces()
    let current = shown.isoWeek
    // Few years have a week 53.
    var years = current.week <= week ? current.year...current.year + 7 : current.year + 1...current.year + 8
    if let year = scanner.number(digits: 4) { years = year...year }
    guard scanner.isAtEnd else { return nil }
    return years.lazy.compactMap { monday(ofWeek: week, $0) }.first
  }

  /// Nil where the year has no such week.
  private static func monday(ofWeek week: Int, _ year: Int) -> CivilDate? {
    // The fourth of January is in the first week.
    guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.startOfWeek().adding(days: 7 * (week - 1))
    return monday.isoWeek == (year, week) ? monday : nil
  }

  private static func month(_ words: [String], from shown: CivilDate) -> CivilDate? {
    guard let name = words.first, let month = DateNames.month(name) else { return nil }
    switch words.count {
    case 1: return CivilDate(year: shown.year + (month < shown.month ? 1 : 0), month: month, day: 1)
    case 2:
      guard words[1].utf8.count == 4, let year = Int(words[1]), year > 1900 else { return nil }
      return CivilDate(year: year, month: month, day: 1)
    default: return nil
    }
  }
}
