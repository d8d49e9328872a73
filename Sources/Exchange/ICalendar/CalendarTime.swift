import Civil

/// A date or a time as a calendar file says it, its zone not yet found (RFC 5545, 3.3.4 and 3.3.5).
struct CalendarTime: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// A day without a time.
    case day
    case utc
    /// No zone given: the wall time wherever one is.
    case floating
    /// By the clocks of the zone with this name in the file.
    case zoned(String)
  }

  var wall: WallTime
  var form: Form

  var isDay: Bool { form == .day }

  /// Reads `20261203`, `20261203T160000` or `20261203T160000Z`; seconds may be missing, blanks are passed over.
  ///
  /// A leap second is the second before it, as the RFC has it; 24:00 is the next day's midnight.
  init?(_ bytes: some BidirectionalCollection<UInt8>, zone: String?, isDay: Bool) {
    var digits: [Int] = []
    digits.reserveCapacity(14)
    var hasTime = false
    var isUTC = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isUTC && digits.count < 14:
        digits.append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: "T"), UInt8(ascii: "t"):
        guard digits.count == 8, !hasTime else { return nil }
        hasTime = true
      case UInt8(ascii: "Z"), UInt8(ascii: "z"):
        guard hasTime, !isUTC else { return nil }
        isUTC = true
      // A quote that was opened around the zone and closed behind the time.
      case 0x20, 0x09, UInt8(ascii: "\""): continue
      default: return nil
      }
    }
    func number(_ places: Range<Int>) -> Int { digits[places].reduce(0) { $0 * 10 + $1 } }
    guard digits.count >= 8,
      let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    else { return nil }
    guard hasTime, !isDay else {
      guard hasTime || digits.count == 8 else { return nil }
      wall = WallTime(date: date, secondOfDay: 0)
      form = .day
      return
    }
    guard digits.count == 14 || digits.count == 12 else { return nil }
    let (hour, minute) = (number(8..<10), number(10..<12))
    let second = digits.count == 14 ? min(number(12..<14), 60) : 0
    guard hour < 24 || (hour == 24 && minute == 0), minute < 60 else { return nil }
    wall = WallTime(date: date, hour: hour, minute: minute, second: min(second, 59))
    form = isUTC ? .utc : zone.map(Form.zoned) ?? .floating
  }

  init(wall: WallTime, form: Form) {
    self.wall = wall
    self.form = form
  }
}

/// A length of time as a calendar file says it (RFC 5545, 3.3.6): days by the calendar, and seconds by the clock.
struct CalendarDuration: Hashable, Sendable {
  var days: Int
  var seconds: Int

  /// Reads `P1DT2H`, `PT45M`, `P2W`, `-PT15M`, and their mixtures that the grammar forbids but programs write.
  init?(_ bytes: some Collection<UInt8>) {
    var (days, seconds) = (0, 0)
    var number: Int?
    var sign = 1
    var isTime = false
    var hasBegun = false
    var hasPart = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard hasBegun else { return nil }
        // Longer than any calendar, and far from overflowing.
        number = min((number ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 4_000_000_000)
        continue
      case UInt8(ascii: "+"), UInt8(ascii: " "): continue
      case UInt8(ascii: "-"):
        // Within it, a sign is what no two programs read the same way.
        guard !hasBegun else { return nil }
        sign = -1
      case UInt8(ascii: "P"), UInt8(ascii: "p"): hasBegun = true
      case UInt8(ascii: "T"), UInt8(ascii: "t"): isTime = true
      case UInt8(ascii: "W"), UInt8(ascii: "w"), UInt8(ascii: "D"), UInt8(ascii: "d"),
        UInt8(ascii: "H"), UInt8(ascii: "h"), UInt8(ascii: "M"), UInt8(ascii: "m"), UInt8(ascii: "S"),
        UInt8(ascii: "s"):
        guard let count = number else { return nil }
        number = nil
        hasPart = true
        switch byte & 0xDF {
        case UInt8(ascii: "W"): days += count * 7
        case UInt8(ascii: "D"): days += count
        case UInt8(ascii: "H"): seconds += count * 3600
        case UInt8(ascii: "M"): seconds += count * 60
        default: seconds += count
        }
        if byte & 0xDF == UInt8(ascii: "M"), !isTime { return nil }
        continue
      default: return nil
      }
      guard number == nil else { return nil }
    }
    guard hasBegun, number == nil, hasPart else { return nil }
    self.days = sign * min(days, 4_000_000)
    self.seconds = sign * min(seconds, 400_000_000_000)
  }
}
