import PseudoTerminal
import Testing

extension End2End {
  /// Two terminals and the shell on one desk: each sees what the others do, and all stay right.
  @Suite struct SeveralTests {
    @Test func whatTheShellDoesIsSeenInAnOpenDashboard() throws {
      let world = try World()
      try world.makeDesk()
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: Words.ready)
      try terminal.press("1")
      for number in 1...3 {
        try world.vahi("card", "add", "From the shell \(number)", "--client", "lin")
        try terminal.wait(forText: "From the shell \(number)", limit: 1_000)
      }
      try world.vahi("start", "Call with Lin", "--client", "lin")
      try terminal.wait(forText: "Call with Lin", limit: 1_000)
    }

    @Test func twoDashboardsShowEachOthersChanges() throws {
      let world = try World()
      try world.makeDesk()
      let left = try Tmux.dashboard(world)
      let right = try Tmux.dashboard(world, columns: 80, rows: 24)
      for terminal in [left, right] {
        try terminal.wait(forText: Words.ready)
        try terminal.press("1")
      }
      for (number, terminal) in [left, right, left, right].enumerated() {
        try terminal.press("n")
        try terminal.type("Card \(number)")
        try terminal.press("Enter")
        for either in [left, right] { try either.wait(forText: "Card \(number)") }
      }
      try left.press("q")
      #expect(try left.waitForEnd() == 0)
      try world.vahi("card", "add", "With one left", "--client", "lin")
      try right.wait(forText: "With one left")
      #expect(try world.cardTitles().count == 5)
    }

    @Test func manyShellCommandsAtOnceLoseNothing() throws {
      let world = try World()
      try world.makeDesk()
      let programs = try (0..<24).map { number in
        try Program(
          world.invocation([
            "card", "add", "Card \(number)", "--client", "lin", "--now", World.now, "--freeze",
          ]))
      }
      for program in programs {
        let outcome = program.finish()
        #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
      }
      #expect(try world.cardTitles().sorted() == (0..<24).map { "Card \($0)" }.sorted())
    }

    @Test func aChangeUndoneInOneTerminalIsGoneInTheOther() throws {
      let world = try World()
      try world.makeDesk()
      let left = try Tmux.dashboard(world)
      let right = try Tmux.dashboard(world)
      for terminal in [left, right] {
        try terminal.wait(forText: Words.ready)
        try terminal.press("1")
      }
      try left.press("n")
      try left.type("Here and gone")
      try left.press("Enter")
      try right.wait(forText: "Here and gone")
      try left.press("u")
      try right.wait(for: "the card to be gone") { screen in
        !screen.contains { $0.contains("Here and gone") && $0.hasPrefix("│") }
      }
      #expect(try world.cardTitles().isEmpty)
    }
  }
}
