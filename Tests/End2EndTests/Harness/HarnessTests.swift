import Testing

extension End2End {
  /// The harness itself, tried on the shell: what it cannot tell, no test on it can.
  @Suite struct HarnessTests {
    @Test func whatIsTypedIsSeenAndTheEndIsTold() throws {
      let world = try World()
      let terminal = try Tmux(
        world, columns: 30, rows: 6, command: ["sh", "-c", "echo ready; read a; echo got $a; exit 3"])
      // A key that comes before the terminal is set up need not end a line.
      try terminal.wait(forText: "ready")
      try terminal.type("वही 漢")
      try terminal.press("Enter")
      try terminal.wait(forText: "got वही 漢")
      #expect(try terminal.waitForEnd() == 3)
    }

    @Test func theSizeIsTheOneThatWasAskedFor() throws {
      let world = try World()
      let terminal = try Tmux(world, columns: 33, rows: 7, command: ["sh", "-c", "echo ready; exec sh -i"])
      try terminal.wait(forText: "ready")
      try terminal.type("stty size")
      try terminal.press("Enter")
      try terminal.wait(forText: "7 33")
      try terminal.resize(columns: 20, rows: 5)
      try terminal.type("stty size")
      try terminal.press("Enter")
      try terminal.wait(forText: "5 20")
      #expect(try terminal.screen().count == 6)
    }

    @Test func whatDoesNotComeIsAnErrorWithTheScreen() throws {
      let world = try World()
      let terminal = try Tmux(world, columns: 30, rows: 6, command: ["sh", "-c", "echo here; read a"])
      try terminal.wait(forText: "here")
      let error = #expect(throws: Unseen.self) { try terminal.wait(forText: "there", limit: 50) }
      #expect(error?.description.contains("here") == true)
    }

    @Test func aKilledProgramLeavesItsScreenBehind() throws {
      let world = try World()
      let terminal = try Tmux(world, columns: 30, rows: 6, command: ["sh", "-c", "echo painted; read a"])
      try terminal.wait(forText: "painted")
      try terminal.kill9()
      #expect(try terminal.screen().contains("painted"))
      try terminal.restart(["sh", "-c", "echo again; read a"])
      try terminal.wait(forText: "again")
    }
  }
}
