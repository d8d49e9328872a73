import Civil

/// What of some working time is taken, and where there is room.
struct PlanRoom {
  struct Taken {
    let span: TimeSpan
    let client: ClientID?
    let card: CardID?
  }

  private(set) var taken: [Taken]
  /// Seconds kept between blocks of different clients.
  let buffer: Int
  let home: Zone

  mutating func take(_ span: TimeSpan, client: ClientID?, card: CardID?) {
    taken.append(Taken(span: span, client: client, card: card))
  }

  /// What a block of a card must keep out of, by start: blocks, the buffers around those of other clients, and a pause
  /// around those of the same card.
  func closed(to client: ClientID, card: CardID?) -> [TimeSpan] {
    taken.map { item in
      var kept = 0
      if let other = item.client, other != client { kept = buffer }
      if let card, item.card == card { kept = PlanRules.pause }
      return TimeSpan(start: item.span.start.adding(-kept), end: item.span.end.adding(kept))
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The parts of spans that are open, by start; both lists are by start.
  static func open(_ spans: [TimeSpan], without closed: [TimeSpan]) -> [TimeSpan] {
    var open: [TimeSpan] = []
    var first = 0
    for span in spans {
      var from = span.start
      while first < closed.count, closed[first].end <= span.start { first += 1 }
      for busy in closed[first...] {
        guard busy.start < span.end else { break }
        guard busy.end > span.start else { continue }
        if busy.start > from { open.append(TimeSpan(start: from, end: busy.start)) }
        from = max(from, busy.end)
      }
      if from < span.end { open.append(TimeSpan(start: from, end: span.end)) }
    }
    return open
  }

  /// The first place for a block of exactly that length that is over by an instant.
  func place(_ length: Int, in open: [TimeSpan], by end: Instant) -> TimeSpan? {
    for gap in open {
      guard let start = start(in: gap) else { continue }
      let span = TimeSpan(start: start, seconds: length)
      if span.end <= min(gap.end, end) { return span }
      if start > end { return nil }
    }
    return nil
  }

  /// The first place for a part of so much work, at most `longest`, that is over by an instant.
  func placePart(of work: Int, in open: [TimeSpan], by end: Instant) -> TimeSpan? {
    for gap in open {
      guard let start = start(in: gap), start < end else { continue }
      let room = min(gap.end, end).seconds(since: start) / PlanRules.grid * PlanRules.grid
      if let length = PlanRoom.part(of: work, room: room) { return TimeSpan(start: start, seconds: length) }
    }
    return nil
  }

  /// How long a block of so much work is where there is so much room; what is left over is never too short for a block.
  static func part(of work: Int, room: Int) -> Int? {
    let most = min(work, room, PlanRules.longest)
    guard most >= min(work, PlanRules.shortest) else { return nil }
    let rest = work - most
    guard rest > 0, rest < PlanRules.shortest else { return most }
    let less = work - PlanRules.shortest
    return less >= PlanRules.shortest ? less : nil
  }

  /// The first quarter of an hour in a gap that a clock at home can show once: the second of two equal wall times cannot
  /// be written.
  private func start(in gap: TimeSpan) -> Instant? {
    let grid = Int64(PlanRules.grid)
    var start = Instant(seconds: (gap.start.seconds + grid - 1) / grid * grid)
    while start < gap.end {
      if home.instant(of: home.wall(at: start)) == start { return start }
      start = start.adding(PlanRules.grid)
    }
    return nil
  }
}
