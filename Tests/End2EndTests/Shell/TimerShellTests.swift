import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// The shell's contract about the timer and about what all commands share.
  @Suite struct TimerShellTests {
    private func at(_ time: String, _ world: World, _ arguments: String...) throws -> Outcome {
      try Program.run(
        world.invocation(["--now", "2026-11-23T\(time):00Z", "--freeze"] + arguments), input: [],
        withinMilliseconds: 30_000)
    }

    private func status(_ time: String, _ world: World) throws -> JSONValue {
      var reader = JSONReader(try at(time, world, "--json", "status").output)
      return try reader.readValue()
    }

    @Test func theTimerStartsSwitchesAndStops() throws {
      let world = try World()
      try world.makeDesk()
      let card = try world.vahi("card", "add", "Newsletter 48").line
      #expect(try status("09:00", world)["running"] == .null)
      #expect(try at("09:00", world, "start", "newsl").ending == .exit(0))
      let running = try status("09:10", world)
      #expect(running.fieldNames == ["running", "today"])
      #expect(running["running"]?.fieldNames == ["id", "client", "card", "note", "start", "seconds"])
      #expect(running["running"]?["card"]?.text == card)
      #expect(running["running"]?["note"]?.text == "Newsletter 48")
      #expect(running["running"]?["seconds"] == .number("600"))
      #expect(running["today"]?["seconds"] == .number("600"))
      #expect(try at("09:10", world, "switch", "Phone", "call", "@lin", "#phone").ending == .exit(0))
      #expect(try status("09:15", world)["running"]?["note"]?.text == "Phone call")
      #expect(try at("09:20", world, "switch").ending == .exit(0))
      #expect(try status("09:20", world)["running"]?["card"]?.text == card)
      #expect(try at("09:30", world, "stop").ending == .exit(0))
      #expect(try at("09:40", world, "stop").ending == .exit(1))
      #expect(try status("09:40", world)["today"]?["seconds"] == .number("1800"))
      let entries = try world.json("entry", "list").elements
      #expect(
        entries.compactMap { $0["start"]?.text?.dropFirst(11).prefix(5) } == ["09:00", "09:10", "09:20"])
      #expect(entries.compactMap { $0["end"]?.text?.dropFirst(11).prefix(5) } == ["09:10", "09:20", "09:30"])
    }

    @Test func aTimerGoesOnForTheClientThatItsCardGoesTo() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("client", "add", "Bondi Homes", "--slug", "bondi", "--zone", "Australia/Sydney")
      let card = try world.vahi("card", "add", "Newsletter 48", "--client", "lin").line
      #expect(try at("09:00", world, "start", "newsl").ending == .exit(0))
      #expect(try at("09:10", world, "card", "edit", card, "--client", "bondi").ending == .exit(0))
      let running = try status("09:15", world)["running"]
      #expect(running?["client"]?.text == "bondi" && running?["card"]?.text == card)
      #expect(running?["seconds"] == .number("300"))
      let entries = try world.json("entry", "list").elements
      #expect(entries.map { $0["client"]?.text } == ["lin", "bondi"])
      #expect(entries.first?["end"]?.text == "2026-11-23T09:10:00Z")
    }

    @Test func ofManyStartsAtOnceNoneIsRefusedAndOneRuns() throws {
      let world = try World()
      try world.makeDesk()
      let script = "for job in 1 2 3 4 5 6 7 8; do \"$0\" start \"job $job\" >/dev/null & done; wait"
      let outcome = try Program.run(
        Invocation(
          "/bin/sh", ["-c", script, Checkout.binary], environment: world.environment,
          folder: world.folder.path),
        input: [], withinMilliseconds: 60_000)
      #expect(outcome.complaint.isEmpty)
      let entries = try world.json("entry", "list").elements
      #expect(entries.count == 8)
      #expect(entries.filter { $0["end"] == .null }.count == 1)
    }

    @Test func whatFitsTwoCardsIsFreeText() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Newsletter 48")
      try world.vahi("card", "add", "Newsletter 49")
      try world.vahi("start", "Newsletter")
      #expect(try world.json("status")["running"]?["card"] == .null)
      #expect(try world.json("status")["running"]?["note"]?.text == "Newsletter")
    }

    @Test func optionsOfEveryCommandStandBeforeOrAfterIt() throws {
      let world = try World()
      try world.makeDesk()
      let elsewhere = world.folder.at("elsewhere")
      for arguments in [
        ["--data", elsewhere, "client", "list", "--json"],
        ["client", "--data=" + elsewhere, "list", "--json"],
        ["--json", "client", "list", "--data", elsewhere],
      ] {
        #expect(try world.run(arguments).text == "[]\n", "\(arguments)")
      }
      #expect(try world.run(["--client", "lin", "card", "add", "Mine"]).ending == .exit(0))
      #expect(try at("09:00", world, "card", "add", "--client", "lin", "--", "--json").ending == .exit(0))
      #expect(try world.json("card", "list").elements.compactMap { $0["title"]?.text } == ["Mine", "--json"])
    }

    @Test func howSomethingIsTypedWrongIsSaid() throws {
      let world = try World()
      try world.makeDesk()
      for arguments in [
        ["nonsense"], ["card", "add"], ["card", "add", "x", "--due", "whenever"],
        ["card", "list", "--from", "later"],
        ["card", "add", "x", "--estimate", "long"], ["zones", "at", "Europe/London", "today"],
        ["import", "trello", "x"],
        ["demo", "--years", "0", "--no-open"],
      ] {
        let outcome = try world.run(arguments)
        #expect(outcome.ending == .exit(64), "\(arguments)")
        #expect(outcome.complaint.hasPrefix("vahi: "), "\(arguments)")
        #expect(outcome.complaint.split(separator: "\n").count == 1, "\(arguments)")
        #expect(outcome.output.isEmpty, "\(arguments)")
      }
      #expect(try world.json("card", "list").elements.isEmpty)
      #expect(try at("25:00", world, "status").ending == .exit(64))
    }

    @Test(arguments: [
      (["nonsense"], "nonsense: no such command; `vahi --help`"),
      (["--data", "x", "nonsense", "--json"], "nonsense: no such command; `vahi --help`"),
      (["card", "mend", "x"], "mend: no such command; `vahi card --help`"),
      (["import", "toggl", "x"], "toggl: no such command; `vahi import --help`"),
    ])
    func aCommandThatThereIsNotIsNamed(_ arguments: [String], _ said: String) throws {
      let outcome = try World().run(arguments)
      #expect(outcome.ending == .exit(64))
      #expect(outcome.complaint.contains(said))
    }

    @Test func controlCharactersNeverReachTheTerminal() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "card", "add", "Bell\u{7}\u{1b}[31mred\u{9b}2J", "--notes", "a\u{1b}]0;b\u{7}\nc"
      ).line
      for arguments in [
        ["card", "list"], ["card", "show", id], ["start", "--card", id], ["status"],
        ["card", "show", "\u{1b}[2J"],
      ] {
        let outcome = try world.run(arguments)
        let said = outcome.text + outcome.complaint
        #expect(
          !said.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7f...0x9f).contains($0.value) })
        #expect(!said.isEmpty)
      }
    }

    @Test func zonesSayWhatTheirClocksShow() throws {
      let world = try World()
      let moments = try world.json(
        "zones", "at", "Europe/London", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z"
      ).elements
      #expect(moments.map(\.fieldNames).allSatisfy { $0 == ["instant", "wall", "offset", "abbreviation"] })
      #expect(moments.compactMap { $0["offset"] } == [.number("0"), .number("3600")])
      #expect(moments.compactMap { $0["abbreviation"]?.text } == ["GMT", "BST"])
      #expect(moments.last?["wall"]?.text == "2026-03-29T02:00")
      #expect(try world.json("zones", "pune").elements.first?["zone"]?.text == "Asia/Kolkata")
      #expect(try world.run(["zones", "at", "Mars/Base", World.now]).ending == .exit(64))
    }

    /// A time of day is one of that zone's clock; where that leaves it out or shows it twice, it is said.
    @Test func zonesTakeTimesOfTheirOwnClock() throws {
      let world = try World()
      let moments = try world.json(
        "zones", "at", "london", "2026-03-29 01:30", "2026-10-25 01:30", "fri 16:00", "2026-03-29T00:59:59Z"
      ).elements
      #expect(
        moments.compactMap { $0["instant"]?.text } == [
          "2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z", "2026-11-27T16:00:00Z", "2026-03-29T00:59:59Z",
        ])
      #expect(moments.map(\.fieldNames).allSatisfy { $0 == ["instant", "wall", "offset", "abbreviation"] })
      let told = try world.run(["zones", "at", "london", "2026-03-29 01:30", "2026-10-25 01:30"])
      #expect(told.complaint.contains("01:30 does not exist that day in London, it is 02:30"))
      #expect(told.complaint.contains("01:30 comes twice that day in London, the first is meant"))
      let summer = try Program.run(world.invocation(["zones", "london", "--now", "2027-07-01T09:00:00Z"]))
      #expect(summer.text.contains("abbreviation") && summer.text.contains("BST"))
    }

    @Test func theSampleOfADayIsAlwaysTheSame() throws {
      let world = try World()
      for name in ["one", "two"] {
        try world.vahi("demo", "--data", world.folder.at(name), "--years", "1", "--no-open")
      }
      let counts = try ["card", "block", "entry"].map { kind in
        try world.json(kind, "list", "--data", world.folder.at("one")).elements.count
          + world.json(kind, "list", "--archived", "--data", world.folder.at("one")).elements.count
      }
      #expect(counts == [2_000, 2_000, 6_000])
      let exports = try ["one", "two"].map { try world.vahi("export", "json", "--data", world.folder.at($0)) }
      #expect(exports[0] == exports[1])
      #expect(try world.run(["demo", "--data", world.folder.at("one"), "--no-open"]).ending == .exit(1))
    }

    @Test func anExportHoldsTheDeskAndOneClientsAlone() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("client", "add", "Secret Co", "--zone", "Asia/Tokyo")
      try world.vahi("card", "add", "Open", "--client", "lin")
      try world.vahi("card", "add", "Hidden plan", "--client", "secret-co")
      let file = world.folder.at("export.json")
      try world.vahi("export", "json", file)
      #expect(String(decoding: FileBytes.read(file) ?? [], as: UTF8.self).contains("Hidden plan"))
      let alone = try world.vahi("export", "json", "--client", "lin")
      #expect(alone.contains("Open"))
      #expect(!alone.contains("Hidden") && !alone.contains("Secret"))
      let nowhere = try world.run(["export", "json", world.folder.at("no/such/folder.json")])
      #expect(nowhere.ending == .exit(1))
    }
  }
}
