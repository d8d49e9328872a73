import Glibc
import JSONText
import PseudoTerminal

/// A person's machine as far as the program can see it: a home with nothing in it, one zone, one locale.
///
/// Nothing of the machine that runs the tests leaks in, and two tests never share anything.
final class World {
  let folder: TemporaryFolder
  /// What every program of this world finds in its environment.
  var environment: [String: String]

  /// The Monday morning on which everything happens, unless a test says otherwise.
  static let now = "2026-11-23T09:00:00Z"

  init() throws {
    guard access(Checkout.binary, X_OK) == 0 else { throw MissingBinary() }
    folder = try TemporaryFolder()
    let home = try folder.makeFolder("home")
    environment = [
      "PATH": Checkout.setting("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
      "HOME": home,
      "XDG_DATA_HOME": home + "/.local/share",
      "XDG_CONFIG_HOME": home + "/.config",
      "VAHI_DATA": folder.at("desk"),
      "LANG": "C.UTF-8",
      "TZ": "Asia/Kolkata",
      "TERM": "xterm-256color",
      "PS1": "$ ",
      "ENV": "/dev/null",
    ]
  }

  /// The folder of the desk.
  var desk: String { folder.at("desk") }

  /// How the program is started with these arguments.
  func invocation(_ arguments: [String]) -> Invocation {
    Invocation(Checkout.binary, arguments, environment: environment, folder: folder.path)
  }

  /// Runs the program on pipes, with the clock held still, until it ends.
  func run(_ arguments: [String], input: String = "", limit: Int = 30_000) throws -> Outcome {
    try Program.run(
      invocation(arguments + ["--now", World.now, "--freeze"]), input: Array(input.utf8),
      withinMilliseconds: limit)
  }

  /// Runs the program and returns what it said; anything but success is an error that says all of it.
  @discardableResult
  func vahi(_ arguments: String...) throws -> String {
    let outcome = try run(arguments)
    guard outcome.ending == .exit(0) else { throw Refused(arguments: arguments, outcome: outcome) }
    return outcome.text
  }

  /// Runs the program with `--json` and returns the document.
  func json(_ arguments: String...) throws -> JSONValue {
    try json(arguments)
  }

  /// Runs the program with `--json` and returns the document.
  func json(_ arguments: [String]) throws -> JSONValue {
    let outcome = try run(arguments + ["--json"])
    guard outcome.ending == .exit(0) else { throw Refused(arguments: arguments, outcome: outcome) }
    var reader = JSONReader(outcome.output)
    let value = try reader.readValue()
    try reader.finish()
    return value
  }

  /// Makes a desk with one London client and its board.
  func makeDesk() throws {
    try vahi("client", "add", "Coach Lin", "--slug", "lin", "--zone", "Europe/London", "--hotkey", "1")
  }
}

/// The release binary is not there.
struct MissingBinary: Error, CustomStringConvertible {
  var description: String {
    "no release binary at \(Checkout.binary): run `make build` first, or name one in VAHI_BINARY"
  }
}

/// The program did not do what a test relies on.
struct Refused: Error, CustomStringConvertible {
  let arguments: [String]
  let outcome: Outcome

  var description: String {
    let ending = outcome.ending.map { "\($0)" } ?? "no end within the limit"
    return "vahi \(arguments.joined(separator: " ")): \(ending)\n\(outcome.text)\n\(outcome.complaint)"
  }
}

extension JSONValue {
  /// The field of an object.
  subscript(_ name: String) -> JSONValue? {
    if case .object(let object) = self { return object[name] }
    return nil
  }

  /// The elements of an array; none where it is something else.
  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  /// The text of a string.
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }
}
