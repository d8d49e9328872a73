import Civil

/// Looks for the plan in which nothing is late that could be in time, the fewest cards are late at all, and the fewest
/// blocks are moved for it.
struct PlanSearch {
  private let desk: Desk
  private let ground: PlanGround
  /// The best plan found.
  private(set) var best: Planner
  /// Blocks that are to have another place, each with the reason.
  private(set) var reasons: [BlockID: PlanReason] = [:]
  /// Cards that go before all others, by due time.
  private(set) var first: [CardID] = []
  /// Cards that are late anyway and come later than they would, for the sake of others.
  private(set) var gaveWay: Set<CardID> = []
  /// The order of all others.
  private var order: [Int]
  /// Cards that can be in time together, by due time.
  private var possible: [CardID] = []

  /// So many cards are found by trial that cannot be in time together with all others.
  private let mostHopeless: Int
  /// So many cards go first one by one before all that can be in time do, and so many rounds blocks are tried to be moved.
  private static let most = 8
  /// How many more plans may be tried for which cards give way to others: the more cards, the fewer, as each plan takes
  /// longer.
  private var yieldsLeft: Int

  init(_ desk: Desk, _ ground: PlanGround) {
    self.desk = desk
    self.ground = ground
    order = Array(ground.items.indices)
    yieldsLeft = min(160, max(24, 10_000 / max(1, ground.items.count)))
    mostHopeless = min(12, yieldsLeft / 8)
    for item in ground.movable { reasons[item.blockID] = PlanSearch.reason(item, ground, desk) }
    best = Planner(ground, loose: Set(reasons.keys), order: order)
    keepInTime()
    var rounds = 0
    while case let vain = best.movedInVain(reasons), !vain.isEmpty {
      rounds += 1
      // In the end all of them stay where they are.
      for (block, reason) in reasons
      where vain.contains(block) || rounds > PlanSearch.most && reason.isTooLate {
        reasons[block] = nil
      }
      (first, gaveWay, order) = ([], [], Array(ground.items.indices))
      best = planner(order)
      keepInTime()
    }
    let help = PlanHelp(ground, order: order, best: best, reasons: reasons, first: first)
    (best, reasons, first) = (help.best, help.reasons, help.first)
  }

  private func planner(_ order: [Int], first: [CardID] = []) -> Planner {
    Planner(ground, loose: Set(reasons.keys), order: order, first: first)
  }

  // What can be in time.

  /// What is late anyway gives way to what can be in time, as far as it must.
  private mutating func keepInTime() {
    guard !best.lateItems().isEmpty else { return }
    possible = inTimeTogether()
    let isPossible = Set(possible)
    var helped: Set<CardID> = []
    while let late = best.lateItems().map({ best.items[$0.item].card.id }).first(where: isPossible.contains) {
      if yieldsLeft > 0, helped.insert(late).inserted, giveWay(to: late, isPossible) { continue }
      guard first != possible else { return }
      let isHard = first.count >= PlanSearch.most || first.contains(late)
      first = isHard ? possible : possible.filter { first.contains($0) || $0 == late }
      best = planner(order, first: first)
    }
  }

  /// Puts as few as possible of the cards that are late anyway behind one that can be in time, those that come last
  /// first; false when none of that is enough.
  private mutating func giveWay(to card: CardID, _ isPossible: Set<CardID>) -> Bool {
    guard let place = order.firstIndex(where: { ground.items[$0].card.id == card }) else { return false }
    let hopeless = order[..<place].filter {
      ground.items[$0].due != nil && !isPossible.contains(ground.items[$0].card.id)
    }
    guard !hopeless.isEmpty else { return false }
    // Where frames take nothing out of turn, plans are alike up to the first card that gives way.
    var alike = (count: 0, plan: beginning(order))
    func attempt(_ count: Int) -> (order: [Int], plan: Planner)? {
      yieldsLeft -= 1
      let moved = hopeless.suffix(count)
      let isMoved = Set(moved)
      let order =
        order[..<place].filter { !isMoved.contains($0) } + [order[place]] + moved + order[(place + 1)...]
      var plan = ground.frames.isEmpty ? alike.plan : beginning(order)
      // Whether it is in time is known once it has its own.
      plan.fill(order[alike.count...(place - count)])
      return plan.isLate(order[place - count]) ? nil : (order, plan)
    }
    guard var found = attempt(hopeless.count) else { return false }
    var (tooFew, enough) = (0, hopeless.count)
    while tooFew + 1 < enough {
      let middle = (tooFew + enough) / 2
      if ground.frames.isEmpty, let staying = order.firstIndex(of: hopeless[hopeless.count - enough + 1]) {
        alike.plan.fill(order[alike.count..<staying])
        alike.count = staying
      }
      if let fewer = attempt(middle) {
        (found, enough) = (fewer, middle)
      } else {
        tooFew = middle
      }
    }
    (order, best) = found
    best.fill(order[(place - enough + 1)...])
    gaveWay.formUnion(hopeless.suffix(enough).map { ground.items[$0].card.id })
    return true
  }

