import Civil

/// Reads the words of a rule off folded tokens: what comes again, until when, how often.
///
/// What it does not take, such as a time of day, it leaves in `rest`.
struct RepeatReader {
  var tokens: ArraySlice<String>
  let context: GrammarContext
  var rule: RecurrenceRule?
  /// The rule as it was typed, where it was typed as iCalendar has it and nothing else was said of it.
  var literal: String?
  /// Why the rule cannot be meant, although each of its words is understood.
  private(set) var problem: RecurrenceError?
  private(set) var startDate: CivilDate?
  /// Days that are left out.
  var except: [CivilDate] = []
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
        if part.isEmpty { continue }
        if ["day", "days"].contains(part), ["working", "business"].contains(tokens.last) {
          tokens[tokens.count - 1] = "work" + part
        } else {
          tokens.append(String(part))
        }
      }
    }
    self.tokens = tokens[...]
  }

  /// False unless there is a rule, said once, in words that agree.
  mutating func read() -> Bool {
    var end: Ending?
    var months: [Int]?
    while let token = tokens.first {
      if rule == nil, let read = attempt({ $0.clause() }) {
        rule = read
      } else if rule != nil, let read = attempt({ $0.ending() }) {
        guard end?.isDay != read.isDay else { return false }
        if end != nil { problem = .twoEnds }
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
      switch rule.end {
      case .never: break
      case .count where end.isDay, .onDate where !end.isDay, .at where !end.isDay, .until where !end.isDay:
        problem = .twoEnds
      default: return false
      }
      guard let last = end.end(of: rule) else { return false }
      rule.end = last
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
  mutating func attempt<Value>(_ read: (inout RepeatReader) -> Value?) -> Value? {
    let before = tokens
    guard let value = read(&self) else {
      tokens = before
      return nil
    }
    return value
  }

  mutating func take(_ words: String...) -> Bool {
    guard let token = tokens.first, words.contains(token) else { return false }
    tokens.removeFirst()
    return true
  }

  mutating func take<Value>(_ read: (String) -> Value?) -> Value? {
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
  mutating func list<Value>(_ read: (inout RepeatReader) -> Value?) -> [Value]? {
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
      ?? attempt { $0.numberedClause() } ?? attempt { $0.adverbClause() }
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

  /// `every 15th`, `every 1st and 15th`: days of the month, since no period follows.
  private mutating func numberedClause() -> RecurrenceRule? {
    guard take("every", "each"), let days = list({ $0.take(RepeatNames.numberedDay) }) else { return nil }
    return RecurrenceRule(.monthly, monthDays: days)
  }

  /// `weekly on mon`, `monthly on the 15th`, `once a month`, `weekdays`, `mondays`, `mon wed fri`.
  private mutating func adverbClause() -> RecurrenceRule? {
    if take("once") {
      guard take("a", "an", "per", "every", "each") else { return nil }
      return take(RepeatNames.unit).map { detail(RecurrenceRule($0.0, interval: $0.1)) }
    }
    if let (frequency, interval) = take(RepeatNames.adverb) {
      return detail(RecurrenceRule(frequency, interval: interval))
    }
    if take("weekdays", "workdays") { return RecurrenceRule(.weekly, weekdays: RepeatNames.workweek) }
    guard let token = tokens.first, let days = weekdays() else { return nil }
    // One weekday alone is a day, several are a habit.
    return token.hasSuffix("days") || days.count > 1 ? RecurrenceRule(.weekly, weekdays: days) : nil
  }

  /// `last fri of the month`, `on the 1st and 15th of every second month`, `every 4th thu of november`, `3 dec every year`,
  /// `first and third mon`, `every third mon`.
  private mutating func ordinalClause() -> RecurrenceRule? {
    if let date = attempt({ $0.dayOfEveryYear() }) { return date }
    let isEvery = take("every", "each")
    guard var rule = attempt({ $0.daysOfMonth() }) else { return nil }
    guard take("of") else { return saysMonth(rule, isEvery: isEvery) ? rule : nil }
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

  /// Whether days are plainly those of a month, although no month was said.
  ///
  /// `every second mon` is every other week, and `every sixth mon` no month has. Any other that is counted with `every` is
  /// one of the month, as people speak of their meetings: `every third mon` in a calendar is the third of the month, and who
  /// means the other says `every 3 weeks on mon`. Without `every` several are needed, or the last: `first mon` is a day.
  private func saysMonth(_ rule: RecurrenceRule, isEvery: Bool) -> Bool {
    let days = rule.weekdays.filter { $0.ordinal != 0 }
    let numbers = Set(rule.positions + days.map(\.ordinal))
    guard numbers.count == 1, let number = numbers.first, number > 0 else { return !numbers.isEmpty }
    guard isEvery else { return days.count > 1 }
    return rule.positions.isEmpty ? number != 2 : number == 1
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

  /// `mon, wed and fri`, `mon wed fri`, `mon-fri`, `tuesdays`.
  mutating func weekdays() -> [RecurrenceRule.DayOfWeek]? {
    namedDays().map { RepeatNames.sorted($0.map { RecurrenceRule.DayOfWeek($0) }) }
  }

  private mutating func namedDays() -> [Weekday]? {
    guard var days = take(RepeatNames.weekdays) else { return nil }
    while let next = attempt({ reader in
      _ = reader.separator()
      return reader.take(RepeatNames.weekdays)
    }) { days += next }
    return days
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
  mutating func dayOfYear() -> RecurrenceRule? {
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
      if let days = reader.attempt({ $0.namedDays() }) {
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
