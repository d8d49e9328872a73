import Civil

/// Whether somebody can be reached: what a traffic light tells.
package enum Presence: String, CaseIterable, Sendable {
  /// Within working hours, on a day of work that is no holiday.
  case atWork
  /// Not at work, and it is between seven and ten in the evening there.
  case awake
  case asleep
  /// On a date that is a holiday, all day.
  case holiday

  /// Seconds after midnight between which people are up who do not work.
  package static let waking = 7 * 3600..<22 * 3600
}

extension Client {
  /// The holiday on a date, if it is one.
  package func holiday(on date: CivilDate) -> Holiday? {
    holidays.isEmpty ? nil : holidays.first { $0.contains(date) }
  }

  /// Whether the client is at work at that time of their own wall clock.
  ///
  /// Hours that run past midnight belong to the date on which they begin, its holidays too.
  package func isAtWork(_ wall: WallTime) -> Bool {
    guard hours.contains(wall) else { return false }
    guard !holidays.isEmpty else { return true }
    let isFromYesterday =
      hours.endMinute <= hours.startMinute && wall.secondOfDay < hours.startMinute * 60
    return holiday(on: isFromYesterday ? wall.date.adding(days: -1) : wall.date) == nil
  }

  /// What the client is likely to do at that time of their own wall clock.
  package func presence(at wall: WallTime) -> Presence {
    if isAtWork(wall) { return .atWork }
    if holiday(on: wall.date) != nil { return .holiday }
    return Presence.waking.contains(wall.secondOfDay) ? .awake : .asleep
  }
}
