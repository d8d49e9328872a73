import Civil

/// Something that comes again, as a person typed it: the rule, and when it is planned.
package struct PlanRepeat: Hashable, Sendable {
  package var rule: RecurrenceRule
  /// The date is where `from 3 dec` was typed; the time, the zone and the length as `parsePlan` reads them.
  package var time: PlanTime
  /// Days on which it is left out, in order.
  package var except: [CivilDate]
  /// The rule as it was typed, where that was as iCalendar has it.
  package var literal: String?

  package init(rule: RecurrenceRule, time: PlanTime = PlanTime(), except: [CivilDate] = []) {
    self.rule = rule
    self.time = time
    self.except = except
  }

  /// The first start from a wall time on: the day that the rule asks for, at that time of day.
  package func start(from wall: WallTime) -> WallTime {
    rule.firstStart(from: wall)
  }
}

extension Grammar {
  /// Reads how something comes again, with or without a time; nil unless the whole text is understood.
  ///
  /// - `every day`, `every 2 weeks`, `every other month`, `daily`, `weekly`, `monthly`, `quarterly`, `yearly`.
  ///   `once a month`; not `biweekly`, which means two things.
  /// - `every weekday`, `every mon, wed and fri`, `mon wed fri`, `every mon-thu`, `every 2 weeks on mon and thu`, `mondays`.
  ///   `every second tue`, `every 2nd tue` and `every other tue` are every other week. Any other that is counted is one of the
  ///   month: `every first mon`, `every third tue`, which nobody has to read as every three weeks: those are `every 3 weeks
  ///   on tue`.
  /// - `every 3rd thursday of the month`, `last fri of every month`, `monthly on the 15th`, `on the 1st and last day of
  ///   every second month`, `every 15th`, `last working day of the month`, `monthly on the first and third tue`; with several such days, or
  ///   the last, `of the month` may be left out: `first and third mon`.
  /// - `every 3 dec`, `yearly on dec 3`, `yearly 3 dec`, `3 dec every year`, `every 4th thu of november`.
  /// - Then `until 3 dec` (that day included), `10 times` or `for 3 weeks`, `in june and july`, `from mon`, `except 30 nov and 7 dec`, and of
  ///   days or weekdays `except wed`.
  /// - `FREQ=WEEKLY;BYDAY=TU`: the rule as iCalendar has it.
  /// - Before or after it, what `parsePlan` reads: `16:00 london`, `9:00 for 45m`; a number alone is an hour, as in `mon 9`.
  ///
  /// - Throws: why it cannot be meant, where all of it is understood.
  package static func parseRepeat(
    _ text: String, _ context: GrammarContext
  ) throws(RecurrenceError) -> PlanRepeat? {
    let words = trimmed(text).split(whereSeparator: \.isWhitespace)
    return try repetition(words[...], context)
  }

  static func repetition(
    _ words: ArraySlice<Substring>, _ context: GrammarContext
  ) throws(RecurrenceError) -> PlanRepeat? {
    guard !words.isEmpty, words.count <= 40 else { return nil }
    var reader = RepeatReader(words: words, context: context)
    guard reader.read(), let rule = reader.rule else { return nil }
    var read = PlanRepeat(rule: rule)
    if !reader.rest.isEmpty {
      var rest = reader.rest[...]
      if rest.first == "at", rest.count > 1 { rest.removeFirst() }
      // As after a day, a number alone is an hour.
      if let first = rest.first, first.allSatisfy(\.isNumber), let time = time(first, bareHour: true) {
        rest[rest.startIndex] = "\(DurationText.two(time / 3600)):00"
      }
      guard let plan = plan(rest, context), plan.date == nil else { return nil }
      read.time = plan
    }
    if let problem = reader.problem { throw problem }
    read.time.date = reader.startDate
    read.except = reader.except
    read.literal = reader.literal
    return read
  }
}
