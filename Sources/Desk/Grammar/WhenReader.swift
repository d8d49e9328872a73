import Civil

/// Reads the words of a day and a time, in a zone that is known already.
struct WhenReader {
  private var words: ArraySlice<String>
  private let context: GrammarContext
  private let zone: Zone
  private let now: WallTime
  private let isTitle: Bool

  init(words: ArraySlice<Substring>, context: GrammarContext, zone: Zone, isTitle: Bool) {
    self.words = words.map { TextFold.text($0) }[...]
    self.context = context
    self.zone = zone
    self.isTitle = isTitle
    now = zone.wall(at: context.now)
  }

  private var today: CivilDate { now.date }

  /// The whole of the words, or nil.
  mutating func read() -> When? {
    guard !words.isEmpty else { return nil }
    if let when = stamp() ?? fromNow() ?? ending() { return words.isEmpty ? when : nil }
    if let time = clock(bareHour: false) {
      guard words.isEmpty else {
        // `4pm tomorrow`: the day after the time.
        guard let day = day(time: time), words.isEmpty else { return nil }
        return when(day, time)
      }
      if context.looksBack {
        return when(time <= now.secondOfDay ? today : today.adding(days: -1), time)
      }
      return when(time > now.secondOfDay ? today : today.adding(days: 1), time)
    }
    let start = words
    guard var date = day(time: nil) else { return nil }
    if words.isEmpty { return when(date, nil) }
    if words.first == "at" { words.removeFirst() }
    guard let time = clock(bareHour: !isTitle), words.isEmpty else { return nil }
    // The time may decide which day is meant: `mon 16:00` on a Monday morning.
    words = start
    date = day(time: time) ?? date
    return when(date, time)
  }

  private func when(_ date: CivilDate, _ time: Int?) -> When {
    // Of home's clocks those that are looked at on that day.
    let rules = zone.rules(at: WallTime(date: date, secondOfDay: time ?? 12 * 3600))
    return When(date: date, time: time, zone: rules.name)
  }

  /// `2026-12-03T16:00`, `2026-12-03T16:00:00Z`.
  private mutating func stamp() -> When? {
    guard let word = words.first, word.utf8.count > 10 else { return nil }
    let wall: WallTime
    if let instant = Instant(text: word) {
      wall = zone.wall(at: instant)
    } else if let read = WallTime(text: word) {
      wall = read
    } else {
      return nil
    }
    words.removeFirst()
    return when(wall.date, wall.secondOfDay)
  }

  /// `in 2h`, `in 3 days`, `+2h`.
  private mutating func fromNow() -> When? {
    let rest: String
    if words.first == "in", words.count > 1 {
      rest = words.dropFirst().joined(separator: " ")
    } else if words.count == 1, let word = words.first, word.hasPrefix("+"), word.contains("h") {
      rest = String(word.dropFirst())
    } else {
      return nil
    }
    if let date = offset(rest) {
      words = []
      return when(date, nil)
    }
    guard let last = rest.last, last.isLetter || rest.contains(":"), let seconds = Grammar.parseDuration(rest)
    else { return nil }
    words = []
    let wall = zone.wall(at: context.now.adding(seconds))
    return when(wall.date, wall.secondOfDay / 60 * 60)
  }

  /// `eod`, `eow`.
  private mutating func ending() -> When? {
    let closing = When.closing(context.hours)
    switch words.first {
    case "eod":
      words.removeFirst()
      return when(today, closing > now.secondOfDay ? closing : 86_340)
    case "eow":
      words.removeFirst()
      let monday = today.startOfWeek()
      let days = (0..<7).map { monday.adding(days: $0) }
      return when(days.last { context.hours.week.contains($0.weekday) } ?? monday.adding(days: 6), closing)
    default: return nil
    }
  }

  /// A time of day: `4pm`, `4 pm`, `16:00`.
  private mutating func clock(bareHour: Bool) -> Int? {
    guard let first = words.first else { return nil }
    if words.count > 1 {
      let second = words[words.startIndex + 1]
      if second == "pm" || second == "am", let time = Grammar.time(first + second, bareHour: false) {
        words.removeFirst(2)
        return time
      }
    }
    guard let time = Grammar.time(first, bareHour: bareHour) else { return nil }
    words.removeFirst()
    return time
  }

  /// A day; `time`, when known, decides whether a weekday's name may mean today.
  private mutating func day(time: Int?) -> CivilDate? {
    guard let word = words.first else { return nil }
    if let date = namedDay(word) ?? CivilDate(text: word) ?? offset(word) ?? dayOfNextMonth(word) {
      words.removeFirst()
      return date
    }
    if word == "next" || word == "this", words.count > 1 {
      guard let date = relative(word, words[words.startIndex + 1]) else { return nil }
      words.removeFirst(2)
      return date
    }
    if let weekday = DateNames.weekday(word) {
      words.removeFirst()
      // `thu 26 nov`, as dates are shown; a date that is another day of the week is a slip somewhere.
      let count = words.count
      guard let date = monthAndDay() else { return nearest(weekday, time: time) }
      if date.weekday == weekday { return date }
      // This year's is shown without its year, also when it is past.
      guard count - words.count == 2,
        let past = CivilDate(year: today.year, month: date.month, day: date.day), past.weekday == weekday
      else { return nil }
      return past
    }
    return monthAndDay()
  }

