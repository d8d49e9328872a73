import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// Verbs on the entries of a day.
struct EntryTests {
  @Test func noKeyIsClaimedTwice() {
    #expect(Keymap.standard.conflicts == [])
  }

  @Test(arguments: [
    ("8:50", "start 2026-11-23T03:30:00Z → 2026-11-23T03:20:00Z", "08:50–09:30"),
    ("-10", "start 2026-11-23T03:30:00Z → 2026-11-23T03:20:00Z", "08:50–09:30"),
    ("+5", "start 2026-11-23T03:30:00Z → 2026-11-23T03:35:00Z", "09:05–09:30"),
    ("45m", "start 2026-11-23T03:30:00Z → 2026-11-23T03:15:00Z", "08:45–09:30"),
    ("9", "", ""),
    (
      "9:10-9:20",
      "start 2026-11-23T03:30:00Z → 2026-11-23T03:40:00Z, end 2026-11-23T04:00:00Z → 2026-11-23T03:50:00Z",
      "09:10–09:20"
    ),
  ])
  func theStartIsTyped(_ typed: String, _ change: String, _ times: String) throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.start", typed)
    if change.isEmpty { return scenario.expect() }
    scenario.expect(changes: ["entry Newsletter 48: \(change)"]) {
      $0.says("Entry changed to \(times): Newsletter 48")
    }
  }

  /// Home London, Sunday 25 October 2026: 01:30 comes twice; 28 March 2027: it does not come.
  @Test(arguments: [
    ("2026-10-25T09:00:00Z", "01:30-02:30 Rota", "01:30 comes twice that day in London, the first is meant"),
    ("2027-03-28T09:00:00Z", "01:30-03:00 Rota", "01:30 does not exist that day in London, it is 02:30"),
  ])
  func aTimeThatIsNotThereOrTwiceIsTold(_ now: String, _ typed: String, _ note: String) throws {
    let desk = try CalendarDesk(home: "Europe/London", now: now, client: "Asia/Kolkata")
    var scenario = try Scenario(desk.sample, width: 120, height: 30)
    scenario.press("view.time")
    scenario.press("entry.add")
    scenario.type(typed)
    #expect(scenario.shows(note), "\(scenario.screen)")
    scenario.keys("enter")
    scenario.settled()
    scenario.select("Rota")
    scenario.press("entry.start")
    scenario.type("1:40")
    #expect(scenario.shows(note.replacing("1:30", with: "1:40").replacing("2:30", with: "2:40")))
    scenario.keys("ctrl+u")
    scenario.type("-10")
    #expect(!scenario.shows("that day in London"))
  }

  @Test(arguments: [
    ("9:25", "2026-11-23T03:55:00Z", "09:25"), ("+25", "2026-11-23T04:25:00Z", "09:55"),
    ("-10", "2026-11-23T03:50:00Z", "09:20"), ("1h30", "2026-11-23T05:00:00Z", "10:30"),
  ])
  func theEndIsTyped(_ typed: String, _ end: String, _ until: String) throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.end", typed)
    scenario.expect(changes: ["entry Newsletter 48: end 2026-11-23T04:00:00Z → \(end)"]) {
      $0.says("Entry changed to 09:00–\(until): Newsletter 48")
    }
    scenario.press("desk.undo")
    #expect(scenario.entry("Newsletter 48")?.end?.text == "2026-11-23T04:00:00Z")
  }

  @Test(arguments: [
    ("entry.end", "8:50", "That would end before it starts."),
    ("entry.end", "-45", "That would end before it starts."),
    ("entry.start", "22:00", "That would end before it starts."),
    ("entry.start", "soonish", "Expected a time such as 9:10, -10, +25, 45m or 9:10-9:50."),
  ])
  func whatCannotBeIsSaidAndTheQuestionStays(_ command: String, _ typed: String, _ problem: String) throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press(command)
    scenario.type(typed)
    #expect(scenario.shows(problem))
    scenario.keys("enter")
    #expect(scenario.shows(problem))
    scenario.keys("esc")
    scenario.expect()
  }

  @Test func anOverlapIsSaidAndAllowed() throws {
    var scenario = try WorkedDay.scenario(width: 100)
    scenario.select("Newsletter 48")
    scenario.press("entry.end")
    scenario.type("9:40")
    #expect(scenario.shows("overlaps दिवाळी अंकाची मुद्रितशोधने · 09:30 – 10:10"))
    scenario.keys("enter")
    #expect(scenario.entry("Newsletter 48")?.end == WorkedDay.at("09:40"))
    let row = scenario.screen.split(separator: "\n").first { $0.contains("Newsletter 48") } ?? ""
    #expect(row.contains("0:40 ⚠") && row.contains("overlaps"))
  }

  @Test func theRunningEntrysStartIsTyped() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Podcast notes")
    scenario.reply("entry.start", "13:45")
    #expect(scenario.desk.running?.start == WorkedDay.at("13:45"))
    scenario.press("entry.start")
    scenario.type("+3h")
    #expect(scenario.shows("That is still to come."))
    scenario.keys("esc")
  }

  @Test func theRunningEntryEndsWhenItIsTold() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Podcast notes")
    scenario.reply("entry.end", "-10")
    #expect(scenario.desk.running == nil)
    #expect(scenario.entry("Podcast notes")?.end == WorkedDay.at("15:00"))
  }

  @Test func aTimerForgottenOnFridayEndsOnFriday() throws {
    var sample = try PinnedDesk()
    let friday = try #require(Instant(text: "2026-11-20T18:02:00+05:30"))
    let context = ChangeContext(now: friday, ids: sample.ids)
    try sample.make(sample.desk.startTimer(TimerSubject(client: nil, note: "Mail"), context: context))
    var scenario = try Scenario(sample)
    scenario.press("view.time")
    scenario.select("Mail")
    #expect(scenario.shows("‹18:02 – now"))
    #expect(scenario.shows("from Fri 20 Nov 18:02"))
    scenario.reply("entry.end", "18:30")
    #expect(scenario.entry("Mail")?.end?.text == "2026-11-20T13:00:00Z")
  }

  @Test func theNoteIsTypedWithLabelsAndClient() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press("entry.note")
    scenario.keys("ctrl+u")
    scenario.type("proofs #print ~45m @harbor")
    #expect(scenario.shows("#print (new) · @Harbor Goods"))
    scenario.keys("enter")
    let entry = try #require(scenario.entry("proofs ~45m"))
    #expect(entry.labels == ["print"])
    #expect(entry.client == scenario.client("harbor-goods")?.id)
    #expect(entry.card == nil)
  }

  @Test func aNoteLeftAsItIsChangesNothing() throws {
    var sample = try WorkedDay.desk()
    try sample.spend(
      "mail @lin \\x #1042 #tag", of: "harbor-goods", from: "08:00", to: "08:30",
      labels: ["in progress", "a"])
    var scenario = try Scenario(sample)
    scenario.press("view.time")
    scenario.select("mail @lin \\x #1042 #tag")
    scenario.press("entry.note")
    scenario.keys("enter")
    scenario.expect()
  }

  @Test func theClientIsChosenByAFewLetters() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.client", "bondi")
    let entry = try #require(scenario.entry("Newsletter 48"))
    #expect(entry.client == scenario.client("bondi-homes")?.id && entry.card == nil)
    scenario.press("entry.client")
    scenario.keys("up down down down down down enter")
    #expect(scenario.entry("Newsletter 48")?.client == nil)
  }

  @Test func theCardIsChosenByAFewLetters() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.card", "invoi")
    let entry = try #require(scenario.entry("Invoice pack"))
    #expect(entry.card == scenario.card("Invoice pack")?.id)
    scenario.press("entry.card")
    scenario.type("zzz")
    scenario.keys("enter")
    #expect(scenario.shows("No card is called like that."))
  }

  @Test func anEmptyAnswerChangesNothing() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    for command in ["entry.start", "entry.end", "entry.client", "entry.card"] {
      scenario.press(command)
      scenario.keys("enter")
      scenario.expect()
    }
  }

  @Test func billableIsToggled() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press("entry.billable")
    scenario.expect(changes: ["entry Newsletter 48: billable true → false"]) {
      $0.says("Entry changed: Newsletter 48")
    }
  }

  @Test func aSpanIsUnderstoodWhereverItStands() throws {
    var scenario = try WorkedDay.scenario()
    scenario.press("time.first")
    while scenario.state.time.selected != .gap(WorkedDay.at("11:00")) { scenario.press("time.down") }
    scenario.settled()
    scenario.reply("entry.add", "@bondi 11:05-11:20 typed call #phone")
    let entry = try #require(scenario.entry("typed call"))
    #expect(entry.start == WorkedDay.at("11:05") && entry.end == WorkedDay.at("11:20"))
    #expect(entry.labels == ["phone"] && entry.client == scenario.client("bondi-homes")?.id)
  }

  @Test func anEntryIsDeletedAndBroughtBack() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press("entry.remove")
    #expect(scenario.entry("Newsletter 48") == nil)
    #expect(scenario.state.time.selected != nil)
    scenario.press("desk.undo")
    #expect(scenario.entry("Newsletter 48") != nil)
  }

  @Test func enterOnAGapFillsIt() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("新年のカタログを翻訳する")
    scenario.press("time.down")
    #expect(scenario.shows("⏎ makes an entry"))
    scenario.press("entry.open")
    #expect(scenario.shows("What was 11:00 – 11:35?"))
    scenario.type("tea with Lin #talk")
    #expect(scenario.shows("11:00 – 11:35 · 0:35 · Coach Lin · tea with Lin · #talk"))
    scenario.keys("enter")
    let entry = try #require(scenario.entry("tea with Lin"))
    #expect(entry.start == WorkedDay.at("11:00") && entry.end == WorkedDay.at("11:35"))
    #expect(scenario.state.time.selected == .entry(entry.id))
  }

  @Test(arguments: [
    ("8:10-8:50 mail", "08:10", "08:50"), ("8:10 - 8:50 mail", "08:10", "08:50"),
    ("45m mail", "14:25", "15:10"),
  ])
  func timeIsEnteredByHand(_ typed: String, _ start: String, _ end: String) throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.add", typed)
    let entry = try #require(scenario.entry("mail"))
    #expect(entry.start == WorkedDay.at(start) && entry.end == WorkedDay.at(end))
    #expect(entry.client == scenario.client("coach-lin")?.id)
  }

  @Test func timeByHandNeedsATime() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.add", "mail")
    #expect(scenario.shows("Begin with a span such as 9:10-9:50, or a length such as 45m."))
    scenario.keys("esc")
    scenario.expect()
  }

  @Test func enterOpensTheCard() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press("entry.open")
    let card = try #require(scenario.card("Newsletter 48"))
    #expect(scenario.state.overlays == [.card(CardPane(card.id))])
  }

  @Test func timerGoesOnWithTheSelectedEntry() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press("timer.toggle")
    #expect(scenario.desk.running?.note == "Newsletter 48")
    #expect(scenario.entry("Podcast notes")?.end == WorkedDay.now)
    scenario.wait(seconds: 60)
    scenario.press("time.last")
    scenario.press("timer.toggle")
    #expect(scenario.desk.running == nil)
  }

  @Test func daysAreTurned() throws {
    var scenario = try WorkedDay.scenario()
    scenario.press("time.previousDay")
    #expect(scenario.shows("Sun 22 Nov · yesterday"))
    #expect(scenario.shows("23:30 – 00:20›"))
    #expect(scenario.shows("until Mon 23 Nov 00:20"))
    scenario.press("time.previousDay")
    #expect(scenario.shows("Nothing was booked on this day."))
    scenario.press("time.today")
    #expect(scenario.state.time.date == nil)
    scenario.press("time.nextDay")
    #expect(scenario.shows("This day is still to come."))
  }

  @Test func timePastMidnightCountsOnEachDayForItself() throws {
    let scenario = try WorkedDay.scenario()
    #expect(scenario.shows("‹23:30 – 00:20"))
    let sheet = scenario.desk.daySheet(of: WorkedDay.date, now: scenario.now)
    let coach = sheet.totals.first { $0.client == scenario.client("coach-lin")?.id }
    let harbor = sheet.totals.first { $0.client == scenario.client("harbor-goods")?.id }
    #expect(coach?.spent == 30 * 60 + 70 * 60)
    #expect(harbor?.spent == 20 * 60)
  }

  @Test func aDayOfTwentyFiveHoursIsOne() throws {
    var sample = try PinnedDesk()
    try sample.make(
      sample.desk.editSettings(context: sample.context) { $0.homeZone = "America/New_York" })
    // 00:30 before the clocks go back to 01:30 after it: two hours.
    let start = try #require(Instant(text: "2026-11-01T04:30:00Z"))
    try sample.make(
      sample.desk.addEntry(
        TimerSubject(client: nil, note: "Night"), start: start, end: start.adding(7200),
        context: sample.context))
    sample.now = start.adding(12 * 3600)
    var scenario = try Scenario(sample)
    scenario.press("view.time")
    #expect(scenario.shows("25:00 h: the clocks change"))
    let row = scenario.screen.split(separator: "\n").first { $0.contains("Night") } ?? ""
    #expect(row.contains("00:30 – 01:30") && row.contains("2:00"))
    scenario.select("Night")
    scenario.reply("entry.end", "2:00")
    #expect(scenario.entry("Night")?.seconds(at: scenario.now) == 9000)
  }

  @Test func sharingTheScreenHidesOthersEntries() throws {
    var scenario = try WorkedDay.scenario(width: 140, height: 40)
    scenario.press("desk.share")
    scenario.keys("esc")
    scenario.press("view.time")
    for text in ["Harbor", "प्रकाशन", "Night call", "दिवाळी", "翻訳", "Family"] { #expect(!scenario.shows(text)) }
    #expect(scenario.shows("Newsletter 48") && scenario.shows("•••"))
    #expect(!scenario.shows("billable 4"))
  }

  @Test func anEntryDeletedElsewhereIsLetGo() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    let id = try #require(scenario.entry("Newsletter 48")?.id)
    scenario.press("entry.end")
    try scenario.elsewhere { try $0.desk.removeEntry(id, context: $0.context) }
    scenario.settled()
    scenario.type("9:40")
    scenario.keys("enter")
    #expect(scenario.entry("Newsletter 48") == nil)
    #expect(scenario.state.overlays.isEmpty)
  }

  @Test func anEmptyDeskHasAnEmptySheet() throws {
    var sample = PinnedDesk(emptyAt: PinnedDesk.now)
    try sample.make(
      sample.desk.addClient(
        ClientDraft(name: "New", zone: "Asia/Tokyo"), columns: [], context: sample.context))
    var scenario = try Scenario(sample)
    scenario.press("view.time")
    scenario.press("entry.start")
    #expect(scenario.state.message?.text == "No entry is selected.")
    for keys in ["j", "k", "enter", "J", "|", "D", "n"] { scenario.keys(keys) }
    scenario.keys("esc")
    #expect(scenario.shows("Time ─ Mon 23 Nov"))
  }

  @Test(arguments: [(80, 24), (140, 40), (60, 18)])
  func theSheet(size: (Int, Int)) throws {
    var scenario = try WorkedDay.scenario(width: size.0, height: size.1)
    scenario.select("新年のカタログを翻訳する")
    scenario.keys("esc")
    scenario.press("view.time")
    scenario.expectFrame("time-\(size.0)x\(size.1)")
  }
}

extension WorkedDay {
  static let date = CivilDate(year: 2026, month: 11, day: 23) ?? CivilDate(dayNumber: 0)
}
