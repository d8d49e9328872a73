import Canvas
import Dashboard
import Desk
import Testing

@Test func theFilterIsLiveAndEscRestores() throws {
  var scenario = try Scenario()
  scenario.press("board.filter")
  scenario.type("#mon")
  #expect(scenario.shows("1 of 7 cards"))
  #expect(scenario.selected == nil, "the selected column shows nothing")
  #expect(!scenario.shows("Newsletter"))
  scenario.keys("esc")
  #expect(scenario.state.board.filter.isEmpty)
  #expect(scenario.shows("Newsletter 48"))
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
