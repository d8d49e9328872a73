import Civil

/// Makes the desk of many years.
struct YearsMaker {
  private(set) var records: [Record] = []
  private let years: Int
  private let home: Zone
  private let today: CivilDate
  private let ids: IdentifierSource
  private var chance: SampleChance
  /// Cards of each client, oldest first: what entries and blocks are about.
  private var cards: [[Card]] = []
  private var clients: [Client] = []

  private static let yearCards = 2_000
  private static let yearBlocks = 2_000
  /// How many of a year's blocks repeat.
  private static let yearSeries = 20
  private static let yearEntries = 6_000
  /// Cards of a client that are not done.
  private static let openCards = 32
  /// How long a done card stays on the board.
  private static let daysUntilArchived = 14

  init(years: Int, now: Instant, zones: ZoneDatabase) {
    self.years = max(1, years)
    home = zones.zoneOrUTC(named: SampleDesk.settings.homeZone)
    today = home.date(at: now)
    ids = SampleChance.identifiers(seed: SampleDesk.seed &+ 2)
    chance = SampleChance(seed: SampleDesk.seed &+ 3)
  }

  private var days: Int { years * 365 }

  mutating func make() {
    records.reserveCapacity(years * 10_000 + 100)
    records.append(.settings(SampleDesk.settings))
    for (index, kind) in YearsClient.all.enumerated() { addClient(kind, number: index) }
    addEntries()
    addBlocks()
  }

  private func instant(_ date: CivilDate, minute: Int) -> Instant {
    home.instant(of: WallTime(date: date, secondOfDay: minute * 60))
  }

  private mutating func addClient(_ kind: YearsClient, number: Int) {
    let board = kind.board
    let created = instant(today.adding(days: -days - 30), minute: 600)
    let client = Client(
      id: ids.next(at: created), slug: board.slug, name: board.name, zone: board.zone, hours: board.hours,
      currency: board.currency, rate: board.rate, hotkey: number < 9 ? number + 1 : nil, colour: number,
      createdAt: created)
    clients.append(client)
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
    addCards(kind, client, columns)
  }

  private mutating func addCards(_ kind: YearsClient, _ client: Client, _ columns: [Column]) {
    guard let done = columns.last else { return }
    let open = columns.dropLast()
    let count = years * Self.yearCards / YearsClient.all.count
    let ranks = Rank.sequence(count)
    var made: [Card] = []
    made.reserveCapacity(count)
    for place in 0..<count {
      let isOpen = place >= count - Self.openCards
      // Done cards are spread over the years; open ones were written down in the last weeks.
      let daysAgo: Int = isOpen ? 1 + chance.below(45) : days - days * place / (count - Self.openCards)
      let born = instant(today.adding(days: -daysAgo - (isOpen ? 0 : 4)), minute: 540 + chance.below(480))
      var card = Card(
        id: ids.next(at: born), client: client.id, column: done.id, rank: ranks[count - 1 - place],
        title: title(kind, place), createdAt: born)
      fill(&card, kind)
      if isOpen {
        settle(&card, place, kind, client, Array(open))
      } else {
        card.doneAt = instant(today.adding(days: -max(1, daysAgo)), minute: 540 + chance.below(540))
        card.archived = daysAgo > Self.daysUntilArchived
        for index in card.checklist.indices { card.checklist[index].done = true }
      }
      made.append(card)
      records.append(.card(card))
    }
    cards.append(made)
  }

  private mutating func title(_ kind: YearsClient, _ place: Int) -> String {
    let pattern = chance.pick(kind.titles)
    guard let mark = pattern.firstIndex(of: "%") else { return pattern }
    return "\(pattern[..<mark])\(place + 1)\(pattern[pattern.index(after: mark)...])"
  }

  private mutating func fill(_ card: inout Card, _ kind: YearsClient) {
    if chance.happens(70) { card.labels = [chance.pick(kind.labels)] }
    if chance.happens(60) { card.estimate = (1 + chance.below(12)) * 900 }
    if chance.happens(30) {
      card.checklist = (1...(2 + chance.below(4))).map {
        ChecklistItem(text: "Step \($0)", done: chance.happens(50))
      }
    }
    if chance.happens(25) {
      card.notes =
        "As agreed with \(chance.pick(kind.people)). Keep it short; the last version is in the shared folder."
    }
    if chance.happens(10) {
      card.comments = [
        Comment(at: card.createdAt.adding(7_200), writer: chance.pick(kind.people), text: "Looks good 👍")
      ]
    }
    card.quadrant = chance.pick(Quadrant.allCases)
  }

