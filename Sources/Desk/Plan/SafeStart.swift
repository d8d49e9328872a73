import Civil

/// Until when work on a card can wait and still be finished in time.
package struct SafeStart: Hashable, Sendable {
  package let due: Instant
  /// Seconds of work that are left by the estimate.
  package let needed: Int
  /// The last instant at which starting is in time; nil when it is too late already.
  package let at: Instant?
  /// Seconds of working time that are missing when it is too late; 0 else.
  package let missing: Int
}

extension Desk {
  /// The last safe start of the cards that have an estimate and are due in a stretch of time.
  ///
  /// Counted backwards from the due time through the person's working hours, without what other blocks take and the
  /// buffers around those of other clients; time that is planned for the card itself is there for it. Costs the cards and
  /// the blocks from `now` to the end of the stretch, of which four weeks count.
  package func safeStarts(dueIn span: TimeSpan, now: Instant) -> [CardID: SafeStart] {
    var found: [CardID: SafeStart] = [:]
    for item in deadlines(in: TimeSpan(start: max(now, span.start), end: span.end)) {
      if let start = safeStart(of: item.card, now: now) { found[item.card.id] = start }
    }
    return found
  }

  /// The last safe start of one card; nil without a due time to come, without an estimate, when that is used up, or when
  /// the work would take more than four weeks.
  package func safeStart(of card: Card, now: Instant) -> SafeStart? {
    guard card.isOpen, let estimate = card.estimate, let due = dueInstant(card), due > now else { return nil }
    let needed = estimate - secondsSpent(on: card.id, now: now)
    guard needed > 0 else { return nil }
    let buffer = settings.bufferMinutes * 60
    var left = needed
    var date = homeZone.date(at: due)
    for _ in 0...PlanRules.horizon {
      // Working hours of a date may run past midnight, so those of the day after the one that is due are over by then.
      if let working = workingSpan(on: date), working.start < due, working.end > now {
        let span = TimeSpan(start: max(working.start, now), end: min(working.end, due))
        for gap in open(span, for: card, buffer: buffer).reversed() {
          guard gap.duration < left else {
            return SafeStart(due: due, needed: needed, at: gap.end.adding(-left), missing: 0)
          }
          left -= gap.duration
        }
      }
      date = date.adding(days: -1)
      if homeZone.startOfDay(date.adding(days: 2)) < now {
        return SafeStart(due: due, needed: needed, at: nil, missing: left)
      }
    }
    return nil
  }

  private func open(_ span: TimeSpan, for card: Card, buffer: Int) -> [TimeSpan] {
    let wide = TimeSpan(start: span.start.adding(-buffer), end: span.end.adding(buffer))
    let closed = occurrences(in: wide).filter { $0.takesTime && $0.block.card != card.id }.map { item in
      let isOther = item.block.client.map { $0 != card.client } ?? false
      let kept = isOther ? buffer : 0
      return TimeSpan(start: item.start.adding(-kept), end: item.end.adding(kept))
    }
    return PlanRoom.open([span], without: closed.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
  }
}
