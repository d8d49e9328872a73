import Canvas
import Dashboard
import Desk
import Testing

@Test(arguments: [60, 80, 100, 140, 200])
func theStripNamesEveryClientItHasRoomFor(_ width: Int) throws {
  let scenario = try Scenario(width: width, height: 24)
  let strip = scenario.frame.text(row: 0)
  for client in scenario.desk.activeClients {
    let hotkey = try #require(client.hotkey)
    let start = TextWidth.prefix(client.name, columns: 2)
    #expect(strip.contains("\(hotkey) \(start)"), "\(strip)")
  }
  #expect(strip.contains(" 0"))
}

@Test func theStripHidesTheOthersWhileTheScreenIsShared() throws {
  var scenario = try Scenario(width: 140, height: 40)
  scenario.press("desk.share")
  let strip = scenario.frame.text(row: 0)
  #expect(strip.contains("Coach Lin"))
  #expect(!strip.contains("Harbor"))
}

@Test func whatIsBlankedWhileSharingIsNotOpenedEditedOrNamed() throws {
  var scenario = try Scenario(width: 140, height: 40)
  scenario.press("desk.share")
  let names = scenario.desk.activeClients.filter { $0.slug != "coach-lin" }.map(\.name)
  let titles = scenario.desk.allCards.filter { card in
    scenario.desk.client(card.client)?.slug != "coach-lin"
  }.map(\.title)
  for screen in ["0", "g t", "g h", "g d", "g d tab"] {
    for keys in ["enter", "e", "s", "M", "n @", "j enter", "j e", "j s", "j j enter", "j j e"] {
      scenario.keys("esc esc esc")
      scenario.keys(screen)
      scenario.keys(keys)
      #expect(scenario.state.client == scenario.client("coach-lin")?.id, "\(screen) \(keys)")
      for text in names + titles { #expect(!scenario.shows(text), "\(screen) \(keys): \(text)") }
    }
  }
}
