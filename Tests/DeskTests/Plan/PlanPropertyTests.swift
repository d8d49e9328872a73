import Civil
import Desk
import Testing

/// What holds of every plan, on desks made by chance.
@Suite struct PlanPropertyTests {
  private static let frames = ["mon-thu 9-11 @acme", "tue,wed 13:00-15:30 #deep", "fri 9-12 @bolt #calls"]

  private static func bench(_ chance: inout GrammarChance) throws -> FillBench {
    var bench = try FillBench(buffer: [0, 10, 30].randomElement(using: &chance) ?? 0)
    let slugs = ["acme", "bolt", "crane"]
    bench.now = bench.now.adding(Int.random(in: 0...40_000, using: &chance))
    let monday = try #require(WallTime(text: "2026-11-23T00:00"))
    func time(_ days: ClosedRange<Int>, _ chance: inout GrammarChance) -> String {
      let quarter = Int.random(in: 32...80, using: &chance)
      return monday.adding(seconds: Int.random(in: days, using: &chance) * 86_400 + quarter * 900).text
    }
    for number in 0..<Int.random(in: 1...25, using: &chance) {
      let slug = slugs.randomElement(using: &chance) ?? "acme"
      let due = Bool.random(using: &chance) ? time(-1...9, &chance) : nil
      let role = [Column.Role.ready, .doing, .backlog].randomElement(using: &chance) ?? .ready
      let minutes = [nil, 10, 30, 60, 100, 300].randomElement(using: &chance) ?? nil
      let card = try bench.card("Card \(number)", slug, role, minutes: minutes, due: due) { draft in
        draft.labels = [["deep"], ["calls"], []].randomElement(using: &chance) ?? []
        draft.important = Bool.random(using: &chance)
        draft.urgent = Bool.random(using: &chance)
      }
      guard Int.random(in: 0..<3, using: &chance) == 0 else { continue }
      try bench.block(
        "Card \(number)", time(-3...6, &chance), minutes: [30, 60, 90].randomElement(using: &chance) ?? 30,
        client: try bench.client(slug), card: card)
    }
    for number in 0..<Int.random(in: 0...12, using: &chance) {
      let client = try slugs.randomElement(using: &chance).map { try bench.client($0) }
      try bench.block(
        "Meeting \(number)", time(0...6, &chance),
        minutes: [15, 50, 120].randomElement(using: &chance) ?? 15,
        client: Bool.random(using: &chance) ? client : nil,
        kind: [.meeting, .break, .personal].randomElement(using: &chance) ?? .meeting)
    }
    return bench
  }

  /// Read at once for many cards, the last safe starts are those that each card has by itself.
  @Test(arguments: 0..<150) func safeStartsOfManyAreThoseOfEach(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    let bench = try Self.bench(&chance)
    let from = bench.now.adding(Int.random(in: -1...4, using: &chance) * 86_400)
    let span = TimeSpan(start: from, seconds: Int.random(in: 1...12, using: &chance) * 86_400)
    let found = bench.desk.safeStarts(dueIn: span, now: bench.now)
    for item in bench.desk.deadlines(in: span) {
      #expect(
        found[item.card.id] == bench.desk.safeStart(of: item.card, now: bench.now), "\(item.card.title)")
    }
  }

  @Test(arguments: 0..<150) func plansKeepTheirPromises(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    var bench = try Self.bench(&chance)
    let plan = seed.isMultiple(of: 2) ? try bench.week(Self.frames) : try bench.today(Self.frames)
    #expect(plan == (seed.isMultiple(of: 2) ? try bench.week(Self.frames) : try bench.today(Self.frames)))
    try keepsHours(plan, bench)
    keepsApart(plan, bench)
    #expect(plan.planned <= plan.free)
    for line in plan.lines { #expect(line.moved != nil || line.span.duration <= PlanRules.longest) }
    try keepsFrames(plan, bench)

    let before = Set(bench.desk.allBlocks)
    try bench.make(try bench.desk.acceptPlan(plan, context: bench.context))
    let after = Set(bench.desk.allBlocks)
    #expect(after.count == before.count + plan.lines.filter { $0.moved == nil }.count)
    let changed = after.subtracting(before).map { bench.desk.span(of: $0) }
    #expect(Set(changed) == Set(plan.lines.map(\.span)))
    if !plan.lines.isEmpty {
      try bench.make(try #require(bench.desk.undo(at: bench.now)))
    }
    #expect(Set(bench.desk.allBlocks) == before)
  }

  private func keepsHours(_ plan: DayPlan, _ bench: FillBench) throws {
    for line in plan.lines {
      let date = bench.desk.homeZone.date(at: line.span.start)
      let working = try #require(bench.desk.workingSpan(on: date))
      #expect(working.start <= line.span.start && line.span.end <= working.end)
      #expect(line.span.start >= bench.now)
      #expect(line.span.start.seconds % 900 == 0 && line.span.end.seconds % 900 == 0)
      if line.moved == nil { #expect(date >= plan.request.first && date <= plan.request.last) }
    }
  }

  /// Nothing that is proposed overlaps anything, and between clients there is a buffer.
  private func keepsApart(_ plan: DayPlan, _ bench: FillBench) {
    let moved = Set(plan.lines.compactMap { $0.moved?.id })
    let buffer = bench.desk.settings.bufferMinutes * 60
    let far = bench.now.adding(60 * 86_400)
    var others = bench.desk.occurrences(from: bench.now.adding(-86_400), to: far)
      .filter { $0.takesTime && !moved.contains($0.blockID) }
      .map { (span: $0.span, client: $0.block.client) }
    for line in plan.lines {
      for other in others {
        let isOther = other.client != nil && other.client != line.client
        let kept = isOther ? buffer : 0
        let wide = TimeSpan(start: other.span.start.adding(-kept), end: other.span.end.adding(kept))
        #expect(!wide.overlaps(line.span))
      }
      others.append((line.span, line.client))
    }
  }

  /// Where something else stands in a frame, no card that belongs there was left that could have stood there instead and
  /// came later.
  private func keepsFrames(_ plan: DayPlan, _ bench: FillBench) throws {
    for line in plan.lines {
      for reason in line.reasons {
        guard case .frame(let frame) = reason else { continue }
        let start = bench.desk.homeZone.wall(at: line.span.start)
        let end = bench.desk.homeZone.wall(at: line.span.end)
        #expect(frame.hours.contains(start))
        #expect(end.secondOfDay <= frame.hours.endMinute * 60)
        let card = try #require(bench.desk.card(line.card))
        #expect(frame.labels.isEmpty || !Set(frame.labels).isDisjoint(with: card.labels))
        #expect(try frame.clients.isEmpty || frame.clients.contains { try bench.client($0) == card.client })
      }
    }
  }
}
