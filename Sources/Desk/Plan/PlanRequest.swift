import Civil

/// What is to be planned: some days of the home zone, and how the ideal week looks.
package struct PlanRequest: Hashable, Sendable {
  /// Nothing is planned before it.
  package var now: Instant
  package var first: CivilDate
  /// The last date, itself included.
  package var last: CivilDate
  package var frames: [WeekFrame]
  /// Whose cards are planned; nil for everybody's.
  package var clients: Set<ClientID>?

  package init(
    now: Instant, first: CivilDate, last: CivilDate, frames: [WeekFrame] = [], clients: Set<ClientID>? = nil
  ) {
    self.now = now
    self.first = first
    self.last = max(first, last)
    self.frames = frames
    self.clients = clients
  }
}

/// How planning goes about it, in seconds unless said otherwise.
package enum PlanRules {
  /// What a card without an estimate is taken to need.
  package static let guess = 3600
  /// What a card is given that is not done though its estimate is used up.
  package static let more = 1800
  /// The longest block; longer work is split.
  package static let longest = 7200
  /// The shortest block, unless less is left to do.
  package static let shortest = 1800
  /// Kept free between two blocks of one card.
  package static let pause = 900
  /// Blocks begin and end at quarters of an hour.
  package static let grid = 900
  /// Due times up to so many days after the planned ones decide the order; later ones come after their quadrant.
  package static let daysAhead = 7
  /// How many days after the planned ones are looked through for when something would be finished.
  package static let horizon = 28
  /// Blocks missed in so many days before now are planned again.
  package static let daysBack = 7
  /// How many cards are planned at most, the first in the order.
  package static let mostCards = 400
}

extension Desk {
  /// The day to plan: that date, or where no working time is left on it the next one that has any.
  package func planDay(_ date: CivilDate, now: Instant, frames: [WeekFrame] = []) -> PlanRequest {
    let first = max(date, homeZone.date(at: now))
    let day = (0..<14).lazy.map { first.adding(days: $0) }.first { hasTimeLeft(on: $0, now: now) } ?? first
    return PlanRequest(now: now, first: day, last: day, frames: frames)
  }

  /// What is left of a date's week, Monday to Sunday, or where no working time is left in it the next week.
  package func planWeek(of date: CivilDate, now: Instant, frames: [WeekFrame] = []) -> PlanRequest {
    let today = homeZone.date(at: now)
    for week in 0..<3 {
      let monday = max(date, today).adding(days: 1 - max(date, today).weekday.rawValue + week * 7)
      let days = (0..<7).map { monday.adding(days: $0) }.filter { $0 >= today }
      guard let first = days.first(where: { hasTimeLeft(on: $0, now: now) }), let last = days.last else {
        continue
      }
      return PlanRequest(now: now, first: first, last: last, frames: frames)
    }
    return PlanRequest(now: now, first: max(date, today), last: max(date, today), frames: frames)
  }

  /// Whether any working time is left on a date: not on days off, be it by the week or by a block that lasts whole days.
  package func hasTimeLeft(on date: CivilDate, now: Instant) -> Bool {
    guard let working = workingSpan(on: date) else { return false }
    let span = TimeSpan(start: max(working.start, now), end: working.end)
    let off = occurrences(in: span).filter { $0.block.allDay && $0.takesTime }.map(\.span)
    return PlanRoom.open([span], without: off).contains { $0.duration >= PlanRules.grid }
  }
}
