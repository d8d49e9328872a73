import Civil
import Desk
import Testing

/// No card is late that some order has in time together with all that are, against trying every order on small desks.
@Suite struct PlanOracleTests {
  /// A card of one block, which ends on half hours.
  private struct Work {
    let card: CardID
    let length: Int
    let due: Instant
  }

  private struct Sample {
    var bench: FillBench
    var works: [Work] = []
    /// What is not moved.
    var meetings: [TimeSpan] = []
    /// Blocks that cards have already and that come too late.
    var late: [CardID: TimeSpan] = [:]
  }

  /// - Parameter days: on how many days cards are due.
  private static func sample(_ chance: inout GrammarChance, days: Int) throws -> Sample {
    var sample = Sample(bench: try FillBench())
    let monday = try #require(WallTime(text: "2026-11-23T00:00"))
    var free = Set(0..<16 * days)
    func half(_ number: Int) -> WallTime {
      monday.adding(seconds: number / 16 * 86_400 + (18 + number % 16) * 1800)
    }
    func span(_ number: Int, _ length: Int) -> TimeSpan {
      TimeSpan(start: sample.bench.desk.homeZone.instant(of: half(number)), seconds: length * 1800)
    }
    // Halves of an hour that nothing has yet.
    func room(_ length: Int) -> Int? {
      let found = free.filter { $0 % 16 + length <= 16 && free.isSuperset(of: $0..<$0 + length) }
        .sorted().randomElement(using: &chance)
      if let found { free.subtract(found..<found + length) }
      return found
    }
    for number in 0..<Int.random(in: 0...5 * days, using: &chance) {
      guard let start = room(2) else { continue }
      try sample.bench.block("Meeting \(number)", half(start).text, minutes: 60, kind: .meeting)
      sample.meetings.append(span(start, 2))
    }
    let client = try sample.bench.client("acme")
    // What is planned of these can wait.
    for number in 0..<Int.random(in: 0...3, using: &chance) {
      let length = Int.random(in: 1...3, using: &chance)
      let card = try sample.bench.card("Some day \(number)", minutes: length * 30)
      guard Bool.random(using: &chance), let start = room(length) else { continue }
      try sample.bench.block(
        "Some day \(number)", half(start).text, minutes: length * 30, client: client, card: card)
    }
    for number in 0..<Int.random(in: 0...4, using: &chance) {
      let minutes = [30, 60, 120].randomElement(using: &chance) ?? 30
      try sample.bench.card("Overdue \(number)", minutes: minutes, due: "2026-11-2\(number % 3)T12:00") {
        $0.important = true
      }
    }
    for number in 0..<Int.random(in: 2...6, using: &chance) {
      let length = Int.random(in: 1...4, using: &chance)
      let due = Int.random(in: 1..<16 * days, using: &chance)
      let card = try sample.bench.card("Due \(number)", minutes: length * 30, due: half(due).text) {
        $0.important = Bool.random(using: &chance)
      }
      let instant = sample.bench.desk.homeZone.instant(of: half(due))
      sample.works.append(Work(card: card, length: length * 1800, due: instant))
      guard Int.random(in: 0..<3, using: &chance) == 0 else { continue }
      let after = free.filter { $0 >= due && $0 % 16 + length <= 16 }.sorted()
      guard let start = after.first(where: { free.isSuperset(of: $0..<$0 + length) }) else { continue }
      free.subtract(start..<start + length)
      try sample.bench.block(
        "Due \(number)", half(start).text, minutes: length * 30, client: client, card: card)
      sample.late[card] = span(start, length)
    }
    return sample
  }

  /// Whether all are in time in some order, each having the first whole gap.
  private func isPossible(_ works: [Work], _ gaps: [TimeSpan]) -> Bool {
    works.isEmpty
      || works.indices.contains { index in
        let work = works[index]
        guard let gap = gaps.firstIndex(where: { $0.duration >= work.length }),
          gaps[gap].start.adding(work.length) <= work.due
        else { return false }
        var gaps = gaps
        gaps[gap] = TimeSpan(start: gaps[gap].start.adding(work.length), end: gaps[gap].end)
        var rest = works
        rest.remove(at: index)
        return isPossible(rest, gaps)
      }
  }

  private func gaps(_ bench: FillBench, days: Int, without closed: [TimeSpan]) throws -> [TimeSpan] {
    var gaps: [TimeSpan] = []
    for day in 0..<days {
      let date = bench.desk.homeZone.date(at: bench.now).adding(days: day)
      let working = try #require(bench.desk.workingSpan(on: date))
      var from = working.start
      for span in closed.sorted(by: { $0.start < $1.start }) where working.overlaps(span) {
        if span.start > from { gaps.append(TimeSpan(start: from, end: span.start)) }
        from = max(from, span.end)
      }
      if from < working.end { gaps.append(TimeSpan(start: from, end: working.end)) }
    }
    return gaps
  }

  @Test(arguments: 0..<400, [1, 2]) func nothingIsLateThatSomeOrderHasInTime(seed: UInt64, days: Int) throws {
    var chance = GrammarChance(seed: seed)
    let sample = try Self.sample(&chance, days: days)
    let bench = sample.bench
    let plan = days == 1 ? try bench.today() : try bench.week()
    let late = Set(plan.late.map(\.card))
    let inTime = sample.works.filter { !late.contains($0.card) && $0.due > bench.now }
    for work in sample.works where late.contains(work.card) {
      let kept = sample.late.filter { late.contains($0.key) && $0.key != work.card }.map(\.value)
      let gaps = try gaps(bench, days: days, without: sample.meetings + kept)
      let title = bench.desk.card(work.card)?.title ?? ""
      #expect(!isPossible(inTime + [work], gaps), "\(title) of \(bench.lines(plan))")
    }
    // What waits is late anyway, and nothing is said to be both.
    for line in plan.lines where line.reasons.contains(.gaveWay) {
      let due = sample.works.first { $0.card == line.card }?.due
      #expect(due == nil || late.contains(line.card))
      #expect(!line.reasons.contains(.ahead))
    }
  }
}