  /// The next such day, today only for a time later than now; looking back, the last one, today included unless
  /// for a time later than now.
  private func nearest(_ weekday: Weekday, time: Int?) -> CivilDate {
    let days = today.weekday.days(until: weekday)
    let isLater = time.map { $0 > now.secondOfDay } ?? false
    if context.looksBack {
      return today.adding(days: days == 0 && !isLater ? 0 : days - 7)
    }
    return today.adding(days: days == 0 && !isLater ? 7 : days)
  }

  private func namedDay(_ word: String) -> CivilDate? {
    switch word {
    case "today", "tod": today
    case "tomorrow", "tom", "tmr": today.adding(days: 1)
    case "yesterday": today.adding(days: -1)
    default: nil
    }
  }

  private func relative(_ which: String, _ word: String) -> CivilDate? {
    let monday = today.startOfWeek().adding(days: which == "next" ? 7 : 0)
    if let weekday = DateNames.weekday(word) {
      let date = monday.adding(days: weekday.rawValue - 1)
      return date >= today ? date : nil
    }
    guard which == "next" else { return nil }
    switch word {
    case "week": return monday
    case "month": return today.startOfMonth.adding(months: 1)
    default: return nil
    }
  }

  /// `+7`, `-2`, `+2w`, `+1m`, and after `in`: `3 days`, `2 weeks`, `a month`.
  private func offset(_ text: String) -> CivilDate? {
    var scanner = ByteScanner(text)
    let isBack = scanner.take("-")
    let isSigned = isBack || scanner.take("+")
    guard let number = scanner.number(maxDigits: 4) else { return nil }
    scanner.skipSpaces()
    if scanner.isAtEnd { return isSigned ? today.adding(days: isBack ? -number : number) : nil }
    let sign = isBack ? -1 : 1
    // After `in`, `m` is minutes; after a sign it is months.
    let months = isSigned ? ["months", "month", "mo", "m"] : ["months", "month", "mo"]
    var date: CivilDate?
    if scanner.takeWord(["days", "day", "d"]) {
      date = today.adding(days: sign * number)
    } else if scanner.takeWord(["weeks", "week", "w"]) {
      date = today.adding(days: sign * number * 7)
    } else if scanner.takeWord(months) {
      date = today.adding(months: sign * number)
    }
    return scanner.isAtEnd ? date : nil
  }

  /// `*15`.
  private func dayOfNextMonth(_ word: String) -> CivilDate? {
    var scanner = ByteScanner(word)
    guard scanner.take("*"), let day = scanner.number(maxDigits: 2), scanner.isAtEnd, (1...31).contains(day)
    else { return nil }
    let first = today.startOfMonth.adding(months: 1)
    return first.adding(days: min(day, first.daysInMonth) - 1)
  }

  /// `3 dec`, `dec 3`, `3 dec 2027`.
  private mutating func monthAndDay() -> CivilDate? {
    guard words.count > 1 else { return nil }
    let first = words[words.startIndex]
    let second = words[words.startIndex + 1]
    let month: Int
    let day: Int
    if let named = DateNames.month(second), let number = DateNames.dayNumber(first) {
      (month, day) = (named, number)
    } else if let named = DateNames.month(first), let number = DateNames.dayNumber(second) {
      (month, day) = (named, number)
    } else {
      return nil
    }
    if words.count > 2, words[words.startIndex + 2].utf8.count == 4,
      let year = Int(words[words.startIndex + 2]), year > 1900
    {
      guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
      words.removeFirst(3)
      return date
    }
    // The nearest such day: 29 February may be eight years away.
    for distance in 0...8 {
      let year = today.year + (context.looksBack ? -distance : distance)
      guard let date = CivilDate(year: year, month: month, day: day),
        context.looksBack ? date <= today : date >= today
      else { continue }
      words.removeFirst(2)
      return date
    }
    return nil
  }
}

/// The names of days and months that can be typed: English, whole or from three letters on.
enum DateNames {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  static func weekday(_ word: String) -> Weekday? {
    if word == "weds" { return .wednesday }
    return index(of: word, in: weekdays).flatMap { Weekday(rawValue: $0 + 1) }
  }

  static func month(_ word: String) -> Int? { index(of: word, in: months).map { $0 + 1 } }

  /// `3`, `3.`, `3,`, `3rd`.
  static func dayNumber(_ word: String) -> Int? {
    var scanner = ByteScanner(word)
    guard let day = scanner.number(maxDigits: 2), (1...31).contains(day) else { return nil }
    if scanner.isAtEnd || scanner.take(".") || scanner.take(",") { return scanner.isAtEnd ? day : nil }
    return scanner.takeWord(["st", "nd", "rd", "th"]) && scanner.isAtEnd ? day : nil
  }

  private static func index(of word: String, in names: [String]) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }
  }
}
