import Civil

/// Somebody who is to be there: where their clock is and when they work.
package struct SlotParty: Hashable, Sendable {
  package let name: String
  package let zone: Zone
  package let hours: WorkingHours
  /// Dates on which they do not work, by their calendar.
  package let holidays: [Holiday]
  /// The client that it is; nil for the person and for a zone alone.
  package let client: ClientID?
  /// Whether it is the person whose desk this is.
  package let isHome: Bool
  /// What the place is called where it is not the city of the zone.
  package let city: String?

  package init(
    name: String, zone: Zone, hours: WorkingHours, holidays: [Holiday] = [], client: ClientID? = nil,
    isHome: Bool = false, city: String? = nil
  ) {
    self.name = name
    self.zone = zone
    self.hours = hours
    self.holidays = holidays
    self.client = client
    self.isHome = isHome
    self.city = city
  }
}

extension SlotParty {
  /// Somebody who is only known by the place.
  package init(_ place: SlotPlace) {
    self.init(name: place.city, zone: place.zone, hours: WorkingHours(), city: place.city)
  }
}

/// What a time is to somebody, by their own clock.
package enum SlotFit: Hashable, Sendable {
  case inside
  /// Seconds before their work begins.
  case early(Int)
  /// Seconds after their work ends.
  case late(Int)
  case dayOff

  /// Whether they would be at work all the time.
  package var isInside: Bool { self == .inside }
}

/// A time by one party's clock.
package struct SlotTime: Hashable, Sendable {
  package let party: SlotParty
  /// Whose clock it is: that of the place where a person on a journey is.
  package let place: Zone
  package let start: WallTime
  package let end: WallTime
  package let fit: SlotFit
  /// How much it asks of them: 0 in the middle of their day, a little near its ends, much at night.
  package let cost: Int

  init(_ span: TimeSpan, for party: SlotParty) {
    self.party = party
    place = party.zone.rules(at: span.start)
    start = party.zone.wall(at: span.start)
    end = party.zone.wall(at: span.end)
    let opens = party.hours.startMinute * 60
    let closes = party.hours.endMinute * 60 + (party.hours.endMinute <= party.hours.startMinute ? 86_400 : 0)
    // Seconds after the midnight that the nearest working day began with.
    let length = max(0, Int(end.secondsSinceEpoch - start.secondsSinceEpoch))
    var best: (fit: SlotFit, cost: Int)?
    for dayBefore in [0, 1] where dayBefore == 0 || closes > 86_400 {
      let from = start.secondOfDay + dayBefore * 86_400
      let date = start.date.adding(days: -dayBefore)
      let isWorkday =
        party.hours.week.contains(date.weekday) && !party.holidays.contains { $0.contains(date) }
      let found = Self.judge(from: from, to: from + length, opens, closes, isWorkday: isWorkday)
      if found.cost < best?.cost ?? .max { best = found }
    }
    fit = best?.fit ?? .dayOff
    cost = (best?.cost ?? 0) + (Self.isNight(start, end, length) && best?.fit != .inside ? Self.night : 0)
  }

  /// Asks more than any hour of the day.
  private static let night = 2_000
  private static let dayOff = 4_000

  private static func judge(
    from: Int, to: Int, _ opens: Int, _ closes: Int, isWorkday: Bool
  ) -> (fit: SlotFit, cost: Int) {
    guard isWorkday else {
      // Whoever is asked on a day off is asked for an hour of the day all the same.
      return (.dayOff, dayOff + judge(from: from, to: to, opens, closes, isWorkday: true).cost)
    }
    let early = max(0, opens - from)
    let late = max(0, to - closes)
    if early == 0, late == 0 {
      // The first and the last half hour of a working day are nobody's favourites.
      let edge = min(from - opens, closes - to)
      return (.inside, max(0, 30 - edge / 60))
    }
    let minutes = max(early, late) / 60
    // Two people an hour off are better than one who is two hours off.
    return (late > early ? .late(late) : .early(early), 100 + minutes * 2 + minutes * minutes / 30)
  }

  /// Whether any of it lies between ten in the evening and six in the morning.
  private static func isNight(_ start: WallTime, _ end: WallTime, _ length: Int) -> Bool {
    let from = start.secondOfDay
    return from < 6 * 3600 || from + length > 22 * 3600
  }
}