  /// Places an open card: most wait, few are being done.
  private mutating func settle(
    _ card: inout Card, _ place: Int, _ kind: YearsClient, _ client: Client, _ columns: [Column]
  ) {
    let roll = chance.below(100)
    let role: Column.Role =
      roll < 40 ? .backlog : roll < 65 ? .ready : roll < 75 ? .doing : roll < 88 ? .waiting : .review
    let column = columns.first { $0.role == role } ?? columns[0]
    card.column = column.id
    if role == .waiting { card.waitingOn = chance.pick(kind.people) }
    guard chance.happens(55) else { return }
    let date = today.adding(days: chance.below(24) - 4)
    card.due = ZonedTime(
      wall: WallTime(date: date, secondOfDay: client.hours.endMinute * 60), zone: client.zone)
  }

  /// A card that was being worked on so many days ago.
  private mutating func card(of client: Int, daysAgo: Int) -> Card {
    let list = cards[client]
    let place = list.count - 1 - list.count * daysAgo / (days + 1)
    return list[max(0, min(list.count - 1, place - chance.below(8)))]
  }

  /// Calls `body` for every working day with how many things fall on it, so that they add up to `total`.
  private mutating func spread(
    _ total: Int, from first: Int, to last: Int, _ body: (inout YearsMaker, CivilDate, Int, Int) -> Void
  ) {
    let dates = (first...last).map { (daysAgo: -$0, date: today.adding(days: $0)) }
      .filter { $0.date.weekday < .saturday }
    for (place, day) in dates.enumerated() {
      let share = total * (place + 1) / dates.count - total * place / dates.count
      body(&self, day.date, day.daysAgo, share)
    }
  }

  private mutating func addEntries() {
    spread(years * Self.yearEntries, from: -days, to: -1) { maker, date, daysAgo, count in
      // Ten hours, a little pause after each stretch.
      let slot = 36_000 / max(1, count)
      var start = maker.instant(date, minute: 540)
      for _ in 0..<count {
        let length = slot / 2 + maker.chance.below(max(1, slot / 2 - 20))
        maker.addEntry(start: start, length: length, daysAgo: daysAgo)
        start = start.adding(slot)
      }
    }
  }

  private mutating func addEntry(start: Instant, length: Int, daysAgo: Int) {
    let number = chance.below(clients.count)
    let card = card(of: number, daysAgo: daysAgo)
    var entry = Entry(
      id: ids.next(at: start), client: clients[number].id, card: card.id, note: card.title,
      labels: card.labels,
      start: start, end: start.adding(length))
    entry.billable = chance.happens(85)
    if chance.happens(20) {
      entry.card = nil
      entry.note = chance.pick(YearsClient.all[number].board.errands)
    }
    records.append(.entry(entry))
  }

  private mutating func addBlocks() {
    spread(years * (Self.yearBlocks - Self.yearSeries), from: -days, to: 14) { maker, date, daysAgo, count in
      for place in 0..<count {
        maker.addBlock(date, minute: 540 + place * 600 / max(1, count) / 15 * 15, daysAgo: daysAgo)
      }
    }
    spread(years * Self.yearSeries, from: -days, to: -1) { maker, date, daysAgo, count in
      for place in 0..<count { maker.addSeries(date, minute: 600 + place * 45, daysAgo: daysAgo) }
    }
  }

  /// A meeting or a chore that began on that day: most end after some months, the others still go on.
  private mutating func addSeries(_ date: CivilDate, minute: Int, daysAgo: Int) {
    let rules = [
      "FREQ=WEEKLY;COUNT=26", "FREQ=WEEKLY;INTERVAL=2;COUNT=13", "FREQ=MONTHLY;COUNT=9",
      "FREQ=WEEKLY;COUNT=10",
      "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=40", "FREQ=DAILY;INTERVAL=3;COUNT=30", "FREQ=WEEKLY;INTERVAL=2",
      "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY",
    ]
    addBlock(date, minute: minute, daysAgo: daysAgo, repeats: chance.pick(rules))
  }

  private mutating func addBlock(_ date: CivilDate, minute: Int, daysAgo: Int, repeats rule: String? = nil) {
    let number = chance.below(clients.count)
    let card = card(of: number, daysAgo: max(0, daysAgo))
    let isMeeting = chance.happens(20)
    let zone = isMeeting ? clients[number].zone : home.name
    let born = instant(date.adding(days: -3), minute: minute)
    var block = Block(
      id: ids.next(at: born), client: clients[number].id, card: isMeeting ? nil : card.id,
      kind: isMeeting ? .meeting : .work,
      title: isMeeting ? "Call with \(chance.pick(YearsClient.all[number].people))" : card.title,
      start: ZonedTime(wall: WallTime(date: date, secondOfDay: minute * 60), zone: zone),
      duration: (2 + chance.below(5)) * 900)
    if let rule {
      block.repeat = rule
      block.card = nil
    }
    records.append(.block(block))
  }
}
