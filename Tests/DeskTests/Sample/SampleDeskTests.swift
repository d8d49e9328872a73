import Civil
import Desk
import Testing

struct SampleDeskTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(text: text)) }

  private func desk(_ records: [Record], now: Instant) throws -> Desk {
    var desk = Desk(zones: RuleZones.database)
    let transaction = SampleDesk.transaction(records, at: now)
    try desk.check(transaction)
    desk.apply(transaction)
    return desk
  }

  @Test(arguments: [
    "2026-11-23T04:12:00Z", "2026-11-23T13:10:00Z", "2026-11-23T21:30:00Z", "2026-11-28T06:00:00Z",
    "2027-03-28T00:59:59Z", "2024-02-29T12:00:00Z", "2027-01-01T00:00:00Z",
  ]) func theSmallDeskIsAliveAtAnyMoment(text: String) throws {
    let now = try instant(text)
    let desk = try desk(SampleDesk.small(now: now, zones: RuleZones.database), now: now)
    #expect(desk.clients.map(\.name) == ["Harbor Goods", "Coach Lin", "Bondi Homes", "Studio Ipê", "प्रकाशन"])
    #expect(desk.running?.note == "Newsletter 48")
    #expect(desk.running?.seconds(at: now) == 42 * 60 + 13)
    #expect(desk.running?.card != nil)
    #expect(!desk.overdue(at: now).isEmpty)
    #expect(desk.waitingCards().count >= 5)
    let today = desk.homeZone.span(of: desk.homeZone.date(at: now))
    #expect(desk.occurrences(in: today).count >= 6)
    #expect(desk.occurrences(in: today).contains { $0.isRecurring && $0.block.client != nil })
    #expect(desk.allBlocks.allSatisfy { desk.problem(of: $0) == nil })
    for client in desk.clients {
      let columns = desk.columns(of: client.id)
      #expect((4...6).contains(columns.count))
      #expect(columns.last.map { desk.cardCount(in: $0.id) > 5 } ?? false)
      #expect(columns.allSatisfy { desk.cardCount(in: $0.id) > 0 })
    }
  }

  @Test func entriesOfTheSmallDeskDoNotOverlapOrLieInTheFuture() throws {
    for hour in 0..<48 {
      let now = try instant("2026-11-20T00:10:00Z").adding(hour * 3600)
      let entries = SampleDesk.small(now: now, zones: RuleZones.database).compactMap { record in
        if case .entry(let entry) = record { entry } else { nil }
      }.sorted { $0.start < $1.start }
      for (entry, next) in zip(entries, entries.dropFirst()) { #expect((entry.end ?? now) <= next.start) }
      #expect(entries.allSatisfy { ($0.end ?? now) <= now && $0.start <= ($0.end ?? now) })
    }
  }

  @Test func everySampleIdIsItsOwn() throws {
    let now = try instant("2026-11-23T09:00:00Z")
    for records in [
      SampleDesk.small(now: now, zones: RuleZones.database),
      SampleDesk.years(2, now: now, zones: RuleZones.database),
    ] {
      #expect(Set(records.map(\.key)).count == records.count)
    }
  }

  @Test func aYearHoldsWhatWasPromised() throws {
    let now = try instant("2026-11-23T09:00:00Z")
    for years in [1, 3] {
      let desk = try desk(SampleDesk.years(years, now: now, zones: RuleZones.database), now: now)
      #expect(desk.clients.count == 10)
      #expect(desk.allCards.count == years * 2_000)
      #expect(desk.allBlocks.count == years * 2_000)
      let series = desk.allBlocks.filter(\.isSeries)
      #expect(series.count == years * 20)
      // Some of them have ended, others go on.
      let today = WallTime(utc: now)
      #expect(
        (1..<series.count).contains(series.count { desk.lastWallEnd(of: $0).map { $0 > today } ?? true }))
      #expect(desk.allEntries.count == years * 6_000)
      #expect(desk.running == nil)
      for client in desk.clients {
        let live = desk.columns(of: client.id).reduce(0) { $0 + desk.cardCount(in: $1.id) }
        #expect((30...50).contains(live))
      }
      let week = TimeSpan(start: now.adding(-7 * 86_400), end: now)
      #expect(desk.entries(in: week, now: now).count > 80)
      #expect(desk.occurrences(in: week).count > 20)
    }
  }

  @Test func theSameDayGivesTheSameYears() throws {
    let morning = SampleDesk.years(1, now: try instant("2026-11-23T04:00:00Z"), zones: RuleZones.database)
    let evening = SampleDesk.years(1, now: try instant("2026-11-23T17:00:00Z"), zones: RuleZones.database)
    let tomorrow = SampleDesk.years(1, now: try instant("2026-11-24T04:00:00Z"), zones: RuleZones.database)
    #expect(morning == evening)
    #expect(morning != tomorrow)
  }

  @Test func theSameMomentGivesTheSameSmallDesk() throws {
    let now = try instant("2026-11-23T04:12:00Z")
    #expect(
      SampleDesk.small(now: now, zones: RuleZones.database)
        == SampleDesk.small(now: now, zones: RuleZones.database))
  }
}
