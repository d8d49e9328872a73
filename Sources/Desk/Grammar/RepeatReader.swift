import Civil

/// Reads the words of a rule off folded tokens: what comes again, until when, how often.
///
/// What it does not take, such as a time of day, it leaves in `rest`.
struct RepeatReader {
  private var tokens: ArraySlice<String>
  private let context: GrammarContext
  private(set) var rule: RecurrenceRule?
  /// The rule as it was typed, where it was typed as iCalendar has it and nothing else was said of it.
  private(set) var literal: String?
  private(set) var startDate: CivilDate?
  /// Days that are left out.
  private(set) var except: [CivilDate] = []
  /// What was not about coming again, word by word as it was typed.
  private(set) var rest: [Substring] = []

  /// - Parameter words: words as typed; a comma at the end of one is a token of its own.
  init(words: ArraySlice<Substring>, context: GrammarContext) {
    self.context = context
    var tokens: [String] = []
    for word in words {
      let parts = TextFold.text(word).split(separator: ",", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { tokens.append(",") }
        if !part.isEmpty { tokens.append(String(part)) }
      }
    }
    self.tokens = tokens[...]
  }

  /// False unless there is a rule, said once, in words that agree.
  mutating func read() -> Bool {
    var end: RecurrenceRule.End?
    var months: [Int]?
    while let token = tokens.first {
      if rule == nil, let read = attempt({ $0.clause() }) {
        rule = read
      } else if end == nil, rule != nil, let read = attempt({ $0.ending() }) {
        end = read
      } else if months == nil, rule != nil, let read = attempt({ $0.season() }) {
        months = read
      } else if startDate == nil, rule != nil, let read = attempt({ $0.beginning() }) {
        startDate = read
      } else if except.isEmpty, rule != nil, let read = attempt({ $0.exception() }) {
        guard leaveOut(read) else { return false }
      } else {
        tokens.removeFirst()
        if token != "," { rest.append(Substring(token)) }
      }
    }
    guard var rule else { return false }
    if let end {
      guard rule.end == .never else { return false }
      rule.end = end
    }
    if let months {
      guard rule.months.isEmpty, rule.frequency != .yearly else { return false }
      rule.months = months
    }
    if rule != self.rule { literal = nil }
    self.rule = rule
    return true
  }

  /// What a reading gives, or nothing taken.
  private mutating func attempt<Value>(_ read: (inout RepeatReader) -> Value?) -> Value? {
    let before = tokens
    guard let value = read(&self) else {
      tokens = before
      return nil
    }
    return value
  }

  private mutating func take(_ words: String...) -> Bool {
    guard let token = tokens.first, words.contains(token) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func take<Value>(_ read: (String) -> Value?) -> Value? {
    guard let token = tokens.first, let value = read(token) else { return nil }
    tokens.removeFirst()
    return value
  }

  /// `,`, `and` or both between the things of a list.
  private mutating func separator() -> Bool {
    let comma = take(",")
    return take("and", "&") || comma
  }

  /// One or more of a thing.
  private mutating func list<Value>(_ read: (inout RepeatReader) -> Value?) -> [Value]? {
    guard let first = attempt(read) else { return nil }
    var values = [first]
    while let next = attempt({ $0.separator() ? read(&$0) : nil }) { values.append(next) }
    return values
  }
}

// The rule itself.
extension RepeatReader {
  private mutating func clause() -> RecurrenceRule? {
    attempt { $0.literalClause() } ?? attempt { $0.ordinalClause() } ?? attempt { $0.everyClause() }
      ?? attempt { $0.adverbClause() }
  }

  /// `FREQ=WEEKLY;BYDAY=MO,TU`, for who knows iCalendar.
  private mutating func literalClause() -> RecurrenceRule? {
    guard let first = tokens.first, RepeatReader.isLiteral(first) else { return nil }
    // Its commas are tokens of their own here, and the last one may be of the sentence.
    var count = 1
    for (before, next) in zip(tokens, tokens.dropFirst()) {
      guard before == "," || next == "," || before.hasSuffix(";") || next.hasPrefix(";") else { break }
      count += 1
    }
    for length in stride(from: count, through: 1, by: -1) {
      var text = tokens.prefix(length).joined().uppercased()
      if text.hasPrefix("RRULE:") { text.removeFirst(6) }
      guard let read = try? RecurrenceRule(text: text) else { continue }
      tokens.removeFirst(length)
      literal = text
      return read
    }
    return nil
  }

