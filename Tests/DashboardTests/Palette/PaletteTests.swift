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
