import Testing

@testable import Civil

private func instant(_ text: String) throws -> Instant {
  try #require(Instant(text: text))
}

@Suite struct TZifTests {
  @Test func tableAndFooterAreRead() throws {
    let london = try TZifWriter.london.zone()
    func abbreviation(_ text: String) throws -> String {
      london.offset(at: try instant(text)).abbreviation
    }
    #expect(try abbreviation("1800-01-01T00:00:00Z") == "LMT")
    #expect(try abbreviation("1900-01-01T00:00:00Z") == "GMT")
    #expect(try abbreviation("1972-03-19T01:59:59Z") == "GMT")
    #expect(try abbreviation("1972-03-19T02:00:00Z") == "BST")
    // Beyond the table: the rule.
    #expect(try abbreviation("2026-03-29T00:59:59Z") == "GMT")
    #expect(try abbreviation("2026-03-29T01:00:00Z") == "BST")
    #expect(try abbreviation("2026-10-25T00:59:59Z") == "BST")
    #expect(try abbreviation("2026-10-25T01:00:00Z") == "GMT")
    // Beyond the 400 years that are written out, and far beyond.
    #expect(try abbreviation("2426-03-29T00:59:59Z") == "GMT")
    #expect(try abbreviation("2426-03-29T01:00:00Z") == "BST")
    #expect(try abbreviation("9999-07-01T00:00:00Z") == "BST")
    #expect(try abbreviation("9999-12-01T00:00:00Z") == "GMT")
    for extreme in [Int64.min, Int64.min + 1, Int64.max, Int64.max - 1] {
      let instant = Instant(seconds: extreme)
      _ = london.wall(at: instant)
      _ = london.nextTransition(after: instant)
      #expect(["LMT", "GMT", "BST"].contains(london.offset(at: instant).abbreviation))
    }
  }

