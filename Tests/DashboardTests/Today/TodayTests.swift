import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// Today across all clients.
struct TodayTests {
  /// A busy day: five clients' worth of blocks, due times, waits, gaps and a running timer.
  private func day(width: Int = 80, height: Int = 24) throws -> Scenario {
    var sample = try WorkedDay.desk()
    try sample.plan("Retreat call with Lin", of: "coach-lin", at: "16:00", minutes: 45, kind: .meeting)
    try sample.plan("मुद्रितशोधन", of: "prakashan", at: "17:00", minutes: 90)
    try sample.plan("新年のカタログ 👨‍👩‍👧‍👦", of: "bondi-homes", at: "18:45", minutes: 30)
    let then = ChangeContext(now: WorkedDay.at("09:10"), ids: sample.ids)
    let card = try #require(sample.desk.allCards.first { $0.title == "Ask for testimonials" })
    try sample.make(
      sample.desk.editCards([card.id], action: "card.waiting", context: then) { $0.waitingOn = "दीपा जोशी" })
    var scenario = try Scenario(sample, width: width, height: height)
    scenario.keys("2")
    scenario.press("view.today")
    scenario.settled()
    return scenario
  }

  @Test(arguments: [(80, 24), (140, 40), (60, 18), (200, 60)])
  func theScreen(size: (Int, Int)) throws {
    var scenario = try day(width: size.0, height: size.1)
    scenario.keys("esc")
    scenario.press("view.today")
    scenario.expectFrame("today-\(size.0)x\(size.1)")
  }

  @Test func whatIsDueHasBothClocks() throws {
    let scenario = try day()
    // 9:00 in New York is 19:30 in Pune; overdue is told in days.
    #expect(scenario.shows("today 19:30"))
    #expect(scenario.shows("09:00 New York"))
    #expect(scenario.shows("2 d late"))
    #expect(scenario.shows("Fri 20 12:00 London"))
    #expect(scenario.shows("16:00–16:45"))
    #expect(scenario.shows("10:30 London"))
    #expect(scenario.shows("in 50m · 45m long"))
  }

  @Test func whatIsLateForVeryLongSaysSoInMonthsAndYears() throws {
    var scenario = try day(height: 40)
    for (year, month, text) in [(2019, 4, "7 y late"), (2025, 1, "22 mo late"), (2026, 10, "49 d late")] {
      let card = try #require(scenario.card("Restock report"))
      let date = try #require(CivilDate(year: year, month: month, day: 5))
      try scenario.elsewhere { sample in
        try sample.desk.editCards([card.id], action: "card.due", context: sample.context) {
          $0.due = ZonedTime(wall: WallTime(date: date, hour: 9, minute: 0), zone: "Europe/London")
        }
      }
      #expect(scenario.shows(text), "\(scenario.screen)")
    }
  }

  @Test func waitingSaysOnWhomAndForHowLong() throws {
    var scenario = try day(height: 40)
    #expect(scenario.shows("on दीपा जोशी"))
    #expect(scenario.shows("for 6h"))
    #expect(scenario.shows("on Lin"))
    // Waiting for somebody else is a new wait; moving on ends it.
    let card = try #require(scenario.card("Podcast notes"))
    #expect(card.waitingSince != nil)
    try scenario.elsewhere { sample in
      try sample.desk.editCards([card.id], action: "card.waiting", context: sample.context) {
        $0.waitingOn = nil
      }
    }
    #expect(scenario.card("Podcast notes")?.waitingSince == nil)
    #expect(!scenario.shows("on Lin"))
  }

  /// Selects a line by what it is about.
  private func select(_ scenario: inout Scenario, _ isWanted: (TodayLine) -> Bool) {
    scenario.press("today.first")
    for _ in 0..<30 {
      if let line = scenario.state.today.selected, isWanted(line) { return }
      scenario.press("today.down")
    }
    Issue.record("no such line")
  }

  @Test func enterGoesToTheRunningEntry() throws {
    var scenario = try day()
    select(&scenario) { if case .running = $0 { true } else { false } }
    scenario.press("today.open")
    #expect(scenario.state.screen == .time)
    #expect(scenario.state.time.selected == .entry(try #require(scenario.desk.running).id))
  }

  @Test func enterGoesToTheBlock() throws {
    var scenario = try day()
    select(&scenario) { if case .block = $0 { true } else { false } }
    scenario.press("today.open")
    #expect(scenario.state.screen == .desk && scenario.state.pane == .calendar)
    let block = try #require(scenario.desk.allBlocks.first { $0.title == "Retreat call with Lin" })
    #expect(scenario.state.selection(scenario.world) == .block(OccurrenceID(block: block.id)))
  }

  @Test func enterGoesToTheCard() throws {
    var scenario = try day()
    let card = try #require(scenario.card("Restock report"))
    select(&scenario) { $0 == .due(card.id) }
    scenario.press("today.open")
    #expect(scenario.state.screen == .desk && scenario.state.pane == .board)
    #expect(scenario.state.client == card.client && scenario.selected == "Restock report")
  }

  @Test func enterGoesToTheGap() throws {
    var scenario = try day()
    select(&scenario) { if case .gap = $0 { true } else { false } }
    scenario.press("today.open")
    #expect(scenario.state.screen == .time)
    #expect(scenario.state.time.selected == .gap(WorkedDay.at("11:00")))
    #expect(scenario.shows("What was 11:00 – 11:35?"))
    scenario.keys("esc")
    #expect(scenario.state.screen == .time && scenario.state.overlays.isEmpty)
  }

