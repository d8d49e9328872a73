import Civil
import Desk
import Testing

/// What goes before what when not all can be in time.
@Suite struct PlanOrderTests {
  private var bench: FillBench

  init() throws { bench = try FillBench() }

  private mutating func spend(_ minutes: Int, on card: CardID) throws {
    let start = bench.now.adding(-86_400 * 3)
    try bench.make(
      bench.desk.addEntry(
        TimerSubject(client: try bench.client("acme"), card: card), start: start,
        end: start.adding(minutes * 60), context: bench.context))
  }

  @Test mutating func whatIsOverdueMakesNothingLateInTheWeek() throws {
    for number in 0..<70 {
      let card = try bench.card("Overdue \(number)", minutes: 30, due: "2026-11-20T12:00")
      try spend(30, on: card)
    }
    for day in 23...27 {
      for hour in [12, 17] {
        try bench.card("Due \(day) \(hour)", "bolt", minutes: 120, due: "2026-11-\(day)T\(hour):00")
      }
    }
    let plan = try bench.week()
    #expect(plan.late.isEmpty)
    // Overdue work has what is left of each day.
    #expect(
      Array(bench.lines(plan).prefix(10)) == [
        "Mon 09:00-09:30 Overdue 0", "Mon 09:30-10:00 Overdue 1", "Mon 10:00-12:00 Due 23 12",
        "Mon 12:00-12:30 Overdue 2", "Mon 12:30-13:00 Overdue 3", "Mon 13:00-13:30 Overdue 4",
        "Mon 13:30-14:00 Overdue 5", "Mon 14:00-14:30 Overdue 6", "Mon 14:30-15:00 Overdue 7",
        "Mon 15:00-17:00 Due 23 17",
      ])
    #expect(!plan.lines[1].reasons.contains(.gaveWay))
    #expect(plan.lines[3].reasons.contains(.gaveWay))
  }

  @Test mutating func whatIsOverdueComesFirstWhereThatMakesNothingLate() throws {
    try bench.card("Overdue", minutes: 120, due: "2026-11-20T12:00")
    try bench.card("Friday", "bolt", minutes: 120, due: "2026-11-27T17:00")
    let plan = try bench.week()
    #expect(bench.lines(plan) == ["Mon 09:00-11:00 Overdue", "Mon 11:00-13:00 Friday"])
    #expect(!plan.lines.contains { $0.reasons.contains(.gaveWay) })
  }

  @Test mutating func noMoreGivesWayThanMust() throws {
    try bench.card("Older", minutes: 60, due: "2026-11-19T12:00")
    try bench.card("Newer", minutes: 60, due: "2026-11-20T12:00")
    try bench.card("Today", "bolt", minutes: 60, due: "2026-11-23T11:00")
    let plan = try bench.today()
    #expect(
      bench.lines(plan) == ["Mon 09:00-10:00 Older", "Mon 10:00-11:00 Today", "Mon 11:00-12:00 Newer"])
    #expect(plan.lines.map { $0.reasons.contains(.gaveWay) } == [false, false, true])
  }

  @Test mutating func theQuadrantDecidesWhichOfADayIsInTime() throws {
    try bench.card("Plain", minutes: 120, due: "2026-11-23T11:00")
    try bench.card("Important", minutes: 120, due: "2026-11-23T12:00") { $0.important = true }
    #expect(try bench.today().late.map(\.title) == ["Plain"])
  }

  @Test mutating func theBlockOfAnOverdueCardMakesRoom() throws {
    let client = try bench.client("acme")
    let overdue = try bench.card("Overdue", due: "2026-11-20T12:00")
    try bench.block("Overdue", "2026-11-23T09:00", client: client, card: overdue)
    try bench.card("Today", "bolt", due: "2026-11-23T10:00")
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:00 Today", "Mon 10:00-11:00 *Overdue"])
  }

  @Test mutating func aBlockAfterTheWeekThatComesTooLateIsBroughtIntoIt() throws {
    let card = try bench.card("Write", due: "2026-11-27T12:00")
    try bench.block("Write", "2026-12-01T09:00", client: try bench.client("acme"), card: card)
    let plan = try bench.week()
    #expect(bench.lines(plan) == ["Mon 09:00-10:00 *Write"])
    #expect(plan.late.isEmpty)
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:00 *Write"])
  }

  @Test mutating func whatIsDueBeforeALaterDayHasTheTimeBeforeIt() throws {
    try bench.card("Tuesday", minutes: 120, due: "2026-11-24T17:00")
    try bench.card("Thursday", minutes: 120, due: "2026-11-26T10:00")
    let thursday = try #require(CivilDate(text: "2026-11-26"))
    let plan = bench.desk.plan(bench.desk.planDay(thursday, now: bench.now))
    #expect(plan.late.isEmpty)
    #expect(bench.lines(plan) == ["Thu 09:00-10:00 Thursday"])
    #expect(plan.left.map(\.title) == ["Thursday"])
    #expect(plan.left.map(\.seconds) == [3600])
  }

  @Test mutating func blocksOfTheDaysBeforeALaterDayStay() throws {
    let card = try bench.card("Write")
    try bench.block("Write", "2026-11-24T10:30", client: try bench.client("acme"), card: card)
    try bench.block("Call", "2026-11-24T10:00", kind: .meeting)
    let thursday = try #require(CivilDate(text: "2026-11-26"))
    #expect(bench.desk.plan(bench.desk.planDay(thursday, now: bench.now)).lines.isEmpty)
  }

  @Test mutating func whatIsDueLaterThanAnybodyLookedIsNotLate() throws {
    try bench.card("Huge", minutes: 300 * 60, due: "2027-03-01T12:00")
    #expect(try bench.today().late.isEmpty)
  }
}
