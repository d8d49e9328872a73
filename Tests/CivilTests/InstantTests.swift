import Testing

@testable import Civil

@Suite struct InstantTests {
  @Test func textRoundTrips() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<10_000 {
      let instant = Instant(seconds: Int64.random(in: -377_000_000_000...253_402_300_799, using: &generator))
      #expect(Instant(text: instant.text) == instant)
      let wall = WallTime(utc: instant)
      #expect(wall.secondsSinceEpoch == instant.seconds)
      #expect(WallTime(text: wall.text) == wall)
    }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-23T09:12:07Z", 1_795_425_127),
    ("2026-11-23T09:12:07.999Z", 1_795_425_127), ("2026-11-23T09:12:07,5Z", 1_795_425_127),
    ("2026-11-23T14:42:07+05:30", 1_795_425_127), ("2026-11-23T14:42:07+0530", 1_795_425_127),
    ("2026-11-23 04:12:07-05", 1_795_425_127), ("2026-11-23T09:12Z", 1_795_425_120),
    ("2016-12-31T23:59:60Z", 1_483_228_800), ("1969-12-31T23:59:59Z", -1),
  ])
  func formsThatAreRead(text: String, seconds: Int64) {
    #expect(Instant(text: text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T09:12:07", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z",
    "2026-11-23T09:12:61Z", "2026-11-23T09:12:07.Z", "2026-11-23T09:12:07Z ", "2026-11-23T09:12:07+5",
    "2026-11-23T09:12:07+05:3", "2026-13-23T09:12:07Z", "2026-11-23T09:12:07+05:30Z",
  ])
  func textThatIsNoInstant(_ text: String) {
    #expect(Instant(text: text) == nil)
  }

  @Test func arithmeticStopsAtTheEnds() {
    #expect(Instant(seconds: .max).adding(1).seconds == .max)
    #expect(Instant(seconds: .min).adding(-1).seconds == .min)
    #expect(Instant(seconds: .max).seconds(since: Instant(seconds: .min)) == .max)
    #expect(Instant(seconds: .min).seconds(since: Instant(seconds: .max)) == .min)
    #expect(Instant(seconds: 100).seconds(since: Instant(seconds: 40)) == 60)
    #expect(Instant(seconds: .max).text.hasPrefix("9999-12-31T"))
    #expect(Instant(seconds: .min).text.hasPrefix("-9999-01-01T"))
  }
}

@Suite struct WallTimeTests {
  @Test(arguments: [
    ("2026-12-03T16:00", "2026-12-03T16:00"), ("2026-12-03 16:00", "2026-12-03T16:00"),
    ("2026-12-03T16:00:00", "2026-12-03T16:00"), ("2026-12-03T16:00:09", "2026-12-03T16:00:09"),
  ])
  func formsThatAreRead(text: String, written: String) {
    #expect(WallTime(text: text)?.text == written)
  }

  @Test(arguments: [
    "", "2026-12-03", "2026-12-03T16", "2026-12-03T16:00Z", "2026-12-03T24:00", "2026-12-03T16:60",
    "2026-12-03T16:00:60", "2026-12-03T1600",
  ])
  func textThatIsNoWallTime(_ text: String) {
    #expect(WallTime(text: text) == nil)
  }

  @Test func secondsCarryOver() throws {
    let date = try #require(CivilDate(text: "2026-12-31"))
    #expect(WallTime(date: date, hour: 24, minute: 0).text == "2027-01-01T00:00")
    #expect(WallTime(date: date, hour: 0, minute: -1).text == "2026-12-30T23:59")
    #expect(WallTime(date: date, hour: 0, minute: 0).adding(seconds: -86_401).text == "2026-12-29T23:59:59")
    #expect(WallTime(date: date, hour: 23, minute: 30).adding(seconds: 2700).text == "2027-01-01T00:15")
    #expect(WallTime(date: date, hour: 1, minute: 2, second: 3).second == 3)
  }

  @Test func orderIsThatOfSeconds() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<10_000 {
      let left = Int64.random(in: -200_000...200_000, using: &generator)
      let right = Int64.random(in: -200_000...200_000, using: &generator)
      let walls = (WallTime(secondsSinceEpoch: left), WallTime(secondsSinceEpoch: right))
      #expect((walls.0 < walls.1) == (left < right))
      #expect((walls.0 == walls.1) == (left == right))
    }
  }
}

@Suite struct TimeSpanTests {
  private func span(_ start: Int64, _ end: Int64) -> TimeSpan {
    TimeSpan(start: Instant(seconds: start), end: Instant(seconds: end))
  }

  @Test func spansAreHalfOpen() {
    #expect(span(0, 10).contains(Instant(seconds: 0)))
    #expect(!span(0, 10).contains(Instant(seconds: 10)))
    #expect(!span(0, 10).overlaps(span(10, 20)))
    #expect(!span(5, 5).overlaps(span(0, 10)))
    #expect(span(0, 10).overlaps(span(9, 20)))
    #expect(span(0, 10).intersection(span(5, 20)) == span(5, 10))
    #expect(span(0, 10).intersection(span(10, 20)) == nil)
    #expect(span(0, 10).overlap(span(5, 20)) == 5)
    #expect(span(0, 10).overlap(span(30, 40)) == 0)
  }

  @Test func aSpanNeverEndsBeforeItStarts() {
    #expect(span(10, 5).duration == 0)
    #expect(span(10, 5).isEmpty)
    #expect(TimeSpan(start: Instant(seconds: 7), seconds: 60).duration == 60)
  }
}
