import Civil

/// What a plan starts from: working time, what takes it, which blocks could be moved, which cards want time.
struct PlanGround {
  /// A frame of the ideal week on one day.
  struct Frame {
    let span: TimeSpan
    let frame: WeekFrame
    let clients: Set<ClientID>?
    let labels: Set<String>?

    func welcomes(_ card: Card) -> Bool {
      if let clients, !clients.contains(card.client) { return false }
      if let labels, !card.labels.contains(where: { labels.contains(TextFold.text($0)) }) { return false }
      return true
    }
  }

  let request: PlanRequest
  /// Working time of the planned days, from now on.
  let window: [TimeSpan]
  /// Working time of the days before them, from now on.
  let before: [TimeSpan]
  /// Working time of the days after them.
  let beyond: [TimeSpan]
  /// From now to the end of `beyond`.
  let span: TimeSpan
  let frames: [Frame]
  let strangeFrames: [StrangeFrame]
  /// What takes time and is not moved.
  let fixed: [Occurrence]
  /// Blocks of work on cards within the planned days, and those after them that come too late for their cards.
  let movable: [Occurrence]
  /// Cards without regard to blocks that could be moved.
  let items: [PlanItem]
  /// Where each card stands among them.
  let places: [CardID: Int]
  let order: PlanOrder
  /// What is taken by blocks that are not moved.
  let room: PlanRoom

  /// When the planned days are over.
  var end: Instant { window.last?.end ?? span.start }

  func due(of card: CardID) -> Instant? { places[card].flatMap { items[$0].due } }

  /// Whether a block would be on one of the planned days.
  func plans(_ span: TimeSpan) -> Bool {
    span.start < end && span.start >= window.first?.start ?? self.span.start
  }

