import Civil
import Dashboard
import Desk
import Testing

/// What the agenda lists beside what begins on a day.
@Suite struct AgendaTests {
  private func desk() throws -> CalendarDesk {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:30:00Z", client: "Asia/Kolkata")
    try desk.block("Night", "2026-11-24T22:00", minutes: 300)
    try desk.block("Fair", "2026-11-26T10:00", minutes: 2 * 1440, kind: .personal)
    try desk.block("Call", "2026-11-27T12:00", minutes: 30, kind: .meeting)
    try desk.block("Retreat", "2026-12-01T00:00", minutes: 2 * 1440, kind: .personal, allDay: true)
    return desk
  }

  /// The line below another one, cut to its words.
  private func lines(below text: String, _ scenario: Scenario) -> [String] {
    let none = ["", ""]
    let lines = scenario.screen.split(separator: "\n").map { $0.filter { !"│─".contains($0) } }
    guard let index = lines.firstIndex(where: { $0.contains(text) }) else { return none }
    let below = lines[(index + 1)...].map { $0.split(separator: " ").joined(separator: " ") } + none
    return Array(below.prefix(2))
  }

  @Test func whatRunsOnIsListedOnEachOfItsDays() throws {
    var scenario = try desk().scenario(width: 80, height: 40)
    scenario.keys("a")
    #expect(lines(below: "Tue 24 Nov", scenario)[0].contains("22:00–Wed 03:00┃ Night"))
    #expect(lines(below: "Wed 25 Nov", scenario)[0].contains("…–03:00 ┃ Night"))
    #expect(lines(below: "Thu 26 Nov", scenario)[0].contains("10:00–Sat 10:00╎ Fair"))
    #expect(lines(below: "Fri 27 Nov", scenario)[0].contains("all day ╎ Fair"))
    #expect(lines(below: "Fri 27 Nov", scenario)[1].contains("12:00–12:30 ║ Call"))
    #expect(lines(below: "Sat 28 Nov", scenario)[0].contains("…–10:00 ╎ Fair"))
    #expect(lines(below: "Wed 2 Dec", scenario)[0].contains("all day ╎ Retreat"))
    #expect(!scenario.shows("Thu 3 Dec"))
  }

  /// Each of its lines is one to be on, and whichever it is the verbs are the block's.
  @Test func theCursorGoesThroughTheLinesOfOneBlock() throws {
    var scenario = try desk().scenario(width: 80, height: 40)
    scenario.keys("a")
    var found: [String] = []
    for _ in 0..<8 {
      found.append("\(scenario.selectedBlock?.title ?? "") \(scenario.state.calendar.date?.day ?? 0)")
      scenario.keys("j")
    }
    #expect(
      found == [
        "Night 0", "Night 25", "Fair 26", "Fair 27", "Call 27", "Fair 28", "Retreat 1", "Retreat 2",
      ])
    scenario.keys("k k")
    #expect(scenario.state.calendar.date == CivilDate(text: "2026-11-28"))
  }

  /// From the first line back to what runs into the list.
  @Test func whatRunsOnIsReachedFromBelow() throws {
    var scenario = try desk().scenario(width: 80, height: 40)
    scenario.keys("g j")
    scenario.type("30 nov")
    scenario.keys("enter a k")
    #expect(scenario.selectedBlock?.title == "Fair")
    #expect(scenario.state.calendar.date == CivilDate(text: "2026-11-28"))
    scenario.keys("k")
    #expect(scenario.selectedBlock?.title == "Call")
  }

  @Test func aLineTellsOfADistantEndByADash() throws {
    var desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-11-23T04:30:00Z", client: "Asia/Kolkata")
    try desk.block("Sabbatical", "2026-11-24T10:00", minutes: 400 * 1440, kind: .personal)
    var scenario = try desk.scenario(width: 80, height: 24)
    scenario.keys("a")
    #expect(lines(below: "Tue 24 Nov", scenario)[0].contains("10:00–… ╎ Sabbatical"))
    #expect(lines(below: "Sat 28 Nov", scenario)[0].contains("all day ╎ Sabbatical"))
  }

  /// London's clocks go back on Sunday; nothing else is on that day.
  @Test func aChangeOfClocksHasALine() throws {
    let desk = try CalendarDesk(home: "Asia/Kolkata", now: "2026-10-24T04:30:00Z", client: "Europe/London")
    var scenario = try desk.scenario()
    scenario.keys("a")
    #expect(lines(below: "Sun 25 Oct", scenario)[0].contains("± London −1h Sun 25 Oct"))
  }
}
