import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// A calendar folder and the open dashboard: what happens on one side is seen on the other.
  @Suite struct CalendarFolderTests {
    private func world() throws -> World {
      let world = try World()
      try world.makeDesk()
      for folder in ["lin", "home/.config", "home/.config/vahi"] { try world.folder.makeFolder(folder) }
      try world.folder.write(
        "{\"calendars\": [{\"folder\": \"\(world.folder.at("lin"))\", \"client\": \"lin\"}]}",
        to: "home/.config/vahi/config.json")
      return world
    }

    /// An event of this afternoon.
    private func event(_ title: String, at time: String) -> String {
      """
      BEGIN:VCALENDAR\r
      BEGIN:VEVENT\r
      UID:\(title)\r
      DTSTART:20261123T\(time)Z\r
      DURATION:PT1H\r
      SUMMARY:\(title)\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    }

    /// The clock stands still: nothing but the folder itself says that something happened.
    @Test func whatHappensInTheFolderIsSeenAtOnce() throws {
      let world = try world()
      try world.folder.write(event("Known", at: "100000"), to: "lin/known.ics")
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: "Known")
      // As vdirsyncer does it: written beside, then put in place.
      try world.folder.write(event("Dentist", at: "113000"), to: "lin/new.tmp")
      #expect(rename(world.folder.at("lin/new.tmp"), world.folder.at("lin/new.ics")) == 0)
      try terminal.wait(forText: "Dentist")
      try world.folder.write(event("Surgeon", at: "113000"), to: "lin/new.ics")
      try terminal.wait(forText: "Surgeon")
      #expect(unlink(world.folder.at("lin/known.ics")) == 0)
      try terminal.wait(forText: "“Known” was taken away in a calendar folder")
      try terminal.press("j")
      try terminal.wait(forNoText: "Known")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func nothingOfAFolderIsToldWhileTheScreenIsShared() throws {
      let world = try world()
      let terminal = try Tmux.dashboard(world)
      try terminal.wait(forText: Words.ready)
      try terminal.press("S")
      try world.folder.write("BEGIN:VCALENDAR", to: "lin/secret.ics")
      try terminal.wait(forText: "•••")
      try terminal.wait(forNoText: "secret.ics")
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test func aFolderThatWasEmptiedIsNotBelievedUnasked() throws {
      let world = try world()
      try world.folder.write(event("Known", at: "100000"), to: "lin/known.ics")
      try world.vahi("sync")
      #expect(unlink(world.folder.at("lin/known.ics")) == 0)
      for arguments in [["sync"], ["sync", "--json"]] {
        let outcome = try world.run(arguments)
        #expect(outcome.ending == .exit(65), "\(arguments)")
        #expect(outcome.complaint.hasPrefix("vahi: sync: \(world.folder.at("lin")): the folder is empty"))
        #expect(outcome.complaint.contains("vahi sync --emptied") && !outcome.complaint.contains("--help"))
      }
      #expect(try world.json("block", "list").elements.count == 1)
      try world.vahi("sync", "--emptied")
      #expect(try world.json("block", "list").elements.isEmpty)
      #expect(rmdir(world.folder.at("lin")) == 0)
      let gone = try world.run(["sync"])
      #expect(gone.ending == .exit(1) && gone.text.isEmpty)
      #expect(
        gone.complaint.hasPrefix(
          "vahi: sync: \(world.folder.at("lin")): the folder cannot be opened: No such file"))
    }

    @Test func everythingThatIsSaidHasALineOfItsOwn() throws {
      let world = try world()
      try world.folder.write(event("Known", at: "100000"), to: "lin/known.ics")
      try world.folder.write("BEGIN:VCALENDAR", to: "lin/cut.ics")
      try world.folder.write("", to: "lin/empty.ics")
      #expect(
        try world.vahi("sync").split(separator: "\n") == [
          "\(world.folder.at("lin")): 1 came, 0 went", "  cut.ics is no whole calendar: left alone",
          "  empty.ics is no whole calendar: left alone",
        ])
    }

    @Test func ofSeveralDashboardsOneTakesAnEventIn() throws {
      let world = try world()
      let terminals = try (0..<2).map { _ in try Tmux.dashboard(world) }
      for terminal in terminals { try terminal.wait(forText: Words.ready) }
      for number in 0..<6 {
        let title = "Event\(number)"
        try world.folder.write(event(title, at: "1\(number)0000"), to: "lin/\(number).ics")
        for terminal in terminals { try terminal.wait(forText: title) }
      }
      for terminal in terminals {
        try terminal.press("q")
        #expect(try terminal.waitForEnd() == 0)
      }
      #expect(try world.json("block", "list").elements.count == 6)
    }

    @Test func whatIsDoneHereIsWrittenWhileTheDashboardIsOpen() throws {
      let world = try world()
      let terminal = try Tmux.dashboard(world, freeze: false)
      try terminal.wait(forText: Words.ready)
      try world.vahi("block", "add", "Draft", "--client", "lin", "--start", "2026-11-23 11:00")
      try terminal.wait(forText: "Draft")
      try terminal.wait(for: "the event to be written") { _ in
        !FileBytes.names(in: world.folder.at("lin")).filter { $0.hasSuffix(".ics") }.isEmpty
      }
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }
  }
}
