import Canvas
import Dashboard
import Desk
import Testing

@Test func theFilterIsLiveAndEscRestores() throws {
  var scenario = try Scenario()
  scenario.press("board.filter")
  scenario.type("#mon")
  #expect(scenario.shows("1 of 7 cards"))
  #expect(scenario.selected == "Invoice pack", "the nearest card that is left")
  #expect(!scenario.shows("Newsletter"))
  scenario.keys("esc")
  #expect(scenario.state.board.filter.isEmpty)
  #expect(scenario.selected == "Newsletter 48")
  #expect(scenario.shows("Newsletter 48"))
}

/// What is left may stand in columns that are out of sight.
@Test func theFilterShowsWhatItLeaves() throws {
  var scenario = try Scenario()
  for _ in 0..<9 { scenario.press("move.right") }
  #expect(!scenario.shows("Tidy the contact list"))
  let place = scenario.state.board
  scenario.press("board.filter")
  scenario.type("tidy")
  #expect(scenario.selected == "Tidy the contact list")
  #expect(scenario.shows("Tidy the contact list"))
  #expect(!scenario.shows("No card matches"))
  scenario.type("xyz")
  #expect(scenario.shows("No card matches “tidyxyz”"))
  scenario.keys("esc")
  #expect(scenario.state.board == place)
  scenario.press("board.filter")
  scenario.type("tidy")
  scenario.keys("enter")
  for _ in 0..<9 { scenario.press("move.right") }
  #expect(!scenario.shows("No card matches"), "\(scenario.screen)")
  #expect(scenario.shows("‹"))
  #expect(scenario.screen.split(separator: "\n")[1].contains("‹ Backlog 1"), "\(scenario.screen)")
}

@Test func aNewCardThatTheFilterHidesIsToldOfAsSuch() throws {
  var scenario = try Scenario()
  scenario.press("board.filter")
  scenario.type("news")
  scenario.keys("enter n")
  scenario.type("Hidden one")
  scenario.keys("enter")
  #expect(
    scenario.state.message?.text == "New card “Hidden one” in Doing · the filter hides it, Esc shows all")
}

@Test(arguments: [
  ("due:overdue", ["Book the venue for the spring retreat in Lisbon"]), ("!2", ["Newsletter 48"]),
  ("is:waiting", ["Podcast notes"]), ("due:week", ["Invoice pack"]),
])
func theFilterSpeaksTheGrammar(filter: String, titles: [String]) throws {
  var scenario = try Scenario()
  scenario.press("board.filter")
  scenario.type(filter)
  scenario.keys("enter")
  let content = BoardContent(scenario.state, scenario.world)
  let shown = content.columns.flatMap { content.cards(in: $0.id) }.compactMap {
    scenario.desk.card($0)?.title
  }
  #expect(shown == titles)
  #expect(scenario.shows("filter: \(filter)"))
}

@Test func theSortIsChosenAndSaid() throws {
  var scenario = try Scenario()
  scenario.press("board.sort")
  scenario.keys("2")
  let content = BoardContent(scenario.state, scenario.world)
  let first = content.columns.first.flatMap { content.cards(in: $0.id).first }
  #expect(first.flatMap { scenario.desk.card($0)?.urgent } == true, "what is overdue comes first")
  #expect(scenario.shows("by due time"))
}

@Test func aCardMovesOverTheNextOneThatIsShown() throws {
  var scenario = try Scenario()
  scenario.press("board.filter")
  scenario.type("in")
  scenario.keys("enter")
  scenario.press("move.left")
  scenario.press("move.first")
  #expect(scenario.selected == "Invoice pack")
  scenario.press("card.moveDown")
  #expect(
    scenario.titles("Backlog").prefix(2) == [
      "Book the venue for the spring retreat in Lisbon", "Invoice pack",
    ])
  scenario.press("card.moveDown")
  #expect(scenario.state.message?.text == "It is at that end already.")
}

@Test func aSortedBoardKeepsItsOrder() throws {
  var scenario = try Scenario()
  scenario.press("board.sort")
  scenario.keys("2")
  scenario.press("move.left")
  scenario.settled()
  scenario.press("card.moveDown")
  scenario.expect { $0.says("The cards are sorted; o brings back the order by hand.", .warning) }
}

@Test func theFilterNamesWhatItDoesNotUnderstand() throws {
  var scenario = try Scenario()
  scenario.press("board.filter")
  scenario.type("due:foo is:new")
  #expect(scenario.shows("0 of 7 cards"))
  #expect(scenario.shows("due:foo is not understood: due:week"), "\(scenario.screen)")
  #expect(scenario.shows("is:new is not understood: is:open"), "\(scenario.screen)")
  scenario.keys("ctrl+u")
  scenario.type("due:week")
  #expect(scenario.shows("1 of 7 cards") && !scenario.shows("not understood"))
}
