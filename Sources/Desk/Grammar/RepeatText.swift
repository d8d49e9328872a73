import Civil

/// How something comes again, as people say it: `every second Tuesday`, `on the last Friday of every month`.
///
/// Whatever has plain words is written so that `Grammar.parseRepeat` reads the same rule off it. A rule that has none
/// is told part by part: longer, and never wrong.
package enum RepeatText {
  /// The rule, until when it goes on, and when not.
  ///
  /// - Parameters:
  ///   - last: the day of the last start where it is known. A rule that ends with a day is told with that day, as it was
  ///     typed; one that ends within a day with the last start's.
  ///   - except: the days that are left out.
  ///   - today: a year is told where it is another one, or where the day has been.
  package static func text(
    _ rule: RecurrenceRule, last: CivilDate? = nil, except: [CivilDate] = [], today: CivilDate, zone: Zone,
    _ words: DateWords
  ) -> String {
    let text = withEnd(rule, last: last, today: today, zone: zone, words)
    guard !except.isEmpty else { return text }
    let writer = RepeatWriter(rule: rule, words: words.repeats)
    let days = writer.list(except.map { date($0, today: today, words) })
    return RepeatWords.fill(words.repeats.except, text, days)
  }

  private static func withEnd(
    _ rule: RecurrenceRule, last: CivilDate?, today: CivilDate, zone: Zone, _ words: DateWords
  ) -> String {
    let writer = RepeatWriter(rule: rule, words: words.repeats)
    let text = writer.plain ?? writer.exact
    switch rule.end {
    case .never: return text
    case .count(1): return RepeatWords.fill(words.repeats.once, text)
    case .count(let count): return RepeatWords.fill(words.repeats.times, text, "\(count)")
    case .onDate, .at, .until:
      let end = end(rule.end, last, today: today, zone: zone, words)
      return RepeatWords.fill(words.repeats.until, text, end)
    }
  }

  /// A set's rule with the day of its last start; empty where the set has no rule.
  package static func text(_ set: RecurrenceSet, today: CivilDate, _ words: DateWords) -> String {
    guard let rule = set.rule else { return "" }
    return text(rule, last: set.last?.date, today: today, zone: set.zone, words)
  }

  private static func end(
    _ end: RecurrenceRule.End, _ last: CivilDate?, today: CivilDate, zone: Zone, _ words: DateWords
  ) -> String {
    let wall: WallTime
    switch end {
    case .never, .count: return ""
    case .onDate(let day): return date(day, today: today, words)
    case .at(let time): wall = time
    case .until(let instant): wall = zone.wall(at: instant)
    }
    let day = date(wall.date, today: today, words)
    if wall.secondOfDay >= 86_340 { return day }
    return last.map { date($0, today: today, words) } ?? "\(day) \(DateText.clock(wall))"
  }

  /// `3 Dec`, `3 Dec 2027`.
  private static func date(_ date: CivilDate, today: CivilDate, _ words: DateWords) -> String {
    let text = "\(date.day) \(words.month(date.month))"
    return date.year == today.year && date >= today ? text : "\(text) \(date.year)"
  }
}

/// Writes a rule without its end.
private struct RepeatWriter {
  let rule: RecurrenceRule
  let words: RepeatWords

  private func fill(_ sentence: String, _ arguments: String...) -> String {
    arguments.count == 1
      ? RepeatWords.fill(sentence, arguments[0]) : RepeatWords.fill(sentence, arguments[0], arguments[1])
  }

  // Names.

  private func name(_ weekday: Weekday) -> String { words.weekdays[weekday.rawValue - 1] }
  private func name(month: Int) -> String { words.months[month - 1] }

  /// `third`, `15th`, `last`, `second-to-last`.
  private func ordinal(_ number: Int, inWords: Bool = true) -> String {
    guard number > 0 else {
      return number == -1 ? words.last : fill(words.toLast, ordinal(-number, inWords: inWords))
    }
    if inWords, number <= words.ordinals.count { return words.ordinals[number - 1] }
    let isTeen = (11...13).contains(number % 100)
    return fill(words.numbered[isTeen ? 3 : min(3, (number + 9) % 10)], "\(number)")
  }

  /// `a, b and c`.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast()
    return fill(words.and, head.dropFirst().reduce(head[0]) { fill(words.comma, $0, $1) }, last)
  }

  private func period(_ frequency: RecurrenceRule.Frequency) -> String {
    let index = frequency.rawValue
    switch rule.interval {
    case 1: return words.every[index]
    case 2: return words.everyOther[index]
    default: return fill(words.everyFew[index], "\(rule.interval)")
    }
  }

  /// Numbers from the start before those from the end.
  private func inOrder(_ numbers: [Int]) -> [Int] {
    numbers.filter { $0 > 0 } + numbers.filter { $0 < 0 }
  }

  private func months() -> String { list(rule.months.map { name(month: $0) }) }

  /// Whether where a week begins makes a difference.
  private var dependsOnWeekStart: Bool {
    guard rule.weekStart != .monday else { return false }
    if !rule.weekNumbers.isEmpty { return true }
    return rule.frequency == .weekly && (rule.interval > 1 || !rule.positions.isEmpty)
  }
}

