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
    ("2d", 172_800), ("400 days", 34_560_000), ("1 day", 86_400), ("3d 4h", 273_600), ("1d 1h30", 91_800),
    ("1d30m", 88_200), ("3660d", 316_224_000), ("9600h", 34_560_000), ("45m", 2700), ("1h30", 5400),
  ]) func lengthsOfPlansAreReadInDaysToo(text: String, seconds: Int) {
    #expect(Grammar.parseLength(text) == seconds)
  }

  /// A day of work is not 24 hours.
  @Test(arguments: ["3661d", "0d", "d", "2d x", "2d 24h", "2d 3d", "1.5d", "-2d"])
  func whatIsNoLengthIsNotGuessed(text: String) {
    #expect(Grammar.parseLength(text) == nil)
    #expect(Grammar.parseDuration("2d") == nil)
  }

  @Test func aLengthIsReadBackAsItIsTold() {
    for minutes in stride(from: 0, through: 3660 * 1440, by: 4321) {
      #expect(Grammar.parseLength(DurationText.planned(minutes * 60)) == minutes * 60)
    }
    #expect(DurationText.planned(400 * 86_400) == "400d")
    #expect(DurationText.planned(86_400 + 5400) == "1d 1h30")
    #expect(DurationText.planned(86_400 + 59) == "1d")
    #expect(DurationText.planned(86_399) == "23h59")
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
