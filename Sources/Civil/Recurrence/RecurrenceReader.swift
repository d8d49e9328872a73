/// Reads a rule's text part by part, taking what calendars in the wild write and refusing what means nothing.
///
/// It works on bytes: a desk reads hundreds of rules when it opens, a calendar file brings thousands.
struct RecurrenceReader {
  private typealias Bytes = ArraySlice<UInt8>

  private var rule = RecurrenceRule(.daily)
  /// A bit for each of the known names.
  private var seen: UInt32 = 0
  /// The part that is being read.
  private var part: Bytes = []

  private enum Name: UInt32 {
    case frequency, interval, count, until, second, minute, hour, day, monthDay, yearDay, weekNumber, month,
      position
    case weekStart, scale, skip

    init?(_ text: String) {
      switch text {
      case "FREQ": self = .frequency
      case "INTERVAL": self = .interval
      case "COUNT": self = .count
      case "UNTIL": self = .until
      case "BYSECOND": self = .second
      case "BYMINUTE": self = .minute
      case "BYHOUR": self = .hour
      case "BYDAY": self = .day
      case "BYMONTHDAY": self = .monthDay
      case "BYYEARDAY": self = .yearDay
      case "BYWEEKNO": self = .weekNumber
      case "BYMONTH": self = .month
      case "BYSETPOS": self = .position
      case "WKST": self = .weekStart
      case "RSCALE": self = .scale
      case "SKIP": self = .skip
      default: return nil
      }
    }
  }

  /// Takes lower case, blanks, a leading `RRULE:`, empty parts (`;;`, a trailing `;`) and `X-` parts.
  static func read(_ text: String) throws(RecurrenceError) -> RecurrenceRule {
    guard text.utf8.count <= 10_000 else {
      throw RecurrenceError(part: text, problem: "is longer than any rule: at most 10,000 characters")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 where byte > 0x20 { bytes.append(byte &- 0x61 < 26 ? byte & 0xDF : byte) }
    var rest = bytes[...]
    if rest.starts(with: "RRULE:".utf8) { rest = rest.dropFirst(6) }
    var reader = RecurrenceReader()
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
      reader.part = rest[..<end]
      if !reader.part.isEmpty { try reader.takePart() }
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return try reader.finish()
  }

  private static func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  private func failure(_ problem: String) -> RecurrenceError {
    RecurrenceError(part: Self.text(part), problem: problem)
  }

  private func hasSeen(_ name: Name) -> Bool { seen >> name.rawValue & 1 == 1 }

  private mutating func takePart() throws(RecurrenceError) {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
      throw failure("is no part of a rule: NAME=VALUE is")
    }
    // Extensions were allowed by RFC 2445; whoever does not know them was to pass over them.
    if part.starts(with: "X-".utf8) { return }
    guard let name = Name(Self.text(part[..<equals])) else { throw failure("is not known to RFC 5545") }
    guard !hasSeen(name) else { throw failure("comes a second time") }
    seen |= 1 << name.rawValue
    let value = part[(equals + 1)...]
    guard !value.isEmpty else { throw failure("has no value") }
    switch name {
    case .frequency:
      let text = Self.text(value)
      guard let known = RecurrenceRule.Frequency.allCases.first(where: { $0.text == text }) else {
        throw failure("is none of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY and YEARLY")
      }
      rule.frequency = known
    case .interval: rule.interval = try number(value)
    case .count: rule.end = .count(try number(value))
    case .until: rule.end = try until(value)
    case .second: rule.seconds = try numbers(value, 0...60)
    case .minute: rule.minutes = try numbers(value, 0...59)
    case .hour: rule.hours = try numbers(value, 0...23)
    case .day: rule.weekdays = try weekdays(value)
    case .monthDay: rule.monthDays = try numbers(value, 1...31, fromEnd: true)
    case .yearDay: rule.yearDays = try numbers(value, 1...366, fromEnd: true)
    case .weekNumber: rule.weekNumbers = try numbers(value, 1...53, fromEnd: true)
    case .month: rule.months = try numbers(value, 1...12)
    case .position: rule.positions = try numbers(value, 1...366, fromEnd: true)
    case .weekStart:
      guard let day = Self.weekday(value) else { throw failure("is no weekday: MO to SU") }
      rule.weekStart = day
    case .scale:
      guard value.elementsEqual("GREGORIAN".utf8) else {
        throw failure("counts by another calendar; only GREGORIAN is known")
      }
    case .skip:
      guard value.elementsEqual("OMIT".utf8) else {
        throw failure("is not known; days that do not exist are left out (OMIT)")
      }
    }
  }

  private mutating func finish() throws(RecurrenceError) -> RecurrenceRule {
    part = []
    guard hasSeen(.frequency) else { throw failure("FREQ is missing, such as FREQ=WEEKLY") }
    guard !(hasSeen(.count) && hasSeen(.until)) else { throw .twoEnds }
    if let error = rule.contradiction { throw error }
    return rule
  }
}

