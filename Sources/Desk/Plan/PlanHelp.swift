import Civil

/// Brings into time what would be late, at the cost of what is late anyway and of blocks that can wait.
///
/// A card is given time before all that is late anyway, together with whatever is in time already: for few cards every
/// order of them is tried, for many the one by due time and some near it.
struct PlanHelp {
  private let ground: PlanGround
  /// The order of all that do not go first.
  private let order: [Int]
  /// The best plan found.
  private(set) var best: Planner
  /// Blocks that are to have another place, each with the reason.
  private(set) var reasons: [BlockID: PlanReason]
  /// Cards that go before all others.
  private(set) var first: [CardID]

  /// So many cards that would be late are tried to be helped, and for each so many blocks to be left where they are.
  private static let most = 8
  /// Of so many cards every order is tried.
  private static let fewCards = 7
  /// How many more plans may be tried: a desk on which everything is late must not keep anybody waiting.
  private var plansLeft: Int
  /// The same for orders of what goes first.
  private var ordersLeft: Int

  init(
    _ ground: PlanGround, order: [Int], best: Planner, reasons: [BlockID: PlanReason], first: [CardID]
  ) {
    self.ground = ground
    self.order = order
    self.best = best
    self.reasons = reasons
    self.first = first
    plansLeft = min(160, max(24, 5_000 / max(1, ground.items.count)))
    ordersLeft = min(10_000, max(24, 40_000 / max(1, ground.items.count)))
    // Who was helped may have made another one late that comes after it, and left room for a third.
    for _ in 0..<3 {
      let late = lateCards
      for card in late.prefix(Self.most) { help(card) }
      if lateCards == late { return }
    }
  }

  /// By due time.
  private var lateCards: [CardID] { best.lateItems().map { best.items[$0.item].card.id } }

  private mutating func help(_ card: CardID) {
    let late = Set(lateCards)
    guard late.contains(card), let due = ground.due(of: card) else { return }
    let own = ownBlocks(of: card, due: due)
    for released in [own] + roomMakers(for: card, due: due, late).map({ own.merging($0) { own, _ in own } }) {
      var wider = reasons.merging(released) { reason, _ in reason }
      guard var found = helped(card, due: due, wider, late) else { continue }
      for block in released.keys.sorted().prefix(Self.most) where own[block] == nil {
        var fewer = wider
        fewer[block] = nil
        if let calmer = plan(fewer, found.first, for: card, late) { (found.plan, wider) = (calmer, fewer) }
      }
      (best, reasons, first) = (found.plan, wider, found.first)
      return
    }
  }

  /// A plan in which a card is in time, and what goes first in it: as little as will do.
  private mutating func helped(
    _ card: CardID, due: Instant, _ reasons: [BlockID: PlanReason], _ late: Set<CardID>
  ) -> (plan: Planner, first: [CardID])? {
    var inserted = first.filter { $0 != card }
    inserted.insert(card, at: inserted.firstIndex { (ground.due(of: $0) ?? due) > due } ?? inserted.endIndex)
    if let plan = plan(reasons, inserted, for: card, late) { return (plan, inserted) }
    guard plansLeft > 0, let all = together(with: card, reasons, late),
      var plan = plan(reasons, all, for: card, late)
    else { return nil }
    // What is late anyway should not wait longer than it must.
    let dues = Set(all.compactMap { ground.due(of: $0) }).sorted()
    var first = all
    var (tooFew, enough) = (-1, dues.count - 1)
    while tooFew + 1 < enough {
      let middle = (tooFew + enough) / 2
      let fewer = all.filter { $0 == card || (ground.due(of: $0) ?? due) <= dues[middle] }
      if let calmer = self.plan(reasons, fewer, for: card, late) {
        (plan, first, enough) = (calmer, fewer, middle)
      } else {
        tooFew = middle
      }
    }
    return (plan, first)
  }

  /// A plan in which a card is in time and not more cards are late, none of which goes before it and was in time; nil when
  /// this one is none.
  private mutating func plan(
    _ reasons: [BlockID: PlanReason], _ first: [CardID], for card: CardID, _ late: Set<CardID>
  ) -> Planner? {
    guard plansLeft > 0, let place = ground.places[card] else { return nil }
    plansLeft -= 1
    let plan = Planner(ground, loose: Set(reasons.keys), order: order, first: first)
    let now = plan.lateItems().map(\.item)
    guard now.count <= late.count,
      now.allSatisfy({ other in
        other != place
          && (late.contains(ground.items[other].card.id)
            || ground.order.isBefore(ground.items[place], ground.items[other]))
      }), plan.movedInVain(reasons).isEmpty
    else { return nil }
    return plan
  }

