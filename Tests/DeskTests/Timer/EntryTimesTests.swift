import Civil
import Desk
import JSONText
import Testing

/// Typing over when an entry starts and ends; home is Pune, the day Monday 23 November 2026.
struct EntryTimesTests {
  private func at(_ text: String) throws -> Instant {
    try #require(Instant(text: text + ":00+05:30"))
  }

  private func context(_ now: String) throws -> GrammarContext { Fixture.at("\(try at(now).text)") }

  private func typed(
    _ text: String, _ edge: EntryTimes.Edge, from start: String, to end: String?, now: String
  ) throws -> EntryTimes {
    try EntryTimes(start: try at(start), end: try end.map(at)).typing(
      text, at: edge, try context(now))
  }

  @Test(arguments: [
    // Past midnight: the clock means the day of the other end, or the night beside it.
    ("0:10", EntryTimes.Edge.start, "2026-11-23T00:10"), ("22:00", .start, "2026-11-22T22:00"),
    ("0:50", .end, "2026-11-23T00:50"), ("23:45", .end, "2026-11-22T23:45"),
    ("+1h", .end, "2026-11-23T01:20"), ("20m", .start, "2026-11-23T00:00"),
    ("2026-11-22 21:00", .start, "2026-11-22T21:00"),
  ])
  func anEntryPastMidnight(_ text: String, _ edge: EntryTimes.Edge, _ wanted: String) throws {
    let times = try typed(
      text, edge, from: "2026-11-22T23:30", to: "2026-11-23T00:20", now: "2026-11-23T09:00")
    #expect(try (edge == .start ? times.start : times.end) == at(wanted))
    #expect(
      try (edge == .start ? times.end : times.start)
        == at(edge == .start ? "2026-11-23T00:20" : "2026-11-22T23:30"))
  }

  @Test(arguments: [
    ("17:50", EntryTimes.Edge.start, "2026-11-20T17:50"), ("8:45", .start, "2026-11-23T08:45"),
    ("18:30", .end, "2026-11-20T18:30"), ("fri 19:00", .end, "2026-11-20T19:00"),
    ("-10", .end, "2026-11-23T08:50"), ("1h30", .end, "2026-11-20T19:32"),
  ])
  func aTimerForgottenOnFriday(_ text: String, _ edge: EntryTimes.Edge, _ wanted: String) throws {
    let times = try typed(text, edge, from: "2026-11-20T18:02", to: nil, now: "2026-11-23T09:00")
    #expect(try (edge == .start ? times.start : times.end) == at(wanted))
  }

  @Test(arguments: [
    ("8:50", EntryTimes.Edge.end, EntryTimes.Problem.endsBeforeStart), ("22:00", .start, .endsBeforeStart),
    ("-2h", .end, .endsBeforeStart), ("", .end, .notUnderstood), ("lunch", .end, .notUnderstood),
    ("25:00", .end, .notUnderstood), ("fri", .end, .notUnderstood),
  ])
  func whatIsRefused(_ text: String, _ edge: EntryTimes.Edge, _ problem: EntryTimes.Problem) throws {
    #expect(throws: problem) {
      try typed(text, edge, from: "2026-11-23T09:00", to: "2026-11-23T09:30", now: "2026-11-23T12:00")
    }
  }

  @Test func aRunningEntryNeitherStartsNorEndsInTheFuture() throws {
    for (text, edge) in [("+3h", EntryTimes.Edge.start), ("+10", .end), ("10:00", .end)] {
      #expect(throws: EntryTimes.Problem.notYet) {
        try typed(text, edge, from: "2026-11-23T09:00", to: nil, now: "2026-11-23T09:30")
      }
    }
  }

  @Test func theEndIsNeverBeforeTheStart() throws {
    var chance = GrammarChance(seed: 7)
    let texts = [
      "9:10", "-10", "+25", "45m", "23:59", "0:00", "9:10-9:50", "22:00-1:00", "-9h", "+1h30", "7",
    ]
    let context = try context("2026-11-23T09:00")
    for _ in 0..<2_000 {
      let start = context.now.adding(-Int.random(in: 0...300_000, using: &chance))
      let end = Bool.random(using: &chance) ? start.adding(Int.random(in: 0...50_000, using: &chance)) : nil
      let text = texts[Int.random(in: 0..<texts.count, using: &chance)]
      for edge in [EntryTimes.Edge.start, .end] {
        guard let times = try? EntryTimes(start: start, end: end).typing(text, at: edge, context) else {
          continue
        }
        #expect(
          (times.end ?? context.now) >= times.start,
          "\(text) at the \(edge) of \(start) to \(String(describing: end))")
      }
    }
  }

  @Test func whatAnEntryInterruptsIsKept() throws {
    var entry = Entry(id: "b", client: nil, note: "call", start: Instant(seconds: 0))
    entry.interrupts = "a"
    var writer = JSONWriter(pretty: false)
    entry.write(to: &writer)
    var reader = JSONReader(writer.bytes)
    #expect(try Entry(from: &reader) == entry)
  }
}
