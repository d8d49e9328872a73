import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// Notes in the person's own editor, while others work on the same card.
  @Suite struct EditorTests {
    /// A desk with one card, a dashboard that shows it, and an editor that writes “Mine” after it did something else.
    private func opened(_ meanwhile: String) throws -> (world: World, terminal: Tmux) {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Proof", "--client", "lin", "--notes", "First")
      let script = "#!/bin/sh\n\(meanwhile)\nprintf 'Mine\\n' >\"$1\"\n"
      let editor = try world.folder.write(script, to: "editor")
      #expect(chmod(editor, 0o755) == 0)
      world.environment["EDITOR"] = editor
      world.environment["TMPDIR"] = try world.folder.makeFolder("temporary")
      let terminal = try Tmux.dashboard(world, columns: 80, rows: 24)
      try terminal.wait(forText: "Proof")
      return (world, terminal)
    }

    private func edit(_ option: String, _ value: String) -> String {
      "id=$('\(Checkout.binary)' card list --json | sed -n 's/.*\"id\": *\"\\([^\"]*\\)\".*/\\1/p')\n"
        + "'\(Checkout.binary)' card edit \"$id\" \(option) '\(value)'"
    }

    private func notes(_ world: World) throws -> String? {
      try world.json("card", "list").elements.first?["notes"]?.text
    }

    @Test func anotherFieldThatIsChangedMeanwhileDoesNotMatter() throws {
      let (world, terminal) = try opened(edit("--due", "fri"))
      try terminal.press("E")
      try terminal.wait(forText: "Notes of “Proof” saved")
      #expect(try notes(world) == "Mine")
      #expect(try world.json("card", "list").elements.first?["due"]?.text != nil)
      #expect(FileBytes.names(in: world.folder.at("temporary")) == [])
    }

    @Test func notesThatAreChangedMeanwhileKeepTheTextInAFile() throws {
      let (world, terminal) = try opened(edit("--notes", "Theirs"))
      try terminal.press("E")
      try terminal.wait(forText: "Your text is kept in")
      #expect(try notes(world) == "Theirs")
      let kept = FileBytes.names(in: world.folder.at("temporary"))
      #expect(kept.map { FileBytes.text(world.folder.at("temporary/") + $0) } == ["Mine\n"])
    }

    @Test func aDeskThatIsGoneKeepsTheTextInAFile() throws {
      let (world, terminal) = try opened("mv \"$VAHI_DATA\" \"$VAHI_DATA-away\"")
      try terminal.press("E")
      try terminal.wait(forText: "Your text is kept in")
      let kept = FileBytes.names(in: world.folder.at("temporary"))
      #expect(kept.map { FileBytes.text(world.folder.at("temporary/") + $0) } == ["Mine\n"])
    }
  }
}
