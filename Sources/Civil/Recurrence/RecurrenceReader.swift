/// Reads a rule's text part by part, taking what calendars in the wild write and refusing what means nothing.
struct RecurrenceReader {
  private var rule = RecurrenceRule(.daily)
  private var seen: Set<String> = []
  private var frequency: RecurrenceRule.Frequency?
  /// The part that is being read, as it was written.
  private var part = ""

  /// Takes lower case, blanks, a leading `RRULE:`, empty parts (`;;`, a trailing `;`) and `X-` parts.
  static func read(_ text: String) throws(RecurrenceError) -> RecurrenceRule {
    guard text.utf8.count <= 10_000 else {
      throw RecurrenceError(part: text, problem: "is longer than any rule: at most 10,000 characters")
    }
    var reader = RecurrenceReader()
    var rest = text.filter { !$0.isWhitespace }.uppercased()[...]
    if rest.hasPrefix("RRULE:") { rest = rest.dropFirst(6) }
    for part in rest.split(separator: ";") {
      reader.part = String(part)
      try reader.take(part)
    }
    return try reader.finish()
  }

  private func failure(_ problem: String) -> RecurrenceError {
    RecurrenceError(part: part, problem: problem)
  }

  private mutating func take(_ part: Substring) throws(RecurrenceError) {
    guard let equals = part.firstIndex(of: "=") else { throw failure("is no part of a rule: NAME=VALUE is") }
    let name = String(part[..<equals])
    let value = part[part.index(after: equals)...]
    // Extensions were allowed by RFC 2445; whoever does not know them was to pass over them.
    if name.hasPrefix("X-") { return }
    guard seen.insert(name).inserted else { throw failure("comes a second time") }
    guard !value.isEmpty else { throw failure("has no value") }
    switch name {
    case "FREQ":
      guard let known = RecurrenceRule.Frequency.allCases.first(where: { $0.text == value }) else {
        throw failure("is none of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY and YEARLY")
      }
      frequency = known
    case "INTERVAL": rule.interval = try number(value)
    case "COUNT": rule.end = .count(try number(value))
    case "UNTIL": rule.end = try until(value)
    case "BYSECOND": rule.seconds = try numbers(value, 0...60)
    case "BYMINUTE": rule.minutes = try numbers(value, 0...59)
    case "BYHOUR": rule.hours = try numbers(value, 0...23)
    case "BYDAY": rule.weekdays = try weekdays(value)
    case "BYMONTHDAY": rule.monthDays = try numbers(value, 1...31, fromEnd: true)
    case "BYYEARDAY": rule.yearDays = try numbers(value, 1...366, fromEnd: true)
    case "BYWEEKNO": rule.weekNumbers = try numbers(value, 1...53, fromEnd: true)
    case "BYMONTH": rule.months = try numbers(value, 1...12)
    case "BYSETPOS": rule.positions = try numbers(value, 1...366, fromEnd: true)
    case "WKST":
      guard let day = Weekday(recurrenceText: value) else { throw failure("is no weekday: MO to SU") }
      rule.weekStart = day
    case "RSCALE":
      guard value == "GREGORIAN" else {
        throw failure("counts by another calendar; only GREGORIAN is known")
      }
    case "SKIP":
      guard value == "OMIT" else { throw failure("is not known; days that do not exist are left out (OMIT)") }
    default: throw failure("is not known to RFC 5545")
    }
  }

  private mutating func finish() throws(RecurrenceError) -> RecurrenceRule {
    part = ""
    guard let frequency else { throw failure("FREQ is missing, such as FREQ=WEEKLY") }
    guard !(seen.contains("COUNT") && seen.contains("UNTIL")) else {
      throw failure("COUNT and UNTIL cannot both end a rule: leave one out")
    }
    rule.frequency = frequency
    if let error = rule.contradiction { throw error }
    return rule
  }
}