  /// Whether a word begins a rule as iCalendar has it.
  static func isLiteral(_ word: some StringProtocol) -> Bool {
    let folded = TextFold.text(word)
    return folded.hasPrefix("freq=") || folded.hasPrefix("rrule:") || folded.contains(";freq=")
  }

  /// `every day`, `every second tue`, `every 2 weeks on mon and thu`, `every 3 dec`.
  private mutating func everyClause() -> RecurrenceRule? {
    guard take("every", "each") else { return nil }
    if let date = attempt({ $0.dayOfYear() }) { return date }
    let interval = self.interval() ?? 1
    if let days = attempt({ $0.weekdays() }) {
      return RecurrenceRule(.weekly, interval: interval, weekdays: days)
    }
    guard let (frequency, factor) = take(RepeatNames.unit) else {
      guard interval == 1 else { return nil }
      return take(RepeatNames.week).map { RecurrenceRule(.weekly, weekdays: $0) }
    }
    return detail(RecurrenceRule(frequency, interval: interval * factor))
  }

  /// `weekly on mon`, `monthly on the 15th`, `weekdays`, `mondays`.
  private mutating func adverbClause() -> RecurrenceRule? {
    if let (frequency, interval) = take(RepeatNames.adverb) {
      return detail(RecurrenceRule(frequency, interval: interval))
    }
    if take("weekdays", "workdays") { return RecurrenceRule(.weekly, weekdays: RepeatNames.workweek) }
    guard let token = tokens.first, token.hasSuffix("days"), let days = weekdays() else { return nil }
    return RecurrenceRule(.weekly, weekdays: days)
  }

  /// `last fri of the month`, `on the 1st and 15th of every second month`, `every 4th thu of november`, `3 dec every year`,
  /// `first and third mon`.
  private mutating func ordinalClause() -> RecurrenceRule? {
    if let date = attempt({ $0.dayOfEveryYear() }) { return date }
    _ = take("every", "each")
    guard var rule = attempt({ $0.daysOfMonth() }) else { return nil }
    guard take("of") else {
      // `every second mon` is every other week; several in one week there are not.
      let days = rule.weekdays.filter { $0.ordinal != 0 }
      return days.count > 1 || days.contains { $0.ordinal < 0 } ? rule : nil
    }
    return attempt { reader in
      // `of november`, `of march and june every year`.
      guard let months = reader.list({ $0.take(DateNames.month) }) else { return nil }
      rule = RecurrenceRule(
        .yearly, months: months, monthDays: rule.monthDays, weekdays: rule.weekdays, positions: rule.positions
      )
      if reader.take("every", "each") {
        let interval = reader.interval() ?? 1
        guard reader.take("year", "years") else { return nil }
        rule.interval = interval
      }
      return rule
    }
      ?? attempt { reader in
        guard reader.take("every", "each", "the", "a") else { return nil }
        let interval = reader.interval() ?? 1
        guard reader.take("month", "months") else { return nil }
        rule.interval = interval
        return rule
      }
  }

  /// What may follow a frequency: the days of its period.
  private mutating func detail(_ rule: RecurrenceRule) -> RecurrenceRule {
    let detailed: RecurrenceRule? = attempt { reader in
      _ = reader.take("on")
      var rule = rule
      switch rule.frequency {
      case .weekly:
        guard let days = reader.weekdays() else { return nil }
        rule.weekdays = days
      case .monthly:
        guard let days = reader.daysOfMonth() else { return nil }
        (rule.monthDays, rule.weekdays, rule.positions) = (days.monthDays, days.weekdays, days.positions)
      case .yearly:
        if let day = reader.attempt({ $0.dayOfYear() }) {
          (rule.months, rule.monthDays) = (day.months, day.monthDays)
        } else {
          guard let days = reader.daysOfMonth(), reader.take("of"),
            let months = reader.list({ $0.take(DateNames.month) })
          else { return nil }
          (rule.months, rule.monthDays) = (RepeatNames.sorted(months), days.monthDays)
          (rule.weekdays, rule.positions) = (days.weekdays, days.positions)
        }
      default: return nil
      }
      return rule
    }
    return detailed ?? rule
  }

  /// `other`, `second`, `3rd`, `2`, `two`.
  private mutating func interval() -> Int? {
    take {
      $0 == "other" ? 2 : RepeatNames.ordinal($0).flatMap { $0 > 0 ? $0 : nil } ?? RepeatNames.number($0)
    }
  }