// Plain words.
extension RepeatWriter {
  /// What people say, if they have words for it.
  var plain: String? {
    guard rule.hours.isEmpty, rule.minutes.isEmpty, rule.seconds.isEmpty, rule.yearDays.isEmpty,
      rule.weekNumbers.isEmpty, !dependsOnWeekStart
    else { return nil }
    guard rule.frequency != .yearly else { return yearly }
    guard let text = withoutMonths else { return nil }
    return rule.months.isEmpty ? text : fill(words.inMonths, text, months())
  }

  private var withoutMonths: String? {
    switch rule.frequency {
    case .weekly: weekly
    case .monthly: monthly
    default:
      rule.weekdays.isEmpty && rule.monthDays.isEmpty && rule.positions.isEmpty ? period(rule.frequency) : nil
    }
  }

  private var weekly: String? {
    guard rule.positions.isEmpty else { return nil }
    let days = rule.weekdays.map(\.weekday)
    guard !days.isEmpty else { return period(.weekly) }
    let named = list(days.map(name))
    switch rule.interval {
    case 1: return isWorkweek ? words.everyWeekday : fill(words.everyNamed, named)
    case 2 where days.count == 1: return fill(words.everyOtherNamed, named)
    default: return fill(words.periodOn, period(.weekly), named)
    }
  }

  private var isWorkweek: Bool { rule.weekdays == RepeatNames.workweek }

  private var monthly: String? {
    guard !saysNoDay else { return period(.monthly) }
    return daysOfMonth.map { fill(words.daysOf, $0, period(.monthly)) }
  }

  private var yearly: String? {
    guard !(saysNoDay && rule.months.isEmpty) else { return period(.yearly) }
    guard !rule.months.isEmpty else { return nil }
    let (days, names) = (rule.monthDays, rule.months)
    if days.count == 1, names.count == 1, days[0] > 0, rule.weekdays.isEmpty, rule.positions.isEmpty {
      return fill(words.periodOn, period(.yearly), fill(words.dateOf, "\(days[0])", name(month: names[0])))
    }
    return daysOfMonth.map { fill(words.periodOn, period(.yearly), fill(words.theOf, $0, months())) }
  }

  private var saysNoDay: Bool { rule.weekdays.isEmpty && rule.monthDays.isEmpty && rule.positions.isEmpty }

  /// `15th`, `1st and last day`, `first and third Tuesday`, `last weekday`.
  private var daysOfMonth: String? {
    if rule.weekdays.isEmpty, rule.positions.isEmpty, !rule.monthDays.isEmpty {
      let days = list(inOrder(rule.monthDays).map { ordinal($0, inWords: false) })
      return rule.monthDays.contains { $0 < 0 } ? fill(words.day, days) : days
    }
    guard rule.monthDays.isEmpty, !rule.weekdays.isEmpty else { return nil }
    if isWorkweek, !rule.positions.isEmpty, rule.positions.allSatisfy({ abs($0) <= 23 }) {
      return fill(words.weekday, list(inOrder(rule.positions).map { ordinal($0) }))
    }
    guard rule.positions.isEmpty, rule.weekdays.allSatisfy({ $0.ordinal != 0 && abs($0.ordinal) <= 5 }) else {
      return nil
    }
    let groups = Weekday.allCases.compactMap { weekday -> String? in
      let numbers = inOrder(rule.weekdays.filter { $0.weekday == weekday }.map(\.ordinal))
      return numbers.isEmpty ? nil : list(numbers.map { ordinal($0) }) + " " + name(weekday)
    }
    return list(groups)
  }
}

// Part by part.
extension RepeatWriter {
  /// Every part of the rule, each as a limit of the ones before.
  var exact: String {
    var parts = [period(rule.frequency)]
    func add(_ sentence: String, _ items: [String]) {
      if !items.isEmpty { parts.append(fill(sentence, list(items))) }
    }
    func days(_ numbers: [Int]) -> [String] {
      inOrder(numbers).map { fill(words.day, ordinal($0, inWords: false)) }
    }
    add(words.onlyIn, rule.months.map { name(month: $0) })
    add(words.inWeeks, inOrder(rule.weekNumbers).map { fill(words.week, ordinal($0, inWords: false)) })
    add(words.onDaysOfYear, days(rule.yearDays))
    add(words.onDaysOfMonth, days(rule.monthDays))
    add(words.onWeekdays, rule.weekdays.map(weekday))
    add(words.atHours, rule.hours.map(String.init))
    add(words.atMinutes, rule.minutes.map(String.init))
    add(words.atSeconds, rule.seconds.map(String.init))
    add(words.positions, inOrder(rule.positions).map { ordinal($0, inWords: false) })
    if dependsOnWeekStart { parts.append(fill(words.weeksFrom, name(rule.weekStart))) }
    return parts.dropFirst().reduce(parts[0]) { fill(words.comma, $0, $1) }
  }

  private func weekday(_ day: RecurrenceRule.DayOfWeek) -> String {
    guard day.ordinal != 0 else { return fill(words.everyOne, name(day.weekday)) }
    let isOfYear = rule.frequency == .yearly && rule.months.isEmpty
    return fill(
      isOfYear ? words.nthWeekdayOfYear : words.nthWeekday, ordinal(day.ordinal), name(day.weekday))
  }
}