  @Test func transitionsFollowOneAnotherForEver() throws {
    let london = try TZifWriter.london.zone()
    var instants: [String] = []
    var next: Instant? = Instant(seconds: .min)
    for _ in 0..<7 {
      next = next.flatMap { london.nextTransition(after: $0) }
      instants.append(next?.text ?? "none")
    }
    #expect(
      instants == [
        "1847-12-01T00:01:15Z", "1972-03-19T02:00:00Z", "1972-10-29T02:00:00Z", "1996-03-31T01:00:00Z",
        "1996-10-27T01:00:00Z", "1997-03-30T01:00:00Z", "1997-10-26T01:00:00Z",
      ])
    #expect(london.nextTransition(after: try instant("2500-01-01T00:00:00Z"))?.text == "2500-03-28T01:00:00Z")
    #expect(london.nextTransition(after: try instant("2026-03-29T01:00:00Z"))?.text == "2026-10-25T01:00:00Z")
    #expect(Zone.utc.nextTransition(after: Instant(seconds: 0)) == nil)
  }

  @Test func versionOneHasThirtyTwoBitsAndNoFooter() throws {
    var writer = TZifWriter.london
    writer.version = 0
    writer.changes.removeFirst()
    let zone = try writer.zone()
    #expect(zone.offset(at: try instant("1972-06-01T00:00:00Z")).abbreviation == "BST")
    #expect(zone.offset(at: try instant("2026-07-01T00:00:00Z")).abbreviation == "GMT")
    #expect(zone.nextTransition(after: try instant("2026-07-01T00:00:00Z")) == nil)
  }

  @Test func changesThatChangeNothingAreNone() throws {
    var writer = TZifWriter()
    let first = writer.offset(3600, "CET")
    let same = writer.offset(3600, "CET")
    let other = writer.offset(7200, "EET")
    writer.changes = [(0, same), (1000, first), (2000, other)]
    writer.footer = "EET-2"
    let zone = try writer.zone()
    #expect(zone.nextTransition(after: Instant(seconds: -5)) == Instant(seconds: 2000))
    #expect(zone.nextTransition(after: Instant(seconds: 2000)) == nil)
  }

  @Test func theRuleBeginsAtTheLastChangeEvenIfThatChangesNothing() throws {
    var writer = TZifWriter()
    let winter = writer.offset(0, "GMT")
    writer.changes = [(try instant("2030-01-01T00:00:00Z").seconds, winter)]
    writer.footer = "GMT0BST,M3.5.0/1,M10.5.0"
    let zone = try writer.zone()
    #expect(zone.nextTransition(after: Instant(seconds: 0))?.text == "2030-03-31T01:00:00Z")
  }

  @Test func leapSecondsAreNotCounted() throws {
    var writer = TZifWriter()
    let first = writer.offset(0, "AAA")
    let second = writer.offset(3600, "BBB")
    writer.leaps = [(78_796_800, 1), (94_694_401, 2)]
    writer.changes = [(1_000, second), (100_000_002, first)]
    writer.footer = "AAA0"
    let zone = try writer.zone()
    #expect(zone.nextTransition(after: Instant(seconds: 0)) == Instant(seconds: 1_000))
    #expect(zone.nextTransition(after: Instant(seconds: 1_000)) == Instant(seconds: 100_000_000))
  }

  @Test(arguments: [
    // Winter and summer of 2030, then the first change of that year.
    ("EST5EDT,M3.2.0,M11.1.0", "EST", "EDT", "2030-03-10T07:00:00Z"),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "AEDT", "AEST", "2030-04-06T16:00:00Z"),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "-02", "-01", "2030-03-31T01:00:00Z"),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "GMT", "IST", "2030-03-31T01:00:00Z"),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "+11", "+1030", "2030-04-06T15:00:00Z"),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", "EET", "EEST", "2030-03-30T00:00:00Z"),
    ("XXX3YYY,J60/0,J300/24", "XXX", "YYY", "2030-03-01T03:00:00Z"),
    ("XXX3YYY,59/0,299/24:00:00", "XXX", "YYY", "2030-03-01T03:00:00Z"),
    ("EST5EDT,0/0,J365/25", "EDT", "EDT", "none"),
    ("<+0545>-5:45", "+0545", "+0545", "none"),
  ])
  func footers(rule: String, winter: String, summer: String, change: String) throws {
    let zone = try TZifWriter.rule(rule).zone()
    #expect(zone.offset(at: try instant("2030-01-15T00:00:00Z")).abbreviation == winter)
    #expect(zone.offset(at: try instant("2030-07-15T00:00:00Z")).abbreviation == summer)
    #expect(zone.nextTransition(after: try instant("2030-01-15T00:00:00Z"))?.text ?? "none" == change)
    // A file without a table means all time, backwards too.
    #expect(zone.offset(at: try instant("1430-01-15T00:00:00Z")).abbreviation == winter)
    #expect(zone.offset(at: try instant("-0430-07-15T00:00:00Z")).abbreviation == summer)
  }

  @Test func julianDaysPassOverTheLeapDay() throws {
    let julian = try TZifWriter.rule("XXX0YYY,J60/0,J300/0").zone()
    let zeroBased = try TZifWriter.rule("XXX0YYY,59/0,300/0").zone()
    let start = try instant("2028-01-15T00:00:00Z")
    #expect(julian.nextTransition(after: start)?.text == "2028-03-01T00:00:00Z")
    #expect(zeroBased.nextTransition(after: start)?.text == "2028-02-29T00:00:00Z")
  }

  @Test(arguments: [
    "EST", "5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
    "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J366", "EST5EDT,M3.2.0/168,M11.1.0", "EST25", "<EST5", "E5",
    "EST5EDT,M3.2.0,M11.1.0 ", "EST5:60", "EST5EDT,M3.2.0,M11.1.0,", "EST99999999999999999999",
  ])
  func footersThatAreNoRule(_ rule: String) {
    #expect(throws: ZoneError(name: "Test/Zone", problem: .damaged("its footer is no rule"))) {
      try TZifWriter.rule(rule).zone()
    }
  }
}

