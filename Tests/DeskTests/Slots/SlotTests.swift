import Civil
import Desk
import Testing

/// Finding a time that suits everybody.
@Suite struct SlotTests {
  private var bench: PlanBench

  init() throws { bench = try PlanBench(home: "Asia/Kolkata") }

  private func party(_ name: String, _ zone: String, _ hours: String = "9:00-17:00") throws -> SlotParty {
    SlotParty(name: name, zone: RuleZones.zone(zone), hours: try #require(WorkingHours(text: hours)))
  }

  private func request(
    _ parties: [SlotParty], minutes: Int = 45, _ from: String, _ to: String, limit: Int = 5
  ) throws -> SlotRequest {
    SlotRequest(
      parties: parties, length: minutes * 60,
      period: TimeSpan(start: try bench.instant(from), end: try bench.instant(to)), limit: limit)
  }

  @Test func whatFitsIsInsideEverybodysHoursAndOutsideEveryBlock() throws {
    var bench = bench
    try bench.plan("Stand-up", "2026-11-02T10:00", minutes: 60, repeats: "FREQ=DAILY")
    let parties = [
      try party("Lin", "Europe/London"), try party("You", "Asia/Kolkata", "9:00-19:00"),
    ]
    let answer = bench.desk.slots(
      try request(parties, "2026-11-30T00:00:00Z", "2026-12-05T00:00:00Z", limit: 100))
    #expect(answer.fits)
    for proposal in answer.proposals {
      #expect(proposal.fits)
      #expect(proposal.conflicts.isEmpty)
      #expect(bench.desk.occurrences(in: proposal.span).isEmpty)
      for time in proposal.times {
        #expect(time.party.hours.contains(time.start))
        #expect(time.party.hours.contains(time.end.adding(seconds: -1)))
      }
    }
    // 9:00 to 13:30 in London are common, and the hour from 10 is taken.
    #expect(answer.proposals.count >= 10)
    #expect(
      answer
        == bench.desk.slots(try request(parties, "2026-11-30T00:00:00Z", "2026-12-05T00:00:00Z", limit: 100)))
  }

