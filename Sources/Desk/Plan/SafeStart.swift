import Civil

/// Until when work on a card can wait and still be finished in time.
package struct SafeStart: Hashable, Sendable {
  package let due: Instant
  /// Seconds of work that are left by the estimate; half an hour when it is used up.
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
  /// buffers around those of other clients; time that is planned for the card itself is there for it. The blocks of the
  /// stretch and of the week before it are read once for all cards; a card for which that is too little is looked at by
  /// itself, over four weeks at most.
  package func safeStarts(dueIn span: TimeSpan, now: Instant) -> [CardID: SafeStart] {
    let items = deadlines(in: TimeSpan(start: max(now, span.start), end: span.end)).compactMap { item in
      neededTime(of: item.card, now: now).map { (due: item.due, card: item.card, needed: $0) }
    }
    guard let first = items.first, let last = items.last else { return [:] }
    var ground = SafeStartGround(
      self, from: max(now, first.due.adding(-SafeStartGround.reach)), to: last.due)
    var found: [CardID: SafeStart] = [:]
    for item in items where item.due > now {
      found[item.card.id] =
        ground.start(of: item.card, due: item.due, needed: item.needed) ?? safeStart(of: item.card, now: now)
    }
    return found
  }

  /// The last safe start of one card; nil without a due time to come, without an estimate, or when the work would take more
  /// than four weeks.
  package func safeStart(of card: Card, now: Instant) -> SafeStart? {
    guard let due = dueInstant(card), due > now, let needed = neededTime(of: card, now: now) else {
      return nil
    }
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

  private func neededTime(of card: Card, now: Instant) -> Int? {
    card.isOpen ? estimatedTime(of: card, now: now)?.seconds : nil
  }

  /// Seconds of work that are left by a card's estimate, or that it is given when its estimate is used up; nil without one.
  func estimatedTime(of card: Card, now: Instant) -> (seconds: Int, isUsedUp: Bool)? {
    guard let estimate = card.estimate, estimate > 0 else { return nil }
    let left = estimate - secondsSpent(on: card.id, now: now)
    return left > 0 ? (left, false) : (PlanRules.more, true)
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

/// The working time before some due times, read once for the cards that are due then.
private struct SafeStartGround {
  /// Seconds before the first due time that are looked at.
  static let reach = 4 * CivilDate.secondsADay

  private let working: [TimeSpan]
  private let taken: [Occurrence]
  private let own: Set<CardID>
  private let buffer: Int
  /// What is open to a client, by start.
  private var open: [ClientID: [TimeSpan]] = [:]

  init(_ desk: Desk, from start: Instant, to end: Instant) {
    buffer = desk.settings.bufferMinutes * 60
    // Working hours of the day before may run past midnight.
    let dates = desk.homeZone.date(at: start).dayNumber - 1...desk.homeZone.date(at: end).dayNumber
    working = dates.compactMap { day in
      desk.workingSpan(on: CivilDate(dayNumber: day)).flatMap { span in
        span.end > start && span.start < end
          ? TimeSpan(start: max(span.start, start), end: min(span.end, end)) : nil
      }
    }
    taken = desk.occurrences(from: start.adding(-buffer), to: end.adding(buffer)).filter(\.takesTime)
    own = Set(taken.compactMap(\.block.card))
  }

  /// Nil where the work does not fit into the time that was read.
  mutating func start(of card: Card, due: Instant, needed: Int) -> SafeStart? {
    var left = needed
    for gap in gaps(for: card).reversed() where gap.start < due {
      let length = min(gap.end, due).seconds(since: gap.start)
      guard length < left else {
        return SafeStart(
          due: due, needed: needed, at: min(gap.end, due).adding(-left), missing: 0)
      }
      left -= length
    }
    return nil
  }

  private mutating func gaps(for card: Card) -> [TimeSpan] {
    guard !own.contains(card.id) else { return gaps(for: card.client, without: card.id) }
    if let known = open[card.client] { return known }
    let found = gaps(for: card.client, without: nil)
    open[card.client] = found
    return found
  }

  private func gaps(for client: ClientID, without card: CardID?) -> [TimeSpan] {
    let closed = taken.filter { card == nil || $0.block.card != card }.map { item in
      let isOther = item.block.client.map { $0 != client } ?? false
      let kept = isOther ? buffer : 0
      return TimeSpan(start: item.start.adding(-kept), end: item.end.adding(kept))
    }
    return PlanRoom.open(working, without: closed.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
  }
}