// Values.
extension RecurrenceReader {
  private func number(_ value: Substring) throws(RecurrenceError) -> Int {
    guard value.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
      throw failure("is no whole number from 1")
    }
    guard let number = Int(value), number <= RecurrenceRule.greatestNumber else {
      throw failure("is too high: at most \(RecurrenceRule.greatestNumber)")
    }
    guard number > 0 else { throw failure("is too low: at least 1") }
    return number
  }

  /// A list of numbers within a range, which may be counted from the end with a minus sign.
  private func numbers(
    _ value: Substring, _ range: ClosedRange<Int>, fromEnd: Bool = false
  ) throws(RecurrenceError) -> [Int] {
    var result: [Int] = []
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Int(item), range.contains(fromEnd ? abs(number) : number) else {
        let expected =
          fromEnd
          ? "\(range.lowerBound) to \(range.upperBound), or -1 to -\(range.upperBound)"
          : "\(range.lowerBound) to \(range.upperBound)"
        throw failure("has “\(item.prefix(20))” where \(expected) was expected")
      }
      result.append(number)
    }
    return RecurrenceRule.sorted(result)
  }

  private func weekdays(_ value: Substring) throws(RecurrenceError) -> [RecurrenceRule.DayOfWeek] {
    var result: [RecurrenceRule.DayOfWeek] = []
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      let number = item.dropLast(2)
      let ordinal = number.isEmpty ? 0 : Int(number)
      guard let day = Weekday(recurrenceText: item.suffix(2)), let ordinal,
        number.isEmpty || (1...53).contains(abs(ordinal))
      else {
        throw failure("has “\(item.prefix(20))” where a weekday was expected: MO to SU, 1MO, -1FR")
      }
      result.append(RecurrenceRule.DayOfWeek(day, ordinal: ordinal))
    }
    return RecurrenceRule.sorted(result)
  }

  /// `20261203`, `20261203T160000`, `20261203T160000Z`; dashes and colons may stand between.
  private func until(_ value: Substring) throws(RecurrenceError) -> RecurrenceRule.End {
    let digits = String(
      decoding: value.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }, as: UTF8.self)
    let end = TextCursor.read(digits) { cursor -> RecurrenceRule.End? in
      guard let year = cursor.digits(4), let month = cursor.digits(2), let day = cursor.digits(2),
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      guard cursor.take("T") else { return cursor.ending(.onDate(date)) }
      guard let hour = cursor.digits(2), hour < 24, let minute = cursor.digits(2), minute < 60,
        let second = cursor.digits(2), second <= 60
      else { return nil }
      let wall = WallTime(date: date, hour: hour, minute: minute, second: min(second, 59))
      guard cursor.take("Z") else { return cursor.ending(.at(wall)) }
      return cursor.ending(.until(Instant(seconds: wall.secondsSinceEpoch)))
    }
    guard let end else {
      throw failure("is no date or time: 20261203, 20261203T160000 or 20261203T160000Z is")
    }
    return end
  }
}

extension RecurrenceRule {
  /// Reads a rule's text, with or without `RRULE:` before it.
  ///
  /// COUNT and UNTIL together are refused, as RFC 5545 does: no reader of such a rule knows which was meant.
  package init(text: String) throws(RecurrenceError) {
    self = try RecurrenceReader.read(text)
  }

  /// What RFC 5545, 3.3.10 forbids parts to do together, if the rule does it.
  var contradiction: RecurrenceError? {
    func error(_ part: String, _ problem: String) -> RecurrenceError {
      RecurrenceError(part: part, problem: problem)
    }
    let name = "FREQ=" + frequency.text
    if !weekNumbers.isEmpty, frequency != .yearly {
      return error("BYWEEKNO", "goes with FREQ=YEARLY only, and this rule is \(name)")
    }
    if !yearDays.isEmpty, (.daily ... .monthly).contains(frequency) {
      return error("BYYEARDAY", "does not go with \(name)")
    }
    if !monthDays.isEmpty, frequency == .weekly { return error("BYMONTHDAY", "does not go with \(name)") }
    if let ordinal = weekdays.first(where: { $0.ordinal != 0 }) {
      if frequency < .monthly {
        return error("BYDAY=\(ordinal.text)", "counts weekdays of a month or year, and this rule is \(name)")
      }
      if !weekNumbers.isEmpty {
        return error("BYDAY=\(ordinal.text)", "counts weekdays, which does not go with BYWEEKNO")
      }
    }
    let lists = [months, weekNumbers, yearDays, monthDays, hours, minutes, seconds]
    if !positions.isEmpty, weekdays.isEmpty, lists.allSatisfy(\.isEmpty) {
      return error("BYSETPOS", "needs another BY… part to choose from")
    }
    return nil
  }
}
