import Canvas
import Dashboard
import Desk
import Testing

@Test func aScenarioStatesChangesAndState() throws {
  var scenario = try Scenario()
  let (review, card) = (try #require(scenario.column("Review")), try #require(scenario.card("Newsletter 48")))
  scenario.press("card.moveRight")
  scenario.expect(changes: ["card Newsletter 48: column Doing → Review, rank"]) {
    $0.board.select(card.id, in: review.id)
    $0.says("Moved “Newsletter 48” to Review")
  }
}

@Test func aScenarioNoticesWhatWasNotStated() throws {
  try withKnownIssue {
    var scenario = try Scenario()
    scenario.press("card.moveRight")
    scenario.expect()
  } matching: {
    $0.description.contains("column Doing → Review") || $0.description.contains("state.")
  }
}

@Test func theDeskAtEightyColumns() throws {
  try Scenario().expectFrame("desk-80x24")
}

@Test func noTwoCommandsWantOneKeyInOnePlace() {
  #expect(Keymap.standard.conflicts.isEmpty)
}
