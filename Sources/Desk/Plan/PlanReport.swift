import Civil

/// Puts what a planner found into words' reach.
struct PlanReport {
  let ground: PlanGround
  let planner: Planner
  let reasons: [BlockID: PlanReason]
  /// Cards that were given time before all others.
  let first: Set<CardID>
  /// Cards that gave way to others.
  let gaveWay: Set<CardID>
  let desk: Desk

  init(_ search: PlanSearch, _ ground: PlanGround, _ desk: Desk) {
    self.ground = ground
    planner = search.best
    reasons = search.reasons
    first = Set(search.first)
    gaveWay = search.gaveWay
    self.desk = desk
  }

  var plan: DayPlan {
    var plan = DayPlan(
      request: ground.request, lines: lines, late: [], left: [], free: free,
      span: TimeSpan(start: ground.window.first?.start ?? ground.end, end: ground.end),
      strangeFrames: ground.strangeFrames)
    plan.late = planner.lateItems().map { late in
      let card = planner.items[late.item].card
      return PlanLate(
        card: card.id, client: card.client, title: card.title, due: late.due, finish: late.finish,
        isKept: late.finish != nil && late.finish == planner.items[late.item].keptUntil)
    }
    let beyond = Dictionary(
      grouping: planner.placed.filter { !$0.isShown && $0.moved == nil && !isOnEarlierDay($0) }, by: \.item)
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

  /// Whether a place is on a day before the planned ones, of a card that is due by then: those are its days.
  private func isOnEarlierDay(_ place: Planner.Placed) -> Bool {
    guard let due = planner.items[place.item].due, let start = ground.window.first?.start else {
      return false
    }
    return due <= start && place.span.start < start
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
    let late = Set(planner.lateItems().map(\.item))
    let parts = Dictionary(grouping: shown.filter { isWork($0) }, by: \.item).mapValues(\.count)
    var told: [Int: Int] = [:]
    var lines: [PlanLine] = []
    for (place, index) in shown.enumerated().map({ ($1, $0) }) {
      let item = planner.items[place.item]
      var why = self.why(place, item)
      if comesFirst(place, shown, late) { why.append(.ahead) }
      if waits(place, shown, late) { why.append(.gaveWay) }
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
    why += item.reasons
    return why
  }

  /// Whether it was given time before something that comes before it otherwise.
  private func comesFirst(
    _ place: Planner.Placed, _ shown: [Planner.Placed], _ late: Set<Int>
  ) -> Bool {
    first.contains(planner.items[place.item].card.id) && !late.contains(place.item)
      && shown.contains { $0.item < place.item && $0.span.start > place.span.start }
  }

  /// Whether it is late anyway and something goes before it, to be in time, that comes after it otherwise.
  private func waits(_ place: Planner.Placed, _ shown: [Planner.Placed], _ late: Set<Int>) -> Bool {
    let item = planner.items[place.item]
    guard let due = item.due, due <= ground.span.start || late.contains(place.item) else { return false }
    let isMoved = gaveWay.contains(item.card.id)
    return shown.contains { other in
      other.item > place.item && other.span.start < place.span.start && !late.contains(other.item)
        && planner.items[other.item].isAhead(of: ground.span.start)
        && (isMoved || first.contains(planner.items[other.item].card.id))
    }
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
