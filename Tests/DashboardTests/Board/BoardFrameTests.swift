import Canvas
import Dashboard
import Desk
import Testing

@Test(arguments: [(80, 24), (140, 40), (60, 18)])
func theBoardOfAClient(width: Int, height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  scenario.press("timer.toggle")
  scenario.wait(seconds: 2533)
  scenario.expectFrame("board-\(width)x\(height)", .board)
}

@Test(arguments: [(80, 24), (60, 18)])
func titlesInAnyScriptMoveNoBorder(width: Int, height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  scenario.press("client.4")
  scenario.expectFrame("scripts-\(width)x\(height)", .board)
}

@Test func anEmptyBoardSaysWhatToDo() throws {
  var scenario = try Scenario()
  scenario.press("client.3")
  #expect(scenario.shows("No cards. n makes one."))
}

@Test func columnsOutOfSightOnBothSidesLeaveTheTitleWhole() throws {
  var scenario = try Scenario()
  for number in 1...9 {
    scenario.press("column.add")
    scenario.type("Kept for the spring \(number)")
    scenario.keys("enter")
  }
  for _ in 0..<5 { scenario.press("move.left") }
  let edge = scenario.screen.split(separator: "\n").first { $0.contains("‹") } ?? ""
  #expect(edge.hasPrefix("╭ Coach Lin ─ board ─") && edge.contains("›"))
}

@Test func aColumnOverItsLimitIsSeen() throws {
  var scenario = try Scenario()
  for title in ["One more", "And another"] {
    scenario.press("card.new")
    scenario.type(title)
    scenario.keys("enter")
  }
  #expect(scenario.shows("Doing ⚠ 3/2 over limit"))
}

@Test func markedFilteredSorted() throws {
  var scenario = try Scenario()
  scenario.press("move.left")
  scenario.press("card.mark")
  scenario.press("card.mark")
  scenario.press("board.filter")
  scenario.type("o")
  scenario.expectFrame("board-filter-80x24", .board)
}

@Test func aLongColumnScrollsWithItsSelection() throws {
  var scenario = try Scenario()
  for number in 1...30 {
    scenario.press("card.new")
    scenario.type("Card \(number)")
    scenario.keys("enter")
  }
  #expect(scenario.selected == "Card 30")
  #expect(scenario.shows("Card 30"))
  #expect(!scenario.shows("Newsletter 48"))
  scenario.press("move.first")
  #expect(scenario.shows("Newsletter 48"))
  #expect(scenario.shows("more"))
  scenario.press("move.last")
  scenario.press("card.markAll")
  scenario.press("card.archive")
  scenario.press("desk.undo")
  scenario.keys("esc")
  for _ in 0..<5 { scenario.press("move.down") }
  #expect(scenario.shows(try #require(scenario.selected)))
}
