import Civil
import Desk
import Testing

/// Dates that a series has beside its rule.
@Suite struct AlsoGrammarTests {
  private let start = ZonedTime(
    wall: WallTime(date: CivilDate(dayNumber: 20_783), hour: 16, minute: 0), zone: "Europe/London")

  @Test func aRuleAndItsDatesAreParted() {
    let parted = { (text: String) in
      let (rule, also) = Grammar.splitAlso(text)
      return [rule, also ?? "-"]
    }
    #expect(parted("weekly mon, also 3 dec 10:00, 5 dec") == ["weekly mon", "3 dec 10:00, 5 dec"])
    #expect(parted("every day and also on 3 dec") == ["every day", "on 3 dec"])
    #expect(
      parted("weekly mon, also 3 dec, 5 dec, except 30 nov") == ["weekly mon except 30 nov", "3 dec, 5 dec"])
    #expect(parted("Also 3 dec") == ["", "3 dec"])
    #expect(parted("every second tue") == ["every second tue", "-"])
  }

  @Test func theDatesAreByTheSeriesClock() throws {
    let desk = Desk(zones: RuleZones.database)
    let walls = { (text: String, allDay: Bool) throws -> [String] in
      let times = try #require(Grammar.parseAlsoOn(text, Fixture.context))
      return desk.alsoOn(times, of: start, allDay: allDay).map(\.text)
    }
    #expect(try walls("3 dec 10:00, 5 dec", false) == ["2026-12-03T10:00", "2026-12-05T16:00"])
    #expect(try walls("on 5 dec and 3 dec 21:30 kolkata", false) == ["2026-12-03T16:00", "2026-12-05T16:00"])
    #expect(try walls("3 dec 2027 9:30", false) == ["2027-12-03T09:30"])
    #expect(try walls("3 dec 10:00, 3 dec", true) == ["2026-12-03T00:00"])
  }

  @Test(arguments: ["", "10:00", "3 dec,", "some day", "3 dec 45m", "3 dec 9:00-10:00"])
  func whatIsNoDateIsNotTaken(text: String) {
    #expect(Grammar.parseAlsoOn(text, Fixture.context) == nil)
  }
}
