/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday 7.
package enum Weekday: Int, CaseIterable, Comparable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  package static func < (left: Weekday, right: Weekday) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The day so many days later in the week, round and round.
  package func adding(_ days: Int) -> Weekday {
    let index = (rawValue - 1 + days % 7 + 7) % 7
    return Weekday(rawValue: index + 1) ?? self
  }

  /// How many days to go forward from this weekday to reach another: 0 to 6.
  package func days(until other: Weekday) -> Int {
    (other.rawValue - rawValue + 7) % 7
  }
}