  /// `mon, wed and fri`, `mon-fri`, `tuesdays`.
  private mutating func weekdays() -> [RecurrenceRule.DayOfWeek]? {
    guard let lists = list({ $0.take(RepeatNames.weekdays) }) else { return nil }
    return RepeatNames.sorted(lists.flatMap { $0 }.map { RecurrenceRule.DayOfWeek($0) })
  }

  /// `3 dec every year`, `on 3 dec of every second year`.
  private mutating func dayOfEveryYear() -> RecurrenceRule? {
    _ = take("on")
    guard var rule = dayOfYear() else { return nil }
    _ = take("of")
    guard take("every", "each") else { return nil }
    rule.interval = interval() ?? 1
    return take("year", "years") ? rule : nil
  }

  /// `3 dec`, `dec 3`.
  private mutating func dayOfYear() -> RecurrenceRule? {
    let day: Int
    let month: Int
    if let number = take(DateNames.dayNumber) {
      guard let named = take(DateNames.month) else { return nil }
      (day, month) = (number, named)
    } else {
      guard let named = take(DateNames.month), let number = take(DateNames.dayNumber) else { return nil }
      (day, month) = (number, named)
    }
    return RecurrenceRule(.yearly, months: [month], monthDays: [day])
  }

  /// `on the 15th`, `the 1st and last day`, `first and third tue`, `last weekday`, `1st mon and 3rd tue`.
  private mutating func daysOfMonth() -> RecurrenceRule? {
    _ = take("on")
    var monthDays: [Int] = []
    var weekdays: [RecurrenceRule.DayOfWeek] = []
    var positions: [Int] = []
    let groups = list { reader -> Bool? in
      let isLedIn = reader.take("the")
      guard
        let ordinals = reader.list({ reader in
          _ = reader.take("the")
          return reader.take { RepeatNames.ordinal($0) ?? (isLedIn ? RepeatNames.dayOfMonth($0) : nil) }
        })
      else { return nil }
      if let days = reader.attempt({ $0.take(RepeatNames.weekdays) }) {
        for ordinal in ordinals { weekdays += days.map { .init($0, ordinal: ordinal) } }
      } else if reader.take("weekday", "workday") {
        positions += ordinals
      } else if reader.take("day", "days") || ordinals.allSatisfy({ $0 > 0 }) {
        monthDays += ordinals
      } else {
        return nil
      }
      return true
    }
    // A day that is one of several kinds at once no rule can say.
    let kinds = [monthDays.isEmpty, weekdays.isEmpty, positions.isEmpty]
    guard groups != nil, kinds.filter({ !$0 }).count == 1, weekdays.allSatisfy({ abs($0.ordinal) <= 5 }),
      monthDays.allSatisfy({ abs($0) <= 31 }), positions.allSatisfy({ abs($0) <= 23 })
    else { return nil }
    return RecurrenceRule(
      .monthly, monthDays: monthDays, weekdays: positions.isEmpty ? weekdays : RepeatNames.workweek,
      positions: positions)
  }
}

// What limits it.
extension RepeatReader {
  /// `until 3 dec`, `10 times`, `once`.
  private mutating func ending() -> RecurrenceRule.End? {
    if take("until", "till", "through") { return date().map { .onDate($0) } }
    _ = take("for")
    if take("once") { return .count(1) }
    if take("twice") { return .count(2) }
    guard let count = take(RepeatNames.number), take("times", "time", "x") else { return nil }
    return .count(count)
  }

  /// `in june and july`.
  private mutating func season() -> [Int]? {
    guard take("in"), let months = list({ $0.take(DateNames.month) }) else { return nil }
    return RepeatNames.sorted(months)
  }

  /// `from 3 dec`, `starting mon`.
  private mutating func beginning() -> CivilDate? {
    guard take("from", "starting", "beginning") else { return nil }
    _ = take("on")
    return date()
  }

  /// What is left out: days, or weekdays of a rule that goes by them.
  private enum Exception {
    case dates([CivilDate])
    case weekdays([RecurrenceRule.DayOfWeek])
  }

  /// The words that say that something is left out.
  static let exceptWords = ["except", "excepting", "excluding", "without"]

  /// `except 30 nov and 7 dec`, `but not on fri`.
  private mutating func exception() -> Exception? {
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
  private mutating func leaveOut(_ exception: Exception) -> Bool {
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
