import Canvas
import Dashboard
import Desk
import Testing

/// The mouse on lists of lines: a click selects, another one goes there.
struct ListMouseTests {
  private func click(_ scenario: inout Scenario, on text: String) throws {
    let rows = scenario.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains(text) })
    scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: 20, y: row))))
  }

  @Test func onToday() throws {
    var scenario = try WorkedDay.scenario()
    scenario.press("view.today")
    let card = try #require(scenario.card("Restock report"))
    try click(&scenario, on: "Restock report")
    #expect(scenario.state.today.selected == .due(card.id))
    try click(&scenario, on: "Restock report")
    #expect(scenario.state.screen == .desk && scenario.selected == "Restock report")
  }

  @Test func onTheSheetOfADay() throws {
    var scenario = try WorkedDay.scenario()
    let entry = try #require(scenario.entry("Newsletter 48"))
    try click(&scenario, on: "Newsletter 48")
    #expect(scenario.state.time.selected == .entry(entry.id))
    try click(&scenario, on: "· gap")
    #expect(scenario.state.time.selected == .gap(WorkedDay.at("11:00")))
    try click(&scenario, on: "· gap")
    #expect(scenario.shows("What was 11:00 – 11:35?"))
  }

  @Test func onTheHistory() throws {
    var scenario = try Scenario()
    scenario.press("view.history")
    try click(&scenario, on: "New card “Restock report”")
    #expect(scenario.state.screen == .history)
    try click(&scenario, on: "New card “Restock report”")
    #expect(scenario.selected == "Restock report")
  }

  @Test func besideTheLinesNothingHappens() throws {
    var scenario = try WorkedDay.scenario()
    scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: 20, y: 17))))
    scenario.expect()
    scenario.press("view.today")
    scenario.settled()
    scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: 20, y: 2))))
    scenario.expect()
  }
}
