import Civil
import Dashboard
import Desk
import Testing

/// Each verb on a block: what is pressed, what changes, where the cursor is then.
///
/// Monday 23 November 2026, 9:42 in Pune; a block for Coach Lin (London) at 10:00.
@Suite struct BlockVerbTests {
  private func scenario(_ more: (inout CalendarDesk) throws -> Void = { _ in }) throws -> Scenario {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London")
    try desk.block("Draft", "2026-11-23T10:00", minutes: 60)
    try more(&desk)
    var scenario = try desk.scenario()
    scenario.keys("j")
    scenario.settled()
    return scenario
  }

  @Test func theCursorIsOnTheBlock() throws {
    let scenario = try scenario()
    #expect(scenario.shows("10:00–11:00 Kolkata · 04:30–05:30 London"))
    #expect(
      scenario.state.selection(scenario.world)
        == scenario.block("Draft").map { .block(OccurrenceID(block: $0.id)) })
  }

  @Test func theMessageSaysWhenOnBothClocks() throws {
    var scenario = try scenario()
    scenario.press("block.later")
    #expect(scenario.state.message?.text == "Block moved to today 10:30 Kolkata · 05:00 London: Draft")
    scenario.press("block.nextDay")
    #expect(scenario.state.message?.text == "Block moved to tomorrow 10:30 Kolkata · 05:00 London: Draft")
    scenario.press("block.longer")
    #expect(scenario.state.message?.text == "Block resized to 10:30–11:45 · 1h15: Draft")
    scenario.press("block.duplicate")
    #expect(scenario.state.message?.text == "Block planned tomorrow 11:45 Kolkata · 06:15 London: Draft")
    scenario.press("desk.undo")
    #expect(scenario.state.message?.text == "Taken back: Block planned: Draft")
  }

  /// As the question of its start or its length tells it; the move is made all the same.
  @Test func aBlockThatComesTooLateForItsCardIsToldAsSuch() throws {
    var scenario = try scenario { desk in
      try desk.card("Report", due: "2026-11-24T10:45", hours: 1)
      let card = desk.sample.desk.allCards.first?.id
      let id = try #require(desk.sample.desk.allBlocks.first?.id)
      try desk.edit(id) { $0.card = card }
    }
    scenario.press("block.nextDay")
    #expect(scenario.plan("Draft") == "2026-11-24T10:00 Asia/Kolkata 60m")
    // The warning first: what is behind it may be cut.
    let late = "After it is due (tomorrow 10:45): "
    #expect(
      scenario.state.message?.text
        == late + "Block moved to tomorrow 10:00 Kolkata · 04:30 London: Draft")
    #expect(scenario.state.message?.kind == .warning)
    scenario.press("block.shorter")
    #expect(scenario.state.message?.text == "Block resized to 10:00–10:45 · 45m: Draft")
    #expect(scenario.state.message?.kind == .done)
    scenario.press("block.longer")
    #expect(scenario.state.message?.text == late + "Block resized to 10:00–11:00 · 1h: Draft")
    scenario.press("block.previousDay")
    #expect(scenario.state.message?.kind == .done)
  }

  @Test func laterAndEarlierMoveByHalfAnHour() throws {
    var scenario = try scenario()
    let before = scenario.state.calendar.cursor
    scenario.press("block.later")
    scenario.expect(
      changes: ["block Draft: start 2026-11-23T10:00 Asia/Kolkata → 2026-11-23T10:30 Asia/Kolkata"]
    ) {
      $0.says("Block moved to today 10:30 Kolkata · 05:00 London: Draft")
      $0.calendar.cursor = before?.adding(1800)
    }
    scenario.keys("K K")
    #expect(scenario.plan("Draft") == "2026-11-23T09:30 Asia/Kolkata 60m")
    scenario.keys("shift+down u u u")
    #expect(scenario.plan("Draft") == "2026-11-23T10:30 Asia/Kolkata 60m")
  }

  @Test func daysMoveItWithTheCalendar() throws {
    var scenario = try scenario()
    let before = scenario.state.calendar.cursor
    scenario.press("block.nextDay")
    scenario.expect(
      changes: ["block Draft: start 2026-11-23T10:00 Asia/Kolkata → 2026-11-24T10:00 Asia/Kolkata"]
    ) {
      $0.says("Block moved to tomorrow 10:00 Kolkata · 04:30 London: Draft")
      $0.calendar.date = CivilDate(text: "2026-11-24")
      $0.calendar.cursor = before?.adding(86_400)
    }
    #expect(scenario.shows("Tue 24 Nov · tomorrow"))
    scenario.keys("u")
    #expect(scenario.shows("Mon 23 Nov · today"))
    #expect(scenario.shows("10:00–11:00 Kolkata · 04:30–05:30 London"))
    scenario.keys("L H")
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 60m")
    #expect(scenario.state.calendar.date == nil)
  }

  @Test func lengthStepsByAQuarterAndNeverVanishes() throws {
    var scenario = try scenario()
    scenario.press("block.longer")
    scenario.expect(changes: ["block Draft: duration 3600 → 4500"]) {
      $0.says("Block resized to 10:00–11:15 · 1h15: Draft")
    }
    for _ in 0..<4 { scenario.keys("-") }
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 15m")
    scenario.settled()
    scenario.keys("-")
    scenario.expect { $0.says("It is as short as steps go; = takes any length.", .warning) }
  }

  @Test(arguments: [
    ("16:00", "2026-11-23T16:00 Asia/Kolkata 60m"),
    ("16:00 london", "2026-11-23T16:00 Europe/London 60m"),
    ("23:00 london", "2026-11-22T23:00 Europe/London 60m"),
    ("fri 10:00", "2026-11-27T10:00 Asia/Kolkata 60m"),
    ("fri", "2026-11-27T10:00 Asia/Kolkata 60m"),
    ("14:00-15:30", "2026-11-23T14:00 Asia/Kolkata 90m"),
    ("14:00 45m", "2026-11-23T14:00 Asia/Kolkata 45m"),
    ("+45", "2026-11-23T10:45 Asia/Kolkata 60m"),
    ("-1h", "2026-11-23T09:00 Asia/Kolkata 60m"),
  ])
  func aStartIsTyped(_ text: String, _ plan: String) throws {
    var scenario = try scenario()
    scenario.press("block.start")
    scenario.type(text)
    scenario.keys("enter")
    #expect(scenario.plan("Draft") == plan)
    #expect(scenario.state.overlays.isEmpty)
    // The calendar went along: the cursor is on the block.
    #expect(
      scenario.state.selection(scenario.world)
        == scenario.block("Draft").map { .block(OccurrenceID(block: $0.id)) })
  }

  @Test func whatIsNoTimeIsRefusedWithAnExample() throws {
    var scenario = try scenario()
    scenario.keys("s")
    scenario.type("soonish")
    #expect(scenario.shows("“soonish” is no time: try 16:00"))
    scenario.keys("enter")
    #expect(scenario.shows("“soonish” is no time: try 16:00"))
    scenario.keys("esc")
    scenario.expect()
  }

  @Test(arguments: [
    ("45m", 45, "10:45 · 45m"), ("1h30", 90, "11:30 · 1h30"), ("+15", 75, "11:15 · 1h15"),
    ("-15", 45, "10:45 · 45m"), ("1:30", 90, "11:30 · 1h30"),
  ])
  func aLengthIsTyped(_ text: String, _ minutes: Int, _ said: String) throws {
    var scenario = try scenario()
    scenario.press("block.length")
    scenario.type(text)
    scenario.keys("enter")
    scenario.expect(changes: ["block Draft: duration 3600 → \(minutes * 60)"]) {
      $0.says("Block resized to 10:00–\(said): Draft")
    }
  }

  @Test func aLengthBelowNothingIsRefused() throws {
    var scenario = try scenario()
    scenario.keys("=")
    scenario.type("-2h")
    scenario.keys("enter")
    #expect(scenario.shows("“-2h” is no length"))
  }

  @Test func theTitleIsEdited() throws {
    var scenario = try scenario()
    scenario.press("block.title")
    scenario.keys("ctrl+u")
    scenario.type("Second draft")
    scenario.keys("enter")
    scenario.expect(changes: ["block Draft: title Draft → Second draft"]) {
      $0.says("Block changed: Second draft")
    }
  }

  @Test func deletingLeavesTheCursorThereAndUndoBringsTheBlockBack() throws {
    var scenario = try scenario()
    scenario.press("block.remove")
    scenario.expect(changes: ["block Draft: removed"]) { $0.says("Block deleted: Draft · u takes it back") }
    #expect(scenario.state.selection(scenario.world) == .none)
    scenario.keys("u")
    #expect(
      scenario.state.selection(scenario.world)
        == scenario.block("Draft").map { .block(OccurrenceID(block: $0.id)) })
  }

  @Test func aDuplicateFollowsItAndIsSelected() throws {
    var scenario = try scenario()
    scenario.press("block.duplicate")
    let starts = scenario.desk.allBlocks.map(\.start.wall.text).sorted()
    #expect(starts == ["2026-11-23T10:00", "2026-11-23T11:00"])
    #expect(scenario.shows("11:00–12:00 Kolkata · 05:30–06:30 London"))
  }

  @Test func aNewBlockGoesWhereTheCursorIs() throws {
    var scenario = try scenario()
    scenario.keys("j j")
    scenario.press("block.new")
    scenario.type("Walk")
    scenario.keys("enter")
    #expect(scenario.plan("Walk") == "2026-11-23T11:30 Asia/Kolkata 60m")
    #expect(scenario.block("Walk")?.client == scenario.client("coach-lin")?.id)
    #expect(
      scenario.state.selection(scenario.world)
        == scenario.block("Walk").map { .block(OccurrenceID(block: $0.id)) })
  }

  @Test func onABlockTheNewOneFollowsAndFillsTheGap() throws {
    var scenario = try scenario { try $0.block("Later", "2026-11-23T11:30", minutes: 60) }
    scenario.keys("n")
    #expect(scenario.shows("New block · Mon 23 Nov 11:00–11:30"))
    scenario.type("Tea #break")
    scenario.keys("enter")
    #expect(scenario.plan("Tea") == "2026-11-23T11:00 Asia/Kolkata 30m")
    #expect(scenario.block("Tea")?.kind == .break)
    #expect(scenario.block("Tea")?.client == nil)
  }

  /// UTC stands in for a zone whose rules are lost, and that is said; the block keeps the zone.
  @Test func aTimeInALostZoneIsTold() throws {
    var scenario = try CalendarDesk.week().scenario(width: 120)
    scenario.keys("n")
    scenario.type("Chat 16:00 lisbon")
    #expect(scenario.shows("16:00 in Europe/Lisbon, which is not in tzdata; UTC is shown"))
    scenario.keys("enter")
    #expect(scenario.plan("Chat").hasPrefix("2026-11-23T16:00 Europe/Lisbon"))
    scenario.keys("J")
    #expect(scenario.block("Chat")?.start.zone == "Europe/Lisbon")
  }

  @Test(arguments: [
    ("T every year on 30 feb", "it has no day at all"),
    ("T FREQ=SECONDLY", "more than 4096 starts a week"),
    ("T every 2 hours 14:00", "then Mon 23 Nov 16:00, Mon 23 Nov 18:00"),
    ("T 16:00-15:00", "ends the next day"), ("T ~lots", "~lots stays text"),
    ("T every day 5 times until 1 jan", "UNTIL"),
  ])
  func whatIsOddIsToldBeforeItIsPlanned(text: String, told: String) throws {
    var scenario = try CalendarDesk(
      home: "Asia/Kolkata", now: "2026-11-23T04:12:00Z", client: "Europe/London"
    ).scenario(width: 140)
    scenario.keys("n")
    scenario.type(text)
    #expect(scenario.shows(told))
  }

  @Test func aMeetingIsAtTheClientsTime() throws {
    var scenario = try scenario()
    scenario.keys("n")
    scenario.type("Call #meeting 16:00 45m")
    #expect(scenario.shows("Mon 23 Nov 21:30–22:15 Kolkata · 16:00–16:45 London"))
    scenario.keys("enter")
    #expect(scenario.plan("Call") == "2026-11-23T16:00 Europe/London 45m")
  }

  @Test func aMeetingOutsideTheClientsHoursIsSaid() throws {
    var scenario = try scenario()
    scenario.keys("n")
    scenario.type("Call #meeting 18:00")
    #expect(scenario.shows("outside Coach Lin's working hours"))
  }

  @Test func whatItWouldOverlapIsSaidButNotForbidden() throws {
    var scenario = try scenario()
    scenario.keys("n")
    scenario.type("Also 10:30-11:30")
    #expect(scenario.shows("overlaps Draft"))
    scenario.keys("enter")
    #expect(scenario.plan("Also") == "2026-11-23T10:30 Asia/Kolkata 60m")
  }

  @Test func enterOpensTheBlockAndItsKeysEditIt() throws {
    var scenario = try scenario()
    scenario.press("block.open")
    #expect(scenario.shows("s Start"))
    scenario.keys("t")
    #expect(scenario.shows("Kind of “Draft”"))
    scenario.keys("j enter")
    // A block that becomes a meeting is kept on the client's clock from then on.
    #expect(scenario.block("Draft")?.kind == .meeting)
    #expect(scenario.plan("Draft") == "2026-11-23T04:30 Europe/London 60m")
    scenario.keys("enter c 0")
    #expect(scenario.block("Draft")?.client == nil)
    scenario.keys("enter p")
    scenario.type("https://meet.example/lin")
    scenario.keys("enter")
    #expect(scenario.block("Draft")?.location == "https://meet.example/lin")
    scenario.keys("enter D")
    #expect(scenario.block("Draft") == nil)
  }

  @Test func verbsSayWhyTheyCannot() throws {
    var scenario = try scenario()
    scenario.keys("k")
    scenario.settled()
    for id in ["block.later", "block.longer", "block.start", "block.remove", "block.duplicate"] {
      scenario.press(id)
      scenario.expect { $0.says("No block is selected.", .warning) }
    }
  }

  @Test func aReadOnlyDeskIsNotChanged() throws {
    var scenario = try scenario()
    scenario.readOnly = "the disk is full"
    scenario.keys("J")
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 60m")
    #expect(scenario.shows("read-only"))
  }

  @Test func aBlockDeletedElsewhereIsLetGo() throws {
    var scenario = try scenario()
    let id = try #require(scenario.block("Draft")?.id)
    scenario.keys("s")
    try scenario.elsewhere { try $0.desk.removeBlock(id, context: $0.context) }
    scenario.type("16:00")
    _ = scenario.screen
    scenario.keys("enter esc J enter")
    #expect(scenario.desk.allBlocks.isEmpty)
  }

  @Test func whenItIsToldOfIsTypedInItsList() throws {
    var scenario = try scenario()
    scenario.keys("enter")
    #expect(scenario.shows("as for every block: none"))
    scenario.keys("m")
    scenario.type("1 day, 30")
    #expect(scenario.shows("told of 24h, 30m before"))
    scenario.keys("ctrl+u")
    #expect(scenario.shows("as for every block: none · 30, 5 · 1 day and 10m · 10, 5m after · none"))
    scenario.type("10, 5m after")
    #expect(scenario.shows("told of 10m before, 5m after"))
    scenario.keys("enter enter")
    #expect(scenario.block("Draft")?.reminders == [10, -5])
    #expect(scenario.shows("10m before, 5m after"))
    scenario.keys("m enter enter m ctrl+u")
    #expect(scenario.block("Draft")?.reminders == [10, -5])
    scenario.type("0, 5m after")
    #expect(scenario.shows("told of 0m before, 5m after"))
    scenario.keys("ctrl+u")
    scenario.type("1 day, 30")
    scenario.keys("enter")
    #expect(scenario.block("Draft")?.reminders == [1440, 30])
    scenario.keys("enter")
    #expect(scenario.shows("24h, 30m"))
    scenario.keys("esc")
    scenario.keys(":")
    scenario.type("block is told of")
    scenario.keys("enter ctrl+u")
    scenario.type("soon")
    #expect(scenario.shows("“soon” is no time before"))
    scenario.keys("enter ctrl+u")
    scenario.type("none")
    #expect(scenario.shows("not told of"))
    scenario.keys("enter")
    #expect(scenario.block("Draft")?.reminders == [])
    scenario.keys("enter m ctrl+u enter")
    #expect(scenario.block("Draft")?.reminders == nil)
  }
}
