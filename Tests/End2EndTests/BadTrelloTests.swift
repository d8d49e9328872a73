import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Files that are not what they are said to be: a clear word, exit code 65, and the desk as it was.
  @Suite struct BadTrelloTests {
    private func importing(_ world: World, _ text: some StringProtocol) throws -> Outcome {
      let path = try world.folder.write(String(text), to: "board.json")
      return try world.run(["import", "trello", path, "--new", "Somebody", "--zone", "Europe/London"])
    }

    @Test(
      arguments: [
        "", "Hello", "\u{0}\u{1}\u{2}", "[1, 2, 3]", "[{\"id\": \"5f\", \"name\": \"a card\"}]", "{}",
        "{\"name\": \"something else\", \"version\": 3}", "{\"name\": \"cut\", \"lists\": [{\"id\": \"5f",
        "<html></html>", "42",
      ])
    func whatIsNoExportIsRefusedWhole(text: String) throws {
      let world = try World()
      try world.makeDesk()
      let outcome = try importing(world, text)
      #expect(outcome.ending == .exit(65))
      #expect(outcome.complaint.hasPrefix("vahi: "))
      #expect(outcome.complaint.contains("board.json"))
      #expect(try world.json("client", "list").elements.count == 1)
    }

    @Test func aTruncatedBoardIsRefusedWithThePlace() throws {
      let world = try World()
      try world.makeDesk()
      let whole = try #require(FileBytes.text(Checkout.fixture("board.json")))
      for share in [10, 50, 90, 99] {
        let outcome = try importing(world, String(whole.prefix(whole.count * share / 100)))
        #expect(outcome.ending == .exit(65))
        #expect(outcome.complaint.contains("line"))
      }
      #expect(try world.json("client", "list").elements.count == 1)
    }

    @Test func danglingIdsAreToldAndTheRestComes() throws {
      let world = try World()
      try world.makeDesk()
      let outcome = try importing(
        world,
        """
        {"id": "5f0000000000000000000001", "name": "Loose ends", "lists": [
          {"id": "5f0000000000000000000002", "name": "Open", "closed": false, "pos": 1}],
         "cards": [
          {"id": "5f0000000000000000000004", "idList": "5f0000000000000000000002", "name": "Good", "closed": false,
           "idMembers": ["gone"], "idChecklists": ["gone"], "idLabels": ["gone"], "desc": null, "due": null, "pos": 1},
          {"id": "5f0000000000000000000005", "idList": "gone", "name": "In no list", "closed": false, "pos": 2}],
         "checklists": [{"id": "5f0000000000000000000007", "idCard": "gone", "name": "Lost", "checkItems": []}],
         "members": [], "actions": [], "labels": []}
        """)
      #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
      #expect(try world.cardTitles("--client", "somebody").contains("Good"))
    }

    @Test(arguments: ["\"id\"", "\"name\"", "\"idList\""])
    func aNullWhereAStringBelongsIsToldOrPassedOver(field: String) throws {
      let world = try World()
      try world.makeDesk()
      let whole = try #require(FileBytes.text(Checkout.fixture("board.json")))
      let place = try #require(whole.range(of: field + ": \"", after: "\"cards\""))
      let end = try #require(whole[place.upperBound...].firstIndex(of: "\""))
      let outcome = try importing(
        world, whole[..<place.lowerBound] + field + ": null" + whole[whole.index(after: end)...])
      if outcome.ending == .exit(0) {
        #expect(try world.cardTitles("--client", "somebody").count >= 10)
      } else {
        #expect(outcome.ending == .exit(65))
        #expect(outcome.complaint.contains("line") && outcome.complaint.contains("board.json"))
        #expect(try world.json("client", "list").elements.count == 1)
      }
    }

    @Test func twoHundredMegabytesAreReadWithinReason() throws {
      let world = try World()
      try world.makeDesk()
      var text = "{\"id\": \"5f0000000000000000000001\", \"name\": \"Large\", "
      text +=
        "\"lists\": [{\"id\": \"5f0000000000000000000002\", \"name\": \"Open\", \"closed\": false, \"pos\": 1}],"
      text += "\"members\": [], \"labels\": [], \"checklists\": [], \"actions\": [], \"cards\": ["
      let notes = String(repeating: "a long description ", count: 5_300)
      for number in 0..<2_000 {
        text += number == 0 ? "" : ","
        text +=
          "{\"id\": \"5f00000000000000000\(10_000 + number)\", \"idList\": \"5f0000000000000000000002\","
        text += "\"name\": \"Card \(number)\", \"closed\": false, \"pos\": \(number), \"desc\": \"\(notes)\"}"
      }
      text += "]}"
      #expect(text.utf8.count > 200_000_000)
      let path = try world.folder.write(text, to: "board.json")
      let session = try TerminalSession(
        world.invocation(["import", "trello", path, "--new", "Somebody", "--zone", "Europe/London"]),
        rows: 24, columns: 80)
      let said = String(decoding: session.drainToEnd(withinMilliseconds: 120_000), as: UTF8.self)
      #expect(session.finish(withinMilliseconds: Tmux.patience) == .exit(0), "\(said)")
      // A machine that reads it within half a second need not say how far it is, only that it goes on.
      if said.contains("reading board.json") {
        #expect(said.contains("reading board.json █") && said.contains("%"), "it says how far it is")
      }
      #expect(said.contains("saving what came of board.json"))
      #expect(try world.json("card", "list", "--client", "somebody").elements.count == 2_000)
    }

    @Test func theSameFileAgainAddsNothing() throws {
      let world = try World()
      try world.makeDesk()
      let board = Checkout.fixture("board.json")
      try world.vahi("import", "trello", board, "--new", "Somebody", "--zone", "Europe/London")
      let first = try world.json("card", "list", "--client", "somebody")
      #expect(first.elements.count == 11)
      try world.vahi("import", "trello", board, "--client", "somebody")
      #expect(try world.json("card", "list", "--client", "somebody") == first)
    }
  }
}

extension String {
  /// Where a text stands for the first time behind another one.
  fileprivate func range(of text: String, after mark: String) -> Range<String.Index>? {
    guard let start = firstRange(of: mark)?.upperBound else { return nil }
    return self[start...].firstRange(of: text)
  }
}
