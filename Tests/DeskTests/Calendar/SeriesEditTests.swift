import Civil
import Desk
import Testing

/// Editing one occurrence, it and the following, or all: what a list of occurrences would do, and back again.
@Suite struct SeriesEditTests {
  private static let rules = [
    "FREQ=DAILY;COUNT=40", "FREQ=DAILY;INTERVAL=3;UNTIL=20270301T120000Z", "FREQ=WEEKLY;COUNT=20",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=25", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270301T000000Z",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;COUNT=9",
  ]
  /// Rules of which only the hour is moved here.
  private static let monthly = [
    "FREQ=MONTHLY;BYDAY=2TU;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=12",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9", "FREQ=YEARLY;COUNT=3",
  ]

  @Test(arguments: 0..<60) func everyEditDoesWhatAListWouldDo(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    var bench = try PlanBench()
    for _ in 0..<2 { try bench.planSomething(&chance, rules: Self.rules) }
    try bench.planSomething(&chance, rules: Self.monthly)
    for step in 0..<12 {
      let reach = 1200 * 86_400
      let all = bench.desk.occurrences(from: bench.now.adding(-reach), to: bench.now.adding(reach))
      guard let target = all.randomElement(using: &chance) else { break }
      let series = bench.desk.block(target.id.block)
      let isMonthly = Self.monthly.contains { series?.repeat?.hasPrefix($0.prefix(8)) ?? false }
      let edit = edit(step, target, isMonthly: isMonthly, &chance)
      let scope = EditScope.allCases.randomElement(using: &chance) ?? .all
      let expected = edit.predict(all, at: target, scope: scope, series: series)
      let before = bench.picture()
      let note: Testing.Comment = "seed \(seed), step \(step): \(scope) \(edit) of \(target)"
      if case .remove = edit {
        try bench.make(try bench.desk.removeOccurrence(target.id, scope: scope, context: bench.context))
      } else {
        try bench.make(
          try bench.desk.editOccurrence(target.id, scope: scope, context: bench.context) {
            edit.apply(to: &$0)
          })
      }
      let found = bench.picture()
      try #require(found == expected, note)
      if Int.random(in: 0..<3, using: &chance) == 0 {
        try bench.undo()
        try #require(bench.picture() == before, note)
      }
    }
  }

  private func edit(
    _ step: Int, _ target: Occurrence, isMonthly: Bool, _ chance: inout GrammarChance
  ) -> SeriesEdit {
    switch Int.random(in: 0..<7, using: &chance) {
    case 0: return .title("Title \(step)")
    case 1: return .length([900, 1800, 5400].randomElement(using: &chance) ?? 900)
    case 2: return .remove
    case 3: return .zone(PlanBench.zones.randomElement(using: &chance) ?? "UTC")
    case 4, 5:
      let noon = 43_200 - target.block.start.wall.secondOfDay
      return .move(noon + Int.random(in: -12...12, using: &chance) * 1800)
    default: return .move(Int.random(in: isMonthly ? 0...0 : -9...9, using: &chance) * 86_400 + 900)
    }
  }

  private func rule(_ bench: PlanBench, _ id: BlockID) -> String? { bench.desk.block(id)?.repeat }

