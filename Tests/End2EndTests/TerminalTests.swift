import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// Terminals that are missing, odd, small, or taken away: a clear word, and the terminal as it was.
  @Suite struct TerminalTests {
    private func session(_ world: World, _ arguments: [String] = []) throws -> TerminalSession {
      try TerminalSession(
        world.invocation(arguments + ["--now", World.now, "--freeze"]), rows: 30, columns: 100)
    }

    @Test func withoutATerminalItSaysSo() throws {
      let world = try World()
      let outcome = try world.run([])
      #expect(outcome.ending == .exit(1))
      #expect(outcome.text.isEmpty)
      #expect(outcome.complaint.hasPrefix("vahi: "))
      #expect(outcome.complaint.contains(Words.noTerminal))
    }

    @Test(arguments: ["dumb", "no-such-terminal", ""])
    func aTerminalThatCannotBeDrawnOnIsNamed(term: String) throws {
      let world = try World()
      world.environment["TERM"] = term
      let session = try session(world)
      let said = session.drainToEnd(withinMilliseconds: Tmux.patience)
      #expect(session.finish(withinMilliseconds: Tmux.patience) == .exit(1))
      #expect(String(decoding: said, as: UTF8.self).contains(Words.dumbTerminal))
      #expect(!said.contains(0x1B), "nothing but text goes to such a terminal")
    }

    @Test func aTinyWindowIsToldAndGrowsIntoTheDesk() throws {
      let world = try World()
      try world.makeDesk()
      let terminal = try Tmux.dashboard(world, columns: 20, rows: 5)
      try terminal.wait(forText: Words.tooSmall)
      try terminal.resize(columns: 80, rows: 24)
      try terminal.wait(forText: Words.ready)
      try terminal.resize(columns: 20, rows: 5)
      try terminal.wait(forText: Words.tooSmall)
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func closingTheWindowLosesNothing() throws {
      let world = try World()
      try world.makeDesk()
      let session = try session(world)
      #expect(session.read(until: Words.ready, withinMilliseconds: Tmux.patience) != nil)
      session.send("n")
      _ = session.read(untilSilentFor: 100, withinMilliseconds: Tmux.patience)
      session.send("Proof of the catalogue\r")
      #expect(session.read(until: "Proof of the catalogue", withinMilliseconds: Tmux.patience) != nil)
      _ = session.read(untilSilentFor: 100, withinMilliseconds: Tmux.patience)
      session.hangUp()
      let ending = session.finish(withinMilliseconds: Tmux.patience)
      #expect(ending == .exit(0) || ending == .exit(1) || ending == .signal(Int(SIGHUP)))
      #expect(try world.cardTitles() == ["Proof of the catalogue"])
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1])
    func beingToldToEndRestoresTheTerminal(signal: Int32) throws {
      let world = try World()
      try world.makeDesk()
      let terminal = try Tmux(world, columns: 100, rows: 30, command: ["sh", "-i"])
      try terminal.runInShell(Tmux.command())
      try terminal.wait(forText: Words.ready)
      kill(try world.childOfShell(terminal), signal)
      try terminal.wait(forNoText: Words.ready)
      try terminal.expectWorkingShell()
    }

    @Test func stoppedAndContinuedItDrawsItselfAgain() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Proof of the catalogue", "--client", "lin")
      let terminal = try Tmux(world, columns: 100, rows: 30, command: ["sh", "-i"])
      try terminal.runInShell(Tmux.command())
      // The first to be seen may be half a picture: its last line is painted last.
      let before = try terminal.wait(for: "a whole picture") { lines in
        [Words.ready, Words.whole].allSatisfy { text in lines.contains { $0.contains(text) } }
      }
      for _ in 0..<3 {
        try terminal.press("C-z")
        try terminal.wait(forNoText: Words.ready)
        try terminal.expectWorkingShell()
        try terminal.type("fg")
        try terminal.press("Enter")
        try terminal.wait(for: "the picture as it was") { $0 == before }
      }
      try terminal.press("q")
      try terminal.wait(forNoText: Words.ready)
      try terminal.expectWorkingShell()
    }

    @Test func stoppedWhileTypingItComesBackWithTheText() throws {
      let world = try World()
      try world.makeDesk()
      let terminal = try Tmux(world, columns: 100, rows: 30, command: ["sh", "-i"])
      try terminal.runInShell(Tmux.command())
      try terminal.wait(forText: Words.ready)
      try terminal.press("n")
      try terminal.type("half typ")
      try terminal.wait(forText: "half typ")
      try terminal.press("C-z")
      try terminal.wait(forNoText: Words.ready)
      try terminal.expectWorkingShell()
      try terminal.type("fg")
      try terminal.press("Enter")
      try terminal.wait(forText: "half typ")
      try terminal.type("ed")
      try terminal.press("Enter")
      try terminal.wait(forText: "New card “half typed”")
    }

    @Test func anotherSizeWhileStoppedIsSeenOnReturn() throws {
      let world = try World()
      try world.makeDesk()
      let terminal = try Tmux(world, columns: 140, rows: 40, command: ["sh", "-i"])
      try terminal.runInShell(Tmux.command())
      try terminal.wait(forText: Words.ready)
      try terminal.press("C-z")
      try terminal.wait(forNoText: Words.ready)
      try terminal.resize(columns: 80, rows: 24)
      try terminal.type("fg")
      try terminal.press("Enter")
      let fresh = try Tmux.dashboard(world, columns: 80, rows: 24)
      try fresh.wait(forText: Words.ready)
      try terminal.wait(for: "the picture of a fresh start") { try $0 == fresh.screen() }
    }

    @Test func aStormOfSizesEndsInTheRightPicture() throws {
      let world = try World()
      try world.makeDesk()
      for title in ["दिवाळी अंक", "漢字 and 👩‍👩‍👧", "Invoice pack"] {
        try world.vahi("card", "add", title, "--client", "lin")
      }
      let terminal = try Tmux.dashboard(world, columns: 140, rows: 40)
      try terminal.wait(forText: Words.ready)
      var generator = SeededGenerator(seed: 9)
      for _ in 0..<120 {
        try terminal.resize(
          columns: Int.random(in: 10...220, using: &generator),
          rows: Int.random(in: 3...70, using: &generator))
      }
      for size in [(columns: 80, rows: 24), (columns: 133, rows: 37)] {
        try terminal.resize(columns: size.columns, rows: size.rows)
        let fresh = try Tmux.dashboard(world, columns: size.columns, rows: size.rows)
        // Both are looked at each time: the fresh one may have been seen half painted.
        try fresh.wait(forText: Words.ready)
        try terminal.wait(for: "the picture of a fresh start") { try $0 == fresh.screen() }
      }
    }

    @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1", "no_SUCH.locale"])
    func aLocaleThatIsNotUTF8IsReplacedOrTold(locale: String) throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "दिवाळी अंक 漢字", "--client", "lin")
      world.environment["LC_ALL"] = locale
      let session = try session(world)
      let burst = session.read(
        untilSilentFor: Tmux.patience, orAfterFirstByteFor: 300, since: Stopwatch())
      let said = String(decoding: burst.bytes, as: UTF8.self)
      if burst.isOver {
        #expect(said.contains(Words.locale))
        #expect(session.finish(withinMilliseconds: Tmux.patience) == .exit(1))
      } else {
        #expect(said.contains("漢") && said.contains("╭"))
        session.send("q")
        #expect(session.finish(withinMilliseconds: Tmux.patience) == .exit(0))
      }
    }

    @Test func escapeSequencesInTitlesNeverReachTheTerminal() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi(
        "card", "add", "Red \u{1B}[31m and a title \u{1B}]0;taken\u{7} \u{9B}2J end", "--client", "lin")
      let session = try session(world)
      let said = try #require(session.read(until: Words.ready, withinMilliseconds: Tmux.patience))
      let rest = session.read(untilSilentFor: 200, withinMilliseconds: Tmux.patience).bytes
      #expect(!(said + rest).contains(subsequence: Array("\u{1B}]0;taken".utf8)))
      #expect(!(said + rest).contains(subsequence: Array("\u{9B}2J".utf8)))
      session.send("q")
      #expect(session.finish(withinMilliseconds: Tmux.patience) == .exit(0))
    }
  }
}

