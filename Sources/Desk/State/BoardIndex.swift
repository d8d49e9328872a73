import Civil

/// Which columns a board has and which cards are in them, in order.
struct BoardIndex: Sendable {
  fileprivate struct Place: Hashable, Sendable {
    let rank: String
    let card: CardID
  }

  private struct ColumnPlace: Hashable, Sendable {
    let rank: String
    let column: ColumnID
  }

  private var columnsOf: [ClientID: [ColumnPlace]] = [:]
  private var live: [ColumnID: [Place]] = [:]
  private var archivedOf: [ClientID: Set<CardID>] = [:]
  private var archivedIn: [ColumnID: Int] = [:]
  /// Live cards that wait for somebody, whatever column they are in.
  private(set) var waiting: Set<CardID> = []

  func columns(of client: ClientID) -> [ColumnID] { columnsOf[client]?.map(\.column) ?? [] }
  func cards(in column: ColumnID) -> [CardID] { live[column]?.map(\.card) ?? [] }
  func archived(of client: ClientID) -> Set<CardID> { archivedOf[client] ?? [] }
  func holdsAny(_ column: ColumnID) -> Bool { !(live[column] ?? []).isEmpty || (archivedIn[column] ?? 0) > 0 }

  mutating func insert(_ column: Column) {
    var list = columnsOf[column.client] ?? []
    let place = list.partitioningIndex { ($0.rank, $0.column) > (column.rank, column.id) }
    list.insert(ColumnPlace(rank: column.rank, column: column.id), at: place)
    columnsOf[column.client] = list
  }

  mutating func remove(_ column: Column) {
    columnsOf[column.client]?.removeAll { $0.column == column.id }
    if columnsOf[column.client]?.isEmpty == true { columnsOf[column.client] = nil }
  }

  mutating func insert(_ card: Card) {
    guard !card.archived else { return insertArchived(card.id, card.client, card.column) }
    if card.waitingOn != nil { waiting.insert(card.id) }
    live[card.column, default: []].insert(Place(rank: card.rank, card: card.id))
  }

  mutating func insertArchived(_ card: CardID, _ client: ClientID, _ column: ColumnID) {
    archivedOf[client, default: []].insert(card)
    archivedIn[column, default: 0] += 1
  }

  /// Cards of one column that come one after another: the column is looked up once for all of them.
  struct Run {
    fileprivate var column: ColumnID?
    fileprivate var places: [Place] = []
  }

  /// Puts a live card in its column when the run of its cards has ended.
  mutating func insert(
    _ card: CardID, _ rank: String, isWaiting: Bool, in column: ColumnID, _ run: inout Run
  ) {
    if column != run.column {
      end(&run)
      run.column = column
    }
    run.places.insert(Place(rank: rank, card: card))
    if isWaiting { waiting.insert(card) }
  }

  mutating func end(_ run: inout Run) {
    guard let column = run.column else { return }
    if let there = live[column] {
      for place in there { run.places.insert(place) }
    }
    live[column] = run.places
    run = Run()
  }

  mutating func remove(_ card: Card) {
    if card.archived {
      archivedOf[card.client]?.remove(card.id)
      archivedIn[card.column, default: 0] -= 1
      return
    }
    waiting.remove(card.id)
    guard var list = live.removeValue(forKey: card.column) else { return }
    let place = list.partitioningIndex { ($0.rank, $0.card) >= (card.rank, card.id) }
    if place < list.count, list[place].card == card.id { list.remove(at: place) }
    live[card.column] = list
  }
}

extension [BoardIndex.Place] {
  /// Puts a card where its rank says, in a column in order.
  fileprivate mutating func insert(_ own: BoardIndex.Place) {
    // Files have them in order.
    if last.map({ ($0.rank, $0.card) < (own.rank, own.card) }) ?? true { return append(own) }
    insert(own, at: partitioningIndex { ($0.rank, $0.card) > (own.rank, own.card) })
  }
}

/// The clients in the order they are shown: hotkeys first, then by name.
struct ClientOrder: Sendable {
  private(set) var ids: [ClientID] = []

  mutating func rebuild(_ clients: [ClientID: Client]) {
    ids = clients.values.sorted { a, b in
      let (x, y) = (a.hotkey ?? Int.max, b.hotkey ?? Int.max)
      return x == y ? (a.name, a.id.raw) < (b.name, b.id.raw) : x < y
    }.map(\.id)
  }
}

/// Seconds spent on each card, of entries that have ended, and the longest such entry.
struct SpentIndex: Sendable {
  private var byCard: [CardID: Int] = [:]
  /// Seconds of the longest entry ever seen: how far back a question about overlaps must look.
  private(set) var longest = 0

  func seconds(on card: CardID) -> Int { byCard[card] ?? 0 }

  mutating func insert(_ entry: Entry) {
    if let end = entry.end { insert(from: entry.start, to: end, on: entry.card) }
  }

  mutating func insert(from start: Instant, to end: Instant, on card: CardID?) {
    let seconds = max(0, end.seconds(since: start))
    longest = max(longest, seconds)
    if let card { byCard[card, default: 0] += seconds }
  }

  mutating func remove(_ entry: Entry) {
    guard let end = entry.end, let card = entry.card else { return }
    byCard[card, default: 0] -= max(0, end.seconds(since: entry.start))
  }
}