  /// A weekly meeting moved to another day is a weekly meeting of that day.
  @Test(arguments: [
    (
      "2026-11-24T10:00", "FREQ=WEEKLY;BYDAY=TU", "2026-12-01T10:00", "2026-12-02T10:00",
      "FREQ=WEEKLY;BYDAY=WE"
    ),
    (
      "2026-11-24T10:00", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-01T10:00", "2026-12-02T09:00",
      "FREQ=WEEKLY;BYDAY=WE,FR"
    ),
    (
      "2026-11-10T10:00", "FREQ=MONTHLY;BYDAY=2TU", "2026-12-08T10:00", "2026-12-09T10:00",
      "FREQ=MONTHLY;BYDAY=2WE"
    ),
    (
      "2026-11-27T10:00", "FREQ=MONTHLY;BYDAY=-1FR", "2026-12-25T10:00", "2026-12-31T10:00",
      "FREQ=MONTHLY;BYDAY=-1TH"
    ),
    (
      "2026-11-15T10:00", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15T10:00", "2026-12-20T10:00",
      "FREQ=MONTHLY;BYMONTHDAY=20"
    ),
    (
      "2026-11-30T10:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-12-31T10:00", "2026-12-30T10:00",
      "FREQ=MONTHLY;BYMONTHDAY=-2"
    ),
    (
      "2026-11-26T10:00", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2027-11-25T10:00", "2027-11-26T10:00",
      "FREQ=YEARLY;BYMONTH=11;BYDAY=4FR"
    ),
    (
      "2026-11-24T10:00", "FREQ=DAILY;BYHOUR=10", "2026-11-26T10:00", "2026-11-26T15:00",
      "FREQ=DAILY;BYHOUR=15"
    ),
  ]) func theRuleMovesAlong(start: String, rule: String, at: String, to: String, after: String) throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", start, repeats: rule)
    let goal = try bench.wall(to)
    try bench.make(
      try bench.desk.editOccurrence(try bench.occurrence(id, at), scope: .all, context: bench.context) {
        $0.start.wall = goal
      })
    #expect(self.rule(bench, id) == after)
    let moved = try #require(bench.desk.block(id))
    #expect(bench.desk.occurrence(OccurrenceID(block: id, start: goal)) != nil)
    // It begins with what its rule gives, not with a day of the old one.
    let first = bench.desk.occurrences(
      from: bench.desk.instant(of: moved.start).adding(-90 * 86_400),
      to: bench.desk.instant(of: moved.start).adding(400 * 86_400))
    let weekdays = Set(first.map(\.block.start.wall.date.weekday))
    if after.contains("BYDAY"), !after.contains(",") { #expect(weekdays.count == 1) }
  }

