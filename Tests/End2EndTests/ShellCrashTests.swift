import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Shell commands that are killed at random moments: each is done or not, and what was done stays.
  @Suite struct ShellCrashTests {
    private static let kills = 90

    @Test func whatWasAcknowledgedIsThereAfterEveryKill() throws {
      let world = try World()
      try world.makeDesk()
      var generator = SeededGenerator(seed: 20_261_123)
      var memory = try Memory(of: world, client: "lin")
      let usual = try usualTime(world, &memory)
      var acknowledged = 0

      for round in 0..<ShellCrashTests.kills {
        let (arguments, deed) = ShellCrashTests.deed(round, memory, &generator)
        let program = try Program(world.invocation(arguments + ["--now", World.now, "--freeze"]))
        let moment = Int.random(in: 0...(usual * 5 / 4), using: &generator)
        let watch = Stopwatch()
        while watch.nanoseconds < moment {}
        program.kill9()
        let outcome = program.finish()

        let found = try Memory(of: world, client: "lin")
        let isDone = outcome.ending == .exit(0)
        if isDone { acknowledged += 1 }
        guard found == deed.after || (!isDone && found == memory) else {
          throw Lost(round: round, deed: deed, before: memory, found: found, wasAcknowledged: isDone)
        }
        memory = found
      }
      // Killed always before or always after would show nothing.
      #expect(acknowledged > 0 && acknowledged < ShellCrashTests.kills)
    }

    @Test func anImportIsThereWholeOrNotAtAll() throws {
      let world = try World()
      let board = Checkout.realBoards.last { $0.contains("team") } ?? Checkout.fixture("board.json")
      let arguments = ["import", "trello", board, "--new", "Whole", "--zone", "America/New_York"]
      let watch = Stopwatch()
      _ = try world.run(arguments)
      let usual = watch.nanoseconds
      let whole = try world.json("card", "list", "--client", "whole").elements.count
      #expect(whole > 5)

      var generator = SeededGenerator(seed: 7)
      for round in 0..<20 {
        world.environment["VAHI_DATA"] = world.folder.at("desk-\(round)")
        let program = try Program(world.invocation(arguments + ["--now", World.now, "--freeze"]))
        let moment = Int.random(in: 0...usual, using: &generator)
        let since = Stopwatch()
        while since.nanoseconds < moment {}
        program.kill9()
        let outcome = program.finish()
        let found = try world.json("client", "list").elements.count
        if outcome.ending == .exit(0) { #expect(found == 1) }
        if found > 0 {
          #expect(try world.json("card", "list", "--client", "whole").elements.count == whole)
        }
        // What was cut off is taken in whole by trying once more.
        let again = try world.run(arguments)
        #expect(again.ending == .exit(0), "\(again.complaint)")
        #expect(try world.json("card", "list", "--client", "whole").elements.count == whole)
      }
    }

    /// How long a command takes that nobody disturbs, in nanoseconds.
    private func usualTime(_ world: World, _ memory: inout Memory) throws -> Int {
      let watch = Stopwatch()
      for number in 0..<3 { try world.vahi("card", "add", "First \(number)", "--client", "lin") }
      memory = try Memory(of: world, client: "lin")
      return watch.nanoseconds / 4
    }

    private static func deed(
      _ round: Int, _ memory: Memory, _ generator: inout SeededGenerator
    ) -> (arguments: [String], deed: Deed) {
      var after = memory
      switch Int.random(in: 0..<6, using: &generator) {
      case 0 where memory.running != nil:
        after.running = nil
        return (["stop"], Deed(name: "stop", after: after))
      case 1:
        after.running = "Note \(round)"
        after.entries += 1
        return (["start", "Note \(round)", "--client", "lin"], Deed(name: "start", after: after))
      case 2:
        after.entries += 1
        return (
          [
            "entry", "add", "Spent \(round)", "--client", "lin", "--start", "2026-11-20 10:00", "--end",
            "2026-11-20 11:00",
          ],
          Deed(name: "entry add", after: after)
        )
      default:
        after.cards["Card \(round)"] = memory.cards.values.first
        return (["card", "add", "Card \(round)", "--client", "lin"], Deed(name: "card add", after: after))
      }
    }
  }
}
