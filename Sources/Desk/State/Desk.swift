import Civil

/// Everything one person keeps, in memory, with the indexes that the screens read.
///
/// A change comes in by `apply` alone, which keeps every index up as it goes: what a screen asks costs what is
/// on the screen, never what is in the desk.
package struct Desk: Sendable {
  /// Sequence number of the last transaction applied.
  package internal(set) var sequence = 0
  /// Counts whatever changes the records: of two states of one desk with the same number nothing differs.
  package internal(set) var revision = 0
  package internal(set) var settings = Settings() {
    didSet { travelledZone = settings.travel.isEmpty ? nil : Travel.zone(settings, zones) }
  }
  /// Home's clocks with the days away in them; nil where there are none.
  private var travelledZone: Zone?
  package internal(set) var history = History()

  var clientTable: [ClientID: Client] = [:]
  var columnTable: [ColumnID: Column] = [:]
  var cardTable = RecordTable<CardID, Card>()
  var blockTable = RecordTable<BlockID, Block>()
  var entryTable = RecordTable<EntryID, Entry>()

  var order = ClientOrder()
  var boards = BoardIndex()
  var deadlineIndex = InstantIndex<CardID>()
  /// Blocks that do not repeat, and moved occurrences of those that do.
  var blockIndex = SpanIndex<BlockID>()
  var seriesIndex = SeriesIndex()
  let seriesMemory: SeriesMemory
  var seriesPieces: SeriesPieces
  var occurrenceMemory = OccurrenceMemory()
  var reminderIndex = ReminderIndex()
  var entryIndex = InstantIndex<EntryID>()
  var spent = SpentIndex()
  package internal(set) var runningEntry: EntryID?

  /// The rules of clocks, for turning planned wall times into instants.
  package let zones: ZoneDatabase

  /// - Parameter revision: of a desk that this one takes the place of, one more than that one's: what was worked out of that
  ///   one is then not taken for this one's.
  package init(zones: ZoneDatabase, revision: Int = 0) {
    self.zones = zones
    self.revision = revision
    seriesMemory = SeriesMemory()
    seriesPieces = SeriesPieces(seriesMemory)
  }
}

// Looking things up.
extension Desk {
  package func client(_ id: ClientID) -> Client? { clientTable[id] }
  package func column(_ id: ColumnID) -> Column? { columnTable[id] }
  package func card(_ id: CardID) -> Card? { cardTable[id] }
  package func block(_ id: BlockID) -> Block? { blockTable[id] }
  package func entry(_ id: EntryID) -> Entry? { entryTable[id] }

  package func record(_ key: RecordKey) -> Record? {
    switch key {
    case .settings: .settings(settings)
    case .client(let id): clientTable[id].map(Record.client)
    case .column(let id): columnTable[id].map(Record.column)
    case .card(let id): cardTable[id].map(Record.card)
    case .block(let id): blockTable[id].map(Record.block)
    case .entry(let id): entryTable[id].map(Record.entry)
    }
  }

  /// Whether nobody has ever used this desk.
  package var isEmpty: Bool { clientTable.isEmpty && settings == Settings() }

  /// Every client, hotkeys first, then by name.
  package var clients: [Client] { order.ids.compactMap { clientTable[$0] } }
  /// The clients that are worked for.
  package var activeClients: [Client] { clients.filter { $0.status == .active } }

  package func client(slug: String) -> Client? { clientTable.values.first { $0.slug == slug } }

  /// The columns of a client's board, left to right.
  package func columns(of client: ClientID) -> [Column] {
    boards.columns(of: client).compactMap { columnTable[$0] }
  }
  /// The ids of the live cards of a column, top to bottom.
  package func cardIDs(in column: ColumnID) -> [CardID] { boards.cards(in: column) }
  package func cards(in column: ColumnID) -> [Card] { cardIDs(in: column).compactMap { cardTable[$0] } }
  package func cardCount(in column: ColumnID) -> Int { boards.cards(in: column).count }
  package func hasCards(in column: ColumnID) -> Bool { boards.holdsAny(column) }
  /// The archived cards of a client, in no particular order.
  package func archivedCards(of client: ClientID) -> [Card] {
    boards.archived(of: client).compactMap { cardTable[$0] }
  }

