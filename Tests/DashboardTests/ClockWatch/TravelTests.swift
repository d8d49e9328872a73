import Canvas
import Civil
import Dashboard
import Desk
import Testing

@Suite struct TravelFrameTests {
  private func choose(_ command: String, _ scenario: inout Scenario) throws {
    let command = try #require(CommandTable.command(command))
    scenario.perform { Dashboard.run(command, &$0, $1) }
  }

  @Test func aJourneyIsTypedShownAndTakenBack() throws {
    var scenario = try Scenario(width: 100, height: 30)
    try choose("desk.travel", &scenario)
    scenario.type("TOKYO 24 nov - 26 nov")
    #expect(scenario.shows("Tokyo · Tue 24 Nov – Thu 26 Nov · 3 days · home clocks +3h30 there"))
    scenario.keys("enter")
    #expect(scenario.desk.settings.travel.count == 1)
    #expect(scenario.shows("Journey planned: Tokyo Tue 24 Nov – Thu 26 Nov"))
    scenario.wait(seconds: 86_400)
    scenario.press("view.today")
    #expect(scenario.shows("13:12 Tokyo until 26 Nov"))
    scenario.press("desk.undo")
    #expect(scenario.desk.settings.travel.isEmpty && scenario.shows("09:42 Kolkata"))
  }

  /// The rows of the first day begin at home and go on in the other place; each name stands where it is true.
  @Test func theFirstDayNamesBothPlaces() throws {
    var scenario = try Scenario(width: 80, height: 40)
    try scenario.elsewhere {
      try $0.desk.addTravel(
        Travel(
          zone: "Europe/London", from: try #require(CivilDate(text: "2026-11-24")),
          to: try #require(CivilDate(text: "2026-11-26"))), context: $0.context)
    }
    scenario.keys("tab l g g")
    let rows = scenario.screen.split(separator: "\n").map(String.init)
    let heading = try #require(rows.first { $0.contains("London from 00:00 (−5h30)") })
    #expect(heading.hasPrefix("│ Kolkata "))
    let arrival = try #require(rows.first { $0.contains("00:00−") })
    #expect(arrival.contains(" London "))
    scenario.keys("G")
    let later = try #require(
      scenario.screen.split(separator: "\n").first { $0.contains("London from 00:00") })
    #expect(later.hasPrefix("│ London "))
    scenario.keys("w")
    #expect(scenario.shows("* times of Tue 24 · London from Tue 24 Nov"))
    scenario.keys("h")
    #expect(scenario.line(with: "Tue 24").contains("Kolk…*"))
  }

  @Test func thePaletteTakesTheWholeLine() throws {
    var scenario = try Scenario(width: 100, height: 30)
    scenario.press("view.palette")
    scenario.type("travel london 3 dec - 9 dec")
    #expect(scenario.shows("Travel: London Thu 3 Dec – Wed 9 Dec"))
    scenario.keys("enter")
    #expect(scenario.desk.settings.travel.map(\.zone) == ["Europe/London"])
    scenario.press("view.palette")
    scenario.type("travel tokyo 9 dec")
    #expect(scenario.shows("you are in London then"))
    scenario.keys("enter")
    #expect(scenario.shows("you are in London then, Thu 3 Dec – Wed 9 Dec; cancel that journey first"))
    scenario.keys("esc")
    scenario.press("view.palette")
    scenario.type("travel tokyo 9 jan - 3 jan")
    #expect(scenario.shows("ends before it starts"))
    scenario.keys("enter")
    #expect(scenario.shows("Sun 3 Jan 2027 is before Sat 9 Jan 2027: turn them round, or type the year"))
    scenario.keys("enter")
    #expect(scenario.desk.settings.travel.count == 1)
    scenario.keys("esc")
    try choose("desk.cancelTravel", &scenario)
    scenario.keys("enter")
    #expect(scenario.desk.settings.travel.isEmpty)
  }

  @Test func whatIsNoPlaceIsRefused() throws {
    var scenario = try Scenario(width: 100, height: 30)
    try choose("desk.travel", &scenario)
    scenario.type("atlantis 3 dec")
    #expect(scenario.shows("is no place with dates"))
    scenario.keys("enter")
    #expect(!scenario.state.overlays.isEmpty && scenario.desk.settings.travel.isEmpty)
  }

  @Test(arguments: ["America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"], [80, 140])
  func longAndShortDaysAreDrawnInEveryView(zone: String, width: Int) throws {
    var scenario = try Scenario(width: width, height: 40)
    try scenario.elsewhere {
      try $0.desk.addTravel(
        Travel(
          zone: zone, from: try #require(CivilDate(text: "2026-11-23")),
          to: try #require(CivilDate(text: "2026-11-24"))), context: $0.context)
    }
    scenario.keys("tab")
    for command in CommandTable.all where command.id.hasPrefix("calendar.") {
      scenario.perform { Dashboard.run(command, &$0, $1) }
      for keys in ["j", "l", "j", "h", "G", "k", "esc"] {
        scenario.keys(keys)
        #expect(scenario.frame.height == 40)
      }
    }
  }

  @Test func aBlockThatIsTypedAwayIsByTheClockThere() throws {
    var scenario = try Scenario(width: 140, height: 40)
    try scenario.elsewhere {
      try $0.desk.addTravel(
        Travel(
          zone: "Asia/Tokyo", from: try #require(CivilDate(text: "2026-11-22")),
          to: try #require(CivilDate(text: "2026-11-30"))), context: $0.context)
    }
    #expect(scenario.shows("Tokyo until 30 Nov"))
    scenario.keys("tab")
    scenario.press("block.new")
    scenario.type("Ramen 20:00 45m")
    scenario.keys("enter")
    let block = try #require(scenario.desk.allBlocks.first { $0.title == "Ramen" })
    #expect(block.start.zone == "Asia/Tokyo" && block.start.wall.text == "2026-11-23T20:00")
  }
}

@Suite struct HolidayFormTests {
  @Test func holidaysAreTypedInTheFormAndShownInTheStrip() throws {
    var scenario = try Scenario(width: 160, height: 40)
    scenario.press("client.edit")
    for _ in 0..<8 { scenario.keys("tab") }
    scenario.type("some day")
    scenario.send(KeyPress(.enter, alt: true))
    #expect(scenario.shows("“some day” is no holiday"))
    for _ in 0..<8 { scenario.keys("backspace") }
    scenario.type("23 nov - 24 nov Retreat; 25 dec")
    scenario.send(KeyPress(.enter, alt: true))
    let lin = try #require(scenario.client("coach-lin"))
    #expect(lin.holidays.map(\.text) == ["2026-11-23 - 2026-11-24 Retreat", "2026-12-25"])
    #expect(scenario.frame.text(row: 0).contains("04:12 ⚑"))
  }

  @Test func fourLightsAreToldApartByShape() throws {
    let marks = Presence.allCases.compactMap { Words.english.watch.presenceMarks[$0] }
    #expect(Set(marks).count == 4)
    var scenario = try Scenario(width: 160, height: 40)
    #expect(
      scenario.frame.text(row: 0).contains("04:12 ☾") && scenario.frame.text(row: 0).contains("15:12 ☀"))
    scenario.wait(seconds: 4 * 3600)
    #expect(scenario.frame.text(row: 0).contains("08:12 ◐"))
  }
}
