import Testing

@testable import Civil

struct RecurrencePropertyTests {
  /// A rule, with or without an end.
  private func set(_ maker: inout RuleMaker, zone: Zone = .utc) -> RecurrenceSet {
    var rule = maker.rule()
    let start = maker.start()
    switch maker.number(1...4) {
    case 1: rule.end = .count(maker.number(1...40))
    case 2: rule.end = .at(start.adding(seconds: maker.number(-86_400...200_000_000)))
    case 3: rule.end = .until(zone.instant(of: start).adding(maker.number(0...200_000_000)))
    default: break
    }
    return RecurrenceSet(start: start, zone: zone, rule: rule)
  }

  /// By hand: what was added and left out, some of it real occurrences.
  private func byHand(_ set: RecurrenceSet, _ maker: inout RuleMaker) throws -> RecurrenceSet {
    let some = try set.first(30)
    let except = some.filter { _ in maker.isTrue(20) }
    let also = (0..<maker.number(0...4)).map { _ in
      set.start.adding(seconds: maker.number(0...3000) * 86_400 + maker.number(0...3) * 3600)
    }
    return RecurrenceSet(
      start: set.start, zone: set.zone, rule: set.rule, alsoOn: also + also.prefix(1), exceptOn: except)
  }

  @Test func aWindowIsASliceOfTheWhole() throws {
    var maker = RuleMaker(seed: 1)
    for _ in 0..<400 {
      let plain = set(&maker)
      let set = maker.isTrue(50) ? try byHand(plain, &maker) : plain
      let whole = try set.first(200)
      #expect(zip(whole, whole.dropFirst()).allSatisfy { $0 < $1 }, "\(set)")
      guard let end = whole.last, whole.count > 1 else { continue }
      let first = whole[maker.number(0...whole.count - 1)]
      let from = first.adding(seconds: maker.number(-90_000...1))
      let before = min(end, from.adding(seconds: maker.number(1...400) * 86_400))
      let slice = whole.filter { from <= $0 && $0 < before }
      #expect(
        set.starts(from: from, before: before, limit: 1000) == slice, "\(set) from \(from) before \(before)")
      #expect(set.starts(from: from, before: before, limit: 3) == Array(slice.prefix(3)))
    }
  }

  @Test func theLastStartIsTheEndOfTheWhole() throws {
    var maker = RuleMaker(seed: 2)
    var ends = 0
    for _ in 0..<300 {
      let set = try byHand(set(&maker), &maker)
      let whole = try set.first(3000)
      guard !set.isEndless, whole.count < 3000 else {
        if set.isEndless { #expect(set.last == nil) }
        continue
      }
      ends += 1
      #expect(set.last == whole.last, "\(set)")
    }
    #expect(ends > 80)
  }

  @Test func aSplitKeepsTheUnion() throws {
    let zone = SystemZones.exist ? try SystemZones.zone("Europe/London") : .utc
    var maker = RuleMaker(seed: 3)
    for _ in 0..<400 {
      let set = try byHand(set(&maker, zone: zone), &maker)
      let whole = try set.first(60)
      guard let some = whole.randomElement(&maker) else { continue }
      let wall = maker.isTrue(70) ? some : some.adding(seconds: maker.number(-5000...5000))
      let (before, after) = set.split(at: wall)
      let early = try before?.first(60) ?? []
      let late = try after?.first(60) ?? []
      #expect(early.allSatisfy { $0 < wall } && late.allSatisfy { $0 >= wall }, "\(set) at \(wall)")
      #expect(Array((early + late).prefix(whole.count)) == whole, "\(set) at \(wall)")
      guard !set.isEndless, whole.count < 60 else { continue }
      #expect((early + late).count == whole.count, "\(set) at \(wall)")
    }
  }

  /// Around every kind of clock change: an hour, half an hour, a whole day that was skipped.
  @Test(
    .enabled(if: SystemZones.exist),
    arguments: [
      ("Europe/London", "2026-03-29T01:00:00Z"), ("America/New_York", "2026-11-01T06:00:00Z"),
      ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"), ("Pacific/Apia", "2011-12-30T10:00:00Z"),
    ])
  func anEndInUTCLeavesOutWhatIsLater(name: String, change: String) throws {
    let zone = try SystemZones.zone(name)
    let instant = try #require(Instant(text: change))
    var maker = RuleMaker(seed: 5)
    for _ in 0..<200 {
      let start = zone.wall(at: instant).adding(
        seconds: maker.number(-4...0) * 86_400 + maker.number(-96...96) * 900)
      let endless = RecurrenceSet(
        start: start, zone: zone,
        rule: RecurrenceRule(
          maker.isTrue(50) ? .hourly : .daily, interval: maker.number(1...3),
          minutes: maker.isTrue(50) ? [0, 30] : []))
      let until = instant.adding(maker.number(-40...40) * 900)
      var rule = try #require(endless.rule)
      rule.end = .until(until)
      let ended = RecurrenceSet(start: start, zone: zone, rule: rule)
      let expected = try endless.first(400).filter { $0 == start || zone.instant(of: $0) <= until }
      #expect(try ended.first(400) == expected, "\(ended)")
      #expect(ended.last == expected.last)
    }
  }

  @Test func countingBeforeIsWhatAWindowHolds() throws {
    var maker = RuleMaker(seed: 4)
    for _ in 0..<300 {
      let set = set(&maker)
      let whole = try set.first(100)
      let index = maker.number(0...whole.count - 1)
      #expect(set.count(before: whole[index]) == index, "\(set) before \(whole[index])")
    }
  }
}

extension Array {
  fileprivate func randomElement(_ maker: inout RuleMaker) -> Element? {
    isEmpty ? nil : self[maker.number(0...count - 1)]
  }
}
