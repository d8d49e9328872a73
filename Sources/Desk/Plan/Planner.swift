import Civil

/// Gives cards their time, first come first served in their order.
struct Planner {
  /// A place that was found.
  struct Placed {
    let item: Int
    let span: TimeSpan
    let moved: Block?
    let frame: WeekFrame?
    /// Whether it lies within the planned days, rather than telling only when something would be finished.
    let isShown: Bool
  }

  private let ground: PlanGround
  private(set) var items: [PlanItem]
  private(set) var placed: [Placed] = []
  /// Those of the cards that were to go first which are in time by it.
  private(set) var inTime: Set<CardID> = []
  private var room: PlanRoom

  /// - Parameters:
  ///   - loose: blocks that are to have another place; all others stay where they are.
  ///   - order: places of all cards in the ground's list, in the order in which they are given time.
  ///   - first: cards that are given time before all others, in this order; whatever is late all the same waits for its
  ///     turn.
  ///   - extent: how much of it is done.
  init(
    _ ground: PlanGround, loose: Set<BlockID>, order: [Int], first: [CardID] = [], _ extent: Extent = .whole
  ) {
    self.ground = ground
    var items = ground.items
    var room = ground.room
    for occurrence in ground.movable {
      let block = occurrence.block
      let index = block.card.flatMap { ground.places[$0] }
      if let index, loose.contains(block.id) {
        items[index].loose.append(block)
        continue
      }
      room.take(occurrence.span, client: block.client)
      guard let index else { continue }
      items[index].own.append(occurrence.span)
      items[index].keptUntil = max(items[index].keptUntil ?? occurrence.end, occurrence.end)
    }
    self.items = items
    self.room = room
    for index in first.compactMap({ ground.places[$0] }) {
      let isInTime = fillFirst(index)
      if extent == .firstInTime, !isInTime { return }
    }
    fillFrames(order)
    if extent == .whole { fill(order[...]) }
  }

  /// How much of a plan is made.
  enum Extent {
    case whole
    /// Only what comes before the cards in their order.
    case beginning
    /// Only the cards that go first, and no more than tells whether all of them are in time.
    case firstInTime
  }

  /// Gives cards their time, each after the one before.
  mutating func fill(_ order: ArraySlice<Int>) {
    for index in order { fill(index) }
  }

  // Placing.

  /// Frames first take what belongs in them.
  private mutating func fillFrames(_ order: [Int]) {
    guard !ground.frames.isEmpty else { return }
    for frame in ground.frames {
      for index in order where frame.welcomes(items[index].card) && items[index].wanted > 0 {
        let limit = limit(of: index)
        if items[index].work <= PlanRules.longest {
          placeWhole(index, in: [frame.span], by: limit, frame: frame.frame)
        } else {
          place(index, in: [frame.span], by: limit, frame: frame.frame)
        }
      }
    }
    // Work that is short enough for one block is split only where frames have room for all of it.
    for index in order where items[index].work > 0 && items[index].work <= PlanRules.longest {
      let own = ground.frames.filter { $0.welcomes(items[index].card) }
      guard !own.isEmpty else { continue }
      attempt(index) { planner in
        for frame in own {
          planner.place(index, in: [frame.span], by: planner.limit(of: index), frame: frame.frame)
        }
        return planner.items[index].work == 0
      }
    }
  }

  /// Gives a card its time if it is in time by that, and none if not.
  mutating func fillFirst(_ index: Int) -> Bool {
    guard let due = items[index].due else { return false }
    let isInTime = attempt(index) { planner in
      planner.fillInTime(index)
      return planner.finish(of: index).map { $0 <= due } ?? false
    }
    if isInTime { inTime.insert(items[index].card.id) }
    return isInTime
  }

  /// Places a card, and takes it all back unless it is as it should be.
  @discardableResult
  private mutating func attempt(_ index: Int, _ place: (inout Planner) -> Bool) -> Bool {
    let (item, room, count) = (items[index], room, placed.count)
    if place(&self) { return true }
    items[index] = item
    self.room = room
    placed.removeLast(placed.count - count)
    return false
  }

  /// Gives a card what it still wants: in time where that can be, late where not.
  private mutating func fill(_ index: Int) {
    guard items[index].wanted > 0 else { return }
    fillInTime(index)
    placeInWindow(index, by: ground.end)
    // Only what is due or was planned is looked for a place later.
    guard items[index].due != nil || !items[index].loose.isEmpty else { return }
    place(index, in: ground.beyond, by: ground.span.end, frame: nil)
  }

  /// In the planned days, then before and after them.
  private mutating func fillInTime(_ index: Int) {
    placeInWindow(index, by: limit(of: index))
    guard items[index].isAhead(of: ground.span.start), let due = items[index].due else { return }
    place(index, in: ground.before, by: due, frame: nil)
    place(index, in: ground.beyond, by: due, frame: nil)
  }