extension World {
  /// The titles of all cards that are not archived, as the shell tells them.
  func cardTitles(_ arguments: String...) throws -> [String] {
    let outcome = try json(["card", "list"] + arguments).elements
    return outcome.compactMap { $0["title"]?.text }
  }

  /// The process that a shell in the terminal has started.
  func childOfShell(_ terminal: Tmux) throws -> pid_t {
    let shell = try terminal.pid()
    let children = FileBytes.text("/proc/\(shell)/task/\(shell)/children") ?? ""
    return try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
  }
}

extension Tmux {
  /// Types a command line of these words, each quoted, and presses Enter.
  func runInShell(_ words: [String]) throws {
    try wait(forText: "$")
    try type(words.map { "'\($0)'" }.joined(separator: " "))
    try press("Enter")
  }

  /// Sees that the shell echoes what is typed, has its cursor, and gets lines: that nothing was left behind.
  func expectWorkingShell() throws {
    try type("stty -a | grep -c -- '-echo ' | sed s/^/silenced=/")
    try wait(forText: "sed s/^/silenced=/")
    try press("Enter")
    // The prompt may come after what was typed ahead, and then stands before the answer.
    try wait(for: "the shell's answer that echo is on") { lines in
      lines.contains { $0.hasSuffix("silenced=0") }
    }
    #expect(try flags() == "0 1", "the alternate screen is left and the cursor is there")
  }
}
