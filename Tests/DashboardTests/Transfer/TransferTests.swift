import Dashboard
import Desk
import Testing

@Test func anImportAsksForTheFileAndGoesToTheClientNamed() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("import trello")
  scenario.keys("enter")
  scenario.type("board.json")
  scenario.keys("alt+enter")
  let client = try #require(scenario.client("coach-lin"))
  #expect(scenario.shows("Reading the file"))
  let open = scenario.state.overlays
  scenario.expect(
    effects: [.importFile(ImportRequest(path: "board.json", destination: .existing(client.id)))]
  ) { $0.overlays = open }
}

/// A board is being imported from `x.json`.
private func importing() throws -> Scenario {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("import trello")
  scenario.keys("enter")
  scenario.type("x.json")
  scenario.keys("alt+enter")
  return scenario
}

@Test func aFailedImportSaysWhyAndAsksAgain() throws {
  var scenario = try importing()
  scenario.send(.imported(.failed("the file is empty; export it again")))
  #expect(scenario.shows("the file is empty") && scenario.shows("x.json"))
}

/// The dashboard draws a bar from the first that it is told of; nothing waits for a clock.
@Test func aBarSaysHowFarAnImportIs() throws {
  var scenario = try importing()
  #expect(scenario.shows(" 0%") && !scenario.shows("█"))
  let width = scenario.screen.count { $0 == "░" }
  for (done, total, percent) in [(1, 4, 25), (2, 4, 50), (9, 4, 100), (0, 0, 0)] {
    scenario.send(.importing(done: done, total: total))
    #expect(scenario.shows(" \(percent)%"))
    #expect(scenario.screen.count { $0 == "█" } == width * percent / 100)
    #expect(scenario.screen.count { $0 == "█" || $0 == "░" } == width)
  }
}

@Test func aReportIsShownUntilItIsClosed() throws {
  var scenario = try importing()
  scenario.send(.importing(done: 50, total: 100))
  #expect(scenario.shows("50%"))
  scenario.send(.imported(.done(client: nil, report: ["Cards: 7 new"])))
  #expect(scenario.shows("Cards: 7 new"))
  scenario.keys("esc")
  #expect(scenario.state.overlays.isEmpty)
}

@Test func aLongReportSaysHowMuchMoreThereIs() throws {
  var scenario = try importing()
  scenario.send(.imported(.done(client: nil, report: (1...20).map { "  line \($0)" })))
  #expect(scenario.shows("  line 14") && !scenario.shows("line 15") && scenario.shows("6 more · "))
  scenario.keys("j j j j j j j j")
  #expect(scenario.shows("line 20") && !scenario.shows("more ·"))
  scenario.keys("k")
  #expect(!scenario.shows("line 20"), "the keys beyond the end are not remembered")
}

@Test func afterAFailureTheFileIsAskedForAgain() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("import trello")
  scenario.keys("enter")
  scenario.type("x.json")
  scenario.keys("enter enter enter")
  scenario.send(.imported(.failed("there is no such file")))
  scenario.settled()
  scenario.type("y.json")
  scenario.keys("alt+enter")
  let client = try #require(scenario.client("coach-lin"))
  let open = scenario.state.overlays
  scenario.expect(
    effects: [.importFile(ImportRequest(path: "y.json", destination: .existing(client.id)))]
  ) { $0.overlays = open }
}
