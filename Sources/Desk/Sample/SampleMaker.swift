import Civil

/// Turns what is written down in this folder into records around a moment.
struct SampleMaker {
  private(set) var records: [Record] = [.settings(SampleDesk.settings)]
  private let now: Instant
  private let home: Zone
  private let zones: ZoneDatabase
  private let ids = SampleChance.identifiers(seed: SampleDesk.seed)
  private var chance = SampleChance(seed: SampleDesk.seed &+ 1)
  private var clients: [String: ClientID] = [:]
  private var cards: [String: Card] = [:]
  /// What was worked on for each client: cards and errands.
  private var work: [String: [TimerSubject]] = [:]

  init(now: Instant, zones: ZoneDatabase) {
    self.now = now
    self.zones = zones
    home = zones.zoneOrUTC(named: SampleDesk.settings.homeZone)
  }

  private var today: CivilDate { home.date(at: now) }

  /// The date so many working days from today; from a weekend, counting starts at the day itself.
  private func workday(_ days: Int) -> CivilDate {
    var date = today
    var left = abs(days)
    while left > 0 {
      date = date.adding(days: days > 0 ? 1 : -1)
      if date.weekday < .saturday { left -= 1 }
    }
    return date
  }

  /// An instant of a day in the home zone, never after now.
  private func past(_ date: CivilDate, minute: Int) -> Instant {
    min(now.adding(-60), home.instant(of: WallTime(date: date, secondOfDay: minute * 60)))
  }

  mutating func add(_ board: SampleBoard) {
    let created = past(today.adding(days: -120), minute: 600)
    let client = Client(
      id: ids.next(at: created.adding(clients.count)), slug: board.slug, name: board.name, zone: board.zone,
      hours: board.hours, currency: board.currency, rate: board.rate, hotkey: clients.count + 1,
      colour: clients.count, createdAt: created)
    clients[board.slug] = client.id
    records.append(.client(client))
    var columns: [Column] = []
    for (draft, rank) in zip(board.columns, Rank.sequence(board.columns.count)) {
      let column = Column(
        id: ids.next(at: created), client: client.id, name: draft.name, role: draft.role,
        wipLimit: draft.wipLimit,
        rank: rank)
      columns.append(column)
      records.append(.column(column))
    }
    for (sample, rank) in zip(board.cards, Rank.sequence(board.cards.count)) {
      add(sample, rank: rank, to: columns[sample.column], of: client)
    }
    work[board.slug, default: []] += board.errands.map { TimerSubject(client: client.id, note: $0) }
  }

  private mutating func add(_ sample: SampleCard, rank: String, to column: Column, of client: Client) {
    let created = past(workday(-sample.age - (sample.doneAgo ?? 0)), minute: 9 * 60 + chance.below(400))
    var card = Card(
      id: ids.next(at: created), client: client.id, column: column.id, rank: rank, title: sample.title,
      createdAt: created)
    card.notes = sample.notes
    card.due = sample.due.map { due in
      ZonedTime(wall: WallTime(date: workday(due.days), secondOfDay: due.minute * 60), zone: client.zone)
    }
    card.labels = sample.labels
    card.checklist = sample.checklist.map { line in
      line.hasPrefix("x ")
        ? ChecklistItem(text: String(line.dropFirst(2)), done: true) : ChecklistItem(text: line)
    }
    card.estimate = sample.estimate.map { $0 * 60 }
    card.waitingOn = sample.waitingOn
    // A third of its days it has been waiting.
    if sample.waitingOn != nil || column.role == .waiting {
      card.waitingSince = created.adding(now.seconds(since: created) * 2 / 3)
    }
    card.assignee = sample.assignee
    card.quadrant = sample.quadrant
    card.comments = sample.comments.map { comment in
      Comment(
        at: past(workday(-comment.daysAgo), minute: 17 * 60 + 12), writer: comment.writer, text: comment.text)
    }
    card.doneAt = sample.doneAgo.map { past(workday(-$0), minute: 9 * 60 + chance.below(500)) }
    card.archived = sample.isArchived
    records.append(.card(card))
    cards[card.title] = card
    if !card.archived, column.role != .backlog {
      work[client.slug, default: []].append(
        TimerSubject(client: client.id, card: card.id, note: card.title, labels: card.labels))
    }
  }

