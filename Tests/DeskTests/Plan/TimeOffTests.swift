import Civil
import Desk
import Testing

/// Days off of the person's own, and holidays of clients: the one closes a day, the other only keeps from meeting.
@Suite struct TimeOffTests {
  private var bench: FillBench

  init() throws { bench = try FillBench() }

  private mutating func dayOff(_ day: String, kind: Block.Kind = .personal) throws {
    var draft = BlockDraft(title: "Off", start: try bench.due(day + "T00:00"), duration: 86_400)
    draft.allDay = true
    draft.kind = kind
    try bench.make(bench.desk.addBlock(draft, context: bench.context))
  }

  private mutating func holiday(_ slug: String, _ day: String) throws {
    let date = try #require(CivilDate(text: day))
    let client = try bench.client(slug)
    try bench.make(
      bench.desk.editClient(client, context: bench.context) {
        $0.holidays = [Holiday(date: date, name: "Founders")]
      })
  }

  @Test mutating func aDayOffIsPassedOverByThePlanOfTheDay() throws {
    try bench.card("Write")
    try dayOff("2026-11-23")
    #expect(bench.lines(try bench.today()) == ["Tue 09:00-10:00 Write"])
    #expect(bench.lines(try bench.week()) == ["Tue 09:00-10:00 Write"])
    #expect(!bench.desk.hasTimeLeft(on: bench.desk.homeZone.date(at: bench.now), now: bench.now))
  }

  @Test mutating func aWeekOffIsPassedOverByThePlanOfTheWeek() throws {
    try bench.card("Write")
    for day in 23...27 { try dayOff("2026-11-\(day)", kind: .break) }
    #expect(bench.lines(try bench.week()) == ["Mon 09:00-10:00 Write"])
    #expect(try bench.week().request.first.text == "2026-11-30")
  }

  @Test mutating func aBirthdayThatLastsAllDayLeavesTheDayToWork() throws {
    try bench.card("Write")
    try dayOff("2026-11-23", kind: .meeting)
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-10:00 Write"])
  }

  @Test mutating func theLastSafeStartLeavesOutDaysOff() throws {
    let card = try bench.card("Write", minutes: 300, due: "2026-11-25T12:00")
    try dayOff("2026-11-24")
    let known = try #require(bench.desk.card(card))
    #expect(bench.desk.safeStart(of: known, now: bench.now)?.at?.text == "2026-11-23T15:00:00Z")
  }

  @Test mutating func aClientsHolidayKeepsNobodyFromWorkingForThem() throws {
    let card = try bench.card("Write", minutes: 120, due: "2026-11-23T17:00")
    try holiday("acme", "2026-11-23")
    #expect(bench.lines(try bench.today()) == ["Mon 09:00-11:00 Write"])
    let known = try #require(bench.desk.card(card))
    #expect(bench.desk.safeStart(of: known, now: bench.now)?.at?.text == "2026-11-23T15:00:00Z")
  }

  @Test mutating func nobodyIsMetOnAHolidayOfTheirsOrOnADayOff() throws {
    try holiday("acme", "2026-11-23")
    try holiday("bolt", "2026-11-24")
    try dayOff("2026-11-25")
    let parties =
      try ["acme", "bolt"].map { bench.desk.party(try #require(bench.desk.client(slug: $0))) }
      + [bench.desk.homeParty(named: "You")]
    let now = bench.now
    let request = { (days: Int) in
      SlotRequest(
        parties: parties, length: 3600,
        period: TimeSpan(start: now, seconds: days * CivilDate.secondsADay))
    }
    let found = bench.desk.slots(request(4))
    #expect(found.fits)
    #expect(Set(found.proposals.map { bench.desk.homeZone.date(at: $0.span.start).text }) == ["2026-11-26"])
    let none = bench.desk.slots(request(2))
    #expect(none.obstacles == [.noCommonHours(parties[0], parties[1])])
  }
}
