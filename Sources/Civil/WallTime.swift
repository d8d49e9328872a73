/// What a clock and a calendar on the wall show: a date and a time of day, in no zone yet.
package struct WallTime: Hashable, Comparable, Sendable, BitwiseCopyable {
  package let date: CivilDate
  private let storedSecond: Int32

  /// Seconds since midnight by the clock, 0 to 86,399.
  package var secondOfDay: Int { Int(storedSecond) }
  package var hour: Int { secondOfDay / 3600 }
  package var minute: Int { secondOfDay / 60 % 60 }
  package var second: Int { secondOfDay % 60 }

  /// A second of the day beyond midnight carries over into the days after or before.
  package init(date: CivilDate, secondOfDay: Int) {
    let day = CivilDate.secondsADay
    if secondOfDay >= 0, secondOfDay < day {
      self.date = date
      storedSecond = Int32(truncatingIfNeeded: secondOfDay)
    } else {
      let rest = secondOfDay % day
      let days = secondOfDay / day - (rest < 0 ? 1 : 0)
      self.date = date.adding(days: days)
      storedSecond = Int32(truncatingIfNeeded: rest < 0 ? rest + day : rest)
    }
  }

  /// Hours, minutes and seconds beyond their range carry over: 24:00 is the next day's midnight.
  package init(date: CivilDate, hour: Int, minute: Int, second: Int = 0) {
    self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  /// Seconds since 1970-01-01T00:00 by this clock, as if it stood in UTC.
  package init(secondsSinceEpoch seconds: Int64) {
    let day = Int64(CivilDate.secondsADay)
    let rest = seconds % day
    let days = seconds / day - (rest < 0 ? 1 : 0)
    date = CivilDate(dayNumber: Int(days))
    storedSecond = Int32(truncatingIfNeeded: rest < 0 ? rest + day : rest)
  }

  /// What a clock in UTC shows.
  package init(utc instant: Instant) {
    self.init(secondsSinceEpoch: instant.seconds)
  }

  /// Seconds since 1970-01-01T00:00 by this clock, as if it stood in UTC.
  package var secondsSinceEpoch: Int64 {
    Int64(date.dayNumber * CivilDate.secondsADay + secondOfDay)
  }

  package static func < (left: WallTime, right: WallTime) -> Bool {
    left.date == right.date ? left.storedSecond < right.storedSecond : left.date < right.date
  }

  /// The clock so many seconds further on, as if no zone ever changed its clocks.
  package func adding(seconds: Int) -> WallTime {
    let (sum, overflow) = secondOfDay.addingReportingOverflow(seconds)
    return WallTime(date: date, secondOfDay: overflow ? .max : sum)
  }
}

extension WallTime {
  /// Reads `2026-12-03T16:00`, also with seconds, and with a space for the `T`.
  package init?(text: String) {
    let read = TextCursor.read(text) { cursor -> WallTime? in
      guard let date = cursor.date(), cursor.take("T") || cursor.take("t") || cursor.take(" "),
        let hour = cursor.digits(2), hour < 24, cursor.take(":"),
        let minute = cursor.digits(2), minute < 60
      else { return nil }
      var second = 0
      if cursor.take(":") {
        guard let value = cursor.digits(2), value < 60 else { return nil }
        second = value
      }
      return cursor.ending(WallTime(date: date, hour: hour, minute: minute, second: second))
    }
    guard let read else { return nil }
    self = read
  }

  /// The wall time as `2026-12-03T16:00`, with seconds only if there are any.
  package var text: String {
    String(unsafeUninitializedCapacity: 20) { bytes in
      var writer = DigitWriter(bytes)
      writer.put(date)
      writer.put("T")
      writer.put(hour, width: 2)
      writer.put(":")
      writer.put(minute, width: 2)
      if second != 0 {
        writer.put(":")
        writer.put(second, width: 2)
      }
      return writer.count
    }
  }
}

extension WallTime: CustomStringConvertible {
  package var description: String { text }
}
