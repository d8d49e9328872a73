import Civil

/// A card that wants time.
struct PlanItem {
  /// What of it does not change: thousands of copies are made while plans are tried, and cards are large.
  private final class Subject: Sendable {
    let card: Card
    let due: Instant?
    let column: Column

    init(_ card: Card, due: Instant?, _ column: Column) {
      self.card = card
      self.due = due
      self.column = column
    }
  }

  private let subject: Subject
  var card: Card { subject.card }
  var client: ClientID { subject.card.client }
  var due: Instant? { subject.due }
  var column: Column { subject.column }
  /// Work without a block, in seconds.
  var work: Int
  /// Reasons that are known before it has a place.
  var reasons: [PlanReason] = []
  /// Blocks whose time went by; the first ones are moved before new ones are made.
  var missed: [Block] = []
  /// Blocks that are to have another place, each as a whole.
  var loose: [Block] = []
  /// What it has already, in no order.
  var own: [TimeSpan] = []
  /// When the last of its blocks is over that stay where they are.
  var keptUntil: Instant?

  init(card: Card, due: Instant?, column: Column, work: Int) {
    subject = Subject(card, due: due, column)
    self.work = work
  }

  /// Whether it can still be finished in time.
  func isAhead(of now: Instant) -> Bool { due.map { $0 > now } ?? false }

  /// Work that wants a place, in seconds, blocks that are to be moved included.
  var wanted: Int { loose.reduce(work) { $0 + $1.duration } }
}

/// The order in which cards are given time.
///
/// By due date, then quadrant; of those alike, work for the same client stays together, and within it work with the same
/// label. What is due long after the planned days counts as if it were not due at all, so that it does not keep back
/// what is important now.
struct PlanOrder {
  private struct Rank: Hashable, Comparable {
    /// Day number in the home zone, `Int.max` for what is not due soon.
    let day: Int
    let quadrant: Int

    static func < (a: Rank, b: Rank) -> Bool { (a.day, a.quadrant) < (b.day, b.quadrant) }
  }

  private let home: Zone
  private let lastDay: Int
  /// Clients in the order of the desk.
  private let places: [ClientID: Int]

  init(_ desk: Desk, _ request: PlanRequest) {
    home = desk.homeZone
    lastDay = request.last.dayNumber + PlanRules.daysAhead
    places = Dictionary(
      desk.clients.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a due time is near enough to decide the order.
  func isSoon(_ due: Instant) -> Bool { home.date(at: due).dayNumber <= lastDay }

  private func rank(_ item: PlanItem) -> Rank {
    let day = item.due.map { home.date(at: $0).dayNumber } ?? .max
    return Rank(day: day <= lastDay ? day : .max, quadrant: item.card.quadrant.rawValue)
  }

  /// Whether one comes before another by the day it is due, the quadrant and the due time alone.
  func isBefore(_ a: PlanItem, _ b: PlanItem) -> Bool {
    let (x, y) = (rank(a), rank(b))
    return x == y ? (a.due?.seconds ?? .max) < (b.due?.seconds ?? .max) : x < y
  }

  func sorted(_ items: [PlanItem]) -> [PlanItem] {
    var sorted: [PlanItem] = []
    for (_, alike) in Dictionary(grouping: items, by: rank).sorted(by: { $0.key < $1.key }) {
      let byClient = groups(alike, last: sorted.last?.card.client) {
        $0.card.client
      } isBefore: { a, b in
        (places[a] ?? .max, a.raw) < (places[b] ?? .max, b.raw)
      }
      for group in byClient {
        let last = sorted.last.flatMap { $0.card.client == group[0].card.client ? $0.card.label : nil }
        let byLabel = groups(group, last: last, key: { $0.card.label }, isBefore: <)
        sorted += byLabel.flatMap { $0.sorted(by: isBeforeAlike) }
      }
    }
    return sorted
  }

  /// The one that goes on with what came last stands first, then whatever is due first.
  private func groups<Key: Hashable>(
    _ items: [PlanItem], last: Key?, key: (PlanItem) -> Key, isBefore: (Key, Key) -> Bool
  ) -> [[PlanItem]] {
    let groups = Dictionary(grouping: items, by: key)
    let due = groups.mapValues { $0.compactMap(\.due).min() ?? Instant(seconds: .max) }
    return groups.sorted { a, b in
      if (a.key == last) != (b.key == last) { return a.key == last }
      if let x = due[a.key], let y = due[b.key], x != y { return x < y }
      return isBefore(a.key, b.key)
    }.map(\.value)
  }

  /// What is being done goes before what is ready, then by due time and place on the board.
  private func isBeforeAlike(_ a: PlanItem, _ b: PlanItem) -> Bool {
    let (x, y) = (a.column.role == .doing, b.column.role == .doing)
    if x != y { return x }
    if a.due != b.due { return (a.due?.seconds ?? .max) < (b.due?.seconds ?? .max) }
    return (a.column.rank, a.card.rank, a.card.id) < (b.column.rank, b.card.rank, b.card.id)
  }
}

extension Card {
  /// What work is batched by: the first label.
  fileprivate var label: String { labels.first.map { TextFold.text($0) } ?? "" }
}
