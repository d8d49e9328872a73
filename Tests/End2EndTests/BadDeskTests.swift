import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// Desks that are missing, damaged, from the future, or that cannot be written: told, and nothing lost.
  @Suite struct BadDeskTests {
    @Test func aNewerDeskIsLeftAlone() throws {
      let world = try World()
      try world.makeDesk()
      let path = world.desk + "/desk.json"
      let newer = "{\"format\": 99, \"soul\": true}\n"
      try FileBytes.write(Array(newer.utf8), to: path)
      let outcome = try world.run(["card", "add", "Too new", "--client", "lin"])
      #expect(outcome.ending == .exit(65) || outcome.ending == .exit(1))
      #expect(outcome.complaint.contains("99") || outcome.complaint.contains("newer"))
      #expect(FileBytes.text(path) == newer)
    }

    @Test func aDamagedFileIsNamedKeptAndTheRestOpens() throws {
      let world = try World()
      try world.vahi("demo", "--no-open", "--data", world.desk)
      try world.vahi("card", "add", "Still here", "--client", "harbor-goods")
      let path = world.desk + "/clients/coach-lin/board.json"
      let damaged = Array("{\"columns\": [oops".utf8)
      try FileBytes.write(damaged, to: path)

      let doctor = try world.run(["doctor"])
      #expect((doctor.text + doctor.complaint).contains("clients/coach-lin/board.json"))
      let list = try world.run(["card", "list", "--json"])
      #expect(list.ending == .exit(0), "\(list.complaint)")
      #expect(list.text.contains("Still here"))
      #expect(list.complaint.contains("clients/coach-lin/board.json"))
      let add = try world.run(["card", "add", "Onto nothing", "--client", "coach-lin"])
      #expect(add.ending == .exit(65) && add.complaint.contains("run vahi doctor"))
      #expect(!add.complaint.contains("add one in the dashboard"))
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: "board.json")
      // The pane says it too, when the message is gone.
      try terminal.press("2")
      try terminal.wait(forText: "│ clients/coach-lin/board.json is damaged")
      try terminal.press("q")
      _ = try terminal.waitForEnd()
      #expect(FileBytes.read(path) == damaged)
    }

    @Test func aJournalCutShortOpensWithAllThatIsWhole() throws {
      let world = try World()
      try world.makeDesk()
      for number in 0..<3 { try world.vahi("card", "add", "Card \(number)", "--client", "lin") }
      let path = try world.journal()
      var bytes = try #require(FileBytes.read(path))
      bytes.removeLast(7)
      try FileBytes.write(bytes, to: path)
      let list = try world.run(["card", "list", "--json"])
      #expect(list.ending == .exit(0), "\(list.complaint)")
      #expect(list.text.contains("Card 0") && list.text.contains("Card 1") && !list.text.contains("Card 2"))
      try world.vahi("card", "add", "After", "--client", "lin")
      #expect(try world.cardTitles().sorted() == ["After", "Card 0", "Card 1"])
    }

    @Test func aJournalDamagedInTheMiddleIsReadOnlyAndNamesTheLine() throws {
      let world = try World()
      try world.makeDesk()
      for number in 0..<4 { try world.vahi("card", "add", "Card \(number)", "--client", "lin") }
      let path = try world.journal()
      let text = try #require(FileBytes.text(path))
      let damaged = text.replacing("Card 1", with: "Cart 1")
      #expect(damaged != text)
      try FileBytes.write(Array(damaged.utf8), to: path)
      let outcome = try world.run(["card", "add", "More", "--client", "lin"])
      #expect(outcome.ending == .exit(1) || outcome.ending == .exit(65))
      #expect(outcome.complaint.contains("line") && outcome.complaint.contains("doctor"))
      #expect(FileBytes.text(path) == damaged)

      // Mended, it is sound by the doctor's own words, and a dashboard that is open follows.
      let terminal = try Tmux.dashboard(world, columns: 80, rows: 24)
      try terminal.wait(forText: "is damaged in line")
      let repair = try world.run(["doctor", "--repair"])
      #expect(repair.ending == .exit(0), "\(repair.text)\(repair.complaint)")
      #expect(repair.text.contains("1 line made no sense and was taken out"))
      let doctor = try world.run(["doctor"])
      #expect(doctor.ending == .exit(0) && doctor.text.contains("every file is sound"))
      try terminal.wait(forText: "was mended")
      try terminal.press("n")
      try terminal.type("And on")
      try terminal.press("Enter")
      try terminal.wait(forText: "New card “And on”")
    }

    @Test func aMistakeInTheConfigurationIsShownWithItsLineAndItStarts() throws {
      let world = try World()
      try world.makeDesk()
      try world.folder.makeFolder("home/.config")
      try world.folder.makeFolder("home/.config/vahi")
      try world.folder.write("{\n  // a comment\n  \"theme\": 12,\n}\n", to: "home/.config/vahi/config.json")
      let terminal = try Tmux.dashboard(world)
      let screen = try terminal.wait(forText: Words.ready)
      #expect(screen.contains { $0.contains("config.json") && $0.contains("3") })
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func inANarrowWindowAMistakeSaysWhatToDoToo() throws {
      let world = try World()
      try world.makeDesk()
      try world.folder.makeFolder("home/.config")
      try world.folder.makeFolder("home/.config/vahi")
      try world.folder.write(
        "{\n  \"keys\": { \"no.such\": [\"x\"] }\n}\n", to: "home/.config/vahi/config.json")
      let terminal = try Tmux.dashboard(world, columns: 80, rows: 24)
      try terminal.wait(forText: "~/.config/vahi/config.json:2:")
      try terminal.wait(forText: "vahi keys lists them")
    }

    @Test func ofSeveralMistakesTheFirstIsShownAndTheShellListsAll() throws {
      let world = try World()
      try world.makeDesk()
      try world.folder.makeFolder("home/.config")
      try world.folder.makeFolder("home/.config/vahi")
      try world.folder.write(
        "{ \"keys\": { \"no.such\": \"x\", \"card.new\": \"d\", \"desk.undo\": \"ctrl+z\" },\n  \"theme\": \"nosuch\" }",
        to: "home/.config/vahi/config.json")
      let said = try world.run(["keys"]).complaint.split(separator: "\n")
      #expect(said.count == 4)
      for text in [
        "no.such", "config.json:1:41: the key d runs card.new", "ctrl+z is claimed",
        "config.json:2:12: there is no theme “nosuch”",
      ] {
        #expect(said.count { $0.contains(text) } == 1, "\(text)")
      }
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: "1 of 4 mistakes (vahi keys lists them): ~/.config/vahi/config.json:1:")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test(arguments: [
      ("{\"theme\": \"nosuch\"}", "", "no theme “nosuch”"),
      ("{}", "{\n \"name\": \"mine\",\n \"dark\": 1\n}", "mine.json:3:"),
    ])
    func aMistakeWithAThemeIsShownAndItStarts(_ configuration: String, _ theme: String, _ said: String) throws
    {
      let world = try World()
      try world.makeDesk()
      for folder in ["home/.config", "home/.config/vahi", "home/.config/vahi/themes"] {
        try world.folder.makeFolder(folder)
      }
      try world.folder.write(configuration, to: "home/.config/vahi/config.json")
      if !theme.isEmpty { try world.folder.write(theme, to: "home/.config/vahi/themes/mine.json") }
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: said)
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func aFullDiskRefusesTheChangeAndItCanBeTriedAgain() throws {
      let world = try World()
      try world.makeDesk()
      // Past a limit for the size of a file a write fails as it does on a full disk; the signal that would end
      // the program stays ignored over exec.
      let words = Tmux.command().map { "'\($0)'" }.joined(separator: " ")
      let terminal = try Tmux(
        world, command: ["sh", "-c", "trap '' XFSZ; ulimit -S -f 0; exec \(words)"])
      try terminal.wait(forText: Words.ready)
      try terminal.press("n")
      try terminal.type("Proof of the catalogue")
      try terminal.press("Enter")
      try terminal.wait(forText: Words.refused)
      #expect(try world.cardTitles().isEmpty)

      let roomAgain = try Program.run(
        Invocation(
          "prlimit", ["--pid", "\(try terminal.pid())", "--fsize=unlimited"], environment: world.environment))
      #expect(roomAgain.ending == .exit(0), "\(roomAgain.complaint)")
      // What was typed is still there.
      try terminal.press("Enter")
      try terminal.wait(forText: "New card “Proof of the catalogue”")
      #expect(try world.cardTitles() == ["Proof of the catalogue"])
    }

    @Test func aFolderThatCannotBeMadeIsNamed() throws {
      let world = try World()
      let outcome = try world.run(["client", "add", "Lin", "--zone", "Europe/London", "--data", "/proc/vahi"])
      #expect(outcome.ending == .exit(1))
      #expect(outcome.complaint.hasPrefix("vahi: "))
      #expect(outcome.complaint.contains("/proc/vahi"))
    }

    @Test func aFolderThatCannotBeReadIsNamedAndLeftAlone() throws {
      let world = try World()
      try world.makeDesk()
      #expect(chmod(world.desk, 0) == 0)
      defer { chmod(world.desk, 0o755) }
      var invocation = world.invocation(["card", "list", "--now", World.now, "--freeze"])
      if geteuid() == 0 {
        // Who may read everything is asked to do without.
        let without = "-dac_override,-dac_read_search"
        invocation.arguments =
          ["--bounding-set=\(without)", "--inh-caps=\(without)", invocation.path] + invocation.arguments
        invocation.path = "setpriv"
      }
      let outcome = try Program.run(invocation)
      #expect(outcome.ending == .exit(1))
      #expect(outcome.complaint.contains(world.desk) && outcome.complaint.contains("cannot be read"))
      #expect(outcome.complaint.contains("--data"), "it says what to do")
    }

    @Test func aFileWhereTheFolderShouldBeIsNamed() throws {
      let world = try World()
      let path = try world.folder.write("not a folder", to: "desk")
      let outcome = try world.run(["card", "list"])
      #expect(outcome.ending == .exit(1) || outcome.ending == .exit(65))
      #expect(outcome.complaint.contains(path))
      #expect(FileBytes.text(path) == "not a folder")
    }
  }
}

extension World {
  /// The journal file that is being written.
  func journal() throws -> String {
    let folder = desk + "/journal"
    let name = try #require(FileBytes.names(in: folder).sorted().last)
    return folder + "/" + name
  }
}
