import Canvas
import Dashboard
import Desk
import Testing

@Test func aNewClientGetsABoardAndTheNextFreeKey() throws {
  var scenario = try Scenario()
  let before = scenario.desk.activeClients.count
  scenario.press("client.new")
  scenario.type("Zürich Büro")
  scenario.keys("enter enter")
  scenario.type("Europe/London")
  scenario.keys("alt+enter")
  let client = try #require(scenario.client("zurich-buro"))
  #expect(scenario.desk.activeClients.count == before + 1)
  #expect(client.zone == "Europe/London")
  #expect(scenario.desk.columns(of: client.id).count == 6)
  #expect(scenario.state.client == client.id)
}

@Test func aClientsProfileIsEditedInOneChangeAndUndone() throws {
  var scenario = try Scenario()
  scenario.press("client.edit")
  scenario.type("Coach Linda")
  scenario.keys("alt+enter")
  #expect(scenario.client("coach-lin")?.name == "Coach Linda")
  scenario.press("desk.undo")
  #expect(scenario.client("coach-lin")?.name == "Coach Lin")
}

@Test func anArchivedClientLeavesTheStripAndComesBack() throws {
  var scenario = try Scenario()
  let client = try #require(scenario.client("coach-lin"))
  scenario.press("client.archive")
  #expect(!scenario.desk.activeClients.contains { $0.id == client.id })
  #expect(scenario.state.client != client.id)
  scenario.press("view.palette")
  scenario.type("bring back archived")
  scenario.keys("enter enter")
  #expect(scenario.desk.activeClients.contains { $0.id == client.id })
}

@Test func deletingAClientAsksFirstAndKeepsByDefault() throws {
  var scenario = try Scenario()
  scenario.press("view.palette")
  scenario.type("delete this client")
  scenario.keys("enter enter")
  #expect(scenario.client("coach-lin") != nil)
  scenario.press("view.palette")
  scenario.type("delete this client")
  scenario.keys("enter d")
  #expect(scenario.client("coach-lin") == nil)
  scenario.press("desk.undo")
  #expect(scenario.titles("Doing").isEmpty == false)
}

@Test func countsOfOneAreTold() throws {
  var scenario = try Scenario()
  scenario.press("client.1")
  scenario.press("view.palette")
  scenario.type("delete this client")
  scenario.keys("enter")
  #expect(scenario.shows("Delete Harbor Goods with 1 card, 0 blocks and 0 entries?"), "\(scenario.screen)")
}

@Test(arguments: [
  ("On these days", "funday", "not understood"), ("Currency", "euros", "not understood"),
  ("Currency", "EU", "as EUR"), ("Rate an hour", "dear", "not understood"), ("Key", "0", "not understood"),
])
func aClientsFormSaysAtOnceWhatItDoesNotUnderstand(_ label: String, _ typed: String, _ note: String) throws {
  var scenario = try Scenario(width: 100, height: 30)
  scenario.press("client.new")
  scenario.type("New")
  for _ in 0..<12 {
    let row = scenario.screen.split(separator: "\n").first { $0.contains(label) }
    guard case .form(let form)? = scenario.state.overlays.last, row != nil else { break }
    if form.form.fields[form.form.focus].label == label { break }
    scenario.keys("tab")
  }
  scenario.keys("ctrl+u")
  scenario.type(typed)
  let row = scenario.screen.split(separator: "\n").first { $0.contains(label) }
  #expect(row?.contains(note) == true, "\(scenario.screen)")
}

@Test func aClientIsFoundByAFewLetters() throws {
  var scenario = try Scenario()
  scenario.press("client.find")
  scenario.type("harb")
  scenario.keys("enter")
  #expect(scenario.state.client == scenario.client("harbor-goods")?.id)
}

@Test func aDigitWithoutAClientSaysSo() throws {
  var scenario = try Scenario()
  scenario.keys("9")
  scenario.expect { $0.says("No client has the key 9.", .warning) }
}

@Test func onesOwnZoneIsChanged() throws {
  var scenario = try Scenario()
  scenario.press("desk.settings")
  scenario.keys("tab")
  scenario.type("Europe/London")
  scenario.keys("alt+enter")
  #expect(scenario.desk.settings.homeZone == "Europe/London")
}

@Test(arguments: [
  (80, 24, ["view.nextPane"]), (140, 40, ["calendar.week"]), (140, 40, ["calendar.week", "view.today"]),
])
func aClientsDigitShowsTheBoardWhateverHidesIt(_ width: Int, _ height: Int, _ before: [String]) throws {
  var scenario = try Scenario(width: width, height: height)
  for command in before { scenario.press(command) }
  #expect(!scenario.shows("Coach Lin ─ board"))
  scenario.press("client.2")
  #expect(scenario.shows("Coach Lin ─ board"))
}

@Test func besideItsBoardTheCalendarKeepsTheKeys() throws {
  var scenario = try Scenario(width: 140, height: 40)
  scenario.press("view.nextPane")
  scenario.press("client.1")
  #expect(scenario.shows("Harbor Goods ─ board") && scenario.state.pane == .calendar)
}
