import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// The timer from the board: start, switch, stop, interrupt, start by typing.
struct TimerTests {
  private func running(_ scenario: Scenario) -> String? {
    scenario.desk.running.map { TimerTests.name($0, scenario.desk) }
  }

  static func name(_ entry: Entry, _ desk: Desk) -> String {
    let client = entry.client.flatMap { desk.client($0)?.name } ?? "nobody"
    let card = entry.card.flatMap { desk.card($0)?.title }.map { " [\($0)]" } ?? ""
    return client + ": " + entry.note + card + entry.labels.map { " #" + $0 }.joined()
  }

  @Test func startsOnTheSelectedCardAndStops() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.expect(changes: ["entry Newsletter 48: added"]) { $0.says("Timer started: Newsletter 48") }
    #expect(running(scenario) == "Coach Lin: Newsletter 48 [Newsletter 48]")
    scenario.wait(seconds: 90)
    #expect(scenario.shows("● 00:01:30"))
    scenario.settled()
    scenario.press("timer.toggle")
    scenario.expect(changes: ["entry Newsletter 48: end none → 2026-11-23T04:13:30Z"]) {
      $0.says("Timer stopped: Newsletter 48")
    }
    #expect(scenario.desk.running == nil)
  }

  @Test func oneInstantEndsTheOneAndStartsTheOther() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    let first = try #require(scenario.desk.running)
    scenario.wait(seconds: 600)
    scenario.press("move.right")
    scenario.press("timer.toggle")
    let second = try #require(scenario.desk.running)
    #expect(second.note == "Podcast notes")
    #expect(scenario.desk.entry(first.id)?.end == second.start)
    scenario.press("desk.undo")
    #expect(scenario.desk.running?.id == first.id)
  }

  @Test func stopsWithNothingSelected() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.keys("3")
    #expect(scenario.selected == nil)
    scenario.press("timer.toggle")
    #expect(scenario.desk.running == nil)
    scenario.settled()
    scenario.press("timer.toggle")
    scenario.expect { $0.says("Nothing is selected: T starts a timer by typing.", .warning) }
  }

  @Test func stopsFromAnywhere() throws {
    var scenario = try Scenario()
    scenario.press("timer.stop")
    scenario.expect { $0.says("No timer runs.", .warning) }
    scenario.press("timer.toggle")
    scenario.press("move.right")
    scenario.wait(seconds: 60)
    scenario.press("timer.stop")
    #expect(scenario.desk.running == nil)
  }

  @Test func anInterruptionGoesBack() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.wait(seconds: 300)
    scenario.press("timer.interrupt")
    scenario.type("phone call @harbor #call")
    #expect(scenario.shows("Harbor Goods · phone call · #call"))
    scenario.keys("enter")
    #expect(running(scenario) == "Harbor Goods: phone call #call")
    #expect(scenario.shows("↩ Newsletter 48"))
    scenario.wait(seconds: 120)
    scenario.press("timer.interrupt")
    #expect(running(scenario) == "Coach Lin: Newsletter 48 [Newsletter 48]")
    #expect(!scenario.shows("↩"))
    #expect(scenario.state.message?.text == "Back to Newsletter 48")
    scenario.press("desk.undo")
    #expect(running(scenario) == "Harbor Goods: phone call #call")
  }

  @Test func anEmptyInterruptionIsTheClientsAtHand() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.press("timer.interrupt")
    #expect(scenario.shows("Enter is just “Interruption”"))
    scenario.keys("enter")
    #expect(running(scenario) == "Coach Lin: Interruption")
    #expect(scenario.state.message?.text == "Interrupted · i goes back")
    scenario.press("timer.interrupt")
    #expect(running(scenario) == "Coach Lin: Newsletter 48 [Newsletter 48]")
  }

  @Test func anInterruptionIsStillOneInAnotherTerminal() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.press("timer.interrupt")
    scenario.keys("enter")
    var other = try Scenario(scenario.sample)
    #expect(other.shows("↩ Newsletter 48"))
    other.press("timer.interrupt")
    #expect(running(other) == "Coach Lin: Newsletter 48 [Newsletter 48]")
  }

  @Test func escapeLeavesTheTimerAlone() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("something")
    scenario.keys("esc")
    scenario.expect()
    scenario.press("timer.interrupt")
    scenario.keys("esc")
    scenario.expect()
  }

  @Test func startsByTypingACardsTitle() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("podc")
    #expect(scenario.shows("Coach Lin · card “Podcast notes”"))
    scenario.keys("enter")
    #expect(running(scenario) == "Coach Lin: Podcast notes [Podcast notes]")
  }

  @Test func startsByTypingAnotherClientsWork() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("@harbor stock call #call")
    #expect(scenario.shows("Harbor Goods · stock call · #call"))
    scenario.keys("enter")
    #expect(running(scenario) == "Harbor Goods: stock call #call")
  }

  @Test func wordsThatMeanNothingElseStayWords() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("~45m !2 >fri @nobody #1042")
    scenario.keys("enter")
    #expect(running(scenario) == "Coach Lin: ~45m !2 >fri @nobody #1042")
  }

  @Test func onesOwnTimeIsNobodys() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("@- taxes")
    scenario.keys("enter")
    #expect(running(scenario) == "nobody: taxes")
    #expect(scenario.desk.running?.billable == false)
  }

  @Test func anEmptyLineGoesOnWithTheLast() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    #expect(scenario.shows("Enter goes on with Newsletter 48"))
    scenario.keys("enter")
    #expect(running(scenario) == "Coach Lin: Newsletter 48 [Newsletter 48]")
  }

  @Test func anEmptyLineWhereNothingWasDoneSaysSo() throws {
    var sample = PinnedDesk(emptyAt: PinnedDesk.now)
    try sample.make(
      sample.desk.addClient(
        ClientDraft(name: "New", zone: "Asia/Tokyo"), columns: [], context: sample.context))
    var scenario = try Scenario(sample)
    scenario.press("timer.start")
    scenario.keys("enter")
    #expect(scenario.shows("Nothing was worked on before."))
    #expect(scenario.desk.running == nil)
  }

  @Test func aCompletionIsTakenByDownAndEnter() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("restock")
    #expect(scenario.shows("Harbor Goods · Backlog"))
    scenario.keys("down enter")
    #expect(running(scenario) == "Harbor Goods: Restock report [Restock report]")
  }

  @Test func theWordsCanBeMeantInsteadOfTheCard() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("podcast")
    #expect(scenario.shows("not the card, these words"))
    // “Podcast notes” is what the line means; the one completion is the words themselves.
    scenario.keys("down")
    scenario.keys("enter")
    #expect(scenario.desk.running?.note == "podcast")
    #expect(scenario.desk.running?.card == nil)
  }

  @Test func sharingTheScreenHidesOthersWork() throws {
    var scenario = try Scenario()
    scenario.press("timer.start")
    scenario.type("@harbor secret stock")
    scenario.keys("enter")
    scenario.press("desk.share")
    scenario.keys("esc")
    #expect(scenario.shows("•••"))
    #expect(!scenario.shows("secret") && !scenario.shows("Harbor"))
    scenario.wait(seconds: 754)
    #expect(scenario.shows(" ● ") && !scenario.shows("0:12"), "nor how long it takes")
    #expect(Dashboard.title(scenario.state, scenario.world) == "● Vahi")
    scenario.press("timer.start")
    scenario.type("rest")
    #expect(!scenario.shows("Restock"))
  }

  @Test func theTimerGoesOnUnderTheNewTitleOfItsCard() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.press("card.title")
    scenario.keys("ctrl+u")
    scenario.type("Zebra")
    scenario.keys("enter")
    #expect(scenario.desk.running?.note == "Zebra")
    #expect(scenario.shows("Coach Lin · Zebra"))
    scenario.press("desk.undo")
    #expect(scenario.desk.running?.note == "Newsletter 48")
  }

  @Test func aReadOnlyDeskStartsNothing() throws {
    var scenario = try Scenario()
    scenario.readOnly = "newer version"
    scenario.press("timer.toggle")
    #expect(scenario.desk.running == nil)
    #expect(scenario.state.message?.kind == .error)
  }

  @Test func aForgottenTimerSaysSinceWhen() throws {
    var sample = try PinnedDesk()
    let friday = try #require(Instant(text: "2026-11-20T18:02:00+05:30"))
    let context = ChangeContext(now: friday, ids: sample.ids)
    let card = try #require(sample.desk.allCards.first { $0.title == "Newsletter 48" })
    try sample.make(sample.desk.startTimer(sample.desk.subject(of: card), context: context))
    let scenario = try Scenario(sample)
    #expect(
      scenario.shows("Still running since Fri 20 Nov 18:02 (63 h): ^T stops it, g t edits it."))
    #expect(scenario.shows("63:40:00  since Fri 20 Nov 18:02"))
  }

  @Test func aTimerOfThisMorningSaysSoShortly() throws {
    var sample = try PinnedDesk()
    let context = ChangeContext(now: sample.now.adding(-600), ids: sample.ids)
    try sample.make(sample.desk.startTimer(TimerSubject(client: nil, note: "mail"), context: context))
    var scenario = try Scenario(sample)
    #expect(scenario.shows("Still running since 09:32."))
    scenario.wait(seconds: 10)
    #expect(!scenario.shows("Still running"))
  }

  @Test func moreThanTheEstimateIsSaid() throws {
    var scenario = try Scenario()
    scenario.press("timer.toggle")
    scenario.wait(seconds: 5400)
    #expect(!scenario.shows("m over"))
    scenario.wait(seconds: 600)
    #expect(scenario.shows("⚠ 10m over"))
  }

  @Test(arguments: [(60, 18), (80, 24), (100, 24), (140, 40)])
  func theLineFits(size: (Int, Int)) throws {
    var scenario = try Scenario(width: size.0, height: size.1)
    scenario.press("timer.start")
    scenario.type("@prak दिवाळी अंकाची मुद्रितशोधने आणि 新年のカタログ 👨‍👩‍👧‍👦 सर्व पाने पुन्हा एकदा तपासणे")
    scenario.keys("enter")
    scenario.press("timer.interrupt")
    scenario.keys("enter")
    scenario.wait(seconds: 100)
    let row = scenario.frame.text(row: size.1 - 2)
    #expect(row.contains("00:01:40") && row.contains("today 0:") && row.contains("↩"))
    #expect(TextWidth.of(row) <= size.0)
  }
}
