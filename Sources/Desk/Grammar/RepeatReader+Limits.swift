import Civil

// What limits it.
extension RepeatReader {
  /// Where a rule ends, as it was typed.
  enum Ending {
    case end(RecurrenceRule.End)
    /// After so many weeks or other units.
    case periods(Int, RecurrenceRule.Frequency)

    /// Whether it is a day, and not so many times.
    var isDay: Bool { if case .end(.onDate) = self { true } else { false } }

    /// Nil where it is not plain how many times a rule comes in that time.
    func end(of rule: RecurrenceRule) -> RecurrenceRule.End? {
      switch self {
      case .end(let end): return end
      case .periods(let count, let unit):
        let step = rule.interval
        let days = max(1, rule.weekdays.count, rule.monthDays.count)
        guard rule.months.isEmpty, rule.positions.isEmpty, days == 1 || count % step == 0 else { return nil }
        switch (rule.frequency, unit) {
        case (.daily, .weekly) where rule.weekdays.isEmpty && rule.monthDays.isEmpty:
          return .count((count * 7 + step - 1) / step)
        case (.monthly, .monthly):
          // Not every month has a 31st or a fifth Monday.
          guard rule.monthDays.allSatisfy({ $0 <= 28 }),
            rule.weekdays.allSatisfy({ $0.ordinal != 0 && abs($0.ordinal) < 5 })
          else { return nil }
        case (.daily, .daily), (.weekly, .weekly):
          guard rule.monthDays.isEmpty, rule.weekdays.allSatisfy({ $0.ordinal == 0 }) else { return nil }
        case (.yearly, .yearly):
          guard rule.weekdays.isEmpty, rule.monthDays.isEmpty else { return nil }
        default: return nil
        }
        return .count((count + step - 1) / step * days)
      }
    }
  }

  /// `until 3 dec`, `10 times`, `once`, `for 3 weeks`.
  mutating func ending() -> Ending? {
    if take("until", "till", "through") { return date().map { .end(.onDate($0)) } }
    let isFor = take("for")
    if take("once") { return .end(.count(1)) }
    if take("twice") { return .end(.count(2)) }
    guard let count = take(RepeatNames.number) else { return nil }
    if take("times", "time", "x") { return .end(.count(count)) }
    guard isFor, count <= 10_000, let (unit, factor) = take(RepeatNames.unit), let rule else { return nil }
    // `every year for 2 weeks` is how long one of them is.
    let ending = Ending.periods(count * factor, unit)
    return ending.end(of: rule) == nil ? nil : ending
  }

  /// `in june and july`.
  mutating func season() -> [Int]? {
    guard take("in"), let months = list({ $0.take(DateNames.month) }) else { return nil }
    return RepeatNames.sorted(months)
  }

  /// `from 3 dec`, `starting mon`.
  mutating func beginning() -> CivilDate? {
    guard take("from", "starting", "beginning") else { return nil }
    _ = take("on")
    return date()
  }

  /// What is left out: days, or weekdays of a rule that goes by them.
  enum Exception {
    case dates([CivilDate])
    case weekdays([RecurrenceRule.DayOfWeek])
  }

  /// The words that say that something is left out.
  static let exceptWords = ["except", "excepting", "excluding", "without"]

  /// `except 30 nov and 7 dec`, `but not on fri`.
  mutating func exception() -> Exception? {
    guard take({ Self.exceptWords.contains($0) ? true : nil }) ?? (take("but") && take("not")) else {
      return nil
    }
    _ = take("on", "for")
    let weekdays = attempt { reader -> [RecurrenceRule.DayOfWeek]? in
      guard let days = reader.weekdays() else { return nil }
      // `except mon 30 nov` is a day.
      return reader.attempt({ $0.dayOfYear() }) == nil ? days : nil
    }
    return weekdays.map { .weekdays($0) } ?? list({ $0.date() }).map { .dates(RepeatNames.sorted($0)) }
  }

  /// False where a rule has no such weekdays to leave out, or nothing would be left.
  mutating func leaveOut(_ exception: Exception) -> Bool {
    switch exception {
    case .dates(let dates):
      except = dates
      return true
    case .weekdays(let days):
      guard var rule else { return false }
      if rule == RecurrenceRule(.daily) {
        rule = RecurrenceRule(.weekly, weekdays: Weekday.allCases.map { RecurrenceRule.DayOfWeek($0) })
      }
      let left = rule.weekdays.filter { !days.contains($0) }
      guard rule.frequency == .weekly, rule.weekdays.count == left.count + days.count, !left.isEmpty else {
        return false
      }
      rule.weekdays = left
      self.rule = rule
      literal = nil
      return true
    }
  }

  /// A day, perhaps with the name of its weekday before it.
  private mutating func date() -> CivilDate? {
    let named = attempt { reader -> CivilDate? in
      guard let days = reader.take(RepeatNames.weekdays), let date = reader.plainDate(),
        days == [date.weekday]
      else { return nil }
      return date
    }
    return named ?? plainDate()
  }

  /// The longest run of words that is a day.
  private mutating func plainDate() -> CivilDate? {
    for count in stride(from: min(4, tokens.count), through: 1, by: -1) {
      let words = tokens.prefix(count).map { Substring($0) }
      var reader = WhenReader(words: words[...], context: context, zone: context.zone, isTitle: true)
      guard let when = reader.read(), when.time == nil else { continue }
      tokens.removeFirst(count)
      return when.date
    }
    return nil
  }
}
