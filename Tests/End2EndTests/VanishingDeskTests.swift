import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// A desk whose folder goes away while it is open: told, nothing made in its place, and nothing typed is lost.
  @Suite struct VanishingDeskTests {
    @Test func aFolderThatIsGoneRefusesTheChangeUntilItIsBack() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Before", "--client", "lin")
      let terminal = try Tmux.dashboard(world, columns: 80, rows: 24)
      try terminal.wait(forText: "Before")
      #expect(rename(world.desk, world.desk + "-away") == 0)
      try terminal.press("n")
      try terminal.type("After it went")
      try terminal.press("Enter")
      try terminal.wait(forText: "is not there any more")
      #expect(access(world.desk, F_OK) != 0, "nothing is made in its place")
      #expect(rename(world.desk + "-away", world.desk) == 0)
      // What was typed is still there.
      try terminal.press("Enter")
      try terminal.wait(forText: "New card “After it went”")
      #expect(try world.cardTitles().sorted() == ["After it went", "Before"])
    }
  }
}