  @Test func whatHasNoMeaningOnAnotherDayIsRefusedAndTheTimeStillMoves() throws {
    var bench = try PlanBench()
    let id = try bench.plan(
      "Close", "2026-11-30T10:00", repeats: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    let last = try bench.occurrence(id, "2026-12-31T10:00")
    let wall = try bench.wall("2026-12-30T10:00")
    #expect(throws: DeskError.ruleCannotMove("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")) {
      try bench.desk.editOccurrence(last, scope: .all, context: bench.context) { $0.start.wall = wall }
    }
    try bench.make(
      try bench.desk.editOccurrence(last, scope: .all, context: bench.context) {
        $0.start.wall = $0.start.wall.adding(seconds: 3600)
      })
    #expect(
      try bench.starts("2026-11-01T00:00:00Z", "2027-02-01T00:00:00Z") == [
        "2026-11-30T11:00:00Z", "2026-12-31T11:00:00Z", "2027-01-29T11:00:00Z",
      ])
    try bench.make(
      try bench.desk.editOccurrence(
        try bench.occurrence(id, "2026-12-31T11:00"), scope: .this, context: bench.context
      ) {
        $0.start.wall = wall
      })
    #expect(
      try bench.starts("2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z") == ["2026-12-30T10:00:00Z"])
  }

  @Test func countAndExceptionsGoWithTheirHalf() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", "2026-11-24T10:00", repeats: "FREQ=WEEKLY;COUNT=10") {
      $0.exceptOn = [$0.start.wall.adding(seconds: 7 * 86_400), $0.start.wall.adding(seconds: 35 * 86_400)]
    }
    let moved = try bench.occurrence(id, "2027-01-05T10:00")
    try bench.make(
      try bench.desk.editOccurrence(moved, scope: .this, context: bench.context) {
        $0.start.wall = $0.start.wall.adding(seconds: 3600)
      })
    #expect(bench.desk.movedBlocks(of: id).count == 1)
    try bench.make(
      try bench.desk.editOccurrence(
        try bench.occurrence(id, "2026-12-15T10:00"), scope: .following, context: bench.context
      ) {
        $0.title = "Later"
      })
    let later = try #require(bench.desk.allBlocks.first { $0.title == "Later" && $0.isSeries })
    #expect(rule(bench, id) == "FREQ=WEEKLY;COUNT=3")
    #expect(later.repeat == "FREQ=WEEKLY;COUNT=7")
    #expect(bench.desk.block(id)?.exceptOn.map(\.text) == ["2026-12-01T10:00"])
    #expect(later.exceptOn.map(\.text) == ["2026-12-29T10:00"])
    #expect(bench.desk.movedBlocks(of: id).isEmpty)
    #expect(bench.desk.movedBlocks(of: later.id).map(\.title) == ["Later"])
    try bench.undo()
    #expect(rule(bench, id) == "FREQ=WEEKLY;COUNT=10")
    #expect(bench.desk.movedBlocks(of: id).count == 1)
    #expect(bench.desk.allBlocks.count == 2)
  }

  @Test func removingTheSeriesRemovesWhatWasMovedOutOfIt() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", "2026-11-24T10:00", repeats: "FREQ=WEEKLY")
    try bench.make(
      try bench.desk.editOccurrence(
        try bench.occurrence(id, "2026-12-01T10:00"), scope: .this, context: bench.context
      ) {
        $0.title = "Moved"
      })
    try bench.make(try bench.desk.removeBlock(id, context: bench.context))
    #expect(bench.desk.allBlocks.isEmpty)
    try bench.undo()
    #expect(bench.desk.allBlocks.count == 2)
    try bench.make(
      try bench.desk.removeOccurrence(
        try bench.occurrence(id, "2026-12-01T10:00"), scope: .all, context: bench.context))
    #expect(bench.desk.allBlocks.isEmpty)
  }

  @Test func anOccurrenceThatIsNotThereIsRefused() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", "2026-11-24T10:00", repeats: "FREQ=WEEKLY")
    let gone = try bench.occurrence(id, "2026-12-02T10:00")
    #expect(throws: DeskError.changedElsewhere(.block(id))) {
      try bench.desk.removeOccurrence(gone, scope: .this, context: bench.context)
    }
    #expect(bench.desk.occurrence(gone) == nil)
  }

  @Test func removingTheOnlyOccurrencesRemovesTheSeries() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", "2026-11-24T10:00", repeats: "FREQ=WEEKLY;COUNT=2")
    for start in ["2026-11-24T10:00", "2026-12-01T10:00"] {
      try bench.make(
        try bench.desk.removeOccurrence(try bench.occurrence(id, start), scope: .this, context: bench.context)
      )
    }
    #expect(bench.desk.allBlocks.isEmpty)
  }

  @Test func anotherRuleBeginsWithADayOfItsOwnAndKeepsWhatStillFits() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", "2026-11-24T10:00", repeats: "FREQ=WEEKLY")
    for start in ["2026-12-01T10:00", "2026-12-08T10:00"] {
      try bench.make(
        try bench.desk.editOccurrence(try bench.occurrence(id, start), scope: .this, context: bench.context) {
          $0.title = "Moved"
        })
    }
    try bench.make(
      try bench.desk.editBlock(id, context: bench.context) { $0.repeat = "FREQ=WEEKLY;INTERVAL=2" })
    #expect(bench.desk.movedBlocks(of: id).map(\.occurrence?.text) == ["2026-12-08T10:00"])
    try bench.make(
      try bench.desk.editBlock(id, context: bench.context) { $0.repeat = "FREQ=WEEKLY;BYDAY=TH" })
    #expect(bench.desk.block(id)?.start.wall.text == "2026-11-26T10:00")
    try bench.make(try bench.desk.editBlock(id, context: bench.context) { $0.repeat = nil })
    #expect(bench.desk.allBlocks.count == 1)
    #expect(try bench.starts("2026-11-01T00:00:00Z", "2027-12-01T00:00:00Z") == ["2026-11-26T10:00:00Z"])
  }

  @Test func aCopyIsOneBlock() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Call", "2026-11-24T10:00", repeats: "FREQ=WEEKLY")
    let goal = ZonedTime(wall: try bench.wall("2026-11-27T12:00"), zone: "Asia/Kolkata")
    try bench.make(
      try bench.desk.copyOccurrence(
        try bench.occurrence(id, "2026-12-01T10:00"), to: goal, context: bench.context))
    let copy = try #require(bench.desk.allBlocks.first { $0.id != id })
    #expect(copy.start == goal)
    #expect(!copy.isSeries && copy.replaces == nil)
  }
}
