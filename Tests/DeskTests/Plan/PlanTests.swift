import Civil
import Desk
import Testing

@Suite struct PlanTests {
  private var bench: FillBench

  init() throws { bench = try FillBench() }

  @Test mutating func dueDateComesFirstThenQuadrantThenTheSameClient() throws {
    try bench.card("Later", "acme")
    try bench.card("Bolt one", "bolt") { $0.important = true }
    try bench.card("Important", "acme") { $0.important = true }
    try bench.card("Bolt two", "bolt") { $0.important = true }
    try bench.card("Due", "crane", due: "2026-11-24T12:00")
    let plan = try bench.today()
    #expect(
      bench.lines(plan) == [
        "Mon 09:00-10:00 Due", "Mon 10:00-11:00 Important", "Mon 11:00-12:00 Bolt one",
        "Mon 12:00-13:00 Bolt two", "Mon 13:00-14:00 Later",
      ])
    #expect(plan.lines[3].reasons == [.quadrant(.plan), .sameClient(try bench.client("bolt"))])
    #expect(plan.lines[4].reasons == [.column("ready")])
    #expect(plan.free == 8 * 3600)
  }

  @Test mutating func workWithTheSameLabelStaysTogether() throws {
    try bench.card("Call one") { $0.labels = ["calls"] }
    try bench.card("Write") { $0.labels = ["deep"] }
    try bench.card("Call two") { $0.labels = ["Calls"] }
    let plan = try bench.today()
    #expect(plan.lines.map(\.title) == ["Call one", "Call two", "Write"])
    #expect(plan.lines[1].reasons.last == .sameLabel("Calls"))
  }

  @Test mutating func onlyCardsToBeWorkedOnAreTaken() throws {
    try bench.card("Idea", "acme", .backlog)
    try bench.card("Far", "acme", .backlog, due: "2027-03-01T12:00")
    try bench.card("Soon", "acme", .backlog, due: "2026-11-27T12:00")
    try bench.card("Doing", "acme", .doing)
    try bench.card("Waits", "acme", .doing) { $0.waitingOn = "Lin" }
    try bench.card("Waiting", "acme", .waiting)
    try bench.card("Review", "acme", .review)
    try bench.card("Done", "acme", .done)
    #expect(try bench.today().lines.map(\.title) == ["Soon", "Doing"])
  }

  @Test mutating func whatIsSpentAndWhatIsPlannedNeedsNoMoreTime() throws {
    let card = try bench.card("Write", minutes: 240)
    let client = try bench.client("acme")
    try bench.make(
      bench.desk.addEntry(
        TimerSubject(client: client, card: card), start: bench.now.adding(-3600), end: bench.now,
        context: bench.context))
    try bench.block("Write", "2026-11-24T09:00", minutes: 90, client: client, card: card)
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:30 Write"])
  }

  @Test mutating func aGuessAndAnEstimateThatIsUsedUpAreSaid() throws {
    try bench.card("Guess", minutes: nil)
    let card = try bench.card("Used up", minutes: 30)
    try bench.make(
      bench.desk.addEntry(
        TimerSubject(client: try bench.client("acme"), card: card), start: bench.now.adding(-3600),
        end: bench.now, context: bench.context))
    let plan = try bench.today()
    #expect(bench.lines(plan) == ["Mon 09:00-10:00 Guess", "Mon 10:00-10:30 Used up"])
    #expect(plan.lines[0].reasons.contains(.guess(3600)))
    #expect(plan.lines[1].reasons.contains(.usedUp))
  }

  @Test mutating func longWorkIsSplitWithAPauseAndInWholeHalfHours() throws {
    try bench.card("Long", minutes: 255)
    let plan = try bench.today()
    #expect(
      bench.lines(plan) == ["Mon 09:00-11:00 Long", "Mon 11:15-13:00 Long", "Mon 13:15-13:45 Long"])
    #expect(plan.lines[1].reasons.contains(.part(2, of: 3)))
  }

  @Test mutating func workIsKeptWholeWhereItCanBeInTime() throws {
    try bench.block("Call", "2026-11-23T09:30", kind: .meeting)
    try bench.card("Whole")
    try bench.card("Urgent", "bolt", minutes: 90, due: "2026-11-23T11:30")
    // In time there is room for it only in two parts.
    #expect(
      bench.lines(try bench.today()) == [
        "Mon 09:00-09:30 Urgent", "Mon 10:30-11:30 Urgent", "Mon 11:30-12:30 Whole",
      ])
  }

  @Test mutating func buffersAreKeptBetweenClients() throws {
    bench = try FillBench(buffer: 15)
    try bench.block("Call", "2026-11-23T10:00", client: try bench.client("bolt"), kind: .meeting)
    try bench.card("One", "acme") { $0.important = true }
    try bench.card("Two", "acme", minutes: 45) { $0.important = true }
    try bench.card("Three", "bolt", minutes: 30)
    #expect(
      bench.lines(try bench.today())
        == [
          "Mon 09:00-09:45 Two", "Mon 11:15-12:15 One", "Mon 12:30-13:00 Three",
        ].sorted())
  }

  @Test mutating func framesTakeWhatBelongsInThemFirst() throws {
    try bench.card("Deep", "acme") { $0.labels = ["deep"] }
    try bench.card("Plain", "acme") { $0.important = true }
    try bench.card("Bolt", "bolt", minutes: 120) { $0.important = true }
    let plan = try bench.today(["mon-thu 9-11 @acme #deep"])
    #expect(
      bench.lines(plan) == [
        "Mon 09:00-10:00 Deep", "Mon 11:00-12:00 Plain", "Mon 12:00-14:00 Bolt",
      ])
    #expect(plan.lines[0].reasons.first == .frame(plan.request.frames[0]))
    #expect(try bench.today(["tue 9-11 @acme #deep"]).lines[0].title == "Plain")
    let nobody = try bench.today(["mon 9-11 @nobody"])
    #expect(nobody.strangeFrames == nobody.request.frames.map { .client($0) })
  }

  @Test mutating func shortWorkIsNotSplitForAFrameThatHasNoRoomForIt() throws {
    bench = try FillBench(buffer: 15)
    try bench.card("Taxes", "bolt", due: "2026-11-23T17:00") { $0.labels = ["admin"] }
    try bench.card("Invoices", "acme", due: "2026-11-24T17:00") { $0.labels = ["admin"] }
    #expect(
      bench.lines(try bench.today(["mon 9-11 #admin"])) == [
        "Mon 09:00-10:00 Taxes", "Mon 10:15-11:15 Invoices",
      ])
  }

  @Test mutating func shortWorkIsSplitWhereFramesHoldAllOfIt() throws {
    try bench.block("Call", "2026-11-23T09:30", minutes: 60, kind: .meeting)
    try bench.card("Deep", minutes: 60) { $0.labels = ["deep"] }
    #expect(
      bench.lines(try bench.today(["mon 9-11 #deep"])) == ["Mon 09:00-09:30 Deep", "Mon 10:30-11:00 Deep"])
  }

  @Test mutating func aFrameIsLentWhereNothingElseFits() throws {
    try bench.card("Bolt", "bolt", minutes: 60, due: "2026-11-23T10:00")
    #expect(bench.lines(try bench.today(["mon 9-17 @acme"])) == ["Mon 09:00-10:00 Bolt"])
  }

  @Test mutating func longWorkLeavesAFrameAloneWhileThereIsOtherTime() throws {
    try bench.card("Course", minutes: 480, due: "2026-11-27T17:00")
    let plan = try bench.week(["mon-thu 9-11 @bolt"])
    #expect(
      bench.lines(plan) == [
        "Mon 11:00-13:00 Course", "Mon 13:15-15:15 Course", "Mon 15:30-17:00 Course",
        "Tue 11:00-13:00 Course", "Tue 13:15-13:45 Course",
      ])
    // What has no room elsewhere is lent the rest.
    try bench.block("Away", "2026-11-24T11:00", minutes: 360, kind: .meeting)
    let day = try bench.today(["mon 9-13 @bolt"])
    #expect(day.lines.first { $0.span.start < bench.now.adding(4 * 3600) } != nil)
  }

  @Test mutating func aLabelThatNoCardHasIsTold() throws {
    try bench.card("Site", "acme") { $0.labels = ["Site"] }
    try bench.card("Web", "bolt") { $0.labels = ["web"] }
    let plan = try bench.today(["mon 9-11 @acme #site", "mon 11-12 @acme #web", "mon 12-13 #web"])
    #expect(plan.strangeFrames == [.label("web", plan.request.frames[1])])
  }

  @Test mutating func whatIsLateIsToldWithItsFinish() throws {
    try bench.card("Huge", minutes: 600, due: "2026-11-23T17:00")
    let plan = try bench.today()
    #expect(plan.late.map(\.title) == ["Huge"])
    #expect(plan.late.first?.finish?.text == "2026-11-24T12:00:00Z")
    #expect(plan.late.first?.isKept == false)
    #expect(plan.left.map(\.seconds) == [9900])
    #expect(plan.planned == 26_100)
  }

  @Test mutating func aPlannedBlockStaysWhereItIs() throws {
    let card = try bench.card("Planned")
    try bench.block("Planned", "2026-11-23T15:00", client: try bench.client("acme"), card: card)
    #expect(try bench.today().lines.isEmpty)
  }

  @Test mutating func aBlockMakesRoomForWhatWouldBeLate() throws {
    let card = try bench.card("Someday")
    try bench.block(
      "Someday", "2026-11-23T09:00", minutes: 60, client: try bench.client("acme"), card: card)
    let urgent = try bench.card("Urgent", "bolt", due: "2026-11-23T10:00")
    let plan = try bench.today()
    #expect(bench.lines(plan) == ["Mon 09:00-10:00 Urgent", "Mon 10:00-11:00 *Someday"])
    let due = try #require(Instant(text: "2026-11-23T10:00:00Z"))
    #expect(plan.lines[1].reasons.first == .room(urgent, due: due))
    #expect(plan.late.isEmpty)
  }

  @Test mutating func aBlockOnTopOfAMeetingIsMovedAndAMeetingIsNot() throws {
    let card = try bench.card("Write")
    let block = try bench.block(
      "Write", "2026-11-23T10:30", client: try bench.client("acme"), card: card)
    try bench.block("Call", "2026-11-23T10:00", kind: .meeting)
    let plan = try bench.today()
    #expect(bench.lines(plan) == ["Mon 09:00-10:00 *Write"])
    #expect(plan.lines.first?.moved?.id == block)
  }

  @Test mutating func aBlockAfterItsDueTimeIsBroughtForward() throws {
    let card = try bench.card("Write", due: "2026-11-23T12:00")
    try bench.block("Write", "2026-11-23T15:00", client: try bench.client("acme"), card: card)
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:00 *Write"])
  }

  @Test mutating func aBlockThatCannotBeInTimeStaysWhereItIs() throws {
    let card = try bench.card("Write", due: "2026-11-23T12:00")
    try bench.block("Write", "2026-11-23T15:00", client: try bench.client("acme"), card: card)
    try bench.block("Call", "2026-11-23T09:00", minutes: 150, kind: .meeting)
    #expect(bench.lines(try bench.today()).isEmpty)
    #expect(try bench.today().late.map(\.title) == ["Write"])
    #expect(try bench.today().late.map(\.isKept) == [true])
  }

  @Test mutating func whatIsOverdueWaitsForWhatCanBeInTime() throws {
    try bench.card("Overdue", "bolt", minutes: 120, due: "2026-11-20T12:00")
    try bench.card("In time", due: "2026-11-23T10:00")
    try bench.card("Today", minutes: 60, due: "2026-11-23T17:00")
    let plan = try bench.today()
    #expect(
      bench.lines(plan) == [
        "Mon 09:00-10:00 In time", "Mon 10:00-12:00 Overdue", "Mon 12:00-13:00 Today",
      ])
    #expect(plan.late.isEmpty)
  }

  @Test mutating func noBlockIsMovedForACardThatIsLateAllTheSame() throws {
    let card = try bench.card("Someday")
    try bench.block(
      "Someday", "2026-11-23T09:00", minutes: 60, client: try bench.client("acme"), card: card)
    try bench.card("Huge", "bolt", minutes: 240, due: "2026-11-23T11:00")
    let plan = try bench.today()
    #expect(!plan.lines.contains { $0.moved != nil })
    #expect(plan.late.map(\.title) == ["Huge"])
  }

  @Test mutating func asFewBlocksAsPossibleMakeRoom() throws {
    let client = try bench.client("acme")
    for (number, start) in ["09:00", "10:00", "11:00"].enumerated() {
      let card = try bench.card("Someday \(number)")
      try bench.block("Someday \(number)", "2026-11-23T\(start)", client: client, card: card)
    }
    try bench.card("Urgent", "bolt", due: "2026-11-23T12:00")
    // Late whatever is done, it must not have others moved on the way.
    try bench.card("Huge", "crane", minutes: 600, due: "2026-11-23T12:00")
    let plan = try bench.today()
    #expect(plan.lines.filter { $0.moved != nil }.count == 1)
    #expect(plan.late.map(\.title) == ["Huge"])
  }

  @Test mutating func aMissedBlockIsMovedAndOneThatWasWorkedOnIsNot() throws {
    let missed = try bench.card("Missed")
    let worked = try bench.card("Worked", minutes: 120)
    let client = try bench.client("acme")
    try bench.block("Missed", "2026-11-20T09:00", client: client, card: missed)
    try bench.block("Worked", "2026-11-20T10:00", client: client, card: worked)
    let start = try #require(Instant(text: "2026-11-20T10:10:00Z"))
    try bench.make(
      bench.desk.addEntry(
        TimerSubject(client: client, card: worked), start: start, end: start.adding(1800),
        context: bench.context))
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:00 *Missed", "Mon 10:00-11:30 Worked"])
  }

  @Test mutating func acceptingMakesWhatWasShownAndUndoTakesItBack() throws {
    let card = try bench.card("Write")
    let block = try bench.block(
      "Write", "2026-11-23T10:30", client: try bench.client("acme"), card: card)
    try bench.block("Call", "2026-11-23T10:00", kind: .meeting)
    try bench.card("New", "bolt")
    let before = Set(bench.desk.allBlocks)
    let plan = try bench.today()
    #expect(bench.lines(plan) == ["Mon 09:00-10:00 *Write", "Mon 11:00-12:00 New"])
    try bench.make(try bench.desk.acceptPlan(plan, context: bench.context))
    #expect(bench.desk.block(block)?.start == (try bench.due("2026-11-23T09:00")))
    let new = try #require(bench.desk.allBlocks.first { $0.title == "New" })
    #expect(new.start == (try bench.due("2026-11-23T11:00")))
    #expect(try new.client == bench.client("bolt"))
    #expect(new.kind == .work && new.card != nil)
    #expect(try bench.today().lines.isEmpty)
    try bench.make(try #require(bench.desk.undo(at: bench.now)))
    #expect(Set(bench.desk.allBlocks) == before)
  }

  @Test mutating func linesAreLeftOutOneByOne() throws {
    try bench.card("One")
    try bench.card("Two", "bolt")
    let plan = try bench.today()
    let change = try bench.desk.acceptPlan(plan, without: [0], context: bench.context)
    #expect(change.changes.count == 1)
    #expect(change.arguments == ["Two", "1"])
  }

  @Test mutating func aBlockMovedMeanwhileIsNotMovedAgain() throws {
    let card = try bench.card("Write")
    let block = try bench.block(
      "Write", "2026-11-23T10:30", client: try bench.client("acme"), card: card)
    try bench.block("Call", "2026-11-23T10:00", kind: .meeting)
    let plan = try bench.today()
    try bench.make(try bench.desk.editBlock(block, context: bench.context) { $0.title = "Other" })
    #expect(throws: DeskError.changedElsewhere(.block(block))) {
      try bench.desk.acceptPlan(plan, context: bench.context)
    }
  }

  @Test mutating func theNextDayWithTimeLeftIsPlanned() throws {
    bench.now = try #require(Instant(text: "2026-11-27T17:30:00Z"))
    try bench.card("One")
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:00 One"])
    #expect(bench.lines(try bench.week()) == ["Mon 09:00-10:00 One"])
  }

  /// What a card that is due before the planned day has in the days before it is not told as time that does not fit.
  @Test mutating func theDaysBeforeALaterDayAreNotToldAsMissing() throws {
    try bench.card("Report", minutes: 10 * 60, due: "2026-11-24T11:00")
    let friday = try #require(CivilDate(text: "2026-11-27"))
    let plan = bench.desk.plan(bench.desk.planDay(friday, now: bench.now))
    // Monday and Tuesday morning are its days, Friday has the rest.
    #expect(bench.lines(plan) == ["Fri 09:00-09:45 Report"])
    #expect(plan.late.map(\.title) == ["Report"])
    #expect(plan.left.isEmpty)
    // What has no place on that day either is.
    try bench.block("Away", "2026-11-27T09:00", minutes: 8 * 60, kind: .personal)
    let full = bench.desk.plan(bench.desk.planDay(friday, now: bench.now))
    #expect(full.lines.isEmpty && full.left.map(\.seconds) == [2700])
  }
}