  /// The plan of this week and the next; today's lines are given as such.
  mutating func addWeek(_ blocks: [SampleBlock]) {
    let monday = today.startOfWeek()
    for sample in blocks {
      let date = sample.day.map { monday.adding(days: $0) } ?? today
      // Today has a plan of its own; what repeats is part of it.
      guard sample.day == nil || date != today || sample.rule != nil else { continue }
      let zone = sample.isClientTime ? sample.client.flatMap(zone) : nil
      var block = Block(
        id: ids.next(at: past(monday.adding(days: -3), minute: 700)),
        client: sample.client.flatMap { clients[$0] },
        card: cards[sample.title]?.id, kind: sample.kind, title: sample.title,
        start: ZonedTime(
          wall: WallTime(date: date, secondOfDay: sample.minute * 60), zone: zone ?? home.name),
        duration: sample.length * 60)
      block.location = sample.location
      if let rule = sample.rule { makeSeries(&block, rule) }
      records.append(.block(block))
    }
  }

  /// Makes a block a series that has been going on for eight weeks.
  private func makeSeries(_ block: inout Block, _ rule: String) {
    block.repeat = rule
    block.start.wall = block.start.wall.adding(seconds: -56 * CivilDate.secondsADay)
  }

  private func zone(of slug: String) -> String? {
    for case .client(let client) in records where client.slug == slug { return client.zone }
    return nil
  }

  /// Entries of every working day from the first of last month until yesterday.
  mutating func addMonths(of boards: [SampleBoard]) {
    var date = today.startOfMonth.adding(months: -1)
    while date < today {
      if date.weekday < .saturday { addDay(date, boards) }
      date = date.adding(days: 1)
    }
  }

  private mutating func addDay(_ date: CivilDate, _ boards: [SampleBoard]) {
    var minute = 9 * 60 + chance.below(20)
    let lunch = 13 * 60
    while minute < 17 * 60 + 30 {
      let length = 20 + chance.below(16) * 5
      let board = chance.pick(boards)
      if let subject = work[board.slug].map({ chance.pick($0) }) {
        let start = home.instant(of: WallTime(date: date, secondOfDay: minute * 60 + chance.below(60)))
        addEntry(subject, from: start, to: start.adding(length * 60 + chance.below(60)))
      }
      let isLunch = minute < lunch && minute + length >= lunch
      minute += length + 2 + (isLunch ? 50 : chance.happens(25) ? 15 : 0)
    }
  }

  private mutating func addEntry(_ subject: TimerSubject, from start: Instant, to end: Instant?) {
    var entry = Entry(
      id: ids.next(at: start), client: subject.client, card: subject.card, note: subject.note,
      labels: subject.labels, start: start, end: end)
    entry.billable = subject.note != SampleWeek.admin
    records.append(.entry(entry))
  }

  /// What was timed today until the running timer began, and that timer.
  mutating func addToday(_ stretches: [SampleStretch]) {
    let runningSince = now.adding(-(42 * 60 + 13))
    for stretch in stretches {
      let start = home.instant(of: WallTime(date: today, secondOfDay: stretch.minute * 60 + 14))
      let end = min(start.adding(stretch.length * 60), runningSince)
      guard end.seconds(since: start) >= 300 else { continue }
      addEntry(subject(stretch.client, stretch.note), from: start, to: end)
    }
    addEntry(subject(SampleWeek.running.client, SampleWeek.running.note), from: runningSince, to: nil)
  }

  private func subject(_ slug: String, _ note: String) -> TimerSubject {
    let card = cards[note]
    return TimerSubject(client: clients[slug], card: card?.id, note: note, labels: card?.labels ?? [])
  }
}
