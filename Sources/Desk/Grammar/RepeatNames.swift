import Civil

/// The words that say how something comes again: English, folded.
enum RepeatNames {
  static let workweek: [RecurrenceRule.DayOfWeek] = [.monday, .tuesday, .wednesday, .thursday, .friday].map {
    RecurrenceRule.DayOfWeek($0)
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// `first`, `3rd`, `last` (-1), `second-to-last`, `2nd-to-last` (-2).
  static func ordinal(_ word: String) -> Int? {
    if word == "last" { return -1 }
    if word.hasSuffix("-to-last") { return ordinal(String(word.dropLast(8))).map(-) }
    if let index = ordinals.firstIndex(of: word) { return index + 1 }
    var scanner = ByteScanner(word)
    guard let number = scanner.number(maxDigits: 3), number > 0,
      scanner.takeWord(["st", "nd", "rd", "th"]), scanner.isAtEnd
    else { return nil }
    return number
  }

  /// `15th`, not `first`, which is spoken of other things too.
  static func numberedDay(_ word: String) -> Int? {
    guard word.first?.isNumber == true, !word.contains("-") else { return nil }
    return ordinal(word).flatMap { $0 <= 31 ? $0 : nil }
  }

  /// `2`, `two`.
  static func number(_ word: String) -> Int? {
    if let index = numbers.firstIndex(of: word) { return index + 1 }
    var scanner = ByteScanner(word)
    guard let number = scanner.number(maxDigits: 9), number > 0, scanner.isAtEnd else { return nil }
    return number
  }

  /// `15`.
  static func dayOfMonth(_ word: String) -> Int? {
    number(word).flatMap { $0 <= 31 ? $0 : nil }
  }

  /// `week`, and how many of them a word such as `quarter` is.
  static func unit(_ word: String) -> (RecurrenceRule.Frequency, Int)? {
    switch word {
    case "second", "seconds": (.secondly, 1)
    case "minute", "minutes", "min": (.minutely, 1)
    case "hour", "hours": (.hourly, 1)
    case "day", "days": (.daily, 1)
    case "week", "weeks": (.weekly, 1)
    case "fortnight": (.weekly, 2)
    case "month", "months": (.monthly, 1)
    case "quarter", "quarters": (.monthly, 3)
    case "year", "years": (.yearly, 1)
    default: nil
    }
  }

  /// `weekly`; not `biweekly`, which means two things.
  static func adverb(_ word: String) -> (RecurrenceRule.Frequency, Int)? {
    switch word {
    case "hourly": (.hourly, 1)
    case "daily": (.daily, 1)
    case "weekly": (.weekly, 1)
    case "fortnightly": (.weekly, 2)
    case "monthly": (.monthly, 1)
    case "quarterly": (.monthly, 3)
    case "yearly", "annually": (.yearly, 1)
    default: nil
    }
  }

  /// `weekday`, `weekend`.
  static func week(_ word: String) -> [RecurrenceRule.DayOfWeek]? {
    switch word {
    case "weekday", "workday": workweek
    case "weekend": [RecurrenceRule.DayOfWeek(.saturday), RecurrenceRule.DayOfWeek(.sunday)]
    default: nil
    }
  }

  /// `tue`, `tuesdays`, `mon-fri`.
  static func weekdays(_ word: String) -> [Weekday]? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
    guard ends.count <= 2, let first = weekday(ends[0]) else { return nil }
    guard ends.count == 2 else { return [first] }
    guard let last = weekday(ends[1]), first != last else { return nil }
    return (0...first.days(until: last)).map { first.adding($0) }
  }

  private static func weekday(_ word: String) -> Weekday? {
    DateNames.weekday(word) ?? (word.hasSuffix("days") ? DateNames.weekday(String(word.dropLast())) : nil)
  }

  /// In order, each once.
  static func sorted<Value: Comparable>(_ values: [Value]) -> [Value] {
    var result: [Value] = []
    for value in values.sorted() where result.last != value { result.append(value) }
    return result
  }
}
