import Civil
import Desk
import Testing

/// A desk read from files, in whatever parts and order, keeps in order what one does that was made change by change.
@Suite struct LoadTests {
  private static let now = Instant(seconds: 1_795_421_000)

  /// Everything that screens ask of a desk, as text.
  private func portrait(_ desk: Desk) -> [String] {
    let now = Self.now
    let span = TimeSpan(start: now.adding(-40 * 86_400), end: now.adding(40 * 86_400))
    var lines: [String] = []
    for client in desk.clients {
      lines.append("\(client.name) overdue \(desk.overdueCount(of: client.id, at: now))")
      lines.append("archived \(desk.archivedCards(of: client.id).map(\.id.raw).sorted())")
      for column in desk.columns(of: client.id) {
        lines.append("\(column.name) \(desk.cards(in: column.id).map { "\($0.rank) \($0.id.raw)" })")
        lines.append("\(desk.hasCards(in: column.id))")
      }
    }
    lines.append("waiting \(desk.waitingCards().map(\.id.raw).sorted())")
    lines += desk.deadlines(in: span).map { "\($0.due.text) \($0.card.id.raw)" }
    lines += desk.occurrences(in: span).map { "\($0.start.text) \($0.end.text) \($0.blockID.raw)" }
    lines += desk.entries(in: span, now: now).map { "\($0.start.text) \($0.id.raw)" }
    lines += desk.allCards.map { "\($0.id.raw) \(desk.secondsSpent(on: $0.id, now: now))" }.sorted()
    lines.append("running \(desk.running?.id.raw ?? "none")")
    return lines
  }

  @Test func partsOfAnyOrderMakeTheSameDesk() {
    let zones = RuleZones.database
    let records = SampleDesk.small(now: Self.now, zones: zones)
    var made = Desk(zones: zones)
    made.apply(SampleDesk.transaction(records, at: Self.now))
    let expected = portrait(made)
    var chance = GrammarChance(seed: 7)
    for round in 0..<12 {
      var rest = round == 0 ? records : records.shuffled(using: &chance)
      var files: [ReadRecords] = []
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &chance)
        files.append(ReadRecords(Array(rest.prefix(count)), zones))
        rest.removeFirst(count)
      }
      var read = Desk(zones: zones)
      #expect(read.load(files).isEmpty)
      #expect(portrait(read) == expected, "round \(round)")
    }
  }

  @Test func ofTwoRecordsOfOneNameTheFirstStays() throws {
    let zones = RuleZones.database
    let records = SampleDesk.small(now: Self.now, zones: zones)
    var desk = Desk(zones: zones)
    desk.load([ReadRecords(records, zones)])
    let expected = portrait(desk)
    var others: [Record] = []
    for case .card(var card) in records.prefix(40) {
      card.title += " again"
      card.rank = "zz"
      card.due = nil
      others.append(.card(card))
    }
    for case .block(var block) in records {
      block.duration += 60
      others.append(.block(block))
    }
    for case .entry(var entry) in records {
      entry.start = entry.start.adding(-60)
      others.append(.entry(entry))
    }
    var read = Desk(zones: zones)
    let doubles = read.load([ReadRecords(records + others, zones), ReadRecords(others, zones)])
    #expect(portrait(read) == expected)
    #expect(Set(doubles) == Set(others.map(\.key)) && doubles.count == 2 * others.count)
    #expect(read.allCards.allSatisfy { !$0.title.hasSuffix(" again") })
  }
}
