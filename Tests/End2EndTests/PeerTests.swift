import Glibc
import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Calendars that other programs open, and a server between two desks; where those programs are installed.
  @Suite struct PeerTests {
    private static func has(_ programs: String...) -> Bool {
      let folders = (Checkout.setting("PATH") ?? "/usr/bin").split(separator: ":")
      return programs.allSatisfy { program in
        folders.contains { access("\($0)/\(program)", X_OK) == 0 }
      }
    }

    /// A London desk with blocks that are easily taken wrongly, and its calendar.
    private func calendar(_ world: World) throws -> String {
      world.environment["TZ"] = "Europe/London"
      try world.makeDesk()
      try world.vahi(
        "block", "add", "Call; with, Lin", "--client", "lin", "--start", "2026-12-03 16:00", "--for", "45m")
      // The clocks change among these.
      try world.vahi(
        "block", "add", "Standup", "--client", "lin", "--start", "2026-10-20 10:00", "--for", "30m",
        "--repeat",
        "FREQ=WEEKLY;COUNT=4;BYDAY=TU")
      // New York's clocks change a week later.
      try world.vahi(
        "block", "add", "From NY", "--client", "lin", "--zone", "America/New_York", "--start",
        "2026-10-27 09:00", "--for", "1h")
      let file = world.folder.at("lin.ics")
      try world.vahi("export", "ics", file, "--client", "lin")
      return file
    }

    private let expected = [
      "2026-10-20 10:00 10:30 Standup", "2026-10-27 10:00 10:30 Standup", "2026-10-27 13:00 14:00 From NY",
      "2026-11-03 10:00 10:30 Standup", "2026-11-10 10:00 10:30 Standup",
      "2026-12-03 16:00 16:45 Call; with, Lin",
    ]

    private func run(_ world: World, _ program: String, _ arguments: [String]) throws -> [String] {
      let outcome = try Program.run(
        Invocation(
          "/usr/bin/env", [program] + arguments, environment: world.environment, folder: world.folder.path),
        withinMilliseconds: 120_000)
      guard outcome.ending == .exit(0) else {
        throw Refused(arguments: [program] + arguments, outcome: outcome)
      }
      return outcome.text.split(separator: "\n").map(String.init)
    }

    @Test(.enabled(if: has("calcurse"), "calcurse is not installed"))
    func calcurseOpensACalendar() throws {
      let world = try World()
      let file = try calendar(world)
      let folder = try world.folder.makeFolder("calcurse")
      _ = try run(world, "calcurse", ["-D", folder, "-i", file])
      let format = "%(start:%Y-%m-%d %H:%M) %(end:%H:%M) %m\\n"
      let lines = try run(
        world, "calcurse",
        [
          "-D", folder, "-Q", "--from", "10/01/2026", "--days", "92", "--filter-type", "cal", "--format-apt",
          format, "--format-recur-apt", format,
        ])
      #expect(lines.filter { $0.hasPrefix("2026") } == expected)
    }

    @Test(.enabled(if: has("khal"), "khal is not installed"))
    func khalOpensACalendar() throws {
      let world = try World()
      let file = try calendar(world)
      let folder = try world.folder.makeFolder("khal")
      let settings = try world.folder.write(
        """
        [calendars]
        [[lin]]
        path = \(folder)
        [locale]
        timeformat = %H:%M
        dateformat = %Y-%m-%d
        longdateformat = %Y-%m-%d
        datetimeformat = %Y-%m-%d %H:%M
        longdatetimeformat = %Y-%m-%d %H:%M
        default_timezone = Europe/London
        local_timezone = Europe/London
        [sqlite]
        path = \(world.folder.at("khal.db"))

        """, to: "khal.conf")
      _ = try run(world, "khal", ["-c", settings, "import", "--batch", "-a", "lin", file])
      let lines = try run(
        world, "khal",
        [
          "-c", settings, "list", "2026-10-01", "2026-12-31", "--day-format", "", "--format",
          "{start-long} {end-time} {title}",
        ])
      #expect(lines.filter { $0.hasPrefix("2026") } == expected)

      // And what khal wrote into its folder comes back as it was.
      for name in FileBytes.names(in: folder) where name.hasSuffix(".ics") {
        let report = try world.json("import", "ics", folder + "/" + name, "--client", "lin")
        #expect(report["remarks"]?.elements.isEmpty == true)
      }
      #expect(try world.json("block", "list").elements.count == 3)
    }

    @Test(
      .enabled(if: has("radicale", "vdirsyncer", "python3"), "radicale or vdirsyncer is not installed"))
    func blocksGoThroughACalDAVServer() throws {
      let world = try World()
      let lines = try run(
        world, "bash",
        [Checkout.fixture("caldav.sh"), Checkout.binary, try world.folder.makeFolder("caldav")])
      let standups = ["01", "08", "15"].map { "2026-12-\($0)T10:00:00Z 2026-12-\($0)T10:30:00Z Standup" }
      let new = [
        standups[0], "2026-12-03T16:00:00Z 2026-12-03T16:45:00Z Call; with, Lin",
        "2026-12-04T04:00:00Z 2026-12-04T05:00:00Z Müsli", standups[1], standups[2],
      ]
      let call = "2026-12-07T16:00:00Z 2026-12-07T16:45:00Z Call; with, Lin"
      let changed = [standups[0], call, "2026-12-09T12:00:00Z 2026-12-09T12:30:00Z Standup", standups[2]]
      let deleted = [standups[0], call, standups[2]]
      let both = { (lines: [String]) in lines.map { "left \($0)" } + lines.map { "right \($0)" } }
      #expect(
        lines == ["== new"] + both(new) + ["== changed"] + both(changed) + ["== one deleted"] + both(deleted))
    }
  }
}
