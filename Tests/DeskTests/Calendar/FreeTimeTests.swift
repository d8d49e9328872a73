import Civil
import Desk
import Testing

/// At home in London, at work from 9 to 17, Monday to Friday.
@Suite struct FreeTimeTests {
  private var desk: Desk

  init() {
    desk = Desk(zones: RuleZones.database)
    desk.apply(desk.editSettings(context: context) { $0.homeZone = "Europe/London" })
  }

  private var now: Instant { Instant(seconds: 0) }
  private var context: ChangeContext {
    ChangeContext(now: now, ids: IdentifierSource { UInt64.random(in: 0 ... .max) })
  }

  private mutating func block(_ start: String, minutes: Int, kind: Block.Kind = .work) throws {
    let wall = try #require(WallTime(text: start))
    var draft = BlockDraft(
      title: "", start: ZonedTime(wall: wall, zone: "Europe/London"), duration: minutes * 60)
    draft.kind = kind
    desk.apply(desk.addBlock(draft, context: context))
  }

  private func free(_ from: String, minutes: Int, limit: Int = 2) throws -> [String] {
    let start = try #require(Instant(text: from))
    return desk.freeSpans(from: start, atLeast: minutes * 60, limit: limit).map {
      "\($0.start.text) \($0.duration / 60)"
    }
  }

  @Test func whatIsLeftOfTodayBeginsAtAQuarter() throws {
    #expect(
      try free("2026-11-23T15:51:00Z", minutes: 60) == [
        "2026-11-23T16:00:00Z 60", "2026-11-24T09:00:00Z 480",
      ])
    #expect(try free("2026-11-23T16:10:00Z", minutes: 60, limit: 1) == ["2026-11-24T09:00:00Z 480"])
  }

  @Test mutating func blocksAreLeftOutAndOverlapsCountOnce() throws {
    try block("2026-11-23T09:30", minutes: 60)
    try block("2026-11-23T10:00", minutes: 120)
    try block("2026-11-23T13:00", minutes: 0, kind: .deadline)
    #expect(
      try free("2026-11-23T08:00:00Z", minutes: 30, limit: 3) == [
        "2026-11-23T09:00:00Z 30", "2026-11-23T12:00:00Z 300", "2026-11-24T09:00:00Z 480",
      ])
  }

  @Test func weekendsAreLeftOut() throws {
    #expect(try free("2026-11-27T17:00:00Z", minutes: 60, limit: 1) == ["2026-11-30T09:00:00Z 480"])
  }

  @Test mutating func hoursPastMidnightBelongToTheDayTheyBeginOn() throws {
    desk.apply(
      desk.editSettings(context: context) { $0.hours = WorkingHours(startMinute: 20 * 60, endMinute: 2 * 60) }
    )
    #expect(
      try free("2026-11-24T00:30:00Z", minutes: 60) == [
        "2026-11-24T00:30:00Z 90", "2026-11-24T20:00:00Z 360",
      ])
  }

  @Test mutating func workingTimeIsAsLongAsTheClocksMakeIt() throws {
    desk.apply(
      desk.editSettings(context: context) {
        $0.hours = WorkingHours(startMinute: 0, endMinute: 8 * 60, week: .everyDay)
      })
    let spring = try #require(CivilDate(text: "2026-03-29"))
    let autumn = try #require(CivilDate(text: "2026-10-25"))
    #expect(desk.workingSpan(on: spring)?.duration == 7 * 3600)
    #expect(desk.workingSpan(on: autumn)?.duration == 9 * 3600)
  }

  @Test func thereIsNoWorkingTimeOnADayOff() throws {
    #expect(desk.workingSpan(on: try #require(CivilDate(text: "2026-11-28"))) == nil)
  }
}
