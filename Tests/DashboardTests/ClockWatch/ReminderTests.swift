import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// “Newsletter 48” is planned from 10:00 in Pune; it is 9:42.
@Suite struct ReminderFrameTests {
  private func scenario(_ desk: PinnedDesk? = nil, width: Int = 80) throws -> Scenario {
    var scenario = try Scenario(desk, width: width, height: 24)
    scenario.reminders = .standard
    scenario.send(.returned(nil))
    scenario.send(.tick)
    scenario.settled()
    return scenario
  }

  @Test func tenMinutesBeforeABannerRings() throws {
    var scenario = try scenario()
    scenario.wait(seconds: 7 * 60)
    #expect(scenario.rung.isEmpty && !scenario.shows("Soon"))
    scenario.wait(seconds: 60)
    #expect(scenario.rung.map(\.title) == ["in 10m"])
    #expect(scenario.rung.map(\.body) == ["10:00 Newsletter 48 · Coach Lin"])
    #expect(scenario.shows("in 10m · 10:00 Newsletter 48 · Coach Lin"))
    Golden.expect(scenario.frame, "reminder-80x24", sourceLocation: #_sourceLocation)
    scenario.wait(seconds: 60)
    #expect(scenario.shows("in 9m · 10:00") && scenario.rung.count == 1)
    scenario.wait(seconds: 8 * 60)
    #expect(scenario.rung.map(\.title) == ["in 10m", "in 1m"])
    scenario.wait(seconds: 60)
    #expect(scenario.shows("now · 10:00 Newsletter 48") && scenario.rung.count == 2)
  }

  /// The terminal stood open and nobody was there.
  @Test func whatBeganWithNobodyAtTheKeysIsShownUntilSomebodyIs() throws {
    var scenario = try scenario()
    scenario.wait(seconds: 8 * 60)
    for _ in 0..<11 { scenario.wait(seconds: 60) }
    #expect(scenario.shows("Missed while you were away") && scenario.shows("10:00 Newsletter 48"))
    #expect(!scenario.shows("Soon") && scenario.rung.count == 2)
    // Told of once, also after the machine slept.
    scenario.wait(seconds: 20 * 60)
    #expect(scenario.screen.ranges(of: "10:00 Newsletter 48 ·").count == 1)
    scenario.keys("j")
    #expect(!scenario.shows("Missed"))
  }

  @Test func ofSeveralTheOneThatBeginsLaterSaysWhen() throws {
    var desk = try PinnedDesk()
    let coach = try #require(desk.desk.client(slug: "coach-lin")?.id)
    try desk.block("Call", "2026-11-23T09:51", minutes: 5, client: coach, kind: .meeting)
    var scenario = try scenario(desk)
    scenario.wait(seconds: 8 * 60)
    #expect(scenario.rung.map(\.title) == ["in 1m"])
    #expect(scenario.rung.map(\.body) == ["09:51 Call · Coach Lin\nin 10m · 10:00 Newsletter 48 · Coach Lin"])
  }

  @Test func whatIsToldOfAfterItsStartSaysWhenItBegan() throws {
    var desk = try PinnedDesk()
    let coach = try #require(desk.desk.client(slug: "coach-lin")?.id)
    try desk.block("Call", "2026-11-23T09:45", minutes: 30, client: coach, kind: .meeting)
    let block = try #require(desk.desk.allBlocks.first { $0.title == "Call" })
    try desk.make(desk.desk.editBlock(block.id, context: desk.context) { $0.reminders = [-5] })
    var scenario = try Scenario(desk, width: 80, height: 24)
    scenario.send(.returned(nil))
    scenario.send(.tick)
    scenario.settled()
    for _ in 0..<7 { scenario.wait(seconds: 60) }
    #expect(scenario.rung.isEmpty && !scenario.shows("began"))
    scenario.wait(seconds: 60)
    #expect(scenario.rung.map(\.title) == ["began 5m ago"])
    #expect(scenario.shows("began 5m ago · 09:45 Call · Coach Lin"))
    scenario.wait(seconds: 10)
    #expect(scenario.shows("began 5m ago · 09:45 Call · Coach Lin"))
  }

  @Test func ofManyAtOnceTheRestIsCounted() throws {
    var desk = try PinnedDesk()
    let coach = try #require(desk.desk.client(slug: "coach-lin")?.id)
    for number in 0..<5 {
      try desk.block("Call \(number)", "2026-11-23T10:00", minutes: 30, client: coach, kind: .meeting)
    }
    var scenario = try scenario(desk)
    scenario.wait(seconds: 8 * 60)
    #expect(scenario.shows("in 10m · 10:00") && scenario.shows("2 more"))
  }

  @Test func aKeyTakesItAwayUnlessItComesAtOnce() throws {
    var scenario = try scenario()
    scenario.wait(seconds: 8 * 60)
    scenario.keys("j")
    #expect(scenario.shows("Soon"))
    scenario.wait(seconds: 3)
    scenario.keys("k")
    #expect(!scenario.shows("Soon"))
    scenario.wait(seconds: 57)
    #expect(!scenario.shows("Soon"))
  }

  @Test func whatIsTypedIsNotDisturbed() throws {
    var scenario = try scenario()
    scenario.press("card.new")
    scenario.type("Half a ti")
    scenario.wait(seconds: 8 * 60)
    scenario.type("tle")
    #expect(scenario.shows("Half a title") && scenario.shows("Soon"))
  }

  @Test func whatBeganWhileAwayWasMissed() throws {
    var scenario = try scenario()
    let left = scenario.now
    scenario.wait(seconds: 50 * 60)
    #expect(scenario.shows("Missed while you were away") && scenario.shows("10:00 Newsletter 48"))
    #expect(scenario.rung.isEmpty)
    var later = try Scenario(width: 80, height: 24)
    later.reminders = .standard
    later.perform { _, _ in [] }
    later.pass(seconds: 50 * 60)
    later.send(.returned(left))
    #expect(later.shows("Missed while you were away"))
    later.wait(seconds: 5)
    later.keys("j")
    #expect(!later.shows("Missed"))
  }

  @Test func yesterdayIsOver() throws {
    var scenario = try Scenario(width: 80, height: 24)
    scenario.reminders = .standard
    let left = scenario.now
    scenario.pass(seconds: 86_400)
    scenario.send(.returned(left))
    #expect(!scenario.shows("Missed"))
  }

  @Test func aBlockThatIsMovedAwayIsNotComing() throws {
    var scenario = try scenario()
    scenario.wait(seconds: 8 * 60)
    let block = try #require(scenario.desk.allBlocks.first { $0.title == "Newsletter 48" })
    try scenario.elsewhere { try $0.desk.removeBlock(block.id, context: $0.context) }
    #expect(!scenario.shows("Soon"))
  }

  @Test func othersStayHiddenWhileTheScreenIsShared() throws {
    var scenario = try scenario()
    let harbor = try #require(scenario.client("harbor-goods")).id
    scenario.perform { state, _ in
      state.client = harbor
      state.isPrivate = true
      return []
    }
    scenario.wait(seconds: 8 * 60)
    #expect(scenario.rung.map(\.body) == ["10:00 •••"])
    #expect(!scenario.shows("Newsletter"))
  }

  @Test func noneAreToldOfWhereNoneAreWanted() throws {
    var scenario = try scenario()
    scenario.reminders = .none
    scenario.wait(seconds: 8 * 60)
    #expect(scenario.rung.isEmpty && !scenario.shows("Soon"))
  }

  @Test func theConfigurationIsRead() throws {
    let text = #"{"reminders": [5, 30, 5, 2000], "bell": true, "notify": false}"#
    let (read, problems) = Configuration.parse(Array(text.utf8), words: .english)
    #expect(read.reminders.minutes == [30, 5] && read.bell && !read.notify)
    #expect(problems.map(\.text) == ["2000 is no number of minutes; expected 0 to 1440"])
    #expect(Configuration().reminders == .standard && !Configuration().bell)
  }
}
