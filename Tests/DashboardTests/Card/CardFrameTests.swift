import Canvas
import Dashboard
import Desk
import Testing

@Test(arguments: [(80, 24), (140, 40), (60, 18)])
func anOpenCard(width: Int, height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  scenario.press("timer.toggle")
  scenario.wait(seconds: 600)
  scenario.press("card.due")
  scenario.type("thu 5pm")
  scenario.keys("enter")
  scenario.press("card.comment")
  scenario.type("Lin wants the retreat first")
  scenario.keys("enter")
  scenario.press("card.open")
  scenario.press("check.down")
  scenario.wait(seconds: 6)
  scenario.expectFrame("card-\(width)x\(height)", .board)
}

@Test func typingANewCard() throws {
  var scenario = try Scenario()
  scenario.press("card.new")
  scenario.type("Send the invoice #money ~45m !2 >fri 4pm")
  scenario.expectFrame("new-card-80x24", .main)
}

@Test func choosingAColumn() throws {
  var scenario = try Scenario()
  scenario.press("card.toColumn")
  scenario.expectFrame("to-column-80x24", .main)
}

@Test func choosingLabels() throws {
  var scenario = try Scenario()
  scenario.press("card.labels")
  scenario.type("m")
  scenario.expectFrame("labels-80x24", .main)
}