  init(_ desk: Desk, _ request: PlanRequest) {
    self.request = request
    order = PlanOrder(desk, request)
    let now = Instant(seconds: (request.now.seconds + 59) / 60 * 60)
    let today = desk.homeZone.date(at: now)
    // Working hours of the day before may run past midnight.
    let first = request.first == today ? request.first.adding(days: -1) : request.first
    let open = { (from: CivilDate, to: CivilDate) in
      (from.dayNumber...max(from.dayNumber, to.dayNumber)).compactMap { day -> TimeSpan? in
        guard let span = desk.workingSpan(on: CivilDate(dayNumber: day)), span.end > now else { return nil }
        return TimeSpan(start: max(span.start, now), end: span.end)
      }
    }
    window = open(first, request.last)
    before = request.first > today ? open(today.adding(days: -1), request.first.adding(days: -1)) : []
    beyond = open(request.last.adding(days: 1), request.last.adding(days: PlanRules.horizon))
    let end = max(now, window.last?.end ?? now, beyond.last?.end ?? now)
    span = TimeSpan(start: now, end: end)
    let days = request.first.dayNumber...request.last.dayNumber
    let read = PlanGround.frames(desk, request, days, window)
    frames = read.frames
    strangeFrames = read.strange
    // What is just over still keeps its buffer.
    let buffer = desk.settings.bufferMinutes * 60
    let all = desk.occurrences(from: now.adding(-buffer), to: end.adding(buffer)).filter(\.takesTime)
    let (start, windowEnd) = (window.first?.start ?? now, window.last?.end ?? now)
    let canMove = { (item: Occurrence) in
      item.start >= start && (item.start < windowEnd || PlanGround.isTooLate(item, desk, now: now))
        && PlanGround.isMovable(item, desk, request)
    }
    movable = all.filter(canMove)
    fixed = all.filter { !canMove($0) }
    var items = PlanGround.items(desk, request, fixed: fixed, movable: movable, now: now, order: order)
    let places = Dictionary(
      items.enumerated().map { ($1.card.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.places = places
    for item in fixed {
      if let index = item.block.card.flatMap({ places[$0] }) { items[index].own.append(item.span) }
    }
    self.items = items
    room = PlanRoom(
      clients: Set(items.map(\.card.client)), taken: fixed, buffer: buffer, home: desk.homeZone)
  }

  /// Only single blocks of work on a card that is not done, made here, are moved: a series, a meeting and what another
  /// program's calendar has stay where they are.
  private static func isMovable(_ item: Occurrence, _ desk: Desk, _ request: PlanRequest) -> Bool {
    let block = item.block
    guard block.kind == .work, !item.isRecurring, !block.isSeries, block.series == nil, !block.allDay,
      block.uid == nil, let card = block.card.flatMap({ desk.card($0) })
    else { return false }
    return card.isOpen && isAsked(card.client, request)
  }

  /// Whether a block comes too late for a card that could still be in time.
  static func isTooLate(_ item: Occurrence, _ desk: Desk, now: Instant) -> Bool {
    guard let due = item.block.card.flatMap({ desk.card($0) }).flatMap(desk.dueInstant) else { return false }
    return due > now && item.end > due
  }

  private static func isAsked(_ client: ClientID, _ request: PlanRequest) -> Bool {
    request.clients?.contains(client) ?? true
  }

  private static func frames(
    _ desk: Desk, _ request: PlanRequest, _ days: ClosedRange<Int>, _ window: [TimeSpan]
  ) -> (frames: [Frame], strange: [StrangeFrame]) {
    var frames: [Frame] = []
    var strange: [StrangeFrame] = []
    let clients = desk.activeClients
    let labels = request.frames.contains { !$0.labels.isEmpty } ? labels(desk) : [:]
    for frame in request.frames {
      let known = frame.clients.compactMap { Grammar.client(matching: $0, among: clients)?.id }
      if known.count < frame.clients.count { strange.append(.client(frame)) }
      if known.isEmpty, !frame.clients.isEmpty { continue }
      strange += unknownLabels(frame, of: Set(known), among: labels).map { .label($0, frame) }
      for day in days {
        let date = CivilDate(dayNumber: day)
        guard frame.hours.week.contains(date.weekday) else { continue }
        let wanted = frame.hours.span(on: date, in: desk.homeZone)
        for span in window.compactMap(wanted.intersection) {
          frames.append(
            Frame(
              span: span, frame: frame, clients: frame.clients.isEmpty ? nil : Set(known),
              labels: frame.labels.isEmpty ? nil : Set(frame.labels.map { TextFold.text($0) })))
        }
      }
    }
    return (frames.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }, strange)
  }

  /// The labels of each client's live cards, folded.
  private static func labels(_ desk: Desk) -> [ClientID: Set<String>] {
    var labels: [ClientID: Set<String>] = [:]
    for client in desk.activeClients {
      let cards = desk.columns(of: client.id).flatMap { desk.cards(in: $0.id) }
      labels[client.id] = Set(cards.flatMap(\.labels).map { TextFold.text($0) })
    }
    return labels
  }

  /// Labels of a frame that no live card has, of any client where it names none.
  private static func unknownLabels(
    _ frame: WeekFrame, of clients: Set<ClientID>, among labels: [ClientID: Set<String>]
  ) -> [String] {
    frame.labels.filter { label in
      let folded = TextFold.text(label)
      return !labels.contains { (clients.isEmpty || clients.contains($0.key)) && $0.value.contains(folded) }
    }
  }

  /// Cards that want time: those ready or being done, and those of the backlog that are due soon; none that wait.
  private static func items(
    _ desk: Desk, _ request: PlanRequest, fixed: [Occurrence], movable: [Occurrence], now: Instant,
    order: PlanOrder
  ) -> [PlanItem] {
    var kept: [CardID: (seconds: Int, until: Instant)] = [:]
    for item in fixed where item.block.isPlannedWork {
      guard let card = item.block.card else { continue }
      let before = kept[card]
      let seconds = max(0, item.end.seconds(since: max(item.start, now)))
      kept[card] = ((before?.seconds ?? 0) + seconds, max(before?.until ?? item.end, item.end))
    }
    let own = Dictionary(grouping: movable.map(\.block)) { $0.card }
    let missed = missedBlocks(desk, request, now: now)
    var items: [PlanItem] = []
    for client in desk.activeClients where isAsked(client.id, request) {
      for column in desk.columns(of: client.id) where column.role != .done {
        for card in desk.cards(in: column.id) where card.isOpen {
          let due = desk.dueInstant(card)
          let isWanted = isCandidate(card, column, due: due, order)
          guard isWanted || own[card.id] != nil else { continue }
          var item = PlanItem(card: card, due: due, column: column, work: 0)
          item.keptUntil = kept[card.id]?.until
          if isWanted {
            let moved = own[card.id]?.reduce(0) { $0 + $1.duration } ?? 0
            item.count(desk, now: request.now, planned: (kept[card.id]?.seconds ?? 0) + moved)
            item.missed = missed[card.id] ?? []
          }
          item.explain(now: now, order)
          items.append(item)
        }
      }
    }
    return Array(order.sorted(items).prefix(PlanRules.mostCards))
  }

  private static func isCandidate(_ card: Card, _ column: Column, due: Instant?, _ order: PlanOrder) -> Bool {
    guard card.waitingOn == nil else { return false }
    switch column.role {
    case .ready, .doing: return true
    case .backlog: return due.map(order.isSoon) ?? false
    case .waiting, .review, .done: return false
    }
  }

  /// Blocks of the last days in which no time was spent on their card.
  private static func missedBlocks(
    _ desk: Desk, _ request: PlanRequest, now: Instant
  ) -> [CardID: [Block]] {
    let past = TimeSpan(start: now.adding(-PlanRules.daysBack * 86_400), end: now)
    let spent = Dictionary(grouping: desk.entries(in: past, now: now)) { $0.card }
    var missed: [CardID: [Block]] = [:]
    for item in desk.occurrences(in: past) where item.end <= now && isMovable(item, desk, request) {
      guard let card = item.block.card else { continue }
      let isWorked = (spent[card] ?? []).contains {
        TimeSpan(start: $0.start, end: $0.end ?? now).overlaps(item.span)
      }
      if !isWorked { missed[card, default: []].append(item.block) }
    }
    return missed
  }
}

extension PlanItem {
  /// Works out how much time it wants besides what is planned, in whole quarters of an hour.
  fileprivate mutating func count(_ desk: Desk, now: Instant, planned: Int) {
    let needed: Int
    if let left = desk.estimatedTime(of: card, now: now) {
      needed = left.seconds
      if left.isUsedUp { reasons.append(.usedUp) }
    } else {
      let spent = desk.secondsSpent(on: card.id, now: now)
      needed = spent < PlanRules.guess ? PlanRules.guess - spent : PlanRules.more
      reasons.append(.guess(needed))
    }
    let left = needed - planned
    work = left <= 0 ? 0 : (left + PlanRules.grid - 1) / PlanRules.grid * PlanRules.grid
  }

  /// Why it is planned at all, the weightiest first.
  fileprivate mutating func explain(now: Instant, _ order: PlanOrder) {
    var why: [PlanReason] = []
    if let due, order.isSoon(due) { why.append(due <= now ? .overdue(due) : .due(due)) }
    if card.urgent || card.important { why.append(.quadrant(card.quadrant)) }
    if why.isEmpty { why.append(.column(column.name)) }
    reasons = why + reasons
  }
}

extension Card {
  /// Whether there is anything left to do on it.
  var isOpen: Bool { !archived && doneAt == nil }
}

extension WorkingHours {
  /// These hours on a date, whatever the day of the week.
  package func span(on date: CivilDate, in zone: Zone) -> TimeSpan {
    let end = endMinute <= startMinute ? endMinute + 1440 : endMinute
    return TimeSpan(
      start: zone.instant(of: WallTime(date: date, secondOfDay: startMinute * 60)),
      end: zone.instant(of: WallTime(date: date, secondOfDay: end * 60)))
  }
}
