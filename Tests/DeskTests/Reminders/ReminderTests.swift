import Civil
import Testing

@testable import Desk

@Suite struct ReminderTests {
  private var fixture = WatchDesk(home: "Europe/London")
  private let rule = ReminderRule.standard

  init() throws {
    try fixture.block("Call", "2026-11-23T10:00", "Europe/London")
    try fixture.block("Gap", "2026-11-23T11:00", "Europe/London", minutes: 15, kind: .buffer)
    try fixture.block("Daily", "2026-11-01T12:00", "Europe/London", rule: "FREQ=DAILY")
  }

  private func news(_ last: String, _ now: String) throws -> ReminderNews {
    fixture.desk.reminders(
      after: try WatchDesk.at("2026-11-23T\(last)Z"), until: try WatchDesk.at("2026-11-23T\(now)Z"), rule)
  }

  @Test func tenMinutesAndOneMinuteBefore() throws {
    #expect(try news("09:49:00", "09:49:59").isEmpty)
    #expect(try news("09:49:59", "09:50:00").coming.map(\.block.title) == ["Call"])
    #expect(try news("09:50:00", "09:51:00").isEmpty)
    #expect(try news("09:58:30", "09:59:00").coming.map(\.block.title) == ["Call"])
    #expect(try news("09:59:00", "10:00:00").isEmpty)
  }

  @Test func buffersAreNotToldOf() throws {
    #expect(try news("10:49:59", "10:50:00").isEmpty)
  }

  @Test func occurrencesAreToldOfLikeBlocks() throws {
    let coming = try news("11:49:59", "11:50:00").coming
    #expect(coming.map(\.block.title) == ["Daily"] && coming.map(\.start.text) == ["2026-11-23T12:00:00Z"])
  }

  @Test func whatBeganMeanwhileWasMissed() throws {
    let found = try news("08:00:00", "12:30:00")
    #expect(found.missed.map(\.block.title) == ["Call", "Daily"] && found.coming.isEmpty)
    // Nobody was there when it began, although it was told of ten minutes before.
    #expect(try news("09:55:00", "10:30:00").missed.map(\.block.title) == ["Call"])
    #expect(try news("09:59:30", "10:00:30").missed.isEmpty)
    // Back in time for the last words.
    #expect(try news("08:00:00", "09:55:00").coming.map(\.block.title) == ["Call"])
  }

  /// A desk on which some blocks say themselves when they are told of.
  private func own() throws -> WatchDesk {
    var fixture = WatchDesk(home: "Europe/London")
    try fixture.block("Early", "2026-11-23T10:00", "Europe/London") { $0.reminders = [60, 0] }
    try fixture.block("Silent", "2026-11-23T11:00", "Europe/London") { $0.reminders = [] }
    try fixture.block("Plain", "2026-11-23T12:00", "Europe/London")
    try fixture.block("Gap", "2026-11-23T13:00", "Europe/London", kind: .buffer) { $0.reminders = [5] }
    try fixture.block("Day", "2026-11-24T00:00", "Europe/London", minutes: 1440) {
      $0.allDay = true
      $0.reminders = [8 * 60]
    }
    try fixture.block("Series", "2026-11-20T14:00", "Europe/London", rule: "FREQ=DAILY") {
      $0.reminders = [30]
    }
    return fixture
  }

