import Canvas
import Civil
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

/// Eight clients at eighty columns: each one's clock, told by key where there is no room for names.
@Test func theClockOfEveryClientIsOnTheStrip() throws {
  var scenario = try Scenario(width: 80, height: 24)
  let cities = [
    ("Studio Ipê", "America/Sao_Paulo"), ("Press", "Asia/Tokyo"), ("Everest", "Asia/Kathmandu"),
    ("Lumière", "Europe/Paris"),
  ]
  for (name, zone) in cities {
    try scenario.elsewhere {
      $0.desk.addClient(ClientDraft(name: name, zone: zone), columns: [], context: $0.context)
    }
  }
  for client in scenario.desk.activeClients {
    scenario.keys("\(try #require(client.hotkey))")
    let strip = scenario.frame.text(row: 0)
    for other in scenario.desk.activeClients {
      let clock = DateText.clock(scenario.desk.zone(other.zone).wall(at: scenario.now))
      let key = try #require(other.hotkey)
      let name = other.id == client.id ? TextWidth.prefix(other.name, columns: 2) + " " : ""
      #expect(strip.contains(" \(key) \(name)\(clock)"), "\(strip)")
    }
  }
}

/// With more clients than fit the open one's clock stays in sight, and those that do not fit are counted.
@Test func theStripKeepsTheOpenClientInSight() throws {
  var scenario = try Scenario(width: 60, height: 24)
  for number in 5...14 {
    try scenario.elsewhere {
      $0.desk.addClient(
        ClientDraft(name: "Number \(number)", zone: "UTC"), columns: [], context: $0.context)
    }
  }
  let all = scenario.desk.activeClients
  #expect(all.count == 14)
  for (index, client) in all.enumerated() {
    scenario.press("client.find")
    scenario.type(client.name)
    scenario.keys("enter")
    #expect(scenario.state.client == client.id)
    let strip = scenario.frame.text(row: 0)
    #expect(strip.contains(TextWidth.prefix(client.name, columns: 4)), "\(strip)")
    #expect(TextWidth.of(strip) == 60)
    // Whom the marks count and whom the strip shows are all.
    let before = strip.split(separator: "‹").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
    let after =
      strip.contains("›")
      ? Int(strip.split(separator: "›")[0].split(separator: " ").last ?? "") ?? -1 : 0
    let clocks = strip.count { $0 == ":" }
    #expect(before + clocks + after == 14, "\(index): \(strip)")
  }
}

/// A narrow screen has no room for all keys; the one that lists them is always told.
@Test(arguments: ["1", "2", "4", "0", "g e", "g t", "g h", "w", "w a", "enter"])
func theKeyThatListsAllKeysIsAlwaysTold(_ keys: String) throws {
  for width in [60, 80, 100] {
    var scenario = try Scenario(width: width, height: 24)
    scenario.keys(keys)
    scenario.wait(seconds: 60)
    let hints = scenario.frame.text(row: 23)
    #expect(hints.contains("? help"), "\(hints)")
    #expect(hints.hasSuffix(" "))
  }
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
