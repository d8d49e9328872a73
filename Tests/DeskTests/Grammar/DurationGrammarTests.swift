import Desk
import Testing

struct DurationGrammarTests {
  @Test(arguments: [
    ("45m", 2700), ("1h30", 5400), ("1:30", 5400), ("1.5h", 5400), ("90", 5400), ("2h", 7200),
    ("1h 30m", 5400),
    (" 2 hours ", 7200), ("1H30M", 5400), ("0:05", 300), ("1,25h", 4500), ("10 min", 600), ("1h5", 3900),
    ("0m", 0),
  ]) func durationsAreRead(text: String, seconds: Int) {
    #expect(Grammar.parseDuration(text) == seconds)
  }

  @Test(arguments: [
    "", "h", "-5", "1h90", "1:75", "1.5", "1:3", "five", "45x", "1h30x", "45m 2", "99999999999999999999",
    "9000h",
    "1.2345h", "४५", "1h 30m 20s", "m45",
  ]) func whatIsNoDurationIsNotGuessed(text: String) {
    #expect(Grammar.parseDuration(text) == nil)
  }

  @Test(arguments: [
    ("-10", -600), ("+25", 1500), ("+1h", 3600), ("-1h30", -5400), ("+1:15", 4500), ("\u{2212}10", -600),
  ]) func changesAreRead(text: String, seconds: Int) {
    #expect(Grammar.parseChange(text) == seconds)
  }

  @Test(arguments: ["10", "", "+", "-x", "--5", "1h"]) func aChangeNeedsItsSign(text: String) {
    #expect(Grammar.parseChange(text) == nil)
  }

  @Test func aWrittenDurationIsReadBackAlike() {
    for minutes in stride(from: 0, through: 6000, by: 7) {
      #expect(Grammar.parseDuration(DurationText.short(minutes * 60)) == minutes * 60)
      #expect(Grammar.parseDuration(DurationText.hours(minutes * 60)) == minutes * 60)
    }
  }

  @Test func lengthsReadWell() {
    #expect(DurationText.short(2530) == "42m")
    #expect(DurationText.short(5400) == "1h30")
    #expect(DurationText.short(3660) == "1h01")
    #expect(DurationText.short(-5400) == "-1h30")
    #expect(DurationText.short(-30) == "0m")
    #expect(DurationText.clock(2533) == "00:42:13")
    #expect(DurationText.clock(360_000) == "100:00:00")
    #expect(DurationText.hours(11_520) == "3:12")
  }
}
