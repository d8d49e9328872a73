import Civil

/// What of some working time is taken, and where there is room.
struct PlanRoom {
  /// Seconds kept between blocks of different clients.
  let buffer: Int
  let home: Zone
  private let clients: [ClientID]
  private let places: [ClientID: Int]
  /// What is closed to each client, in order and apart: blocks, and the buffers around those of other clients.
  private var closed: [[TimeSpan]]

  /// - Parameter clients: whom time is looked for.
  init(clients: Set<ClientID>, taken: [Occurrence], buffer: Int, home: Zone) {
    self.buffer = buffer
    self.home = home
    self.clients = clients.sorted()
    places = Dictionary(uniqueKeysWithValues: self.clients.enumerated().map { ($1, $0) })
    closed = Array(repeating: [], count: clients.count)
    for item in taken { take(item.span, client: item.block.client) }
  }

  mutating func take(_ span: TimeSpan, client: ClientID?) {
    let place = client.flatMap { places[$0] }
    for index in closed.indices {
      let kept = client == nil || index == place ? 0 : buffer
      closed[index].close(span.start.adding(-kept), span.end.adding(kept))
    }
  }

  /// What a block of a card must keep out of, by start: blocks, the buffers around those of other clients, and a pause
  /// around those of the same card.
  ///
  /// - Parameter own: what the card has already.
  func closed(to client: ClientID, own: [TimeSpan]) -> [TimeSpan] {
    var closed = places[client].map { self.closed[$0] } ?? []
    for span in own {
      closed.close(span.start.adding(-PlanRules.pause), span.end.adding(PlanRules.pause))
    }
    return closed
  }

  /// The parts of spans that are open, by start; both lists are by start.
  ///
  /// - Parameter end: from when on nobody needs to know.
  static func open(
    _ spans: [TimeSpan], without closed: [TimeSpan], before end: Instant = Instant(seconds: .max)
  ) -> [TimeSpan] {
    var open: [TimeSpan] = []
    var first = 0
    for span in spans {
      guard span.start < end else { break }
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

extension [TimeSpan] {
  /// Adds a span to spans that are in order and apart, which they are still.
  fileprivate mutating func close(_ start: Instant, _ end: Instant) {
    guard start < end else { return }
    let first = firstPlace { $0.end >= start }
    var (start, end, next) = (start, end, first)
    while next < count, self[next].start <= end {
      (start, end) = (Swift.min(start, self[next].start), Swift.max(end, self[next].end))
      next += 1
    }
    replaceSubrange(first..<next, with: CollectionOfOne(TimeSpan(start: start, end: end)))
  }

  /// The place of the first for which something holds that holds for all after it too.
  func firstPlace(where holds: (TimeSpan) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
