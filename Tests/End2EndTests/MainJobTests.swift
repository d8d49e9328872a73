import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// A working day on a real board: imported, worked on by keystroke, timed, left, killed, reopened.
  @Suite struct MainJobTests {
    @Test(arguments: [(140, 40), (80, 24), (200, 60)])
    func aDayOnAnImportedBoardIsAllThereTheNextTime(columns: Int, rows: Int) throws {
      let world = try World()
      let said = try world.vahi(
        "import", "trello", Checkout.fixture("board.json"), "--new", "Coach Lin", "--zone", "Europe/London")
      #expect(said.contains("13 new"))
      let terminal = try Tmux.dashboard(world, columns: columns, rows: rows)
      try terminal.wait(forText: "Invoice pack for October")

      try terminal.press("n")
      try terminal.type("Call the printer ~45m #print >fri 4pm")
      try terminal.press("Enter")
      try terminal.wait(forText: "New card “Call the printer”")
      try terminal.press("L")
      try terminal.wait(forText: "Moved “Call the printer” to Doing")
      try terminal.press("t")
      try terminal.wait(for: "the timer line") { screen in
        screen.contains { $0.contains("●") && $0.contains("Coach Lin · Call the printer") }
      }
      #expect(try terminal.title().contains("Call the printer"))
      try terminal.press("x")
      try terminal.wait(forText: "Done: “Call the printer”")
      try terminal.press("u")
      try terminal.wait(forText: "Taken back: Done: “Call the printer”")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
      try expectTheDay(world)

      try terminal.restart(Tmux.command())
      try terminal.wait(for: "the timer line") { screen in
        screen.contains { $0.contains("●") && $0.contains("Coach Lin · Call the printer") }
      }
      try terminal.kill9()
      try expectTheDay(world)
    }

    private func expectTheDay(_ world: World) throws {
      let card = try #require(
        try world.json("card", "list", "--client", "coach-lin").elements.first {
          $0["title"]?.text == "Call the printer"
        })
      #expect(card["column"]?.text == "Doing")
      #expect(card["labels"]?.elements.map(\.text) == ["print"])
      #expect(card["estimate"] == .number("2700"))
      #expect(card["due"]?.text == "2026-11-27T16:00")
      #expect(card["dueZone"]?.text == "Europe/London")
      #expect(card["doneAt"] == .null)
      let running = try world.json("status")["running"]
      #expect(running?["card"] == card["id"])
      #expect(running?["start"]?.text == World.now)
    }

    @Test func everyRealBoardOpensAndScrolls() throws {
      for board in Checkout.realBoards where !board.contains("not-an-export") {
        let world = try World()
        try world.vahi("import", "trello", board, "--new", "Real", "--zone", "Asia/Tokyo")
        let cards = try world.cardTitles("--client", "real").count
        let terminal = try Tmux.dashboard(world, columns: 100, rows: 30)
        try terminal.wait(forText: Words.ready)
        try terminal.press("1")
        try terminal.type(String(repeating: "jjjjjl", count: 8))
        try terminal.press("n")
        try terminal.type("After all of them")
        try terminal.press("Enter")
        try terminal.wait(forText: "New card “After all of them”")
        #expect(try world.cardTitles("--client", "real").count == cards + 1)
        try terminal.press("q")
        #expect(try terminal.waitForEnd() == 0)
      }
    }

    @Test func aFirstRunGreetsAndOpensASampleWithOneKey() throws {
      let world = try World()
      let terminal = try Tmux.dashboard(world, columns: 80, rows: 24)
      try terminal.wait(forText: "Welcome")
      try terminal.press("s")
      try terminal.wait(forText: Words.ready)
      try terminal.wait(for: "the sample's clients") { screen in screen.contains { $0.contains("!") } }
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
      #expect(try world.json("client", "list").elements.isEmpty, "one's own desk is still to be made")
    }
  }
}