  @Test func cardVerbsActOnTheSelectedLine() throws {
    var scenario = try day()
    let card = try #require(scenario.card("Restock report"))
    select(&scenario) { $0 == .due(card.id) }
    scenario.press("timer.toggle")
    #expect(scenario.desk.running?.card == card.id)
    select(&scenario) { $0 == .due(card.id) }
    scenario.press("card.done")
    #expect(scenario.card("Restock report")?.doneAt != nil)
    #expect(scenario.state.today.selected != .due(card.id))
  }

  @Test func theTimerStartsOnABlockAndStopsOnWhatRuns() throws {
    var scenario = try day()
    select(&scenario) { if case .block = $0 { true } else { false } }
    scenario.press("timer.toggle")
    #expect(scenario.desk.running?.note == "Retreat call with Lin")
    scenario.press("timer.toggle")
    #expect(scenario.desk.running == nil)
    select(&scenario) { if case .block = $0 { true } else { false } }
    scenario.press("timer.toggle")
    scenario.press("today.first")
    scenario.press("timer.toggle")
    #expect(scenario.desk.running == nil)
  }

  @Test func sectionsAreSteppedThrough() throws {
    var scenario = try day(width: 140, height: 40)
    scenario.press("today.first")
    scenario.press("today.right")
    guard case .block? = scenario.state.today.selected else {
      Issue.record("expected the first block")
      return
    }
    scenario.press("today.right")
    scenario.press("today.right")
    guard case .due? = scenario.state.today.selected else {
      Issue.record("expected what is overdue")
      return
    }
    scenario.press("today.left")
    guard case .gap? = scenario.state.today.selected else {
      Issue.record("expected a gap")
      return
    }
  }

  @Test(arguments: [(80, 24), (140, 40), (60, 18)])
  func sharingTheScreenHidesOthers(size: (Int, Int)) throws {
    var scenario = try day(width: size.0, height: size.1)
    scenario.press("desk.share")
    scenario.keys("esc")
    scenario.press("view.today")
    for _ in 0..<20 {
      for text in ["Harbor", "Restock", "प्रकाशन", "मुद्रितशोधन", "Bondi", "カタログ", "New York"] {
        #expect(!scenario.shows(text))
      }
      scenario.press("today.down")
    }
  }

  @Test func emptySectionsAreFriendly() throws {
    var sample = PinnedDesk(emptyAt: PinnedDesk.now)
    try sample.make(
      sample.desk.editSettings(context: sample.context) { $0.homeZone = "Asia/Kolkata" })
    try sample.make(
      sample.desk.addClient(
        ClientDraft(name: "New", zone: "Asia/Tokyo"), columns: [], context: sample.context))
    var scenario = try Scenario(sample)
    scenario.press("view.today")
    for text in [
      "No timer runs. T starts one by typing.", "Nothing is planned for today and tomorrow.",
      "Nothing is due in the next seven days.", "Nobody keeps you waiting.",
    ] { #expect(scenario.shows(text)) }
    for keys in ["j", "k", "h", "l", "G", "enter", "t", "x"] { scenario.keys(keys) }
  }

  /// Of Sunday, of Monday at nine and at 9:42: only then has anything passed that could be booked.
  @Test(arguments: [(-86_400, "No working hour"), (-42 * 60, "No working hour"), (0, "Every working hour")])
  func beforeWorkNoHourIsSaidToBeBooked(_ later: Int, _ sentence: String) throws {
    var sample = PinnedDesk(emptyAt: PinnedDesk.now.adding(later))
    try sample.make(
      sample.desk.editSettings(context: sample.context) {
        $0.homeZone = "Asia/Kolkata"
        $0.hours = WorkingHours(startMinute: 9 * 60, endMinute: 19 * 60)
      })
    try sample.make(
      sample.desk.addClient(
        ClientDraft(name: "New", zone: "Asia/Tokyo"), columns: [], context: sample.context))
    if later == 0 {
      try sample.make(
        sample.desk.addEntry(
          TimerSubject(client: nil, note: "Mails"), start: PinnedDesk.now.adding(-42 * 60),
          end: PinnedDesk.now,
          context: sample.context))
    }
    var scenario = try Scenario(sample, width: 140, height: 40)
    scenario.press("view.today")
    #expect(scenario.shows(sentence), "\(scenario.screen)")
  }

  @Test func aLineThatIsGoneLeavesItsNeighbour() throws {
    var scenario = try day()
    let card = try #require(scenario.card("Restock report"))
    select(&scenario) { $0 == .due(card.id) }
    try scenario.elsewhere { try $0.desk.removeCards([card.id], context: $0.context) }
    #expect(scenario.state.today.selected != nil && scenario.state.today.selected != .due(card.id))
    #expect(!scenario.shows("Restock"))
  }
}

extension PinnedDesk {
  /// Plans a block on that Monday by the clock in Pune.
  mutating func plan(
    _ title: String, of slug: String, at clock: String, minutes: Int, kind: Block.Kind = .work
  ) throws {
    let wall = desk.homeZone.wall(at: WorkedDay.at(clock))
    var draft = BlockDraft(
      title: title, start: ZonedTime(wall: wall, zone: "Asia/Kolkata"), duration: minutes * 60)
    draft.client = desk.client(slug: slug)?.id
    draft.kind = kind
    try make(desk.addBlock(draft, context: context))
  }
}
