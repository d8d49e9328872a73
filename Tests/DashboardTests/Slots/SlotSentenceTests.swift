import Civil
import Dashboard
import Desk
import Testing

/// What is said of times that do not suit everybody.
struct SlotSentenceTests {
  private let words = Words.english.slots

  private func party(_ name: String, isHome: Bool = false, holidays: [Holiday] = []) throws -> SlotParty {
    SlotParty(
      name: name, zone: try PinnedZones.database.zone(named: "Europe/London"), hours: WorkingHours(),
      holidays: holidays, isHome: isHome)
  }

  @Test func aPersonWithoutANameIsSpokenTo() throws {
    let (you, lin) = (try party("You", isHome: true), try party("Lin"))
    #expect(SlotObstacle.neverAtWork(you).text(words) == "You are not at work for so long at any time then.")
    #expect(SlotObstacle.neverAtWork(lin).text(words) == "Lin is not at work for so long at any time then.")
    #expect(SlotObstacle.hours(you).text(words) == "But for your own working hours there would be a time.")
    #expect(
      SlotObstacle.noCommonHours(lin, you).text(words)
        == "You and Lin are never at work together for so long.")
    let asha = try party("Asha", isHome: true)
    #expect(SlotObstacle.neverAtWork(asha).text(words) == "Asha is not at work for so long at any time then.")
  }

  @Test func aHolidayIsNamed() throws {
    let friday = try #require(CivilDate(text: "2026-11-27"))
    let parties = [
      try party("Lin", holidays: [Holiday(date: friday, name: "Founders")]), try party("You", isHome: true),
    ]
    let desk = Desk(zones: PinnedZones.database)
    let notes = { (day: String) in
      let start = try #require(Instant(text: day + "T08:30:00Z"))
      let answer = desk.slots(
        SlotRequest(parties: parties, length: 1800, period: TimeSpan(start: start, seconds: 1800)))
      return try #require(answer.proposals.first).notes(words)
    }
    #expect(try notes("2026-11-27") == ["a holiday for Lin, Founders", "30m early for you"])
    #expect(try notes("2026-11-28") == ["a day off for Lin", "a day off for you"])
  }
}
