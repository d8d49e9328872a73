import Dashboard
import Desk
import Testing

@Test func framesAreReadWithTheirMistakesNamed() {
  let text = """
    {
      "frames": [
        "mon-thu 9-11 @acme #deep",
        "someday 9-11 @acme",
        "fri 16-17 #admin", "fri 16 #admin",
        "fri 9-10 admin", "fri 9-10",
      ],
    }
    """
  let (configuration, problems) = Configuration.parse(Array(text.utf8), words: .english)
  #expect(configuration.frames.map(\.text) == ["mon-thu 9-11 @acme #deep", "fri 16-17 #admin"])
  #expect(problems.map(\.place.line) == [4, 5, 6, 6])
  #expect(problems.map(\.place.column) == [5, 25, 5, 23])
  #expect(problems[0].text.contains("“someday” names no days"))
  #expect(problems[1].text.contains("“16” is no time of day"))
  #expect(problems[2].text.contains("“admin” is neither @client nor #label"))
  #expect(problems[3].text.contains("for nothing"))
}
