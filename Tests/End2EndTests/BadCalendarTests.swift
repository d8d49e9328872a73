import Glibc
import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Blocks and calendar files that no person would think of: a clear word, the rest works, and nothing hangs.
  @Suite struct BadCalendarTests {
    /// Runs the program and returns what it said, on both sides, and how it ended.
    private func said(_ world: World, _ arguments: String...) throws -> (text: String, ending: Ending?) {
      let outcome = try world.run(arguments)
      return (outcome.text + outcome.complaint, outcome.ending)
    }

    private func days(_ world: World, _ from: String, _ to: String) throws -> [String] {
      try world.json("block", "list", "--from", from, "--to", to).elements.compactMap {
        $0["startsAt"]?.text.map { String($0.prefix(10)) }
      }
    }

    @Test func rulesThatNoCalendarHas() throws {
      let world = try World()
      try world.makeDesk()
      let start = ["--start", "2026-11-23 10:00", "--client", "lin"]
      func add(_ title: String, _ rule: String) throws -> Outcome {
        try world.run(["block", "add", title, "--repeat", rule] + start)
      }
      let never = try add("Never", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
      #expect(never.ending == .exit(0) && never.complaint.contains("has no day at all"))
      #expect(try days(world, "2026-01-01", "2030-12-31") == ["2026-11-23"])
      let both = try add("Both", "FREQ=DAILY;COUNT=2;UNTIL=20270101")
      #expect(both.ending == .exit(64) && both.complaint.contains("COUNT and UNTIL"))
      let always = try add("Always", "FREQ=SECONDLY")
      #expect(always.ending == .exit(0) && always.complaint.contains("more than 4096 starts a week"))
      // As many as are given of one series, and not a second more.
      #expect((4000...4096).contains(try days(world, "2026-11-24", "2026-11-30").count))
      let doctor = try said(world, "doctor")
      #expect(doctor.text.contains("has no day at all"))
      // The dashboard opens, and answers.
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: Words.ready)
      try terminal.press("w")
      try terminal.wait(forText: "Always")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func lengthsAndYearsAtTheEnds() throws {
      let world = try World()
      try world.makeDesk()
      for length in ["-30m", "-1d"] {
        let outcome = try world.run([
          "block", "add", "Back", "--start", "2026-11-23 10:00", "--for=\(length)",
        ])
        #expect(outcome.ending == .exit(64) && outcome.complaint.contains("--for \(length)"))
      }
      try world.vahi(
        "block", "add", "Sabbatical", "--client", "lin", "--start", "2026-11-01", "--all-day", "--for", "400d"
      )
      #expect(try days(world, "2027-10-01", "2027-10-01") == ["2026-11-01"])
      #expect(try days(world, "2027-12-07", "2027-12-07") == [])
      try world.vahi("block", "add", "First", "--start", "0001-01-01 09:00", "--repeat", "FREQ=YEARLY")
      try world.vahi(
        "block", "add", "Last", "--start", "9999-12-31 23:00", "--for", "2h", "--repeat", "FREQ=DAILY")
      #expect(try days(world, "9999-12-31", "9999-12-31") == ["9999-12-31"])
      // Out as a calendar, and in again as the same.
      let file = world.folder.at("all.ics")
      try world.vahi("export", "ics", file)
      let report = try world.json("import", "ics", file, "--own")
      #expect(report["blocks"]?["added"] == .number("0"))
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: "Sabbatical")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    /// London is taken out of tzdata while a block is planned by its clock.
    @Test func aZoneThatVanished() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("block", "add", "Call", "--client", "lin", "--start", "2026-11-23 16:00", "--for", "45m")
      try world.folder.makeFolder("zoneinfo")
      let copied = try Program.run(
        Invocation(
          "/bin/sh",
          [
            "-c",
            "cp -r /usr/share/zoneinfo/. '\(world.folder.at("zoneinfo"))' && rm -f zoneinfo/Europe/London",
          ],
          environment: world.environment, folder: world.folder.path))
      try #require(copied.ending == .exit(0))
      world.environment["TZDIR"] = world.folder.at("zoneinfo")
      let list = try world.run(["block", "list", "--from", "2026-11-23", "--to", "2026-11-23", "--json"])
      #expect(list.text.contains("2026-11-23T16:00:00Z") && list.text.contains("\"2026-11-23T16:00\""))
      #expect(list.complaint.contains("zone “Europe/London” is not in this system's tzdata"))
      #expect(list.complaint.contains("Lin, 1 block"))
      // What is planned by it anew says so, and keeps its clock.
      let add = try world.run(["block", "add", "Chat", "--client", "lin", "--start", "2026-11-24 16:00"])
      #expect(add.ending == .exit(0) && add.complaint.contains("knows no zone “Europe/London”"))
      #expect(try world.json("block", "show", add.text.line)["zone"]?.text == "Europe/London")
      for name in ["london", "Europe/London"] {
        for command in [["client", "add", "Nn", "--zone"], ["zones"], ["zones", "at"]] {
          let outcome = try world.run(command + [name] + (command == ["zones", "at"] ? [World.now] : []))
          #expect(
            outcome.complaint.contains("Europe/London is not in the system's tzdata"), "\(command) \(name)")
        }
      }
      let near = try world.run(["client", "add", "Nn", "--zone", "Londn"])
      #expect(near.ending == .exit(64) && !near.complaint.contains("Europe/London"))
      let lines = try world.run(["doctor"]).text.split(separator: "\n").filter {
        $0.contains("Europe/London")
      }
      #expect(lines.count == 1 && lines.first?.contains("2 blocks") == true)
      for command in [["doctor"], ["zones", "watch"], ["slots", "lin", "--for", "45m"]] {
        let outcome = try world.run(command)
        #expect((outcome.text + outcome.complaint).contains("Europe/London"), "\(command)")
      }
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: "The zone “Europe/London” is not in this system's tzdata")
      try terminal.press("0")
      try terminal.wait(forText: "16:00 London?")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
      // The zone is back, and nothing was written over.
      world.environment["TZDIR"] = nil
      #expect(try world.json("block", "list").elements.first?["zone"]?.text == "Europe/London")
      #expect(try world.run(["block", "list"]).errors.isEmpty)
    }

    /// London's file ends too soon, and Tokyo's is gone.
    @Test func aZoneFileThatIsDamaged() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("block", "add", "Call", "--client", "lin", "--start", "2026-11-23 16:00", "--for", "45m")
      try world.vahi("client", "add", "Edo", "--slug", "edo", "--zone", "Asia/Tokyo")
      try world.folder.makeFolder("zoneinfo")
      let copied = try Program.run(
        Invocation(
          "/bin/sh",
          [
            "-c",
            "cp -r /usr/share/zoneinfo/. '\(world.folder.at("zoneinfo"))' && cd zoneinfo && rm -f Asia/Tokyo && "
              + "head -c 100 /usr/share/zoneinfo/Europe/London > London && mv -f London Europe/London",
          ],
          environment: world.environment, folder: world.folder.path))
      try #require(copied.ending == .exit(0))
      world.environment["TZDIR"] = world.folder.at("zoneinfo")
      let list = try world.run(["block", "list"])
      #expect(list.complaint.contains("The file of the zone “Europe/London” is damaged"))
      for command in [["doctor"], ["zones", "watch"]] {
        let outcome = try world.run(command)
        let said = outcome.text + outcome.complaint
        #expect(said.contains("Europe/London") && said.contains("damaged"), "\(command)")
        #expect(said.contains("Asia/Tokyo"), "\(command)")
      }
      let edit = try world.run(["client", "edit", "edo", "--zone", "Europe/London"])
      #expect(edit.ending == .exit(1) && edit.complaint.contains("is damaged"))
      let city = try world.run(["zones", "at", "london", World.now])
      #expect(
        city.ending == .exit(65)
          && city.complaint.contains("Europe/London: its file in the system's tzdata is damaged"))
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: "their times count as UTC: Asia/Tokyo, Europe/London")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func calendarFilesThatAreDamaged() throws {
      let world = try World()
      try world.makeDesk()
      let event = { (uid: String, more: String) in
        "BEGIN:VEVENT\nUID:\(uid)\nDTSTART:20261203T160000Z\nSUMMARY:\(uid)\n\(more)END:VEVENT\n"
      }
      let files: [(name: String, bytes: [UInt8], says: [String])] = [
        (
          "cut", Array("BEGIN:VCALENDAR\n\(event("cut", ""))BEGIN:VEVENT\nUID:x\nDTSTA".utf8),
          ["the file stops inside the event that begins here: it is left out: line 7"]
        ),
        (
          "mixed",
          Array("BEGIN:VCALENDAR\n\(event("mixed", "LOCATION:Zoë\n").dropLast(11))LOCATION:Caf".utf8) + [0xE9]
            + Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8), ["not UTF-8, read as Windows-1252: line 7"]
        ),
        (
          "long",
          Array(
            "BEGIN:VCALENDAR\n\(event("long", "ATTACH:\(String(repeating: "x", count: 1 << 20))\n"))END:VCALENDAR"
              .utf8),
          ["ATTACH is too long to be kept and was left out: line 6"]
        ),
        (
          "nested",
          Array(
            ("BEGIN:VCALENDAR\n" + (0..<500).map { "BEGIN:X-\($0)\n" }.joined() + event("nested", "")
              + "END:VCALENDAR\n").utf8), ["X-0, left out: line 2", "an END is missing"]
        ),
      ]
      for file in files {
        let path = try world.folder.write(file.bytes, to: file.name + ".ics")
        let (text, ending) = try said(world, "import", "ics", path, "--client", "lin")
        #expect(ending == .exit(0))
        for words in file.says { #expect(text.contains(words), "\(file.name): \(text)") }
      }
      let titles = try world.json("block", "list").elements.compactMap { $0["title"]?.text }
      #expect(titles.sorted() == files.map(\.name).sorted())
      let (text, ending) = try said(
        world, "import", "ics", try world.folder.write("<html>", to: "page.ics"), "--client", "lin")
      #expect(ending == .exit(65) && text.contains("a web page"))
    }
  }
}
