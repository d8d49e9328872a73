import Canvas
import Civil
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

  /// Steps that change the same are told apart: by when the block is by them, or how long.
  @Test func movesAndLengthsOfABlockSayTheNewOnes() throws {
    var scenario = try Scenario()
    let block = try #require(scenario.desk.allBlocks.first)
    func start(_ day: Int, _ hour: Int) -> ZonedTime {
      ZonedTime(wall: PinnedDesk.wall(11, day, hour), zone: "Europe/London")
    }
    for (day, hour, length) in [(23, 9, 5400), (26, 9, 5400), (26, 11, 4500)] {
      try scenario.elsewhere { sample in
        try sample.desk.editBlock(block.id, action: "block.move", context: sample.context) {
          $0.start = start(day, hour)
          $0.duration = length
        }
      }
    }
    try scenario.elsewhere { sample in
      try sample.desk.editBlock(block.id, action: "block.resize", context: sample.context) {
        $0.duration = 2700
      }
    }
    scenario.press("view.history")
    let rows = scenario.screen.split(separator: "\n").map(String.init)
    #expect(rows[2].contains("Block resized to 45m: Newsletter 48"), "\(scenario.screen)")
    #expect(rows[3].contains("Block moved to Thu 26 16:30–17:45: Newslet"))
    #expect(rows[4].contains("Block moved to Thu 26 14:30: Newsletter 48"))
    #expect(rows[5].contains("Block moved to Mon 23 14:30: Newsletter 48"))
    scenario.press("desk.undo")
    scenario.press("desk.undo")
    #expect(scenario.state.message?.text == "Taken back: Block moved to Thu 26 16:30–17:45: Newsletter 48")
  }

  /// The first of a series may be long ago; what was moved are all of them.
  @Test func aMovedSeriesSaysTheDayOfTheWeek() throws {
    var scenario = try Scenario()
    let block = try #require(scenario.desk.allBlocks.first)
    try scenario.elsewhere { sample in
      try sample.desk.editBlock(block.id, context: sample.context) { $0.repeat = "FREQ=WEEKLY" }
    }
    try scenario.elsewhere { sample in
      try sample.desk.editBlock(block.id, action: "block.move", context: sample.context) {
        $0.start = ZonedTime(wall: PinnedDesk.wall(11, 24, 11), zone: "Asia/Kolkata")
      }
    }
    scenario.press("view.history")
    #expect(scenario.shows("Block moved to Tue 11:00: Newsletter 48"), "\(scenario.screen)")
  }

  @Test func newTimesOfAnEntryAreSaid() throws {
    var scenario = try Scenario(width: 120, height: 30)
    let entry = try #require(scenario.desk.allEntries.first)
    try scenario.elsewhere { sample in
      try sample.desk.editEntry(entry.id, context: sample.context) { $0.end = $0.end?.adding(600) }
    }
    try scenario.elsewhere { sample in
      try sample.desk.editEntry(entry.id, context: sample.context) { $0.start = $0.start.adding(-86_400) }
    }
    try scenario.elsewhere { sample in
      try sample.desk.editEntry(entry.id, context: sample.context) { $0.billable = false }
    }
    scenario.press("view.history")
    let rows = scenario.screen.split(separator: "\n").map(String.init)
    #expect(rows[2].contains("Entry changed: Newsletter 48"), "\(scenario.screen)")
    #expect(rows[3].contains("Entry changed to Sun 22 09:00–Mon 23 09:40: Newsletter 48"))
    #expect(rows[4].contains("Entry changed to 09:00–09:40: Newsletter 48"))
  }

  @Test func oneChangeIsOne() throws {
    var sample = PinnedDesk(emptyAt: PinnedDesk.now)
    try sample.make(
      sample.desk.addClient(
        ClientDraft(name: "New", zone: "Asia/Tokyo"), columns: [], context: sample.context))
    var scenario = try Scenario(sample)
    scenario.press("view.history")
    #expect(scenario.shows("History ─ 1 change ·"), "\(scenario.screen)")
  }

  /// What comes by a calendar folder, in the background.
  @Test func anArrivalIsSaidButNotOverAWarning() throws {
    var scenario = try Scenario()
    let now = scenario.now
    let arrival = { (action: String, arguments: [String]) in
      Input.committed(Transaction(at: now, action: action, arguments: arguments, changes: []))
    }
    scenario.keys("j")
    scenario.send(arrival("calendar.follow.same", []))
    #expect(scenario.state.message == nil)
    scenario.send(arrival("calendar.follow", ["3"]))
    #expect(scenario.shows("3 events came from a calendar folder"))
    let warning = Message(.warning, "Both kept")
    scenario.send(.notice(warning))
    scenario.send(arrival("calendar.follow", ["3"]))
    scenario.send(arrival("calendar.follow.same", []))
    #expect(scenario.state.message == warning)
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
