import Canvas
import Dashboard
import Testing

/// Ctrl-Z is the shell's, whatever lies over the screen; what was typed is still there afterwards.
@Test(arguments: ["card.new", "view.palette", "view.help", "board.filter", "desk.settings"])
func theShellIsReachedFromWhatHasTheKeys(_ command: String) throws {
  var scenario = try Scenario()
  scenario.press(command)
  if command != "view.help" { scenario.type("half typ") }
  scenario.settled()
  scenario.keys("ctrl+z")
  scenario.expect(effects: [.suspend])
}

@Test func aPlainKeyThatSuspendsIsStillTyped() throws {
  var scenario = try Scenario()
  scenario.keymap = Keymap(commands: CommandTable.all, overrides: ["desk.suspend": ["z"]])
  scenario.press("card.new")
  scenario.type("z")
  #expect(scenario.shows("z"))
  #expect(scenario.effects.isEmpty)
}
