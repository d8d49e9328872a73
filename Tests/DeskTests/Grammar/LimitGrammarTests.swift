import Civil
import Desk
import Testing

/// What lists begin and end with, on Monday 23 November 2026, 9:00 in Pune.
@Suite struct LimitGrammarTests {
  private func start(_ text: String, _ direction: ListDirection = .planned) -> String? {
    Grammar.parseListStart(text, direction, Fixture.context)?.date.text
  }

  private func end(_ text: String, from start: String? = nil, _ direction: ListDirection = .planned)
    -> String?
  {
    let first = start.flatMap { CivilDate(text: $0) }
    return Grammar.parseListEnd(text, from: first, direction, Fixture.context)?.date.text
  }

  @Test func whatIsPlannedBeginsWithTheComingWeekday() {
    #expect(start("fri") == "2026-11-27")
    #expect(start("thu 9:00") == "2026-11-26")
    #expect(start("fri", .past) == "2026-11-20")
    #expect(start("3 dec") == "2026-12-03")
    // A day without a year is the nearest.
    #expect(start("20 nov") == "2026-11-20")
    #expect(start("3 dec", .past) == "2025-12-03")
    for (text, date) in [("today", "2026-11-23"), ("yesterday", "2026-11-22"), ("+300", "2027-09-19")] {
      #expect(start(text) == date && start(text, .past) == date)
    }
    #expect(start("2027-08-01") == "2027-08-01")
    #expect(start("fryday") == nil)
  }

  @Test func aListEndsAfterItBegins() {
    #expect(end("wed", from: "2026-11-26") == "2026-12-02")
    #expect(end("fri", from: "2026-11-27") == "2026-11-27")
    #expect(end("fri", from: "2026-12-03") == "2026-12-04")
    #expect(end("2 jan", from: "2026-12-30") == "2027-01-02")
    #expect(end("fri") == "2026-11-27")
    #expect(end("wed", from: "2026-11-16", .past) == "2026-11-18")
    #expect(end("fri", .past) == "2026-11-20")
    #expect(end("20 nov", .past) == "2026-11-20")
    // These mean one day only.
    #expect(end("today", from: "2026-11-01") == "2026-11-23")
    #expect(end("+7", from: "2026-11-25") == "2026-11-30")
    #expect(end("next wed", from: "2026-11-25") == "2026-12-02")
  }
}
