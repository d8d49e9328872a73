import Canvas
import Dashboard
import Desk
import Testing

/// What lies over the screen: how it stands there, and what the mouse does on it.
struct PopupTests {
  private static let openers: [[String]] = [
    ["view.palette"], ["view.help"], ["view.themes"], ["desk.settings"], ["client.new"], ["board.sort"],
    ["card.new"], ["card.toColumn"],
  ]

  @Test(arguments: [(60, 18), (80, 24), (140, 40)])
  func aPopupLeavesTheEdgesOfThePaneInSight(_ width: Int, _ height: Int) throws {
    for opener in PopupTests.openers {
      var scenario = try Scenario(width: width, height: height)
      let before = scenario.frame
      for command in opener { scenario.press(command) }
      let after = scenario.frame
      #expect(scenario.state.overlays.count == 1, "\(opener)")
      for row in [1, height - 3] { #expect(after.text(row: row) == before.text(row: row), "\(opener)") }
      for row in 1..<(height - 2) {
        for column in [0, 1] {
          #expect(PopupTests.text(after, column, row) == PopupTests.text(before, column, row), "\(opener)")
        }
      }
    }
  }

  private static func text(_ frame: Frame, _ x: Int, _ y: Int) -> String {
    frame.text(of: frame.cell(x: x, y: y))
  }

  private func click(_ scenario: inout Scenario, on text: String) throws {
    let frame = scenario.frame
    let row = try #require((0..<frame.height).first { frame.text(row: $0).contains(text) })
    let line = frame.text(row: row)
    let before = try #require(line.split(separator: text, omittingEmptySubsequences: false).first)
    let x = TextWidth.of(before) + 1
    scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: x, y: row))))
    scenario.send(.terminal(.mouse(MouseEvent(.release, x: x, y: row))))
  }

  @Test func aClickOnALineOfThePaletteRunsIt() throws {
    var scenario = try Scenario()
    scenario.press("view.palette")
    scenario.type("to")
    try click(&scenario, on: "Today, across all clients")
    #expect(scenario.state.screen == .today && scenario.state.overlays.isEmpty)
  }

  @Test func aClickOnAScrolledPaletteRunsWhatIsSeenThere() throws {
    var scenario = try Scenario()
    scenario.press("view.palette")
    for _ in 0..<40 { scenario.send(.terminal(.mouse(MouseEvent(.wheelDown, x: 30, y: 8)))) }
    scenario.keys("up")
    let line = scenario.frame.text(row: 12)
    scenario.type("")
    let before = scenario.state
    scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: 20, y: 12))))
    #expect(scenario.state != before, "\(line)")
    #expect(!scenario.state.overlays.contains { if case .palette = $0 { true } else { false } })
  }

  @Test func aClickBesideTheLinesDoesNothing() throws {
    var scenario = try Scenario()
    scenario.press("view.palette")
    scenario.type("to")
    let before = scenario.state
    for (x, y) in [(0, 5), (40, 1), (40, 3), (79, 12), (40, 23)] {
      scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: x, y: y))))
      #expect(scenario.state == before)
    }
  }

  @Test func aClickOnALineOfAChoiceTakesIt() throws {
    var scenario = try Scenario()
    scenario.press("board.sort")
    try click(&scenario, on: "by title")
    #expect(scenario.state.board.sort == .byTitle && scenario.state.overlays.isEmpty)
  }

  @Test func aLetterGoesToTheFirstLineThatBeginsWithIt() throws {
    var scenario = try Scenario()
    scenario.press("card.toColumn")
    scenario.keys("d")
    #expect(selected(scenario) == 3, "from Doing on to Done")
    scenario.keys("d")
    #expect(selected(scenario) == 1)
    scenario.keys("r")
    #expect(selected(scenario) == 2)
    scenario.keys("x")
    #expect(selected(scenario) == 2)
    scenario.keys("k")
    #expect(selected(scenario) == 1)
    scenario.keys("b enter")
    #expect(scenario.titles("Backlog").last == "Newsletter 48")
  }

  private func selected(_ scenario: Scenario) -> Int? {
    guard case .choice(let choice)? = scenario.state.overlays.last else { return nil }
    return choice.window.selected
  }

  @Test func aClickOnACompletionTakesIt() throws {
    var scenario = try Scenario()
    scenario.press("client.find")
    try click(&scenario, on: "Bondi Homes")
    #expect(scenario.state.client == scenario.client("bondi-homes")?.id)
    #expect(scenario.state.overlays.isEmpty)
  }

  @Test func aClickOnACompletionOfAWordGoesOnWithTheLine() throws {
    var scenario = try Scenario()
    scenario.press("card.new")
    scenario.type("Call @ha")
    try click(&scenario, on: "Harbor Goods")
    #expect(scenario.shows("Call @harbor-goods"))
    #expect(scenario.state.overlays.count == 1)
  }

  @Test func aClickOnAThemeTriesItOnAndAnotherKeepsIt() throws {
    var scenario = try Scenario()
    scenario.press("view.themes")
    let title = Theme.standardLight.title
    try click(&scenario, on: title)
    #expect(scenario.state.previewTheme == Theme.standardLight.name)
    #expect(scenario.state.overlays.count == 1)
    try click(&scenario, on: title)
    #expect(scenario.state.overlays.isEmpty)
    #expect(scenario.desk.settings.theme == Theme.standardLight.name)
  }

  @Test func aClickOnAFieldGoesThereAndOnAZoneTakesIt() throws {
    var scenario = try Scenario()
    scenario.press("client.new")
    try click(&scenario, on: "Where they are")
    scenario.type("sydn")
    try click(&scenario, on: "Australia/Sydney")
    #expect(scenario.shows("Where they are   Australia/Sydney"))
    #expect(!scenario.shows("New South Wales") && scenario.state.overlays.count == 1)
  }

  @Test(arguments: [60, 80])
  func nothingThatSaysWhatCanBeTypedIsCut(_ width: Int) throws {
    for (command, hint) in [
      ("card.new", "adds and asks again"), ("card.due", "tomorrow 9:00 london"),
      ("board.filter", "is:waiting"), ("client.new", "Esc leaves"), ("desk.settings", "Esc leaves"),
      ("view.help", "finds every command"), ("timer.start", "@client #label"),
      ("timer.interrupt", "@client #label"),
    ] {
      var scenario = try Scenario(width: width, height: 24)
      scenario.press(command)
      #expect(scenario.shows(hint), "\(command) at \(width)\n\(scenario.screen)")
    }
    var scenario = try Scenario(width: width, height: 24)
    scenario.press("view.palette")
    scenario.type("import trello")
    scenario.keys("enter")
    #expect(scenario.shows("Alt+Enter imports") && scenario.shows("Esc leaves"), "\(scenario.screen)")
  }
}

/// A theme that is kept here wins over the configured one: the list says how to go back to that.
@Test func theListOfThemesNamesTheConfiguredOne() throws {
  var scenario = try Scenario()
  scenario.press("view.themes")
  #expect(scenario.shows("a follows the terminal's background"))
  scenario.themes.configured = Theme.standardLight.name
  #expect(scenario.shows("a goes by config.json: \(Theme.standardLight.title)"))
}
