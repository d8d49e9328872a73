/// What a rule below daily allows of a day's hours, minutes and seconds, and the next allowed time after any.
struct ClockFilter: Sendable {
  private let hours: UInt64
  private let minutes: UInt64
  private let seconds: UInt64
  let isOpen: Bool

  /// Whatever is shorter than the frequency's own unit is no limit but an occurrence within it.
  init(_ rule: RecurrenceRule) {
    func mask(_ values: [Int], of count: UInt64, where isLimit: Bool) -> UInt64 {
      guard isLimit else { return 1 }
      return values.isEmpty ? (1 << count) - 1 : values.reduce(0) { $0 | 1 << UInt64($1) }
    }
    hours = mask(rule.hours, of: 24, where: rule.frequency < .daily)
    minutes = mask(rule.minutes, of: 60, where: rule.frequency < .hourly)
    seconds = mask(RecurrencePlan.leapless(rule.seconds), of: 60, where: rule.frequency < .minutely)
    isOpen =
      rule.hours.isEmpty && (rule.minutes.isEmpty || rule.frequency >= .hourly)
      && (rule.seconds.isEmpty || rule.frequency >= .minutely)
  }

  /// The first allowed second of the day from another on, or 86,400 if none is left.
  @inline(__always)
  func next(from second: Int) -> Int {
    var hour = second / 3600
    guard let inHour = Self.bit(hours, from: hour) else { return CivilDate.secondsADay }
    if inHour == hour {
      let minute = second / 60 % 60
      if let inMinute = Self.bit(minutes, from: minute) {
        if inMinute > minute { return hour * 3600 + inMinute * 60 + seconds.trailingZeroBitCount }
        if let inSecond = Self.bit(seconds, from: second % 60) {
          return hour * 3600 + minute * 60 + inSecond
        }
        if let later = Self.bit(minutes, from: minute + 1) {
          return hour * 3600 + later * 60 + seconds.trailingZeroBitCount
        }
      }
      guard let later = Self.bit(hours, from: hour + 1) else { return CivilDate.secondsADay }
      hour = later
    } else {
      hour = inHour
    }
    return hour * 3600 + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
  }

  /// The first bit that is set from one on.
  @inline(__always)
  private static func bit(_ mask: UInt64, from index: Int) -> Int? {
    let rest = index < 64 ? mask >> UInt64(index) : 0
    return rest == 0 ? nil : index + rest.trailingZeroBitCount
  }

  /// Whether steps of so many units ever fall on an allowed time of some day.
  ///
  /// Over the days, the steps reach every time of day that leaves the same rest by the greatest common divisor
  /// of a step and a day, and no other. Asking first keeps a rule like every second second, on odd seconds,
  /// from being looked for until the end of time.
  func meets(start: Int, unit: Int, interval: Int) -> Bool {
    guard !isOpen, interval > 1 else { return true }
    let step = Self.divisor(CivilDate.secondsADay, interval * unit)
    let rest = Self.rest(start - Self.rest(start, unit), step)
    var time = next(from: 0)
    while time < CivilDate.secondsADay {
      if time % step == rest { return true }
      time = next(from: time + 1)
    }
    return false
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : divisor(second, first % second)
  }

  private static func rest(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