  private func beginning(_ order: [Int]) -> Planner {
    Planner(ground, loose: Set(reasons.keys), order: order, first: first, .beginning)
  }

  /// Cards that are all in time when they are given time in this order before all others.
  ///
  /// Whatever is due first goes first. Where not all that is due can be in time, the order of planning decides which: by
  /// the day, then the quadrant.
  private func inTimeTogether() -> [CardID] {
    let ahead = ground.items.filter { $0.isAhead(of: ground.span.start) }
    let byDue = PlanSearch.cards(ahead) { a, b in
      a.due == b.due
        ? a.card.quadrant.rawValue < b.card.quadrant.rawValue
        : (a.due?.seconds ?? .max) < (b.due?.seconds ?? .max)
    }
    guard !areInTime(byDue) else { return byDue }
    var waiting = PlanSearch.cards(ahead, by: ground.order.isBefore)[...]
    var chosen: Set<CardID> = []
    for _ in 0..<mostHopeless where !waiting.isEmpty {
      // As many as can be in time together with those chosen; the one after them cannot.
      var (enough, tooMany) = (0, waiting.count + 1)
      while enough + 1 < tooMany {
        let middle = (enough + tooMany) / 2
        let all = chosen.union(waiting.prefix(middle))
        if areInTime(byDue.filter(all.contains)) { enough = middle } else { tooMany = middle }
      }
      chosen.formUnion(waiting.prefix(enough))
      waiting = waiting.dropFirst(enough + 1)
    }
    // Of all the others whoever comes first is served first.
    let all = byDue.filter(chosen.contains) + waiting
    return all.filter(planner([], first: all).inTime.contains)
  }

  private func areInTime(_ cards: [CardID]) -> Bool {
    Planner(ground, loose: Set(reasons.keys), order: [], first: cards, .firstInTime).inTime.count
      == cards.count
  }

  /// Cards in an order, those alike as they were.
  private static func cards(
    _ items: [PlanItem], by isBefore: (PlanItem, PlanItem) -> Bool
  ) -> [CardID] {
    items.enumerated().sorted { a, b in
      if isBefore(a.element, b.element) { return true }
      return a.offset < b.offset && !isBefore(b.element, a.element)
    }.map(\.element.card.id)
  }

  // Blocks that cannot stay.

  /// Why a block cannot stay where it is; nil when it can.
  private static func reason(_ item: Occurrence, _ ground: PlanGround, _ desk: Desk) -> PlanReason? {
    let isAfter = item.start >= ground.end
    if !isAfter, let other = ground.fixed.first(where: { $0.span.overlaps(item.span) }) {
      return .overlap(other.block)
    }
    let earlier =
      isAfter
      ? nil
      : ground.movable.first {
        $0.blockID != item.blockID && $0.span.overlaps(item.span)
          && ($0.start, $0.blockID) < (item.start, item.blockID)
      }
    if let earlier { return .overlap(earlier.block) }
    guard PlanGround.isTooLate(item, desk, now: ground.span.start),
      let due = item.block.card.flatMap({ ground.due(of: $0) })
    else { return nil }
    return .tooLate(due)
  }
}
