import Glibc
import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// A block comes near while the dashboard is open: what is shown, and what rings outside the window.
  @Suite struct ReminderTests {
    /// A call that is told of five minutes before it begins, at nine.
    private func world() throws -> World {
      let world = try World()
      try world.makeDesk()
      try world.vahi(
        "block", "add", "Call <b>Lin</b>", "--client", "lin", "--start", "2026-11-23 09:05", "--for", "30m",
        "--remind", "5")
      return world
    }

    /// The dashboard, opened two seconds before that.
    private let command = [Checkout.binary, "--now", "2026-11-23T08:59:58Z"]

    /// Puts a `notify-send` first on the path that writes down what it is given, word by word; returns where.
    private func listen(_ world: World) throws -> String {
      let noted = world.folder.at("noted")
      try world.folder.makeFolder("bin")
      let program = try world.folder.write(
        """
        #!/bin/sh
        for word; do printf '%s\\n' "$word"; done >"\(noted).part"
        mv "\(noted).part" "\(noted)"

        """, to: "bin/notify-send")
      #expect(chmod(program, 0o755) == 0)
      world.environment["PATH"] = world.folder.at("bin") + ":" + (world.environment["PATH"] ?? "")
      world.environment["DISPLAY"] = ":0"
      return noted
    }

    @Test func theScreenAndTheDesktopAreTold() throws {
      let world = try world()
      let noted = try listen(world)
      let terminal = try Tmux(world, columns: 100, rows: 30, command: command)
      try terminal.wait(forText: "in 5m · 14:35 Call <b>Lin</b> · Coach Lin")
      try terminal.wait(for: "notify-send to be called") { _ in access(noted, R_OK) == 0 }
      #expect(
        FileBytes.text(noted)?.split(separator: "\n") == [
          "--app-name=Vahi", "--", "in 5m", "14:35 Call &lt;b&gt;Lin&lt;/b&gt; · Coach Lin",
        ])
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == 0)
    }

    @Test(arguments: [
      ("iTerm.app", "\u{1B}]9;in 5m: 14:35 Call <b>Lin</b> · Coach Lin\u{1B}\\"),
      ("", "\u{1B}]777;notify;in 5m;14:35 Call <b>Lin</b> · Coach Lin\u{1B}\\"),
    ])
    func farAwayTheTerminalIsAskedToTell(program: String, message: String) throws {
      let world = try world()
      let noted = try listen(world)
      // The desktop is not where the person sits.
      world.environment["SSH_CONNECTION"] = "192.0.2.1 50000 192.0.2.2 22"
      world.environment["TERM_PROGRAM"] = program
      for folder in ["home/.config", "home/.config/vahi"] { try world.folder.makeFolder(folder) }
      try world.folder.write("{\"bell\": true}", to: "home/.config/vahi/config.json")
      let session = try TerminalSession(
        Invocation(
          command[0], Array(command.dropFirst()), environment: world.environment, folder: world.folder.path),
        rows: 30, columns: 100)
      let said = try #require(session.read(until: message, withinMilliseconds: Tmux.patience))
      #expect(said.contains(0x07) && access(noted, F_OK) != 0)
      session.send("q")
      #expect(session.finish(withinMilliseconds: Tmux.patience) == .exit(0))
    }
  }
}
