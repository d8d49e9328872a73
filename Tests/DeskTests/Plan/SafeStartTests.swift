import Civil
import Desk
import Testing

@Suite struct SafeStartTests {
  private var bench: FillBench

  init() throws { bench = try FillBench(buffer: 15) }

  private func start(_ card: CardID) -> SafeStart? {
    let week = TimeSpan(start: bench.now, seconds: 8 * 86_400)
    return bench.desk.safeStarts(dueIn: week, now: bench.now)[card]
  }

  @Test mutating func workingHoursAreCountedBackwards() throws {
    let card = try bench.card("Write", minutes: 600, due: "2026-11-25T12:00")
    // Three hours on Wednesday, seven on Tuesday.
    #expect(start(card)?.at?.text == "2026-11-24T10:00:00Z")
    #expect(start(card)?.needed == 36_000)
  }

  @Test mutating func dueAtNightCountsFromTheEndOfTheDay() throws {
    let card = try bench.card("Write", minutes: 60, due: "2026-11-24T23:00")
    #expect(start(card)?.at?.text == "2026-11-24T16:00:00Z")
    let weekend = try bench.card("Rest", minutes: 60, due: "2026-11-29T12:00")
    #expect(start(weekend)?.at?.text == "2026-11-27T16:00:00Z")
  }

  @Test mutating func blocksAndBuffersAreLeftOut() throws {
    let card = try bench.card("Write", minutes: 60, due: "2026-11-24T13:00")
    try bench.block("Call", "2026-11-24T12:00", minutes: 30, client: try bench.client("bolt"), kind: .meeting)
    // From 12:45 to 13:00, and before 11:45.
    #expect(start(card)?.at?.text == "2026-11-24T11:00:00Z")
    try bench.block("Own", "2026-11-24T11:00", minutes: 30, client: try bench.client("acme"), card: card)
    #expect(start(card)?.at?.text == "2026-11-24T11:00:00Z")
    try bench.block("Lunch", "2026-11-24T11:00", minutes: 30, kind: .break)
    #expect(start(card)?.at?.text == "2026-11-24T10:30:00Z")
  }

  @Test mutating func whatIsTooLateSaysWhatIsMissing() throws {
    let card = try bench.card("Write", minutes: 600, due: "2026-11-23T17:00")
    #expect(start(card)?.at == nil)
    #expect(start(card)?.missing == 2 * 3600)
    bench.now = bench.now.adding(8 * 3600 + 60)
    #expect(start(card) == nil)
  }

  @Test mutating func timeSpentNeedsNoMoreTime() throws {
    let card = try bench.card("Write", minutes: 120, due: "2026-11-23T17:00")
    try bench.make(
      bench.desk.addEntry(
        TimerSubject(client: try bench.client("acme"), card: card), start: bench.now.adding(-3600),
        end: bench.now, context: bench.context))
    #expect(start(card)?.at?.text == "2026-11-23T16:00:00Z")
  }

  /// It is what the plan gives it, since it is not done.
  @Test mutating func aUsedUpEstimateNeedsHalfAnHour() throws {
    let card = try bench.card("Write", minutes: 60, due: "2026-11-24T12:00")
    try bench.make(
      bench.desk.addEntry(
        TimerSubject(client: try bench.client("acme"), card: card), start: bench.now.adding(-7200),
        end: bench.now, context: bench.context))
    #expect(start(card)?.at?.text == "2026-11-24T11:30:00Z")
    #expect(start(card)?.needed == PlanRules.more)
    #expect(try bench.today().lines.map(\.span.duration) == [PlanRules.more])
  }

  @Test mutating func noEstimateNoSafeStart() throws {
    let card = try bench.card("Write", minutes: nil, due: "2026-11-23T17:00")
    #expect(start(card) == nil)
    #expect(start(try bench.card("Not due")) == nil)
  }

  /// Working from the safe start on is in time, a minute later is not: against counting every minute.
  @Test(arguments: 0..<60) mutating func itIsTheLastMinute(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    let monday = try #require(WallTime(text: "2026-11-23T00:00"))
    for number in 0..<Int.random(in: 0...10, using: &chance) {
      let start = monday.adding(seconds: Int.random(in: 0...576, using: &chance) * 900)
      let slug = ["acme", "bolt"].randomElement(using: &chance) ?? "bolt"
      try bench.block(
        "\(number)", start.text, minutes: Int.random(in: 1...200, using: &chance),
        client: try bench.client(slug), kind: .meeting)
    }
    let due = monday.adding(seconds: Int.random(in: 60...900, using: &chance) * 600)
    let card = try bench.card(
      "Write", minutes: Int.random(in: 1...900, using: &chance), due: due.text)
    guard let found = start(card), let at = found.at else { return }
    #expect(minutes(card, from: at, to: found.due) * 60 == found.needed)
    #expect(minutes(card, from: at.adding(60), to: found.due) * 60 < found.needed)
  }

  private func minutes(_ card: CardID, from start: Instant, to end: Instant) -> Int {
    let desk = bench.desk
    let client = desk.card(card)?.client
    let busy = desk.occurrences(from: start.adding(-86_400), to: end.adding(86_400)).map { item in
      let kept = item.block.client == client ? 0 : 900
      return TimeSpan(start: item.start.adding(-kept), end: item.end.adding(kept))
    }
    var count = 0
    var minute = start
    while minute < end {
      let wall = desk.homeZone.wall(at: minute)
      if desk.settings.hours.contains(wall), !busy.contains(where: { $0.contains(minute) }) { count += 1 }
      minute = minute.adding(60)
    }
    return count
  }
}
