/// A point on the UTC line, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
  package var seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.seconds < right.seconds
  }

  /// The instant so many seconds later (earlier if negative); stops at the ends of the line.
  package func adding(_ seconds: Int) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(Int64(seconds))
    guard overflow else { return Instant(seconds: sum) }
    return Instant(seconds: seconds < 0 ? .min : .max)
  }

  /// How many seconds lie between an earlier instant and this one (negative if it is later).
  package func seconds(since other: Instant) -> Int {
    let (difference, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    guard overflow else { return Int(difference) }
    return seconds < other.seconds ? .min : .max
  }
}

extension Instant {
  /// Reads `2026-11-23T09:12:07Z`.
  ///
  /// Other programs' variants are taken too: no seconds, fractions of a second (dropped), a space for the `T`,
  /// and an offset (`+05:30`, `+0530`, `+05`) for the `Z`. A text without `Z` or offset is no instant.
  package init?(text: String) {
    let read = TextCursor.read(text) { cursor -> Instant? in
      guard let date = cursor.date(), cursor.take("T") || cursor.take("t") || cursor.take(" "),
        let hour = cursor.digits(2), hour < 24, cursor.take(":"),
        let minute = cursor.digits(2), minute < 60
      else { return nil }
      var second = 0
      if cursor.take(":") {
        // A leap second is written :60 and counts as the next minute's first.
        guard let value = cursor.digits(2), value <= 60 else { return nil }
        second = value
        if cursor.take(".") || cursor.take(",") {
          guard cursor.skipDigits() else { return nil }
        }
      }
      guard let secondsEast = Self.offset(&cursor) else { return nil }
      let secondOfDay = hour * 3600 + minute * 60 + second
      return cursor.ending(
        Instant(seconds: Int64(date.dayNumber * CivilDate.secondsADay + secondOfDay - secondsEast)))
    }
    guard let read else { return nil }
    self = read
  }

  /// Takes `Z` or an offset, in seconds east of UTC.
  private static func offset(_ cursor: inout TextCursor) -> Int? {
    if cursor.take("Z") || cursor.take("z") { return 0 }
    let isWest = cursor.take("-")
    guard isWest || cursor.take("+"), let hours = cursor.digits(2), hours < 25 else { return nil }
    var seconds = hours * 3600
    if !cursor.isAtEnd {
      _ = cursor.take(":")
      guard let minutes = cursor.digits(2), minutes < 60 else { return nil }
      seconds += minutes * 60
    }
    return isWest ? -seconds : seconds
  }

  /// The instant as `2026-11-23T09:12:07Z`.
  package var text: String {
    let wall = WallTime(utc: self)
    return String(unsafeUninitializedCapacity: 21) { bytes in
      var writer = DigitWriter(bytes)
      writer.put(wall.date)
      writer.put("T")
      writer.put(wall.hour, width: 2)
      writer.put(":")
      writer.put(wall.minute, width: 2)
      writer.put(":")
      writer.put(wall.second, width: 2)
      writer.put("Z")
      return writer.count
    }
  }
}

extension Instant: CustomStringConvertible {
  package var description: String { text }
}
