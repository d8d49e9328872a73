/// Where a rule's occurrences end, by the clock on the wall.
struct RecurrenceEnd: Sendable {
  /// No occurrence lies at or after this second.
  let bound: Int
  /// Up to this second all of them are inside; above it `isInside` decides.
  let surelyInside: Int
  private let until: Instant
  private let zone: Zone

  init(rule: RecurrenceRule?, plan: RecurrencePlan?, zone: Zone) {
    self.zone = zone
    var until = Instant(seconds: .max)
    var surelyInside = Int.max
    switch rule?.end {
    case .onDate(let date)?: bound = (date.dayNumber + 1) * CivilDate.secondsADay
    case .at(let wall)?: bound = Int(wall.secondsSinceEpoch) + 1
    case .until(let instant)?:
      let wall = Int(zone.wall(at: instant).secondsSinceEpoch)
      // No offset reaches 26 hours: with no change of the clocks that near, wall times and instants go in step.
      let reach = 2 * 26 * 3600
      let change = zone.nextTransition(after: instant.adding(-reach))
      if let change, change <= instant.adding(reach) {
        until = instant
        surelyInside = wall - reach
        bound = wall + reach
      } else {
        bound = wall + 1
      }
    case .count(let count)?: bound = plan?.end(ofCount: count) ?? .max
    case .never?, nil: bound = .max
    }
    self.until = until
    self.surelyInside = surelyInside
  }

  /// Whether an occurrence is not after the instant that ends the rule.
  ///
  /// Compared as instants: in a night in which the clocks change, an earlier wall time may be a later instant.
  func isInside(_ second: Int) -> Bool {
    zone.instant(of: WallTime(secondsSinceEpoch: Int64(second))) <= until
  }

  func holds(_ second: Int) -> Bool {
    second < bound && (second <= surelyInside || isInside(second))
  }
}