// Values.
extension RecurrenceReader {
  /// The digits as a number; nil if there are none, if there is anything else, or if they are too many to matter.
  private static func digits(_ bytes: Bytes) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte &- 0x30)
    }
    return number
  }

  /// The digits with perhaps a sign before them.
  private static func signed(_ bytes: Bytes) -> Int? {
    switch bytes.first {
    case UInt8(ascii: "-"): digits(bytes.dropFirst()).map(-)
    case UInt8(ascii: "+"): digits(bytes.dropFirst())
    default: digits(bytes)
    }
  }

  private static func weekday(_ bytes: Bytes) -> Weekday? {
    guard bytes.count == 2, let first = bytes.first, let second = bytes.last else { return nil }
    return switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("M", "O"): .monday
    case ("T", "U"): .tuesday
    case ("W", "E"): .wednesday
    case ("T", "H"): .thursday
    case ("F", "R"): .friday
    case ("S", "A"): .saturday
    case ("S", "U"): .sunday
    default: nil
    }
  }

  private func number(_ value: Bytes) throws(RecurrenceError) -> Int {
    guard value.allSatisfy({ $0 &- 0x30 < 10 }) else { throw failure("is no whole number from 1") }
    guard let number = Self.digits(value), number <= RecurrenceRule.greatestNumber else {
      throw failure("is too high: at most \(RecurrenceRule.greatestNumber)")
    }
    guard number > 0 else { throw failure("is too low: at least 1") }
    return number
  }

  /// The items between commas, each read; in order, each once.
  private func list<Item: Comparable>(
    _ value: Bytes, _ expected: @autoclosure () -> String, _ such: String = "", _ read: (Bytes) -> Item?
  ) throws(RecurrenceError) -> [Item] {
    var result: [Item] = []
    var rest = value
    while true {
      let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
      guard let item = read(rest[..<end]) else {
        throw failure("has “\(Self.text(rest[..<end].prefix(20)))” where \(expected()) was expected\(such)")
      }
      result.append(item)
      guard end < rest.endIndex else { return RecurrenceRule.sorted(result) }
      rest = rest[(end + 1)...]
    }
  }

  /// Numbers within a range, which may be counted from the end with a minus sign.
  private func numbers(
    _ value: Bytes, _ range: ClosedRange<Int>, fromEnd: Bool = false
  ) throws(RecurrenceError) -> [Int] {
    func expected() -> String {
      let plain = "\(range.lowerBound) to \(range.upperBound)"
      return fromEnd ? "\(plain), or -1 to -\(range.upperBound)" : plain
    }
    return try list(value, expected()) { item in
      guard let number = Self.signed(item), range.contains(fromEnd ? abs(number) : number) else { return nil }
      return number
    }
  }

  private func weekdays(_ value: Bytes) throws(RecurrenceError) -> [RecurrenceRule.DayOfWeek] {
    try list(value, "a weekday", ": MO to SU, 1MO, -1FR") { item in
      guard let day = Self.weekday(item.suffix(2)) else { return nil }
      guard item.count > 2 else { return RecurrenceRule.DayOfWeek(day) }
      guard let ordinal = Self.signed(item.dropLast(2)), (1...53).contains(abs(ordinal)) else { return nil }
      return RecurrenceRule.DayOfWeek(day, ordinal: ordinal)
    }
  }

  /// `20261203`, `20261203T160000`, `20261203T160000Z`; dashes and colons may stand between.
  private func until(_ value: Bytes) throws(RecurrenceError) -> RecurrenceRule.End {
    let digits = value.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
    let end = digits.withUnsafeBufferPointer { bytes -> RecurrenceRule.End? in
      var cursor = TextCursor(bytes)
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
    if !weekNumbers.isEmpty, frequency != .yearly {
      return error("BYWEEKNO", "goes with FREQ=YEARLY only, and this rule is FREQ=\(frequency.text)")
    }
    if !yearDays.isEmpty, (.daily ... .monthly).contains(frequency) {
      return error("BYYEARDAY", "does not go with FREQ=\(frequency.text)")
    }
    if !monthDays.isEmpty, frequency == .weekly {
      return error("BYMONTHDAY", "does not go with FREQ=\(frequency.text)")
    }
    if let ordinal = weekdays.first(where: { $0.ordinal != 0 }) {
      if frequency < .monthly {
        return error(
          "BYDAY=\(ordinal.text)",
          "counts weekdays of a month or year, and this rule is FREQ=\(frequency.text)")
      }
      if !weekNumbers.isEmpty {
        return error("BYDAY=\(ordinal.text)", "counts weekdays, which does not go with BYWEEKNO")
      }
    }
    if !positions.isEmpty, weekdays.isEmpty, months.isEmpty, weekNumbers.isEmpty, yearDays.isEmpty,
      monthDays.isEmpty, hours.isEmpty, minutes.isEmpty, seconds.isEmpty
    {
      return error("BYSETPOS", "needs another BY… part to choose from")
    }
    return nil
  }
}
