import Civil
import Desk
import Testing

/// What takes place when: single blocks, series and what was moved out of them.
@Suite struct OccurrenceTests {
  @Test func aSeriesStaysAtItsWallTimeWhereTheClocksChange() throws {
    var bench = try PlanBench()
    try bench.plan("London", "2026-03-27T09:00", repeats: "FREQ=DAILY;COUNT=4")
    try bench.plan("New York", "2026-10-31T09:00", in: "America/New_York", repeats: "FREQ=DAILY;COUNT=3")
    try bench.plan("Sydney", "2026-04-04T09:00", in: "Australia/Sydney", repeats: "FREQ=DAILY;COUNT=3")
    #expect(
      try bench.starts("2026-03-27T00:00:00Z", "2026-04-01T00:00:00Z") == [
        "2026-03-27T09:00:00Z", "2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z", "2026-03-30T08:00:00Z",
      ])
    #expect(
      try bench.starts("2026-10-31T00:00:00Z", "2026-11-05T00:00:00Z") == [
        "2026-10-31T13:00:00Z", "2026-11-01T14:00:00Z", "2026-11-02T14:00:00Z",
      ])
    #expect(
      try bench.starts("2026-04-03T12:00:00Z", "2026-04-08T00:00:00Z") == [
        "2026-04-03T22:00:00Z", "2026-04-04T23:00:00Z", "2026-04-05T23:00:00Z",
      ])
  }

  @Test func aTimeThatDoesNotExistIsReadWithTheOffsetBeforeTheGap() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Night", "2026-03-28T01:30", minutes: 30, repeats: "FREQ=DAILY;COUNT=3")
    #expect(
      try bench.starts("2026-03-28T00:00:00Z", "2026-04-01T00:00:00Z") == [
        "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z",
      ])
    let gap = try #require(bench.desk.occurrence(try bench.occurrence(id, "2026-03-29T01:30")))
    #expect(gap.block.start.wall.text == "2026-03-29T01:30")
    #expect(bench.desk.homeZone.wall(at: gap.start).text == "2026-03-29T02:30")
  }

  @Test func whatRunsIntoTheStretchIsThereAndWhatEndsBeforeIsNot() throws {
    var bench = try PlanBench()
    try bench.plan("Night shift", "2026-11-20T22:00", minutes: 600, repeats: "FREQ=DAILY")
    #expect(
      try bench.starts("2026-11-23T08:00:00Z", "2026-11-23T22:00:00Z") == [])
    #expect(
      try bench.starts("2026-11-23T07:59:59Z", "2026-11-23T22:00:01Z") == [
        "2026-11-22T22:00:00Z", "2026-11-23T22:00:00Z",
      ])
  }

  @Test func aBlockOf400DaysThatRepeatsIsFoundAnywhereInIt() throws {
    var bench = try PlanBench()
    let long = try bench.plan("Long", "2020-01-01T00:00", minutes: 400 * 1440, repeats: "FREQ=YEARLY;COUNT=3")
    let found = bench.desk.occurrences(
      from: try bench.instant("2021-01-15T00:00:00Z"), to: try bench.instant("2021-01-16T00:00:00Z"))
    #expect(found.map(\.blockID) == [long, long])
    #expect(try bench.starts("2023-02-05T00:00:00Z", "2023-02-06T00:00:00Z") == [])
  }

  @Test func wholeDaysLastAsLongAsTheCalendarSays() throws {
    var bench = try PlanBench()
    try bench.plan("Off", "2026-03-28T00:00", minutes: 1440, repeats: "FREQ=DAILY;COUNT=3", kind: .personal) {
      $0.allDay = true
    }
    let days = bench.desk.occurrences(
      from: try bench.instant("2026-03-28T12:00:00Z"), to: try bench.instant("2026-04-02T00:00:00Z"))
    #expect(days.map { $0.span.duration / 3600 } == [24, 23, 24])
    #expect(days.last?.end.text == "2026-03-30T23:00:00Z")
  }

  @Test func theFirstAndTheLastYearsAreNoTrap() throws {
    var bench = try PlanBench()
    try bench.plan("First", "0001-01-01T09:00", repeats: "FREQ=YEARLY")
    try bench.plan("Last", "9999-12-31T09:00", repeats: "FREQ=DAILY")
    #expect(try bench.starts("0001-01-01T00:00:00Z", "0003-01-01T00:00:00Z").count == 2)
    #expect(try bench.starts("9999-12-30T00:00:00Z", "9999-12-31T23:00:00Z").count == 1)
    // Where the clock is ahead, the day goes on after the calendar has ended.
    try bench.plan("Night", "9999-12-31T23:00", in: "Asia/Kolkata", repeats: "FREQ=DAILY")
    #expect(try bench.starts("9999-12-31T17:00:00Z", "9999-12-31T23:00:00Z").count == 1)
    let always = TimeSpan(start: Instant(seconds: .min / 4), end: Instant(seconds: .max / 4))
    #expect(bench.desk.occurrences(in: always).count == Series.limit + 2)
    #expect(
      bench.desk.occurrences(in: TimeSpan(start: Instant(seconds: .min), end: Instant(seconds: .max))).count
        > 1)
  }

  @Test func aRuleOfEverySecondEndsWithTheLimitAndHoldsNothingUp() throws {
    var bench = try PlanBench()
    try bench.plan("Tick", "2000-01-01T00:00", minutes: 0, repeats: "FREQ=SECONDLY")
    let day = bench.desk.homeZone.span(of: try #require(CivilDate(text: "2026-11-23")))
    let found = bench.desk.occurrences(in: day)
    #expect(found.count == Series.limit)
    #expect(found.first?.start == day.start)
    // On the day of a change too, where more must be looked at.
    let change = bench.desk.homeZone.span(of: try #require(CivilDate(text: "2026-10-25")))
    #expect(bench.desk.occurrences(in: change).first?.start == change.start)
  }

  @Test(arguments: ["FREQ=FORTNIGHTLY", "every tuesday", "FREQ=DAILY;COUNT=3;UNTIL=20270101", "BYDAY=MO"])
  func aRuleThatIsNotUnderstoodShowsItsBlockOnceAndIsNamed(rule: String) throws {
    var bench = try PlanBench()
    var block = Block(
      id: "b1", client: nil, title: "Old",
      start: ZonedTime(wall: try bench.wall("2026-11-24T10:00"), zone: "Europe/London"),
      duration: 1800)
    block.repeat = rule
    // As a file of a newer version brings it.
    bench.desk.load([.block(block)])
    #expect(
      try bench.starts("2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z") == ["2026-11-24T10:00:00Z"])
    guard case .badRule(rule, let why)? = bench.desk.problem(of: block) else {
      Issue.record("not named")
      return
    }
    #expect(!why.isEmpty)
    // It is kept as it was when something else of it is changed, and may be taken back.
    try bench.make(try bench.desk.editBlock("b1", context: bench.context) { $0.title = "New" })
    try bench.make(try bench.desk.removeBlock("b1", context: bench.context))
    try bench.undo()
    #expect(bench.desk.block("b1")?.repeat == rule)
    // A new one is refused.
    #expect(throws: DeskError.self) { try bench.plan("Bad", "2026-11-24T10:00", repeats: rule) }
  }

  @Test func aRuleWithoutOccurrenceShowsItsStartAlone() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Never", "2026-11-24T10:00", repeats: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    #expect(try bench.starts("2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z") == ["2026-11-24T10:00:00Z"])
    guard case .neverOccurs? = bench.desk.problem(of: try #require(bench.desk.block(id))) else {
      Issue.record("not named while its start is shown")
      return
    }
    try bench.make(
      try bench.desk.editBlock(id, context: bench.context) { $0.exceptOn = [$0.start.wall] })
    #expect(try bench.starts("2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z") == [])
    guard case .neverOccurs? = bench.desk.problem(of: try #require(bench.desk.block(id))) else {
      Issue.record("not named")
      return
    }
  }

  @Test func aZoneThatIsGoneShowsTheWallTimeAndIsNamed() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Lost", "2026-11-24T10:00", in: "Mars/Olympus", repeats: "FREQ=DAILY;COUNT=2")
    #expect(
      try bench.starts("2026-11-24T00:00:00Z", "2026-12-24T00:00:00Z") == [
        "2026-11-24T10:00:00Z", "2026-11-25T10:00:00Z",
      ])
    #expect(bench.desk.problem(of: try #require(bench.desk.block(id))) == .unknownZone("Mars/Olympus"))
  }

  @Test func anEndBeforeTheStartIsRefused() throws {
    var bench = try PlanBench()
    #expect(throws: DeskError.endsBeforeStart) {
      try bench.plan("Backwards", "2026-11-24T10:00", minutes: -30, repeats: "FREQ=DAILY")
    }
    let id = try bench.plan("Daily", "2026-11-24T10:00", repeats: "FREQ=DAILY")
    for scope in EditScope.allCases {
      #expect(throws: DeskError.endsBeforeStart) {
        try bench.desk.editOccurrence(
          try bench.occurrence(id, "2026-11-25T10:00"), scope: scope, context: bench.context
        ) { $0.duration = -1 }
      }
    }
  }

  /// Any two stretches that meet hold together what the whole holds.
  @Test(arguments: 0..<40) func whatIsInThePartsIsInTheWhole(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    var bench = try PlanBench()
    for _ in 0..<6 { try bench.planSomething(&chance) }
    let start = bench.now.adding(-400 * 86_400)
    let whole = bench.desk.occurrences(from: start, to: start.adding(800 * 86_400)).filter {
      $0.start >= start
    }
    var cuts = (0..<12).map { _ in Int.random(in: 0...800 * 96, using: &chance) * 900 }.sorted()
    cuts = [0] + cuts + [800 * 86_400]
    var parts: [Occurrence] = []
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let (from, to) = (start.adding(from), start.adding(to))
      parts += bench.desk.occurrences(from: from, to: to).filter { $0.start >= from }
    }
    #expect(parts == whole)
    #expect(whole.count > 10)
    // And asked again, and of a copy that knows nothing yet.
    var copy = Desk(zones: RuleZones.database)
    copy.load(bench.desk.allBlocks.map(Record.block))
    #expect(
      copy.occurrences(from: start, to: start.adding(800 * 86_400)).filter { $0.start >= start } == whole)
    for occurrence in whole.prefix(50) {
      #expect(bench.desk.occurrence(occurrence.id) == occurrence)
    }
  }

  @Test func whatIsRememberedIsForgottenWithAChange() throws {
    var bench = try PlanBench()
    let id = try bench.plan("Daily", "2026-11-23T10:00", repeats: "FREQ=DAILY")
    #expect(try bench.starts("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").count == 1)
    let copy = bench.desk
    try bench.make(try bench.desk.removeBlock(id, context: bench.context))
    #expect(try bench.starts("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").isEmpty)
    #expect(
      copy.occurrences(
        from: try bench.instant("2026-11-24T00:00:00Z"), to: try bench.instant("2026-11-25T00:00:00Z")
      ).count == 1)
    try bench.undo()
    #expect(try bench.starts("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").count == 1)
  }
}

