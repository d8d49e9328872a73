import Glibc
import Testing

@testable import PseudoTerminal

@Suite struct ProgramTests {
  private let environment = ["PATH": "/usr/bin:/bin"]

  private func shell(_ script: String, input: String = "", limit: Int = 10_000) throws -> Outcome {
    try Program.run(
      Invocation("sh", ["-c", script], environment: environment), input: Array(input.utf8),
      withinMilliseconds: limit)
  }

  @Test func outputAndErrorsAndExitCodeAreKeptApart() throws {
    let outcome = try shell("echo said; echo complained >&2; exit 65")
    #expect(outcome.text == "said\n")
    #expect(outcome.complaint == "complained\n")
    #expect(outcome.ending == .exit(65))
  }

  @Test func inputIsReadToItsEnd() throws {
    #expect(try shell("wc -c", input: String(repeating: "x", count: 200_000)).text.contains("200000"))
  }

  @Test func onlyTheGivenEnvironmentIsThere() throws {
    let outcome = try Program.run(Invocation("env", environment: ["PATH": "/usr/bin:/bin", "A": "b"]))
    #expect(outcome.text.split(separator: "\n").sorted() == ["A=b", "PATH=/usr/bin:/bin"])
  }

  @Test func whatTakesTooLongIsEnded() throws {
    #expect(try shell("exec cat <>/dev/ptmx", limit: 50).ending == nil)
  }

  @Test func theSignalThatEndedItIsTold() throws {
    #expect(try shell("kill -9 $$").ending == .signal(9))
  }

  @Test func aMissingProgramIsAnError() {
    #expect(throws: SpawnError.self) {
      try Program.run(Invocation("/nonexistent/program", environment: [:]))
    }
  }
}

@Suite struct TerminalSessionTests {
  private func open(_ script: String) throws -> TerminalSession {
    try TerminalSession(
      Invocation("sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"]), rows: 12, columns: 34)
  }

  @Test func theTerminalHasTheSizeFromTheStart() throws {
    let session = try open("stty size; read x; stty size")
    #expect(session.read(until: "12 34", withinMilliseconds: 5_000) != nil)
    session.resize(rows: 5, columns: 20)
    session.send("\r")
    #expect(session.read(until: "5 20", withinMilliseconds: 5_000) != nil)
    #expect(session.finish(withinMilliseconds: 5_000) == .exit(0))
  }

  @Test func itControlsTheProgram() throws {
    let session = try open("trap 'exit 7' INT; echo ready; while :; do read x; done")
    #expect(session.read(until: "ready", withinMilliseconds: 5_000) != nil)
    session.send("\u{3}")
    #expect(session.finish(withinMilliseconds: 5_000) == .exit(7))
  }

  @Test func hangingUpIsFelt() throws {
    let session = try open("echo ready; read x; read x")
    #expect(session.read(until: "ready", withinMilliseconds: 5_000) != nil)
    session.hangUp()
    #expect(session.finish(withinMilliseconds: 5_000) == .signal(Int(SIGHUP)))
  }

  @Test func questionsAreAnsweredInOrderAlsoWhenCutInTwo() {
    var answers = TerminalAnswers()
    let device = Array("\u{1B}[?62;22c".utf8)
    let cursor = Array("\u{1B}[1;1R".utf8)
    #expect(answers.answers(to: Array("text\u{1B}[6nmore\u{1B}[c".utf8)[...]) == [cursor, device])
    #expect(answers.answers(to: Array("\u{1B}[".utf8)[...]).isEmpty)
    #expect(answers.answers(to: Array("6n".utf8)[...]) == [cursor])
    #expect(answers.answers(to: Array("more".utf8)[...]).isEmpty)
  }
}
