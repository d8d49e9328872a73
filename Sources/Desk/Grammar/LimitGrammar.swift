import Civil

/// Whether a list is of what is to come or of what has been.
package enum ListDirection: Sendable {
  case planned, past
}

extension Grammar {
  /// Reads what a list begins with, a day or a time; nil unless the whole text is understood.
  ///
  /// Of what is planned `fri` is the coming one, as everywhere; a day without a year is the nearest, so that `20 nov` is
  /// last week's and not next year's. Of what has been it is the last one.
  package static func parseListStart(
    _ text: String, _ direction: ListDirection, _ context: GrammarContext
  ) -> When? {
    var back = context
    back.looksBack = true
    guard let last = parseWhen(text, back), direction == .planned else { return parseWhen(text, back) }
    guard let coming = parseWhen(text, context), !saysWeekday(text) else { return parseWhen(text, context) }
    let today = context.zone.date(at: context.now)
    let isNearer = today.days(since: last.date) < coming.date.days(since: today)
    return last.date <= today && isNearer ? last : coming
  }

  /// Reads what a list ends with, a day or a time; nil unless the whole text is understood.
  ///
  /// A day that could be any week's or any year's is the first from the list's start on: `mon` to `wed` are days of one week.
  /// Without a start it is read as one.
  package static func parseListEnd(
    _ text: String, from start: CivilDate?, _ direction: ListDirection, _ context: GrammarContext
  ) -> When? {
    guard let start else { return parseListStart(text, direction, context) }
    var back = context
    back.looksBack = true
    guard let coming = parseWhen(text, context), let last = parseWhen(text, back), coming != last else {
      return parseWhen(text, context)
    }
    var later = context
    later.now = context.zone.startOfDay(start).adding(-1)
    return parseWhen(text, later)
  }

  private static func saysWeekday(_ text: String) -> Bool {
    trimmed(text).split(whereSeparator: \.isWhitespace).contains {
      DateNames.weekday(TextFold.text($0)) != nil
    }
  }
}