  // Orders.

  /// An order in which a card and all that is in time now are in time; where there is none, all that goes before the card.
  private mutating func together(
    with card: CardID, _ reasons: [BlockID: PlanReason], _ late: Set<CardID>
  ) -> [CardID]? {
    guard let place = ground.places[card] else { return nil }
    let start = Planner(ground, loose: Set(reasons.keys), order: [])
    let wanting = start.items.indices.filter { index in
      let item = start.items[index]
      return index == place
        || item.wanted > 0 && item.isAhead(of: ground.span.start) && !late.contains(item.card.id)
    }.sorted {
      (ground.items[$0].due?.seconds ?? .max, $0) < (ground.items[$1].due?.seconds ?? .max, $1)
    }
    if let all = arranged(wanting, start) { return all }
    let stronger = wanting.filter {
      $0 == place || !ground.order.isBefore(ground.items[place], ground.items[$0])
    }
    guard stronger.count < wanting.count, let before = arranged(stronger, start) else { return nil }
    return before + cards(wanting.filter { !stronger.contains($0) })
  }

  private func cards(_ items: [Int]) -> [CardID] { items.map { ground.items[$0].card.id } }

  /// An order in which all of these are in time; nil when none was found.
  private mutating func arranged(_ items: [Int], _ start: Planner) -> [CardID]? {
    if items.count <= Self.fewCards { return search(items, start).map(cards) }
    var items = items
    // Whoever is late goes a little before those that took its time, and the further the more often.
    var failures: [Int: Int] = [:]
    for _ in 0..<3 * items.count where ordersLeft > 0 {
      ordersLeft -= 1
      var planner = start
      guard let late = items.firstIndex(where: { !planner.fillFirst($0) }) else { return cards(items) }
      guard late > 0 else { return nil }
      let item = items.remove(at: late)
      failures[item, default: 0] += 1
      items.insert(item, at: max(0, late - (failures[item] ?? 1)))
    }
    return nil
  }

  private mutating func search(_ items: [Int], _ start: Planner) -> [Int]? {
    guard !items.isEmpty else { return [] }
    for item in items where ordersLeft > 0 {
      ordersLeft -= 1
      var planner = start
      guard planner.fillFirst(item) else { continue }
      if let rest = search(items.filter { $0 != item }, planner) { return [item] + rest }
    }
    return nil
  }

  // Blocks that make room.

  /// Blocks of a card that come too late for it and were left where they are.
  private func ownBlocks(of card: CardID, due: Instant) -> [BlockID: PlanReason] {
    let own = ground.movable.filter { $0.block.card == card && $0.end > due && reasons[$0.blockID] == nil }
    return Dictionary(own.map { ($0.blockID, .tooLate(due)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Blocks whose cards come after that card, or are overdue anyway: those before it is due, then, where they are few, those
  /// that keep others from giving it their time.
  private func roomMakers(for card: CardID, due: Instant, _ late: Set<CardID>) -> [[BlockID: PlanReason]] {
    guard let own = ground.places[card] else { return [] }
    let others = ground.items.lazy.filter { $0.isAhead(of: ground.span.start) && !late.contains($0.card.id) }
    let last = max(due, others.compactMap(\.due).max() ?? due)
    var makers: [BlockID: PlanReason] = [:]
    var later: [BlockID: PlanReason] = [:]
    for block in ground.movable where reasons[block.blockID] == nil && block.start < last {
      guard let owner = block.block.card.flatMap({ ground.places[$0] }), owner != own else { continue }
      let isOverdue = ground.items[owner].due.map { $0 <= ground.span.start } ?? false
      guard owner > own || isOverdue else { continue }
      if block.start < due { makers[block.blockID] = .room(card, due: due) }
      later[block.blockID] = .room(card, due: due)
    }
    let hasMore = later.count > makers.count && later.count <= Self.most
    return (makers.isEmpty ? [] : [makers]) + (hasMore ? [later] : [])
  }
}
