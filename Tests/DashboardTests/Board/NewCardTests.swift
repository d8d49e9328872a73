import Dashboard
import Desk
import Testing

@Test func aMarkThatIsNotUnderstoodIsSaidToStayText() throws {
  var scenario = try Scenario()
  scenario.press("card.new")
  scenario.type("Call @nobody ~45m")
  #expect(scenario.shows("~45m · @nobody stays text"))
  scenario.type(" >blah")
  #expect(scenario.shows("~45m · @nobody and >blah stay text"))
  scenario.keys("enter")
  #expect(scenario.card("Call @nobody >blah")?.estimate == 2700)
}

@Test func aMarkThatStaysTextIsSaidToWhereATimerIsTyped() throws {
  var scenario = try Scenario()
  scenario.press("timer.start")
  scenario.type("Mails @nobody")
  #expect(scenario.shows("@nobody stays text"))
}

@Test func understoodMarksAloneSayNothingOfText() throws {
  var scenario = try Scenario()
  scenario.press("card.new")
  scenario.type("Call @bondi #1042 ~45m")
  #expect(!scenario.shows("stay"))
}