/// Answers that come from what is remembered are those that are worked out anew.
@Suite struct OccurrenceMemoryTests {
  @Test(arguments: 0..<5) func askingOftenChangesNothing(seed: UInt64) throws {
    var chance = GrammarChance(seed: seed)
    var bench = try PlanBench()
    for _ in 0..<8 { try bench.planSomething(&chance) }
    try bench.plan("Dense", "2026-11-01T00:00", minutes: 1, repeats: "FREQ=MINUTELY;INTERVAL=2;COUNT=40000")
    try bench.plan("Dense later", "2026-12-20T00:00", minutes: 1, repeats: "FREQ=MINUTELY;INTERVAL=3")
    try bench.plan("Long", "2026-01-01T00:00", minutes: 20 * 1440, repeats: "FREQ=MONTHLY")
    for step in 0..<40 {
      let start = bench.now.adding(Int.random(in: -2000...2000, using: &chance) * 3600)
      let span = TimeSpan(start: start, seconds: Int.random(in: 0...200, using: &chance) * 3600)
      let found = bench.desk.occurrences(in: span)
      // A desk that was never asked anything works it out from the rules.
      var cold = Desk(zones: RuleZones.database)
      cold.load(bench.desk.allBlocks.map(Record.block))
      try #require(found == cold.occurrences(in: span), "seed \(seed), step \(step)")
      guard step % 10 == 9, let one = found.randomElement(using: &chance) else { continue }
      let scope: EditScope = step % 20 == 9 ? .this : .following
      try bench.make(
        try bench.desk.editOccurrence(one.id, scope: scope, context: bench.context) {
          $0.duration += 900
        })
    }
  }
}
