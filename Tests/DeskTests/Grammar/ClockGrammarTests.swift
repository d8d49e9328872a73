import Civil
import Desk
import Testing

struct ClockGrammarTests {
  @Test(arguments: [
    ("16:00", 57_600), ("4pm", 57_600), ("4:30 PM", 59_400), ("12am", 0), ("12pm", 43_200), ("16h", 57_600),
    ("noon", 43_200), ("0:05", 300), ("4.30pm", 59_400), ("24:00", 86_400),
  ]) func timesAreRead(text: String, seconds: Int) {
    #expect(Grammar.parseTime(text) == seconds)
  }

  @Test(arguments: ["9", "25:00", "13pm", "0am", "4:60", "24:01", "", "4 o'clock", "16:0"])
  func whatIsNoTimeIsNotGuessed(text: String) {
    #expect(Grammar.parseTime(text) == nil)
  }

  @Test(arguments: [
    ("9:10-9:50", 33_000, 35_400), ("9-17", 32_400, 61_200), ("22:00-01:00", 79_200, 90_000),
    ("9am-5pm", 32_400, 61_200), ("9:10 – 9:50", 33_000, 35_400), ("9 to 17:30", 32_400, 63_000),
    ("22-24", 79_200, 86_400), ("noon-1pm", 43_200, 46_800),
  ]) func spansAreRead(text: String, start: Int, end: Int) {
    #expect(Grammar.parseSpan(text) == ClockSpan(start: start, end: end))
  }

  @Test(arguments: ["9-5pm", "9:10", "9:10-9:10", "-", "9-", "a-b", "9-10-11", "24:00-1:00"])
  func whatIsNoSpanIsNotGuessed(text: String) {
    #expect(Grammar.parseSpan(text) == nil)
  }

  @Test func aNightInWhichTheClocksChangeIsLongerOrShorter() throws {
    let span = try #require(Grammar.parseSpan("22:00-06:00"))
    let london = RuleZones.zone("Europe/London")
    let spring = try #require(CivilDate(text: "2027-03-27"))
    let autumn = try #require(CivilDate(text: "2026-10-24"))
    #expect(span.on(spring, in: london).duration == 7 * 3600)
    #expect(span.on(autumn, in: london).duration == 9 * 3600)
  }
}