@Suite struct DamagedTZifTests {
  private func problem(_ change: (inout TZifWriter) -> Void) -> String? {
    var writer = TZifWriter.london
    change(&writer)
    return problem(writer.bytes)
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Zone(name: "Test/Zone", tzif: bytes)
      return nil
    } catch {
      guard case .damaged(let text) = error.problem else { return nil }
      return text
    }
  }

  @Test func whatIsWrongIsNamed() {
    #expect(problem { _ in } == nil)
    #expect(problem([]) == "it ends within a header")
    #expect(
      problem(Array("#!/bin/sh\nexit 0\n".utf8) + [UInt8](repeating: 0, count: 60)) == "it is no TZif file")
    #expect(problem { $0.version = UInt8(ascii: "1") } == "its version is unknown")
    #expect(problem { $0.changes.swapAt(1, 2) } == "its changes are not in order")
    #expect(problem { $0.changes[2].offset = 9 } == "a change names an offset that is not there")
    #expect(
      problem {
        $0.offsets = []; $0.changes = []
      } == "it has no usable offsets")
    #expect(problem { $0.abbreviations = [] } == "it has no abbreviations")
    #expect(problem { $0.offsets[0].secondsEast = 93_600 } == "an offset is out of range")
    #expect(problem { $0.offsets[0].secondsEast = .min } == "an offset is out of range")
    #expect(problem { $0.offsets[1].isDaylight = 2 } == "a daylight flag is neither 0 nor 1")
    #expect(
      problem { $0.offsets[1].abbreviationIndex = 200 } == "an offset names an abbreviation that is not there"
    )
    #expect(problem { $0.abbreviations.removeLast() } == "an abbreviation has no end")
    #expect(problem { $0.abbreviations[1] = 0x1B } == "an abbreviation is no plain text")
    #expect(problem { $0.footer = "what" } == "its footer is no rule")
    #expect(problem { $0.leaps = [(5, 1), (5, 2)] } == "its leap seconds are not in order")
    let whole = TZifWriter.london.bytes
    #expect(problem(Array(whole[..<46])) == "it ends within the first block")
    #expect(problem(Array(whole[..<60])) == "it ends within a header")
    #expect(problem(Array(whole[..<120])) == "it ends within its table")
    #expect(problem(Array(whole.dropLast())) == "it has no footer")
  }

  @Test func everyTruncationIsRefused() {
    let whole = TZifWriter.london.bytes
    for count in 0..<whole.count {
      #expect(problem(Array(whole[..<count])) != nil)
    }
  }

  @Test func noBytesBringItDown() {
    var generator = SeededGenerator(seed: 6)
    var sources = [TZifWriter.london.bytes, TZifWriter.rule("EET-2EEST,M3.4.4/50,M10.4.4/50").bytes]
    for name in ["Europe/Dublin", "right/America/New_York", "Africa/Casablanca"] where SystemZones.exist {
      if let bytes = SystemZones.contents(of: SystemZones.folder + "/" + name) { sources.append(bytes) }
    }
    var accepted = 0
    for round in 0..<1_500 {
      var bytes = sources[round % sources.count]
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: bytes[place] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
        // The head, where the counts are.
        default: bytes[place % 44] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      if round % 7 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
      guard let zone = try? Zone(name: "Test/Zone", tzif: bytes) else { continue }
      accepted += 1
      // What is accepted must answer, whatever it says.
      for _ in 0..<5 {
        let instant = Instant(seconds: Int64.random(in: .min ... .max, using: &generator) >> (round % 40))
        let wall = zone.wall(at: instant)
        _ = zone.resolve(wall)
        _ = zone.startOfDay(wall.date)
        if let next = zone.nextTransition(after: instant) { #expect(next > instant) }
      }
    }
    #expect(accepted > 100)
  }
}
