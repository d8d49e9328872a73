import Civil

/// Looks for the plan in which the fewest cards are late and the fewest blocks are moved for it.
struct PlanSearch {
  private let desk: Desk
  private let ground: PlanGround
  /// The best plan found.
  private(set) var best: Planner
  /// Blocks that are to have another place, each with the reason.
  private(set) var reasons: [BlockID: PlanReason] = [:]
  /// Cards that go before all others.
  private var first: Set<CardID> = []

  /// So many cards that would be late are tried to be helped, and for each so many blocks to be left where they are.
  private static let most = 8
  /// How many more plans may be tried: a desk on which everything is late must not keep anybody waiting.
  private var triesLeft = 24

  init(_ desk: Desk, _ ground: PlanGround) {
    self.desk = desk
    self.ground = ground
    for item in ground.movable { reasons[item.blockID] = PlanSearch.reason(item, ground, desk) }
    best = Planner(ground, desk, loose: Set(reasons.keys))
    let vain = best.movedInVain(reasons)
    if !vain.isEmpty {
      for block in vain { reasons[block] = nil }
      best = Planner(ground, desk, loose: Set(reasons.keys))
    }
    for card in best.lateItems().prefix(PlanSearch.most).map({ best.items[$0.item].card.id }) { help(card) }
  }

  /// A card that would be late may go before what is overdue anyway, and ask those that come after it for their time.
  private mutating func help(_ card: CardID) {
    let late = best.lateItems()
    guard let due = late.first(where: { best.items[$0.item].card.id == card })?.due else { return }
    let first = first.union([card])
    for released in [[:], roomMakers(for: card, due: due)] {
      var wider = reasons.merging(released) { reason, _ in reason }
      guard var plan = self.plan(wider, first, for: card, lateBefore: late.count) else { continue }
      for block in released.keys.sorted().prefix(PlanSearch.most) {
        var fewer = wider
        fewer[block] = nil
        if let calmer = self.plan(fewer, first, for: card, lateBefore: late.count) {
          (plan, wider) = (calmer, fewer)
        }
      }
      (best, reasons, self.first) = (plan, wider, first)
      return
    }
  }

  /// A plan in which a card is in time and fewer are late than before; nil when this one is none.
  private mutating func plan(
    _ reasons: [BlockID: PlanReason], _ first: Set<CardID>, for card: CardID, lateBefore: Int
  ) -> Planner? {
    guard triesLeft > 0 else { return nil }
    triesLeft -= 1
    let plan = Planner(ground, desk, loose: Set(reasons.keys), first: first)
    let late = plan.lateItems()
    guard late.count < lateBefore, !late.contains(where: { plan.items[$0.item].card.id == card }),
      plan.movedInVain(reasons).isEmpty
    else { return nil }
    return plan
  }

  /// Blocks before a due time whose cards come after that card.
  private func roomMakers(for card: CardID, due: Instant) -> [BlockID: PlanReason] {
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
  private static func reason(_ item: Occurrence, _ ground: PlanGround, _ desk: Desk) -> PlanReason? {
    if let other = ground.fixed.first(where: { $0.span.overlaps(item.span) }) { return .overlap(other.block) }
    let earlier = ground.movable.first {
      $0.blockID != item.blockID && $0.span.overlaps(item.span)
        && ($0.start, $0.blockID) < (item.start, item.blockID)
    }
    if let earlier { return .overlap(earlier.block) }
    guard let due = item.block.card.flatMap({ desk.card($0) }).flatMap(desk.dueInstant),
      due > ground.span.start, item.end > due
    else { return nil }
    return .tooLate(due)
  }
}
