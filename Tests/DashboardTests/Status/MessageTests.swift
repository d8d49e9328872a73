import Canvas
import Dashboard
import Desk
import Testing

/// What to do about it stands at a message's end: it is never what is cut off.
@Suite struct MessageTests {
  private func bottom(_ text: String, rows: Int, prompt: Bool = false) throws -> [String] {
    var scenario = try Scenario(width: 80, height: 24)
    if prompt {
      scenario.press("card.new")
      scenario.type("Half a title")
    }
    scenario.send(.notice(Message(.error, text)))
    if prompt { #expect(scenario.shows("Half a title") && scenario.shows("╰")) }
    return scenario.screen.split(separator: "\n", omittingEmptySubsequences: false).suffix(rows).map(
      String.init)
  }

  @Test func oneThatFitsTakesTheLastRowAlone() throws {
    let text = String(repeating: "x", count: 79)
    let rows = try bottom(text, rows: 2)
    #expect(rows[1] == " " + text && rows[0].contains("week"))
  }

  @Test(arguments: [true, false]) func oneThatDoesNotFitTakesTheRowsAbove(prompt: Bool) throws {
    #expect(
      try bottom(Self.readOnly, rows: 2, prompt: prompt) == [
        " This desk is read-only: journal/0000000001.jsonl is damaged in line 2; run",
        " vahi doctor to see what can be saved",
      ])
  }

  @Test func threeRowsAreEnough() throws {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    let rows = try bottom(text, rows: 3)
    #expect(rows[0].hasPrefix(" word1 word2") && rows[2].hasSuffix("…"))
  }

  @Test func itIsGoneWithTheMessage() throws {
    var scenario = try Scenario(width: 80, height: 24)
    let before = scenario.screen
    scenario.send(.notice(Message(.error, Self.readOnly)))
    #expect(scenario.screen != before)
    scenario.keys("esc")
    #expect(scenario.screen == before)
  }

  private static let readOnly =
    "This desk is read-only: journal/0000000001.jsonl is damaged in line 2; run vahi doctor to see what can be saved"
}
