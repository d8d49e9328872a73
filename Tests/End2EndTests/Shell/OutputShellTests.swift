import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Answers that cannot be written, and folders that are none.
  @Suite struct OutputShellTests {
    private func run(_ world: World, _ line: String) throws -> Outcome {
      try Program.run(
        Invocation(
          "sh", ["-c", line, Checkout.binary], environment: world.environment, folder: world.folder.path))
    }

    @Test(arguments: [
      "export json", "export ics", "card list", "card list --json", "--help", "demo --no-open",
    ])
    func anAnswerThatCannotBeWrittenIsNoSuccess(_ command: String) throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Proof", "--client", "lin")
      let outcome = try run(world, "\"$0\" \(command) >/dev/full")
      #expect(outcome.ending == .exit(1))
      #expect(outcome.complaint.contains("vahi: standard output: No space left on device"))
      #expect(outcome.complaint.split(separator: "\n").count == 1)
    }

    @Test func aReaderThatHasSeenEnoughIsToldNothing() throws {
      let world = try World()
      try world.vahi("demo", "--no-open", "--data", world.desk)
      for trap in ["", "trap '' PIPE; "] {
        let outcome = try run(world, "\(trap)\"$0\" export json | head -c 1")
        #expect(outcome.ending == .exit(0))
        #expect(outcome.complaint == "")
      }
    }

    @Test(arguments: [
      ["card", "list", "--data", ""], ["--data", ""], ["--data="], ["card", "list", "--data="],
      ["--data=", "card", "list"], ["demo", "--no-open", "--data", ""],
    ])
    func anEmptyNameOfAFolderIsNoFolder(_ arguments: [String]) throws {
      let world = try World()
      let outcome = try world.run(arguments)
      #expect(outcome.ending == .exit(64))
      #expect(outcome.complaint == "vahi: --data: it is empty, name the desk's folder\n")
    }
  }
}