  @Test func theTextIsReadyToBeSent() throws {
    let parties = [
      try party("Lin", "Europe/London"), try party("You", "Asia/Kolkata", "9:00-23:00"),
      try party("Maya", "America/New_York"),
    ]
    let answer = bench.desk.slots(
      try request(parties, "2026-12-03T16:00:00Z", "2026-12-03T16:45:00Z"))
    #expect(answer.fits)
    let today = try #require(CivilDate(text: "2026-11-23"))
    #expect(
      answer.proposals.first?.text(today: today, .english)
        == "Thu 3 Dec, 16:00 London · 21:30 Kolkata · 11:00 New York")
    let late = bench.desk.slots(try request(parties, "2026-12-31T20:00:00Z", "2026-12-31T20:45:00Z"))
    #expect(
      late.proposals.first?.text(today: today, .english, isSpan: true)
        == "Thu 31 Dec, 20:00–20:45 London · Fri 1 Jan 01:30–02:15 Kolkata · 15:00–15:45 New York")
  }

  @Test func onAJourneyThePlaceIsNamedWhereOneIs() throws {
    var bench = bench
    let days = { (text: String) in try #require(CivilDate(text: text)) }
    let travel = Travel(zone: "America/New_York", from: try days("2026-11-25"), to: try days("2026-11-27"))
    try bench.make(bench.desk.addTravel(travel, context: bench.context))
    let lin = try party("Lin", "Europe/London")
    let pune = SlotParty(SlotPlace(zone: RuleZones.zone("Asia/Kolkata"), city: "Pune"))
    let you = bench.desk.homeParty(named: "Asha")
    let today = try #require(CivilDate(text: "2026-11-23"))
    let text = { (parties: [SlotParty], from: String, to: String) in
      let answer = bench.desk.slots(try request(parties, from, to))
      return answer.proposals.first?.text(today: today, .english)
    }
    let there = ("2026-11-26T14:30:00Z", "2026-11-26T15:15:00Z")
    #expect(try text([lin, you], there.0, there.1) == "Thu 26 Nov, 14:30 London · 09:30 New York")
    #expect(
      try text([pune, you, lin], there.0, there.1) == "Thu 26 Nov, 20:00 Pune · 09:30 New York · 14:30 London"
    )
    #expect(
      try text([lin, you], "2026-11-30T09:30:00Z", "2026-11-30T10:15:00Z")
        == "Mon 30 Nov, 09:30 London · 15:00 Kolkata")
    let own = bench.desk.slots(try request([you], there.0, there.1))
    #expect(own.proposals.first?.draft(title: "Call")?.start.zone == "America/New_York")
  }

  @Test func aSingleDayGivesMoreThanTwo() throws {
    let lin = try party("Lin", "Europe/London")
    let starts = { (limit: Int, to: String) in
      bench.desk.slots(try request([lin], "2026-12-03T00:00:00Z", to, limit: limit)).proposals
        .map { String($0.span.start.text.dropFirst(8).prefix(8)) }
    }
    // They lie apart as long as there is room for that.
    #expect(
      try starts(4, "2026-12-04T00:00:00Z") == ["03T09:30", "03T10:15", "03T13:00", "03T15:45"])
    let all = try starts(50, "2026-12-04T00:00:00Z")
    #expect(all.count >= 8 && Set(all).count == all.count)
    // Two days have two each first.
    #expect(
      try starts(4, "2026-12-05T00:00:00Z") == ["03T09:30", "03T10:15", "04T09:30", "04T10:15"])
    #expect(try starts(5, "2026-12-05T00:00:00Z").count == 5)
  }

  @Test func whoIsNeverThereTogetherIsNamedAndTheLeastBadIsTold() throws {
    let sydney = try party("Bondi", "Australia/Sydney")
    let newYork = try party("Maya", "America/New_York")
    let answer = bench.desk.slots(
      try request([sydney, newYork], "2026-11-30T00:00:00Z", "2026-12-05T00:00:00Z"))
    #expect(!answer.fits)
    #expect(answer.obstacles == [.noCommonHours(sydney, newYork)])
    #expect(answer.proposals.count == 5)
    let best = try #require(answer.proposals.first)
    #expect(answer.proposals.allSatisfy { $0.cost >= best.cost && !$0.fits })
    // Sixteen hours apart: at the edge of both days, and in nobody's night.
    for time in best.times {
      switch time.fit {
      case .inside: break
      case .early(let seconds), .late(let seconds): #expect(seconds <= 4 * 3600)
      case .dayOff: Issue.record("a day off is the worst")
      }
    }
  }

  @Test func earlyAndLateAreMeasuredFromTheWorkingDay() throws {
    let lin = try party("Lin", "Europe/London")
    func fit(_ from: String) throws -> SlotFit? {
      let start = try bench.instant(from)
      let request = SlotRequest(parties: [lin], length: 3600, period: TimeSpan(start: start, seconds: 3600))
      return bench.desk.slots(request).proposals.first?.times.first?.fit
    }
    #expect(try fit("2026-11-30T09:00:00Z") == .inside)
    #expect(try fit("2026-11-30T07:30:00Z") == .early(5400))
    #expect(try fit("2026-11-30T16:30:00Z") == .late(1800))
    #expect(try fit("2026-11-29T10:00:00Z") == .dayOff)
  }

  @Test func hoursPastMidnightAreOneWorkingDay() throws {
    let night = try party("Night", "Europe/London", "20:00-4:00")
    func fit(_ from: String) throws -> SlotFit? {
      let start = try bench.instant(from)
      let request = SlotRequest(parties: [night], length: 3600, period: TimeSpan(start: start, seconds: 3600))
      return bench.desk.slots(request).proposals.first?.times.first?.fit
    }
    #expect(try fit("2026-11-30T23:30:00Z") == .inside)
    #expect(try fit("2026-12-01T02:00:00Z") == .inside)
    #expect(try fit("2026-12-01T03:30:00Z") == .late(1800))
    // Friday's night runs into Saturday.
    #expect(try fit("2026-12-05T02:00:00Z") == .inside)
    #expect(try fit("2026-12-06T02:00:00Z") == .dayOff)
  }

  @Test func oneWhoIsNeverAtWorkIsNamed() throws {
    let lin = try party("Lin", "Europe/London")
    let you = try party("You", "Asia/Kolkata")
    let weekend = try request([lin, you], "2026-11-28T00:00:00Z", "2026-11-29T12:00:00Z")
    #expect(bench.desk.slots(weekend).obstacles == [.neverAtWork(lin), .neverAtWork(you)])
    let long = try request([lin], minutes: 600, "2026-11-30T00:00:00Z", "2026-12-05T00:00:00Z")
    #expect(bench.desk.slots(long).obstacles == [.neverAtWork(lin)])
    let none = try request([lin], "2026-11-30T00:00:00Z", "2026-11-30T00:30:00Z")
    #expect(bench.desk.slots(none).obstacles == [.emptyPeriod])
  }

  @Test func nobodyMeetsOnAHoliday() throws {
    var lin = try party("Lin", "Europe/London")
    let christmas = try Grammar.parseHolidays("30 nov - 1 dec Founders", Fixture.context).get()
    lin = SlotParty(name: lin.name, zone: lin.zone, hours: lin.hours, holidays: christmas)
    let days = { (from: String, to: String) throws -> Set<String> in
      let answer = bench.desk.slots(try request([lin], from, to, limit: 100))
      return Set(answer.proposals.filter(\.fits).map { String($0.span.start.text.prefix(10)) })
    }
    #expect(try days("2026-11-27T00:00:00Z", "2026-12-03T00:00:00Z") == ["2026-11-27", "2026-12-02"])
    let closed = bench.desk.slots(try request([lin], "2026-11-30T00:00:00Z", "2026-12-02T00:00:00Z"))
    #expect(!closed.fits && closed.obstacles == [.neverAtWork(lin)])
    #expect(closed.proposals.allSatisfy { $0.times.first?.fit == .dayOff })
    // Who is asked on a day off is asked for hours of a working day.
    let first = try #require(closed.proposals.first?.times.first)
    #expect(first.start.secondOfDay >= lin.hours.startMinute * 60)
    #expect(first.end.secondOfDay <= lin.hours.endMinute * 60)
  }

  @Test func blocksInTheWayAreNamed() throws {
    var bench = bench
    let id = try bench.plan("Workshop", "2026-11-30T09:00", minutes: 480)
    let lin = try party("Lin", "Europe/London")
    let answer = bench.desk.slots(try request([lin], "2026-11-30T09:00:00Z", "2026-11-30T17:00:00Z"))
    #expect(!answer.fits)
    guard case .blocks(let blocks)? = answer.obstacles.first else {
      Issue.record("the block is not named")
      return
    }
    #expect(blocks.map(\.blockID) == [id])
    #expect(answer.proposals.first?.conflicts.map(\.blockID) == [id])
  }

  @Test func theBufferAloneIsNamed() throws {
    var bench = bench
    let ana = try bench.client("Ana", "Europe/London")
    let lin = try bench.client("Lin", "Europe/London")
    try bench.make(bench.desk.editSettings(context: bench.context) { $0.bufferMinutes = 30 })
    try bench.plan("Call", "2026-11-30T09:00", minutes: 60, client: ana)
    let party = bench.desk.party(try #require(bench.desk.client(lin)))
    let answer = bench.desk.slots(try request([party], "2026-11-30T10:00:00Z", "2026-11-30T10:45:00Z"))
    #expect(answer.obstacles == [.buffer(30)])
    let own = bench.desk.party(try #require(bench.desk.client(ana)))
    #expect(bench.desk.slots(try request([own], "2026-11-30T10:00:00Z", "2026-11-30T10:45:00Z")).fits)
  }

  @Test func threeOfWhomAnyTwoMeetAreTold() throws {
    let one = try party("One", "Asia/Kolkata", "9:00-13:00")
    let two = try party("Two", "Asia/Kolkata", "12:00-16:00")
    let three = try party("Three", "Asia/Kolkata", "15:00-9:45")
    let answer = bench.desk.slots(
      try request([one, two, three], "2026-12-01T00:00:00Z", "2026-12-03T00:00:00Z"))
    #expect(answer.obstacles.first == .noHoursForAll)
    #expect(Set(answer.obstacles.dropFirst()) == [.hours(one), .hours(two), .hours(three)])
  }

  @Test func aTimeThatIsTakenBecomesABlockOnTheClientsClock() throws {
    var bench = bench
    let lin = try bench.client("Lin", "Europe/London")
    let you = bench.desk.homeParty(named: "You")
    let party = bench.desk.party(try #require(bench.desk.client(lin)))
    let answer = bench.desk.slots(try request([you, party], "2026-12-01T10:00:00Z", "2026-12-01T10:45:00Z"))
    let draft = try #require(answer.proposals.first?.draft(title: "Call"))
    #expect(draft.start == ZonedTime(wall: try bench.wall("2026-12-01T10:00"), zone: "Europe/London"))
    #expect(draft.client == lin)
    try bench.make(bench.desk.addBlock(draft, context: bench.context))
    #expect(try bench.starts("2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z") == ["2026-12-01T10:00:00Z"])
  }
}
