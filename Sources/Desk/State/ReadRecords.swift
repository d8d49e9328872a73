import Civil

/// Records as files hold them, with all worked out of them alone that a desk keeps in order.
///
/// Whichever thread reads a file does this, so that the one that has the desk only puts each in its place.
package struct ReadRecords: Sendable {
  struct ReadCard: Sendable {
    let record: Record
    let id: CardID
    let client: ClientID
    let column: ColumnID
    let rank: String
    let isArchived: Bool
    let isWaiting: Bool
    /// When it calls; nil when it does not.
    let deadline: Instant?
  }

  struct ReadBlock: Sendable {
    let record: Record
    let id: BlockID
    /// When it takes place; nil for a series.
    let span: TimeSpan?
    let replaces: OccurrenceID?
    let reminders: [Int]?
  }

  struct ReadEntry: Sendable {
    let record: Record
    let id: EntryID
    let start: Instant
    /// Nil while it is running.
    let end: Instant?
    let card: CardID?
  }

  /// All of them, in the order they were read in.
  package let records: [Record]
  private(set) var cards: [ReadCard] = []
  private(set) var blocks: [ReadBlock] = []
  private(set) var series: [Series.Ready] = []
  private(set) var entries: [ReadEntry] = []
  /// Settings, clients and columns.
  private(set) var others: [Record] = []

  /// - Parameter zones: the rules of the clocks that the records go by.
  package init(_ records: [Record], _ zones: ZoneDatabase) {
    self.records = records
    var clocks = LastZone(zones)
    for record in records {
      switch record {
      case .settings, .client, .column: others.append(record)
      case .card(let card):
        cards.append(
          ReadCard(
            record: record, id: card.id, client: card.client, column: card.column, rank: card.rank,
            isArchived: card.archived, isWaiting: card.waitingOn != nil,
            deadline: card.call.map { clocks.zone($0.zone).instant(of: $0.wall) }))
      case .block(let block):
        let zone = clocks.zone(block.start.zone)
        if block.isSeries { series.append(Series.Ready(block: block, series: Series(block, in: zone))) }
        blocks.append(
          ReadBlock(
            record: record, id: block.id, span: block.isSeries ? nil : block.span(in: zone),
            replaces: block.replaces, reminders: block.reminders))
      case .entry(let entry):
        entries.append(
          ReadEntry(record: record, id: entry.id, start: entry.start, end: entry.end, card: entry.card))
      }
    }
  }
}

/// The zone that was asked for last: of what lies in one file, most is in the same.
private struct LastZone {
  private let zones: ZoneDatabase
  private var last: (name: String, zone: Zone)?

  init(_ zones: ZoneDatabase) { self.zones = zones }

  mutating func zone(_ name: String) -> Zone {
    if let last, last.name == name { return last.zone }
    let zone = zones.zoneOrUTC(named: name)
    last = (name, zone)
    return zone
  }
}
