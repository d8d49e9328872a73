import Canvas
import Dashboard
import Desk
import Testing

private func chosen(_ scenario: Scenario) -> String? {
  scenario.state.matrix.card.flatMap { scenario.desk.card($0)?.title }
}

@Test func theSelectionGoesBetweenAndWithinQuadrants() throws {
  var scenario = try Scenario()
  scenario.press("view.matrix")
  #expect(chosen(scenario) == "Newsletter 48", "the card selected on the board")
  scenario.press("matrix.left")
  #expect(scenario.state.matrix.quadrant == .first)
  scenario.press("matrix.right")
  scenario.press("matrix.down")
  #expect(chosen(scenario) == "Invoice pack", "what is due comes first")
  scenario.press("matrix.down")
  #expect(chosen(scenario) == "Tidy the contact list")
  scenario.press("matrix.left")
  #expect(scenario.state.matrix.quadrant == .delegate)
  #expect(chosen(scenario) == nil)
}

/// With nothing selected before, an empty quadrant would leave the verbs without a card.
@Test func itBeginsWhereThereIsACard() throws {
  var scenario = try Scenario()
  scenario.keys("4")
  let client = try #require(scenario.state.client)
  let cards = scenario.desk.allCards.filter { $0.client == client }.map(\.id)
  try scenario.elsewhere {
    try $0.desk.editCards(cards, action: "card.quadrant", context: $0.context) {
      ($0.urgent, $0.important) = (false, false)
    }
  }
  scenario.press("view.today")
  scenario.press("view.matrix")
  #expect(scenario.state.matrix.quadrant == .later)
  #expect(chosen(scenario) != nil)
}

@Test func movingACardSetsUrgentAndImportant() throws {
  var scenario = try Scenario()
  scenario.press("view.matrix")
  scenario.settled()
  scenario.press("matrix.moreUrgent")
  scenario.expect(changes: ["card Newsletter 48: urgent false → true"]) {
    $0.matrix.quadrant = .first
    $0.matrix.place = 1
    $0.matrix.tops[.first] = 0
    $0.says("“Newsletter 48”: urgent and important: do it")
  }
  scenario.press("matrix.lessImportant")
  scenario.press("matrix.lessUrgent")
  #expect(scenario.card("Newsletter 48")?.quadrant == .later)
  #expect(chosen(scenario) == "Newsletter 48")
  scenario.press("matrix.lessUrgent")
  #expect(scenario.state.message?.text == "The card is at that edge already.")
}

@Test func cardVerbsWorkThere() throws {
  var scenario = try Scenario()
  scenario.press("view.matrixAll")
  scenario.press("card.done")
  #expect(scenario.card("Newsletter 48")?.doneAt != nil)
  #expect(chosen(scenario) != "Newsletter 48")
  scenario.press("matrix.left")
  scenario.press("card.new")
  scenario.type("Call the venue")
  scenario.keys("enter")
  #expect(scenario.card("Call the venue")?.quadrant == .first)
  #expect(chosen(scenario) == "Call the venue")
  scenario.press("card.open")
  #expect(scenario.state.openCard != nil)
}

@Test func sharedScreensShowOneClientOnly() throws {
  var scenario = try Scenario()
  scenario.press("view.matrixAll")
  #expect(scenario.shows("Restock report"))
  scenario.press("desk.share")
  #expect(!scenario.shows("Restock report"))
}
