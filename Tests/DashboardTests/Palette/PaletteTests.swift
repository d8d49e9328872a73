import Canvas
import Dashboard
import Desk
import Testing

@Test func thePaletteRunsACommandByAFewLetters() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("today across")
  scenario.keys("enter")
  #expect(scenario.state.screen == .today)
  #expect(scenario.state.overlays.isEmpty)
}

@Test func thePaletteGoesToACardByItsNameAndItsClients() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.card("Newsletter 48"))
  scenario.keys("1")
  scenario.press("view.palette")
  scenario.type("newsl lin")
  scenario.keys("enter")
  #expect(scenario.state.client == card.client)
  #expect(scenario.state.board.card == card.id)
}

@Test func aCommandThatCannotRunHereSaysWhyInThePaletteAndWhenChosen() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("bring back archived client")
  #expect(scenario.shows("No client is archived."))
  scenario.keys("enter")
  #expect(scenario.state.message == Message(.warning, "No client is archived."))
}

/// Short and long titles, as in “On by what is in sight: a day, week, month”.
@Test func whatThePaletteSaysOfALineEndsInOneColumn() throws {
  var scenario = try Scenario()
  scenario.press("view.nextPane")
  scenario.press("view.palette")
  let lines = scenario.screen.split(separator: "\n").filter { $0.contains(" Calendar ") }
  #expect(lines.count > 3, "\(scenario.screen)")
  let ends = lines.map { line in
    line.ranges(of: " Calendar ").last.map { line.distance(from: line.startIndex, to: $0.upperBound) }
  }
  #expect(Set(ends).count == 1, "\(scenario.screen)")
}

@Test func thePaletteHidesOtherClientsWhileTheScreenIsShared() throws {
  var scenario = try Scenario()
  scenario.press("desk.share")
  scenario.press("view.palette")
  scenario.type("harbor")
  #expect(!scenario.shows("Harbor Goods"))
}

@Test func escapeLeavesThePaletteAndChangesNothing() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("quit")
  scenario.keys("esc")
  scenario.expect()
}

@Test func helpListsTheKeysOfThePlaceAndNoOthers() throws {
  var scenario = try Scenario(width: 140, height: 40)
  scenario.press("view.help")
  #expect(scenario.shows("Filter the cards"))
  scenario.keys("esc")
  scenario.press("view.nextPane")
  scenario.press("view.help")
  #expect(!scenario.shows("Filter the cards"))
}

@Test(arguments: [("tab", "Calendar"), ("g t", "Time entries")])
func helpBeginsWithWhereOneIs(keys: String, heading: String) throws {
  var scenario = try Scenario()
  scenario.keys(keys)
  scenario.press("view.help")
  #expect(scenario.shows("What you can do here"))
  let lines = scenario.screen.split(separator: "\n")
  let title = try #require(lines.firstIndex { $0.contains("What you can do here") })
  #expect(lines[title + 1].contains("│ \(heading) "))
}

@Test func helpNamesAKeyOnceForWhatItDoesHere() throws {
  var scenario = try Scenario(width: 140, height: 60)
  scenario.press("card.open")
  scenario.press("view.help")
  #expect(scenario.shows("Delete the line of the checklist, or the card"))
  #expect(!scenario.shows("Delete the card"), "its key deletes the line here")
  #expect(!scenario.shows("Edit the title"))
}

@Test(arguments: [
  ("exit", "desk.quit"), ("shortcuts", "view.help"), ("keys", "view.help"), ("keyboard", "view.help"),
  ("colour", "view.themes"), ("color", "view.themes"), ("dark mode", "view.themes"),
  ("revert", "desk.undo"), ("undo", "desk.undo"), ("quit", "desk.quit"), ("theme", "view.themes"),
  ("stopwatch", "timer.toggle"), ("deadline", "card.due"), ("tags", "card.labels"),
  ("preferences", "desk.settings"), ("timezone", "desk.settings"), ("private", "desk.share"),
  ("search", "board.filter"), ("appointment", "block.new"), ("log", "view.history"),
  ("holiday", "client.edit"), ("holidays", "client.edit"),
  ("export", "desk.exportCalendar"), ("sync", "desk.sync"),
])
func aCommandIsFoundByAnotherWordForIt(_ text: String, _ command: String) throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type(text)
  let title = try #require(CommandTable.command(command)).title(.english)
  #expect(scenario.shows(title), "\(text)")
}

@Test func aTitleComesBeforeAnotherWord() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("history")
  #expect(scenario.frame.text(row: 5).contains("History: what was done when"), "\(scenario.screen)")
}

@Test func everyOtherWordBelongsToACommand() {
  for id in Words.english.palette.otherWordsByCommand.keys {
    #expect(CommandTable.command(String(id))?.isListed == true, "\(id)")
  }
}
