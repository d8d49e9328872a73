import Canvas
import Dashboard
import Desk
import Testing

@Test func aPlaceIsFoundAgainAfterARestart() throws {
  var scenario = try Scenario()
  scenario.keys("1 j l")
  let place = Place(scenario.state.place.bytes)
  #expect(place == scenario.state.place)
  let again = Dashboard.start(size: scenario.state.size, world: scenario.world, at: place)
  #expect(again.client == scenario.state.client)
  #expect(again.board.card == scenario.state.board.card)
}

@Test func aPlaceThatIsGoneOrDamagedIsNoTrouble() throws {
  let scenario = try Scenario()
  let text = #"{"screen":"nowhere","client":"gone","boards":{"gone":{"column":"x","card":"y"}}}"#
  for bytes in [Array(text.utf8), Array("{".utf8), Array("[1]".utf8), []] {
    let state = Dashboard.start(size: Size(width: 80, height: 24), world: scenario.world, at: Place(bytes))
    #expect(state.client == scenario.desk.activeClients.first?.id)
    #expect(state.screen == .desk)
  }
}

@Test func aTerminalThatIsTooSmallSaysSoAndComesBack() throws {
  var scenario = try Scenario()
  scenario.send(.terminal(.resize(width: 20, height: 5)))
  #expect(scenario.screen.contains("Vahi needs"))
  scenario.keys("j j L")
  scenario.send(.terminal(.resize(width: 1, height: 1)))
  _ = scenario.frame
  scenario.send(.terminal(.resize(width: 80, height: 24)))
  #expect(scenario.shows("Coach Lin ─ board"))
}

@Test func aReadOnlyDeskRefusesChangesWithTheReason() throws {
  var scenario = try Scenario()
  scenario.readOnly = "journal/0000000001.jsonl is damaged in line 3"
  let card = try #require(scenario.card("Newsletter 48"))
  scenario.press("card.done")
  #expect(scenario.desk.card(card.id) == card)
  #expect(scenario.state.message?.kind == .error)
  #expect(scenario.shows("line 3"))
}

@Test func aThemeIsTriedOnChosenAndTakenBack() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("choose a theme")
  scenario.keys("enter")
  scenario.keys("down")
  let tried = try #require(scenario.state.previewTheme)
  scenario.keys("esc")
  #expect(scenario.state.previewTheme == nil)
  #expect(scenario.desk.settings.theme == nil)
  scenario.press("view.palette")
  scenario.type("choose a theme")
  scenario.keys("enter down enter")
  #expect(scenario.desk.settings.theme == tried)
}
