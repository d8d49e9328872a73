import Civil
import Desk
import Testing

/// No card is made late that could have been in time, on desks made by chance.
@Suite struct PlanOrderPropertyTests {
  /// Half hours only, one client and no buffers, so that the day is easily filled by another reckoning.
  private static func bench(_ chance: inout GrammarChance) throws -> FillBench {
    var bench = try FillBench()
    let monday = try #require(WallTime(text: "2026-11-23T00:00"))
    func time(_ days: ClosedRange<Int>, _ halves: ClosedRange<Int>, _ chance: inout GrammarChance) -> String {
      let day = Int.random(in: days, using: &chance)
      return monday.adding(seconds: day * 86_400 + Int.random(in: halves, using: &chance) * 1800).text
    }
    for number in 0..<Int.random(in: 0...10, using: &chance) {
      try bench.block("Meeting \(number)", time(0...4, 18...33, &chance), minutes: 60, kind: .meeting)
    }
    let client = try bench.client("acme")
    for number in 0..<Int.random(in: 2...40, using: &chance) {
      let isOverdue = Int.random(in: 0..<3, using: &chance) == 0
      let due = isOverdue ? time(-5 ... -1, 18...34, &chance) : time(0...6, 19...34, &chance)
      let minutes = [30, 60, 90, 120].randomElement(using: &chance) ?? 60
      let card = try bench.card("Card \(number)", minutes: minutes, due: due) { draft in
        draft.important = Int.random(in: 0..<4, using: &chance) == 0
        draft.labels = [["deep"], []].randomElement(using: &chance) ?? []
      }
      // The estimates of half of what is overdue are used up.
      if isOverdue, Bool.random(using: &chance) {
        let start = bench.now.adding(-86_400 * 3)
        try bench.make(
          bench.desk.addEntry(
            TimerSubject(client: client, card: card), start: start, end: start.adding(minutes * 60),
            context: bench.context))
      }
    }
    return bench
  }

  /// Cards that are in time when all are given the first whole gap by their due times, whatever is late being passed over.
  private func inTimeByDueDate(_ bench: FillBench, days: Int) -> Set<CardID> {
    let desk = bench.desk
    var gaps = desk.freeSpans(from: bench.now, atLeast: 1, days: days, limit: .max)
    let due = desk.deadlines(in: TimeSpan(start: bench.now, seconds: days * 86_400))
      .filter { $0.due > bench.now }
    var found: Set<CardID> = []
    for item in due.sorted(by: { ($0.due, $0.card.quadrant.rawValue) < ($1.due, $1.card.quadrant.rawValue) })
    {
      let length = item.card.estimate ?? 0
      guard let index = gaps.firstIndex(where: { $0.duration >= length }),
        gaps[index].start.adding(length) <= item.due
      else { continue }
      gaps[index] = TimeSpan(start: gaps[index].start.adding(length), end: gaps[index].end)
      found.insert(item.card.id)
    }
    return found
  }

  @Test(arguments: 0..<40, [[], ["mon-fri 9-12 #deep"]])
  func nothingIsLateThatCanBeInTime(seed: UInt64, frames: [String]) throws {
    var chance = GrammarChance(seed: seed)
    let bench = try Self.bench(&chance)
    for (plan, days) in [(try bench.week(frames), 7), (try bench.today(frames), 1)] {
      let late = plan.late.map(\.card)
      let possible = inTimeByDueDate(bench, days: days)
      for card in late where possible.contains(card) {
        let known = try #require(bench.desk.card(card))
        let due = try #require(bench.desk.dueInstant(known))
        // Where not all can be in time, what is due first is, or on a day what the quadrant puts first.
        let rank = (bench.desk.homeZone.date(at: due), known.quadrant.rawValue)
        let stronger = bench.desk.deadlines(in: TimeSpan(start: bench.now, seconds: 7 * 86_400)).filter {
          $0.due > bench.now && !late.contains($0.card.id) && !possible.contains($0.card.id)
            && ((bench.desk.homeZone.date(at: $0.due), $0.card.quadrant.rawValue) < rank || $0.due <= due)
        }
        #expect(!stronger.isEmpty, "\(days) days: \(known.title), due \(known.due?.wall.text ?? "")")
      }
    }
  }

  /// What the plan of the day has in time is so in the plan of the week too.
  @Test(arguments: 0..<40) func theWeekKeepsWhatTheDayHasInTime(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    let bench = try Self.bench(&chance)
    let week = Set(try bench.week().late.map(\.card))
    let day = Set(try bench.today().late.map(\.card))
    let today = bench.desk.homeZone.date(at: bench.now)
    for item in bench.desk.deadlines(in: TimeSpan(start: bench.now, seconds: 86_400)) {
      guard item.due > bench.now, bench.desk.homeZone.date(at: item.due) == today else { continue }
      #expect(day.contains(item.card.id) || !week.contains(item.card.id), "\(item.card.title)")
    }
  }
}
