import Civil

extension Desk {
  /// Proposes how to fill some days, as a difference to what is planned: see `PlanRules` for how it goes about it.
  ///
  /// Nothing overlaps a block that is there, all lies within the person's working hours, and the same request to the same
  /// desk gives the same plan. Blocks of work that are planned stay where they are unless they are on top of something,
  /// come too late for their card, or keep another card from being in time.
  package func plan(_ request: PlanRequest) -> DayPlan {
    let ground = PlanGround(self, request)
    var reasons: [BlockID: PlanReason] = [:]
    for item in ground.movable { reasons[item.blockID] = looseReason(item, ground) }
    var first: Set<CardID> = []
    var planner = Planner(ground, self, loose: Set(reasons.keys))
    let vain = planner.movedInVain(reasons)
    if !vain.isEmpty {
      for block in vain { reasons[block] = nil }
      planner = Planner(ground, self, loose: Set(reasons.keys))
    }
    // A card that would be late may go before what is overdue anyway, and ask those that come after it for their time;
    // it does if fewer are late for it.
    for card in planner.lateItems().prefix(8).map({ planner.items[$0.item].card.id }) {
      let before = planner.lateItems()
      guard let late = before.first(where: { planner.items[$0.item].card.id == card }) else { continue }
      for released in [[:], roomMakers(for: card, due: late.due, ground, reasons)] {
        let wider = reasons.merging(released) { reason, _ in reason }
        let other = Planner(ground, self, loose: Set(wider.keys), first: first.union([card]))
        guard other.lateItems().count < before.count, other.movedInVain(wider).isEmpty else { continue }
        (planner, reasons) = (other, wider)
        first.insert(card)
        break
      }
    }
    return PlanReport(ground, planner, reasons, self).plan
  }

  /// Blocks before a due time whose cards come after that card.
  private func roomMakers(
    for card: CardID, due: Instant, _ ground: PlanGround, _ reasons: [BlockID: PlanReason]
  ) -> [BlockID: PlanReason] {
    let places = Dictionary(
      ground.items.enumerated().map { ($1.card.id, $0) }, uniquingKeysWith: { first, _ in first })
    var makers: [BlockID: PlanReason] = [:]
    for block in ground.movable where reasons[block.blockID] == nil && block.start < due {
      guard let owner = block.block.card.flatMap({ places[$0] }), let own = places[card], owner > own else {
        continue
      }
      makers[block.blockID] = .room(card, due: due)
    }
    return makers
  }

  /// Why a block cannot stay where it is; nil when it can.
  private func looseReason(_ item: Occurrence, _ ground: PlanGround) -> PlanReason? {
    if let other = ground.fixed.first(where: { $0.span.overlaps(item.span) }) { return .overlap(other.block) }
    let earlier = ground.movable.first {
      $0.blockID != item.blockID && $0.span.overlaps(item.span)
        && ($0.start, $0.blockID) < (item.start, item.blockID)
    }
    if let earlier { return .overlap(earlier.block) }
    guard let due = item.block.card.flatMap({ card($0) }).flatMap(dueInstant), due > ground.span.start,
      item.end > due
    else { return nil }
    return .tooLate(due)
  }
}

/// Puts what a planner found into words' reach.
private struct PlanReport {
  let ground: PlanGround
  let planner: Planner
  let reasons: [BlockID: PlanReason]
  let desk: Desk

  init(_ ground: PlanGround, _ planner: Planner, _ reasons: [BlockID: PlanReason], _ desk: Desk) {
    self.ground = ground
    self.planner = planner
    self.reasons = reasons
    self.desk = desk
  }

  var plan: DayPlan {
    var plan = DayPlan(
      request: ground.request, lines: lines, late: [], left: [], free: free, end: ground.end,
      strangeFrames: ground.strangeFrames)
    plan.late = planner.lateItems().map { late in
      let card = planner.items[late.item].card
      return PlanLate(
        card: card.id, client: card.client, title: card.title, due: late.due, finish: late.finish)
    }
    let beyond = Dictionary(grouping: planner.placed.filter { !$0.isShown && $0.moved == nil }, by: \.item)
    for (index, item) in planner.items.enumerated() {
      let seconds = (beyond[index] ?? []).reduce(item.work) { $0 + $1.span.duration }
      guard seconds > 0 else { continue }
      plan.left.append(
        PlanLeft(
          card: item.card.id, client: item.card.client, title: item.card.title, due: item.due,
          seconds: seconds))
    }
    return plan
  }

  /// Working time that nothing takes, blocks that are to be moved included.
  private var free: Int {
    let closed = (ground.fixed + ground.movable.filter { reasons[$0.blockID] == nil }).map(\.span)
    return PlanRoom.open(ground.window, without: closed.sorted { $0.start < $1.start })
      .reduce(0) { $0 + $1.duration }
  }

  private var lines: [PlanLine] {
    let shown = planner.placed.filter { $0.isShown || $0.moved != nil }.sorted {
      ($0.span.start, $0.item) < ($1.span.start, $1.item)
    }
    let parts = Dictionary(grouping: shown.filter { isWork($0) }, by: \.item).mapValues(\.count)
    var told: [Int: Int] = [:]
    var lines: [PlanLine] = []
    for (place, index) in shown.enumerated().map({ ($1, $0) }) {
      let item = planner.items[place.item]
      var why = self.why(place, item)
      if isWork(place), let count = parts[place.item], count > 1 {
        told[place.item, default: 0] += 1
        why.append(.part(told[place.item] ?? 1, of: count))
      }
      if index > 0, let follows = follows(place, shown[index - 1]) { why.append(follows) }
      let was = place.moved.map { desk.span(of: $0) }
      // What is put back where it was stays there.
      if let was, was == place.span { continue }
      let change = place.moved.flatMap { block in was.map { PlanLine.Change.move(block, from: $0) } }
      lines.append(
        PlanLine(
          change: change ?? .add, card: item.card.id, client: item.card.client,
          title: place.moved?.title ?? item.card.title, span: place.span, reasons: why))
    }
    return lines
  }

  /// Whether it is work that had no block to come, rather than a block moved as a whole.
  private func isWork(_ place: Planner.Placed) -> Bool {
    place.moved.map { reasons[$0.id] == nil } ?? true
  }

  private func why(_ place: Planner.Placed, _ item: PlanItem) -> [PlanReason] {
    var why: [PlanReason] = []
    if let moved = place.moved { why.append(reasons[moved.id] ?? .missed(desk.span(of: moved))) }
    if let frame = place.frame { why.append(.frame(frame)) }
    return why + item.reasons
  }

  /// What it has in common with the block before it on the same day.
  private func follows(_ place: Planner.Placed, _ before: Planner.Placed) -> PlanReason? {
    let (card, other) = (planner.items[place.item].card, planner.items[before.item].card)
    guard card.id != other.id, card.client == other.client,
      place.span.start.seconds(since: before.span.end) <= PlanRules.pause
    else { return nil }
    let labels = Set(other.labels.map { TextFold.text($0) })
    if let label = card.labels.first(where: { labels.contains(TextFold.text($0)) }) {
      return .sameLabel(label)
    }
    return .sameClient(card.client)
  }
}
