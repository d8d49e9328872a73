import Civil
import Desk
import Testing

/// What stands against the plan of a day, and the buffers that are kept.
@Suite struct ConflictTests {
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

  @Test func overlapsAreToldAndTouchingIsNone() throws {
    var bench = try PlanBench()
    let one = try bench.plan("One", "2026-11-24T09:00", minutes: 60)
    let two = try bench.plan("Two", "2026-11-24T09:30", minutes: 60, repeats: "FREQ=DAILY")
    try bench.plan("After", "2026-11-24T10:30", minutes: 30)
    try bench.plan("Moment", "2026-11-24T09:15", minutes: 0, kind: .deadline)
    try bench.plan("Birthday", "2026-11-24T00:00", minutes: 1440) { $0.allDay = true }
    let day = bench.desk.conflicts(on: try date("2026-11-24"))
    let second = OccurrenceID(block: two, start: try bench.wall("2026-11-24T09:30"))
    #expect(day.overlaps.map(\.first) == [OccurrenceID(block: one)])
    #expect(day.overlaps.map(\.second) == [second])
    #expect(day.overlaps.map(\.span.duration) == [1800])
    #expect(day.overlapping(second) == [OccurrenceID(block: one)])
    #expect(!day.isOverfull)
    #expect(bench.desk.conflicts(on: try date("2026-11-25")).isEmpty)
  }

  @Test func aDayIsOverfullWhenItsBreaksLeaveTooLittle() throws {
    var bench = try PlanBench()
    try bench.plan("Work", "2026-11-24T09:00", minutes: 450)
    #expect(!bench.desk.conflicts(on: try date("2026-11-24")).isOverfull)
    try bench.plan("Lunch", "2026-11-24T16:15", minutes: 45, kind: .break)
    let day = bench.desk.conflicts(on: try date("2026-11-24"))
    #expect(day.isOverfull)
    #expect(day.planned == 450 * 60)
    #expect(day.capacity == 435 * 60)
    // On a day off there is no capacity that could be exceeded.
    try bench.plan("Saturday", "2026-11-28T09:00", minutes: 600)
    #expect(bench.desk.conflicts(on: try date("2026-11-28")).capacity == nil)
    #expect(!bench.desk.conflicts(on: try date("2026-11-28")).isOverfull)
  }

  @Test func capacityIsWhatBreaksAndDaysOffLeaveOfTheHours() throws {
    var bench = try PlanBench()
    let day = try date("2026-11-24")
    #expect(bench.desk.capacity(on: day) == 8 * 3600)
    try bench.plan("Early", "2026-11-24T07:00", minutes: 150, kind: .personal)
    try bench.plan("Lunch", "2026-11-24T12:00", minutes: 60, kind: .break)
    try bench.plan("Walk", "2026-11-24T12:30", minutes: 60, kind: .personal)
    try bench.plan("Call", "2026-11-24T14:00", minutes: 60, kind: .meeting)
    try bench.plan("Fair", "2026-11-24T00:00", minutes: 1440) { $0.allDay = true }
    #expect(bench.desk.capacity(on: day) == 6 * 3600)
    let span = bench.desk.homeZone.span(of: day)
    #expect(bench.desk.capacity(on: day, among: bench.desk.occurrences(in: span), of: span) == 6 * 3600)
    try bench.plan("Holiday", "2026-11-25T00:00", minutes: 1440, kind: .personal) { $0.allDay = true }
    #expect(bench.desk.capacity(on: try date("2026-11-25")) == 0)
    #expect(bench.desk.capacity(on: try date("2026-11-28")) == nil)
    try bench.plan("On it", "2026-11-25T09:00", minutes: 60)
    let off = bench.desk.conflicts(on: try date("2026-11-25"))
    #expect(off.isOverfull && off.overlaps.isEmpty)
  }

  /// What is known of the date alone does not reach as far as its hours do.
  @Test func capacityCountsBreaksAfterMidnight() throws {
    var bench = try PlanBench()
    let night = try #require(WorkingHours(text: "22-6"))
    try bench.make(bench.desk.editSettings(context: bench.context) { $0.hours = night })
    try bench.plan("Rest", "2026-11-25T02:00", minutes: 60, kind: .break)
    let day = try date("2026-11-24")
    let span = bench.desk.homeZone.span(of: day)
    #expect(bench.desk.capacity(on: day, among: bench.desk.occurrences(in: span), of: span) == 7 * 3600)
  }

  @Test func theBufferIsKeptBetweenDifferentClientsAlone() throws {
    var bench = try PlanBench()
    let lin = try bench.client("Lin", "Europe/London")
    let ana = try bench.client("Ana", "America/Sao_Paulo")
    try bench.make(bench.desk.editSettings(context: bench.context) { $0.bufferMinutes = 15 })
    try bench.plan("Call", "2026-11-24T10:00", client: lin)
    let from = try bench.instant("2026-11-24T09:00:00Z")
    func free(_ client: ClientID?) -> [String] {
      bench.desk.freeSpans(from: from, atLeast: 1800, days: 1, limit: 9, client: client).map {
        "\($0.start.text.dropFirst(11).prefix(5))-\($0.end.text.dropFirst(11).prefix(5))"
      }
    }
    #expect(free(lin) == ["09:00-10:00", "11:00-17:00"])
    #expect(free(ana) == ["09:00-09:45", "11:15-17:00"])
    #expect(free(nil) == ["09:00-10:00", "11:00-17:00"])
    try bench.plan("Next", "2026-11-24T11:05", minutes: 30, client: ana)
    let day = bench.desk.conflicts(on: try date("2026-11-24"))
    #expect(day.overlaps.isEmpty)
    #expect(day.tight.map(\.span.duration) == [300])
  }

  @Test func seriesAreKeptFreeAndCountedAsPlanned() throws {
    var bench = try PlanBench()
    try bench.plan(
      "Stand-up", "2026-11-02T09:00", minutes: 30, repeats: "FREQ=WEEKLY;BYDAY=MO,TU", kind: .meeting)
    let free = bench.desk.freeSpans(
      from: try bench.instant("2026-11-24T08:00:00Z"), atLeast: 3600, days: 1, limit: 1)
    #expect(free.map(\.start.text) == ["2026-11-24T09:30:00Z"])
    let day = bench.desk.homeZone.span(of: try date("2026-11-24"))
    #expect(bench.desk.secondsPlanned(in: day) == 1800)
    #expect(bench.desk.daySheet(of: try date("2026-11-24"), now: bench.now).planned == 1800)
  }

  @Test func aDayOffTakesTheWholeDay() throws {
    var bench = try PlanBench()
    try bench.plan("Holiday", "2026-11-24T00:00", minutes: 1440, kind: .personal) { $0.allDay = true }
    let free = bench.desk.freeSpans(
      from: try bench.instant("2026-11-24T08:00:00Z"), atLeast: 3600, days: 3, limit: 1)
    #expect(free.map(\.start.text) == ["2026-11-25T09:00:00Z"])
  }
}