  @Test func aBlockSaysItselfWhenItIsToldOf() throws {
    let desk = try own().desk
    func told(_ rule: ReminderRule) throws -> [String] {
      var now = try WatchDesk.at("2026-11-23T08:00:00Z")
      var told: [String] = []
      while now < (try WatchDesk.at("2026-11-23T17:00:00Z")) {
        let next = now.adding(60)
        #expect(
          desk.nextReminder(after: now, rule, within: 60) != nil
            || desk.reminders(after: now, until: next, rule).isEmpty)
        for item in desk.reminders(after: now, until: next, rule).coming {
          told.append("\(next.text.dropFirst(11).prefix(5)) \(item.block.title)")
        }
        now = next
      }
      return told
    }
    let explicit = ["09:00 Early", "10:00 Early", "12:55 Gap", "13:30 Series", "16:00 Day"]
    #expect(try told(.none) == explicit)
    #expect(try told(.standard) == (explicit + ["11:50 Plain", "11:59 Plain"]).sorted())
  }

  @Test func whatSaysNothingIsNotMissed() throws {
    let news = try own().desk.reminders(
      after: WatchDesk.at("2026-11-23T09:30:00Z"), until: WatchDesk.at("2026-11-23T13:30:00Z"), rule)
    #expect(news.missed.map(\.block.title) == ["Early", "Plain", "Gap"])
    #expect(news.coming.map(\.block.title) == ["Series"])
  }

  @Test func howFarAheadIsLookedFollowsTheBlocks() throws {
    var fixture = try own()
    #expect(fixture.desk.reminderIndex.longest == 480)
    let day = try #require(fixture.desk.allBlocks.first { $0.title == "Day" })
    let context = fixture.context
    try fixture.edit { try $0.removeBlock(day.id, context: context) }
    #expect(fixture.desk.reminderIndex.longest == 60)
    for block in fixture.desk.allBlocks {
      try fixture.edit { try $0.editBlock(block.id, context: context) { $0.reminders = nil } }
    }
    #expect(fixture.desk.reminderIndex.longest == nil)
  }

  @Test func oneOccurrenceHasRemindersOfItsOwn() throws {
    var fixture = try own()
    let series = try #require(fixture.desk.allBlocks.first { $0.title == "Series" })
    let id = OccurrenceID(block: series.id, start: WallTime(text: "2026-11-24T14:00"))
    let context = fixture.context
    try fixture.edit {
      try $0.editOccurrence(id, scope: .this, context: context) { $0.reminders = [] }
    }
    let minutes = ["24", "25"].map { day in
      fixture.desk.occurrences(
        from: Instant(text: "2026-11-\(day)T14:00:00Z") ?? Instant(seconds: 0),
        to: Instant(text: "2026-11-\(day)T14:01:00Z") ?? Instant(seconds: 0)
      ).filter { $0.block.title == "Series" }.map(\.block.reminders)
    }
    #expect(minutes == [[[]], [[30]]])
  }

  @Test func theNextMomentIsKnown() throws {
    let next = { (now: String) in
      fixture.desk.nextReminder(after: try WatchDesk.at("2026-11-23T\(now)Z"), rule, within: 60)?.text
    }
    #expect(try next("09:48:59") == nil)
    #expect(try next("09:49:00") == "2026-11-23T09:50:00Z")
    #expect(try next("09:58:10") == "2026-11-23T09:59:00Z")
    #expect(try next("09:59:00") == nil)
  }

  /// However time is cut into pieces of at most a minute, each reminder is told exactly once.
  @Test func nothingIsToldTwiceOrNever() throws {
    var chance = GrammarChance(seed: 3)
    for _ in 0..<50 {
      var now = try WatchDesk.at("2026-11-23T09:00:00Z")
      let end = try WatchDesk.at("2026-11-23T12:30:00Z")
      var told: [String] = []
      while now < end {
        let next = now.adding(Int.random(in: 1...60, using: &chance))
        let news = fixture.desk.reminders(after: now, until: next, rule)
        #expect(news.missed.isEmpty)
        told += news.coming.map(\.block.title)
        now = next
      }
      #expect(told == ["Call", "Call", "Daily", "Daily"])
    }
  }

  /// Also what began long before somebody looked is told of then, once.
  @Test func whatIsToldOfAfterItsStart() throws {
    var bench = try PlanBench()
    try bench.plan("Late", "2026-11-24T09:00", minutes: 30) { $0.reminders = [-45, 10, -5] }
    let at = { (text: String) in try bench.instant("2026-11-24T\(text):00Z") }
    func told(_ from: String, _ to: String, gap: Int = 90) throws -> [[String]] {
      let news = bench.desk.reminders(after: try at(from), until: try at(to), .none, gap: gap)
      return [news.coming.map(\.block.title), news.missed.map(\.block.title)]
    }
    #expect(try told("08:49", "08:50") == [["Late"], []])
    for (from, to) in [("08:59", "09:00"), ("09:03", "09:04"), ("09:05", "09:06"), ("09:45", "09:46")] {
      #expect(try told(from, to) == [[], []], "\(from)")
    }
    for (from, to) in [("09:04", "09:05"), ("09:44", "09:45")] {
      #expect(try told(from, to) == [["Late"], []], "\(from)")
    }
    #expect(try told("09:10", "10:30") == [[], ["Late"]])
    #expect(bench.desk.nextReminder(after: try at("09:05"), .none, within: 3600) == (try at("09:45")))
    let block = try #require(bench.desk.allBlocks.first)
    try bench.make(bench.desk.editBlock(block.id, context: bench.context) { $0.reminders = nil })
    #expect(try told("09:44", "09:45") == [[], []] && !bench.desk.hasReminders)
  }

  @Test func whatComesAfterIsTypedAsSuch() {
    #expect(Grammar.parseReminders("10, 5m after") == [10, -5])
    #expect(Grammar.parseReminders("1h after and 30") == [30, -60])
    #expect(Grammar.parseReminders("soon after") == nil)
  }
}
