import Canvas
import Dashboard
import Desk
import Testing

/// What was done when.
struct HistoryTests {
  private func open(width: Int = 80, height: Int = 24) throws -> Scenario {
    var scenario = try Scenario(width: width, height: height)
    scenario.press("card.moveRight")
    scenario.wait(seconds: 60)
    scenario.press("timer.toggle")
    scenario.wait(seconds: 120)
    scenario.press("view.history")
    scenario.settled()
    return scenario
  }

  private func line(_ scenario: Scenario, _ text: String) -> String {
    scenario.screen.split(separator: "\n").first { $0.contains(text) }.map(String.init) ?? ""
  }

  @Test func newestFirstInHomeTime() throws {
    let scenario = try open()
    let rows = scenario.screen.split(separator: "\n").map(String.init)
    #expect(rows[2].contains("today") && rows[2].contains("09:43") && rows[2].contains("Timer started"))
    #expect(rows[3].contains("09:42") && rows[3].contains("Moved “Newsletter 48” to Review"))
    #expect(!rows[3].contains("today"))
  }

  @Test func eachSaysWhoseItIs() throws {
    let scenario = try open(width: 140, height: 40)
    #expect(line(scenario, "Newsletter 48” to").contains("Coach Lin"))
    #expect(line(scenario, "New client Bondi Homes").contains("▌Bondi Homes"))
  }

  @Test func whatOfAColumnWasChangedIsSaid() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.press("column.limit")
    scenario.type("5")
    scenario.keys("enter")
    scenario.press("column.rename")
    scenario.keys("ctrl+u")
    scenario.type("Now")
    scenario.keys("enter")
    scenario.press("column.role")
    scenario.keys("4")
    scenario.press("column.right")
    scenario.press("view.history")
    scenario.settled()
    let rows = scenario.screen.split(separator: "\n").map(String.init)
    #expect(rows[2].contains("Column Now: moved to the right"))
    #expect(rows[3].contains("Column Now: stands for waiting"))
    #expect(rows[4].contains("Column Doing: now called Now"))
    #expect(rows[5].contains("Column Doing: at most 5 cards"))
    scenario.press("desk.undo")
    #expect(scenario.shows("Taken back: Column Now: moved to the right"))
  }

  @Test func openingItReadsTheRest() throws {
    var scenario = try Scenario()
    let newest = scenario.desk.history.deed(0).sequence
    scenario.press("view.history")
    scenario.expect(effects: [.loadEverything]) {
      $0.screen = .history
      $0.history.selected = newest
    }
  }

  @Test func whatIsTakenBackIsMarkedAndBroughtBackUnmarked() throws {
    var scenario = try open()
    scenario.press("desk.undo")
    #expect(line(scenario, "Timer started").contains("↶ taken back"))
    scenario.press("desk.undo")
    #expect(line(scenario, "Moved “Newsletter 48”").contains("↶ taken back"))
    scenario.press("desk.redo")
    #expect(!line(scenario, "Moved “Newsletter 48”").contains("↶ taken back"))
    #expect(line(scenario, "Timer started").contains("↶ taken back"))
  }

  @Test func theSelectionStaysWhileNewChangesComeIn() throws {
    var scenario = try open()
    scenario.press("history.down")
    let selected = scenario.state.history.selected
    try scenario.elsewhere { $0.desk.stopTimer(context: $0.context) }
    #expect(scenario.state.history.selected == selected)
    #expect(scenario.state.history.place == 2)
  }

  @Test func enterGoesToWhatWasChanged() throws {
    var scenario = try open()
    scenario.press("history.open")
    #expect(scenario.state.screen == .time)
    #expect(scenario.state.time.selected == .entry(try #require(scenario.desk.running).id))
    scenario.press("view.history")
    scenario.press("history.down")
    scenario.press("history.open")
    #expect(scenario.state.screen == .desk && scenario.selected == "Newsletter 48")
  }

  @Test func whatIsGoneIsSaid() throws {
    var scenario = try open()
    scenario.press("desk.undo")
    scenario.press("history.open")
    #expect(scenario.state.message?.text == "What this was about is not there any more.")
    #expect(scenario.state.screen == .history)
  }

  @Test func itScrolls() throws {
    var scenario = try open(width: 60, height: 18)
    #expect(scenario.shows("↓"))
    scenario.press("history.last")
    #expect(scenario.shows("Settings changed") && scenario.shows("↑"))
    scenario.press("history.first")
    #expect(scenario.shows("Timer started"))
  }

  @Test func sharingTheScreenHidesOthers() throws {
    var scenario = try open(height: 40)
    scenario.press("desk.share")
    for text in ["Harbor", "Restock", "दिवाळी", "Bondi", "Family"] { #expect(!scenario.shows(text)) }
    #expect(scenario.shows("New card “Podcast notes” in Review"))
  }

  @Test func anEmptyHistorySaysWhatItIs() throws {
    var scenario = try Scenario(PinnedDesk(emptyAt: PinnedDesk.now))
    scenario.keys("esc")
    scenario.send(.tick)
    for keys in ["g", "h", "j", "G", "enter"] { scenario.keys(keys) }
  }

  @Test func theScreen() throws {
    var scenario = try open()
    scenario.press("desk.undo")
    scenario.keys("esc")
    scenario.press("view.history")
    scenario.expectFrame("history-80x24")
  }
}
