/// A stretch of time in which another zone's clocks are the ones that are looked at.
package struct ZoneStay: Hashable, Sendable {
  package let zone: Zone
  package let start: Instant
  /// The first instant after it.
  package let end: Instant

  package init(zone: Zone, start: Instant, end: Instant) {
    self.zone = zone
    self.start = start
    self.end = end
  }
}

extension Zone {
  /// The clocks of somebody who lives here and spends whole dates elsewhere; `days` in order and apart.
  ///
  /// On the first date away the clocks are turned, and on the first date back, at the later of the two midnights: so
  /// every instant has one date, the day of a journey to the west is longer and one to the east shorter.
  /// Only between zones more than 24 hours apart, as Kiritimati and Pago Pago are, does a date begin before the one
  /// that is lived twice has ended.
  package func with(days: [(zone: Zone, from: CivilDate, to: CivilDate)]) -> Zone {
    var stays: [ZoneStay] = []
    for (index, day) in days.enumerated() {
      let before = index > 0 && days[index - 1].to.adding(days: 1) == day.from ? days[index - 1].zone : self
      let after =
        index + 1 < days.count && day.to.adding(days: 1) == days[index + 1].from ? days[index + 1].zone : self
      let start = max(before.startOfDay(day.from), day.zone.startOfDay(day.from))
      let last = day.to.adding(days: 1)
      let end = max(after.startOfDay(last), day.zone.startOfDay(last))
      if start < end { stays.append(ZoneStay(zone: day.zone, start: start, end: end)) }
    }
    return with(stays: stays)
  }
}
