import Canvas
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
    effects: [
      .listFolder(""), .importFile(ImportRequest(path: "board.json", destination: .existing(client.id))),
    ]
  ) { $0.overlays = open }
}

@Test func theCalendarIsWrittenToTheFileThatIsNamed() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("export")
  scenario.keys("enter")
  #expect(scenario.shows("~/vahi-2026-11-23.ics"))
  scenario.keys("ctrl+u enter")
  #expect(scenario.shows("name the .ics file"))
  scenario.type("~/week.ics")
  scenario.keys("enter")
  scenario.expect(effects: [.exportCalendar("~/week.ics")])
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

/// The form of an import, with what the folder that the program runs in holds.
private func asking(_ names: [String]) throws -> Scenario {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("import trello")
  scenario.keys("enter")
  let open = scenario.state.overlays
  scenario.expect(effects: [.listFolder("")]) { $0.overlays = open }
  scenario.send(.listed(FolderListing(folder: "", names: names)))
  scenario.settled()
  return scenario
}

/// What stands in the path's line.
private func path(_ scenario: Scenario) -> String? {
  guard case .transfer(let transfer) = scenario.state.overlays.last else { return nil }
  return transfer.form.fields[0].text
}

@Test func namesOfFilesAreCompletedAsAShellDoes() throws {
  var scenario = try asking([
    ".hidden.json", "Board one.json", "board two.json", "calendar.ics", "notes.txt", "old/",
  ])
  #expect(scenario.shows("calendar.ics") && scenario.shows("old/"))
  #expect(
    !scenario.shows("notes.txt") && !scenario.shows(".hidden"), "what cannot be taken in is not offered")
  scenario.type("b")
  scenario.keys("tab")
  #expect(path(scenario) == "Board", "what both share, up to its last space")
  scenario.type("t")
  scenario.keys("tab")
  #expect(path(scenario) == "board two.json")
  // With nothing left to complete it goes on, as in every form.
  scenario.keys("tab")
  scenario.type("x")
  #expect(path(scenario) == "board two.json")
}

@Test func aFolderThatIsChosenIsReadInItsTurn() throws {
  var scenario = try asking(["a.json", "old/"])
  scenario.keys("down down enter")
  #expect(path(scenario) == "old/")
  #expect(scenario.effects == [.listFolder("old/")])
  scenario.send(.listed(FolderListing(folder: "old/", names: ["b.json"])))
  scenario.keys("tab")
  #expect(path(scenario) == "old/b.json")
  #expect(scenario.effects == [.listFolder("old/")], "a folder is asked for once")
  // What is typed as it stands is what is read, whatever else there is.
  scenario.keys("backspace")
  scenario.keys("enter enter enter")
  guard case .importFile(let request)? = scenario.effects.last else {
    Issue.record("nothing was imported")
    return
  }
  #expect(request.path == "old/b.jso")
}

@Test func aPathThatIsPastedHasItsFolderRead() throws {
  var scenario = try asking([])
  scenario.send(.terminal(.paste("~/Downloads/")))
  #expect(scenario.effects == [.listFolder("~/Downloads/")])
}
