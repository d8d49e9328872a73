import Civil
import Dashboard
import Desk
import Testing

/// Verbs on a block that repeats: each asks how much of the series is meant.
///
/// Monday 23 November 2026, 9:42 in Pune; “Stand-up” every day at 10:00 since the Friday before.
@Suite struct RepeatingBlockTests {
  private func scenario() throws -> Scenario {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Stand-up", "2026-11-20T10:00", minutes: 30, repeats: "FREQ=DAILY")
    var scenario = try desk.scenario()
    scenario.keys("j")
    scenario.settled()
    return scenario
  }

  /// The home starts of what is called so, from Friday to Wednesday.
  private func starts(_ scenario: Scenario, _ title: String = "Stand-up") throws -> [String] {
    let from = try #require(Instant(text: "2026-11-19T18:30:00Z"))
    let all = scenario.desk.occurrences(from: from, to: from.adding(6 * 86_400))
    return all.filter { $0.block.title == title }.map { scenario.desk.homeZone.wall(at: $0.start).text }
  }

  @Test func anOccurrenceIsMarked() throws {
    let scenario = try scenario()
    #expect(scenario.shows("┃ ↻ Stand-up"))
  }

  @Test func thisOneMoves() throws {
    var scenario = try scenario()
    scenario.press("block.later")
    #expect(scenario.shows("“Stand-up” repeats: change"))
    scenario.keys("t")
    #expect(
      try starts(scenario) == [
        "2026-11-20T10:00", "2026-11-21T10:00", "2026-11-22T10:00", "2026-11-23T10:30", "2026-11-24T10:00",
        "2026-11-25T10:00",
      ])
    #expect(scenario.shows("↷ Stand-up"))
    // The one that went its own way goes on without a question, and the cursor stays on it.
    scenario.press("block.later")
    #expect(scenario.state.overlays.isEmpty)
    #expect(scenario.shows("11:00–11:30 Kolkata"))
    scenario.keys("u u")
    #expect(try starts(scenario)[3] == "2026-11-23T10:00")
  }

  /// A rule that is typed on one that went its own way is the series': its day and length are not.
  @Test func aRuleTypedOnAMovedOneKeepsTheDaysOfTheSeries() throws {
    var scenario = try scenario()
    scenario.keys("J t")
    for _ in 0..<3 { scenario.press("block.later") }
    scenario.press("block.longer")
    scenario.press("block.repeat")
    scenario.keys("ctrl+u")
    scenario.type("daily 11:00")
    scenario.keys("enter")
    if !scenario.state.overlays.isEmpty { scenario.keys("a") }
    #expect(
      try starts(scenario).prefix(3) == ["2026-11-20T11:00", "2026-11-21T11:00", "2026-11-22T11:00"])
    #expect(scenario.desk.allBlocks.first { $0.isSeries }?.duration == 1800)
  }

  @Test func thisAndAllThatFollowMove() throws {
    var scenario = try scenario()
    scenario.keys("J f")
    #expect(
      try starts(scenario) == [
        "2026-11-20T10:00", "2026-11-21T10:00", "2026-11-22T10:00", "2026-11-23T10:30", "2026-11-24T10:30",
        "2026-11-25T10:30",
      ])
    #expect(scenario.selectedBlock?.start.wall.text == "2026-11-23T10:30")
  }

  @Test func allMove() throws {
    var scenario = try scenario()
    scenario.keys("+ a")
    #expect(scenario.desk.allBlocks.map(\.duration) == [45 * 60])
    scenario.keys("J a")
    #expect(try starts(scenario).allSatisfy { $0.hasSuffix("T10:30") })
    #expect(try starts(scenario).count == 6)
    #expect(scenario.selectedBlock?.start.wall.text == "2026-11-23T10:30")
  }

  @Test func whatWasCutIsKeptWhereTheQuestionIsLeft() throws {
    var scenario = try scenario()
    scenario.keys("X j j p esc")
    #expect(try starts(scenario)[3] == "2026-11-23T10:00")
    scenario.keys("p t")
    #expect(try starts(scenario)[3] == "2026-11-23T11:00")
    #expect(try starts(scenario)[4] == "2026-11-24T10:00")
    // Put down once, it is not moved on by the next.
    scenario.keys("j j p")
    #expect(try starts(scenario)[3] == "2026-11-23T11:00")
  }

  @Test func escLeavesAllAsItWas() throws {
    var scenario = try scenario()
    scenario.keys("D esc")
    scenario.expect()
  }

  @Test func deletingAsks() throws {
    var scenario = try scenario()
    scenario.keys("D t")
    #expect(try starts(scenario).count == 5)
    scenario.keys("l } D f")
    #expect(try starts(scenario) == ["2026-11-20T10:00", "2026-11-21T10:00", "2026-11-22T10:00"])
    scenario.keys("u u")
    #expect(try starts(scenario).count == 6)
    scenario.keys("h } D a")
    #expect(scenario.desk.allBlocks.isEmpty)
  }

  @Test func aTitleIsGivenToOne() throws {
    var scenario = try scenario()
    scenario.keys("e")
    scenario.type(" with Lin")
    scenario.keys("enter t")
    #expect(try starts(scenario, "Stand-up with Lin") == ["2026-11-23T10:00"])
    #expect(try starts(scenario).count == 5)
  }

  @Test func aCopyIsOneBlock() throws {
    var scenario = try scenario()
    scenario.keys("y")
    #expect(scenario.desk.allBlocks.count == 2)
    #expect(try starts(scenario).count == 7)
  }

  /// Also where the occurrence was moved away or deleted, and where the whole series was.
  @Test(arguments: ["J t", "J a", "L t", "L a", "H a", "D t", "D f", "D a", "+ a"])
  func undoSelectsWhatCameBack(keys: String) throws {
    for view in ["", "w "] {
      var scenario = try scenario()
      scenario.keys(view + keys + " u")
      #expect(try starts(scenario).contains("2026-11-23T10:00"), "\(keys)")
      #expect(scenario.selectedBlock?.start.wall.text == "2026-11-23T10:00", "\(view)\(keys)")
    }
  }

  /// The block that the cursor is on.

  @Test func remindersAreAskedForLikeEverythingElse() throws {
    var scenario = try scenario()
    scenario.keys("enter m")
    scenario.type("30")
    scenario.keys("enter")
    #expect(scenario.shows("“Stand-up” repeats: change"))
    scenario.keys("t")
    #expect(
      scenario.desk.allBlocks.map(\.reminders).sorted { ($0?.count ?? 0) < ($1?.count ?? 0) } == [nil, [30]])
  }

  @Test func daysThatAreLeftOutAreTypedWithIt() throws {
    var scenario = try scenario()
    scenario.keys("enter r ctrl+u")
    scenario.type("every day except 24 nov and 26 nov, also 26 nov 11:00")
    #expect(scenario.shows("every day, except 24 Nov and 26 Nov"))
    scenario.keys("enter f")
    let series = try #require(scenario.desk.allBlocks.first { $0.repeat == "FREQ=DAILY" })
    #expect(series.exceptOn.map(\.text) == ["2026-11-24T10:00", "2026-11-26T10:00"])
    // Shown in the words that can be typed over; what is not there any more comes back.
    scenario.keys("enter")
    #expect(scenario.shows("every day, except 24 Nov and 26 Nov, also 26 Nov 11:00"))
    scenario.keys("r ctrl+u")
    scenario.type("every day except 26 nov and 28 nov")
    scenario.keys("enter a")
    let block = try #require(scenario.desk.block(series.id))
    #expect(block.exceptOn.map(\.text) == ["2026-11-26T10:00", "2026-11-28T10:00"] && block.alsoOn.isEmpty)
    scenario.keys("enter r ctrl+u")
    scenario.type("every mon except 24 nov")
    #expect(scenario.shows("there is none on Tue 24 Nov anyway"))
    scenario.keys("esc esc n")
    scenario.type("Walk every tue 18:00 except 24 nov")
    #expect(scenario.shows("every Tuesday, except 24 Nov"))
    scenario.keys("enter")
    let walk = try #require(scenario.desk.allBlocks.first { $0.title == "Walk" })
    #expect(walk.exceptOn.map(\.text) == ["2026-11-24T18:00"])
  }

  @Test func datesBesideTheRuleAreTypedWithIt() throws {
    var scenario = try scenario()
    scenario.keys("enter r ctrl+u")
    scenario.type("weekly mon, also 25 nov 11:00, 26 nov")
    #expect(scenario.shows("also Wed 25 Nov 11:00, Thu 26 Nov 10:00"))
    scenario.keys("enter f")
    let series = try #require(scenario.desk.allBlocks.first { $0.repeat == "FREQ=WEEKLY;BYDAY=MO" })
    #expect(series.alsoOn.map(\.text) == ["2026-11-25T11:00", "2026-11-26T10:00"])
    #expect(try starts(scenario).suffix(3) == ["2026-11-22T10:00", "2026-11-23T10:00", "2026-11-25T11:00"])

    // What is there is there to be typed over, one date gone and another one come.
    scenario.keys("enter")
    #expect(scenario.shows("every Monday, also 25 Nov 11:00, 26 Nov"))
    scenario.keys("r ctrl+u")
    scenario.type("every monday, also 26 nov, 3 dec")
    scenario.keys("enter a")
    #expect(scenario.desk.block(series.id)?.alsoOn.map(\.text) == ["2026-11-26T10:00", "2026-12-03T10:00"])
    scenario.keys("enter r ctrl+u")
    scenario.type("also 26 nov")
    scenario.keys("enter a")
    let block = try #require(scenario.desk.block(series.id))
    #expect(block.repeat == nil && block.alsoOn.map(\.text) == ["2026-11-26T10:00"])
    scenario.keys("enter r ctrl+u")
    scenario.type("weekly, also soon")
    #expect(scenario.shows("is no rule"))
  }

  @Test func aTimeTypedWithTheRuleMovesTheBlock() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Review", "2026-11-23T13:00", minutes: 45)
    var scenario = try desk.scenario()
    scenario.keys("} r")
    scenario.type("every second tue 18:00 london")
    #expect(scenario.shows("Tue 24 Nov 23:30–Wed 00:15 Kolkata · 18:00–18:45 London · 45m"))
    #expect(scenario.shows("every second Tuesday"))
    scenario.keys("enter")
    #expect(scenario.plan("Review") == "2026-11-24T18:00 Europe/London 45m")
    #expect(scenario.block("Review")?.repeat == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    #expect(scenario.selectedBlock?.title == "Review")

    // A span says how long it is; one that repeats already is asked about as ever.
    scenario.keys("r ctrl+u")
    scenario.type("every wed 16:00-17:30")
    #expect(scenario.shows("21:30–23:00 Kolkata · 16:00–17:30 London · 1h30"))
    scenario.keys("enter a")
    #expect(scenario.plan("Review") == "2026-11-25T16:00 Europe/London 90m")
    #expect(scenario.selectedBlock?.start.wall.text == "2026-11-25T16:00")

    // Without a time it stays at its own.
    scenario.keys("r ctrl+u")
    scenario.type("every thu")
    #expect(scenario.shows("from Thu 26 Nov"))
    scenario.keys("enter a")
    #expect(scenario.plan("Review") == "2026-11-26T16:00 Europe/London 90m")
    scenario.keys("r ctrl+u")
    scenario.type("every day 5 times until 1 jan")
    #expect(scenario.shows("UNTIL"))
  }

  /// What was left out stays left out at the new time, also of days that are over.
  @Test func daysThatAreLeftOutComeAlongToAnotherTime() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    let id = try #require(
      try desk.block("Stand-up", "2026-11-18T10:00", minutes: 30, repeats: "FREQ=DAILY"))
    let left = ["2026-11-20T10:00", "2026-11-24T10:00", "2026-11-25T10:00"]
    try desk.edit(id) { $0.exceptOn = left.compactMap { WallTime(text: $0) } }
    var scenario = try desk.scenario()
    scenario.keys("j r ctrl+u")
    scenario.type("every day 11:30 except 25 nov and 26 nov, also 27 nov 15:00")
    scenario.keys("enter a")
    let block = try #require(scenario.block("Stand-up"))
    #expect(
      block.exceptOn.map(\.text) == ["2026-11-20T11:30", "2026-11-25T11:30", "2026-11-26T11:30"])
    #expect(block.alsoOn.map(\.text) == ["2026-11-27T15:00"])
    #expect(block.start.wall.text == "2026-11-18T11:30")
  }

  @Test func whatLastsWholeDaysHasNoTimeInItsRule() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Retreat", "2026-11-23T00:00", minutes: 1440, allDay: true)
    var scenario = try desk.scenario()
    scenario.keys("g g r")
    scenario.type("every mon 10:00")
    #expect(scenario.shows("Whole days have no time"))
  }

  @Test(arguments: [
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "has no day at all"),
    ("FREQ=SECONDLY", "more than 4096 starts a week"),
  ])
  func aRuleThatNobodyMeansIsToldUnderTheCursor(rule: String, told: String) throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Odd", "2026-11-23T10:00", minutes: 30, repeats: rule)
    var scenario = try desk.scenario()
    scenario.keys("j")
    #expect(scenario.shows("Odd · its rule “\(rule)”") && scenario.shows(told))
  }
}
