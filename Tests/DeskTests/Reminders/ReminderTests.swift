import Civil
import Desk
import Testing

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
}
