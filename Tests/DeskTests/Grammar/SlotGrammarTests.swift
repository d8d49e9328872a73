import Civil
import Desk
import Testing

/// It is Monday 23 November 2026 in Pune.
@Suite struct SlotGrammarTests {
  private func read(_ text: String) -> SlotReading { Grammar.parseSlots(text, Fixture.context) }

  private func days(_ text: String) -> String? {
    let reading = read(text)
    guard let first = reading.first, let last = reading.last else { return nil }
    return "\(first.text) \(last.text)"
  }

  @Test func whoHowLongAndWhenComeInAnyOrder() {
    for text in ["@lin tokyo 1h30 next week", "next week 1h30, tokyo, @coach-lin"] {
      let reading = read(text)
      #expect(reading.clients == [ClientID("coach-lin")])
      #expect(reading.places.map(\.zone.name) == ["Asia/Tokyo"])
      #expect(reading.length == 5400)
      #expect(reading.first?.text == "2026-11-30" && reading.last?.text == "2026-12-06")
      #expect(reading.strange.isEmpty)
    }
  }

  @Test(arguments: [
    ("tomorrow", "2026-11-24 2026-11-24"), ("fri", "2026-11-27 2026-11-27"),
    ("3 dec", "2026-12-03 2026-12-03"), ("3 dec to 9 dec", "2026-12-03 2026-12-09"),
    ("fri - 9 dec", "2026-11-27 2026-12-09"), ("this week", "2026-11-23 2026-11-29"),
    ("next month", "2026-12-01 2026-12-31"), ("new york", nil),
  ])
  func periods(text: String, wanted: String?) {
    #expect(days(text) == wanted)
    #expect(read(text).strange.isEmpty)
  }

  @Test func aPlaceKeepsTheNameThatWasTyped() {
    #expect(read("pune, new york").places.map(\.city) == ["Pune", "New York"])
    #expect(read("pune").places.map(\.zone.name) == ["Asia/Kolkata"])
    #expect(read("Asia/Kolkata").places.map(\.city) == ["Kolkata"])
  }

  @Test func whatIsNotUnderstoodIsNamed() {
    #expect(read("@nobody 45m blorp").strange == ["@nobody", "blorp"])
    #expect(read("45").strange == ["45"])
    #expect(read("") == SlotReading())
  }
}