  /// Outside frames made for other work as far as there is room for it, then in those.
  ///
  /// Work that is short enough for one block is not split for that.
  private mutating func placeInWindow(_ index: Int, by end: Instant) {
    let strange = ground.frames.filter { !$0.welcomes(items[index].card) }.map(\.span)
    if !strange.isEmpty, items[index].wanted > 0 {
      let plain = PlanRoom.open(ground.window, without: strange.sorted { $0.start < $1.start })
      if items[index].work > PlanRules.longest {
        place(index, in: plain, by: end, frame: nil)
      } else {
        placeWhole(index, in: plain, by: end, frame: nil)
      }
    }
    place(index, in: ground.window, by: end, frame: nil)
  }

  private func limit(of index: Int) -> Instant {
    guard let due = items[index].due, due > ground.span.start else { return ground.end }
    return min(due, ground.end)
  }

  /// Work that is short enough for one block is kept in one.
  private mutating func placeWhole(
    _ index: Int, in spans: [TimeSpan], by end: Instant, frame: WeekFrame?
  ) {
    while let block = items[index].loose.first {
      guard let span = room.place(block.duration, in: open(spans, to: index, before: end), by: end) else {
        break
      }
      items[index].loose.removeFirst()
      take(span, index, moved: block, frame: frame)
    }
    let work = items[index].work
    guard work > 0, work <= PlanRules.longest else { return }
    guard let span = room.place(work, in: open(spans, to: index, before: end), by: end) else { return }
    takeWork(span, index, frame: frame)
  }

  /// What of spans is open to a card.
  private func open(_ spans: [TimeSpan], to index: Int, before end: Instant) -> [TimeSpan] {
    guard let first = spans.first, first.start < end else { return [] }
    let closed = room.closed(to: items[index].client, own: items[index].own)
    return PlanRoom.open(spans, without: closed, before: end)
  }

  /// As much of it as there is room for, as a whole where it can be.
  private mutating func place(_ index: Int, in spans: [TimeSpan], by end: Instant, frame: WeekFrame?) {
    guard items[index].wanted > 0 else { return }
    placeWhole(index, in: spans, by: end, frame: frame)
    while items[index].work > 0 {
      let open = open(spans, to: index, before: end)
      guard let span = room.placePart(of: items[index].work, in: open, by: end) else { return }
      takeWork(span, index, frame: frame)
    }
  }

  private mutating func takeWork(_ span: TimeSpan, _ index: Int, frame: WeekFrame?) {
    items[index].work -= span.duration
    let missed = items[index].missed.first
    let isShown = ground.plans(span)
    if missed != nil, isShown { items[index].missed.removeFirst() }
    take(span, index, moved: isShown ? missed : nil, frame: frame)
  }

  private mutating func take(_ span: TimeSpan, _ index: Int, moved: Block?, frame: WeekFrame?) {
    room.take(span, client: items[index].client)
    items[index].own.append(span)
    placed.append(
      Placed(item: index, span: span, moved: moved, frame: frame, isShown: ground.plans(span)))
  }

  // What came of it.

  /// When the last work on a card would be over; nil when some of it has no place.
  private func finish(of index: Int) -> Instant? {
    guard items[index].wanted == 0 else { return nil }
    return placed.reduce(items[index].keptUntil ?? ground.span.start) { last, place in
      place.item == index ? max(last, place.span.end) : last
    }
  }

  /// Whether a card could be in time by the clock and will not be.
  func isLate(_ index: Int) -> Bool {
    let item = items[index]
    guard item.isAhead(of: ground.span.start), let due = item.due else { return false }
    guard item.wanted == 0 else { return due <= ground.span.end }
    let last = placed.lazy.filter { $0.item == index }.map(\.span.end).max()
    return [item.keptUntil, last].compactMap { $0 }.max().map { $0 > due } ?? false
  }

  /// Cards that could be in time by the clock and will not be.
  func lateItems() -> [(item: Int, due: Instant, finish: Instant?)] {
    var finishes: [Int: Instant] = [:]
    for place in placed {
      finishes[place.item] = max(finishes[place.item] ?? place.span.end, place.span.end)
    }
    var late: [(item: Int, due: Instant, finish: Instant?)] = []
    for (index, item) in items.enumerated() where item.isAhead(of: ground.span.start) {
      guard let due = item.due else { continue }
      if item.wanted > 0 {
        // What is due later than anybody looked may still be in time.
        if due <= ground.span.end { late.append((index, due, nil)) }
      } else if let finish = [item.keptUntil, finishes[index]].compactMap({ $0 }).max(), finish > due {
        late.append((index, due, finish))
      }
    }
    return late.sorted { ($0.due, items[$0.item].card.id) < ($1.due, items[$1.item].card.id) }
  }

  /// Blocks that were to be brought before their due time and are not there now either; those from after the planned days
  /// are brought into them or stay where they are.
  func movedInVain(_ reasons: [BlockID: PlanReason]) -> [BlockID] {
    let places = placed.compactMap { place in place.moved.map { ($0.id, place.span) } }
    let spans = Dictionary(places, uniquingKeysWith: { $1 })
    let after = Set(ground.movable.lazy.filter { $0.start >= ground.end }.map(\.blockID))
    return reasons.compactMap { block, reason in
      guard case .tooLate(let due) = reason else { return nil }
      guard let span = spans[block], span.end <= due else { return block }
      return after.contains(block) && !ground.plans(span) ? block : nil
    }
  }
}