  /// Every card, column and so on, in no particular order: for exports, not for screens.
  package var allCards: some Collection<Card> { cardTable.values }
  package var allBlocks: some Collection<Block> { blockTable.values }
  package var allEntries: some Collection<Entry> { entryTable.values }

  /// The zone by that name, or UTC when the system does not know it.
  package func zone(_ name: String) -> Zone { zones.zoneOrUTC(named: name) }
  /// The clock to plan by, under the zone's own name also where its rules are lost and UTC's clock stands in.
  package func planningZone(_ name: String) -> Zone { zones.zoneOrStandIn(named: name) }
  /// The clocks that the person looks at: home's, and those of a place travelled to on the dates spent there.
  ///
  /// It goes by home's name even so; `homeZone(at:)` names the place.
  package var homeZone: Zone { travelledZone ?? zone(settings.homeZone) }
  /// The zone that the person is in then.
  package func homeZone(at instant: Instant) -> Zone { homeZone.rules(at: instant) }
  package func zone(of client: ClientID) -> Zone { clientTable[client].map { zone($0.zone) } ?? homeZone }

  package func instant(of planned: ZonedTime) -> Instant { zone(planned.zone).instant(of: planned.wall) }
}

// What the screens read.
extension Desk {
  package var running: Entry? { runningEntry.flatMap { entryTable[$0] } }

  /// Live cards that are not done and due in `span`, by due instant.
  package func deadlines(in span: TimeSpan) -> [(due: Instant, card: Card)] {
    deadlineIndex.items(from: span.start, to: span.end).compactMap { item in
      cardTable[item.value].map { (item.at, $0) }
    }
  }

  /// Live cards that are not done and were due before `now`, oldest first.
  package func overdue(at now: Instant) -> [(due: Instant, card: Card)] {
    deadlineIndex.items(before: now).compactMap { item in cardTable[item.value].map { (item.at, $0) } }
  }

  /// How many cards of a client are overdue.
  package func overdueCount(of client: ClientID, at now: Instant) -> Int {
    deadlineIndex.items(before: now).reduce(0) { $0 + (cardTable[$1.value]?.client == client ? 1 : 0) }
  }

  /// When a card is due; nil when it has no due time.
  package func dueInstant(_ card: Card) -> Instant? { card.due.map { instant(of: $0) } }

  /// Entries that overlap `span` as of `now`, by start; the running one runs until `now`.
  package func entries(in span: TimeSpan, now: Instant) -> [Entry] {
    runningBefore(span, now: now)
      + entryIndex.items(from: span.start.adding(-spent.longest), to: span.end).compactMap { item in
        guard let entry = entryTable[item.value],
          (entry.end ?? Swift.max(now, entry.start)) > span.start || entry.start >= span.start
        else { return nil }
        return entry
      }
  }

  /// The running entry when it began so long ago that the look-back misses it.
  private func runningBefore(_ span: TimeSpan, now: Instant) -> [Entry] {
    guard let running, now > span.start, running.start < span.start.adding(-spent.longest) else { return [] }
    return [running]
  }

  /// Seconds spent on a card in entries that have ended.
  package func secondsSpent(on card: CardID, now: Instant) -> Int {
    let running = running.flatMap { $0.card == card ? $0.seconds(at: now) : nil } ?? 0
    return spent.seconds(on: card) + running
  }

  /// Seconds spent within `span`, clipped to it.
  package func secondsSpent(in span: TimeSpan, now: Instant, where counts: (Entry) -> Bool = { _ in true })
    -> Int
  {
    entries(in: span, now: now).reduce(0) { sum, entry in
      guard counts(entry) else { return sum }
      let from = Swift.max(entry.start, span.start)
      let to = Swift.min(entry.end ?? now, span.end)
      return sum + Swift.max(0, to.seconds(since: from))
    }
  }

  /// Seconds of planned work within `span`, clipped to it; breaks, buffers and personal time do not count.
  package func secondsPlanned(in span: TimeSpan) -> Int {
    occurrences(in: span).reduce(0) { $0 + ($1.block.isPlannedWork ? $1.span.overlap(span) : 0) }
  }
}
