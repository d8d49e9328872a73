import CPseudoTerminal
import Glibc

/// Why a program could not be started.
package struct SpawnError: Error, CustomStringConvertible {
  /// What was being done: the path of the program, or the system call that failed.
  package let what: String
  /// The system's error number.
  package let code: Int32

  init(_ what: String, code: Int32 = errno) {
    self.what = what
    self.code = code
  }

  package var description: String { "\(what): \(String(cString: strerror(code)))" }
}

/// What a program is started with.
package struct Invocation: Sendable {
  /// Where the program is.
  package var path: String
  /// What it is handed, its own name left out.
  package var arguments: [String]
  /// Its whole environment: nothing of this process's own is added.
  package var environment: [String: String]
  /// The folder it starts in; this process's own where there is none.
  package var folder: String?

  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String], folder: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}

/// Where a child's standard input, output and error come from.
enum Wiring {
  /// Open descriptors of this process.
  case descriptors(input: Int32, output: Int32, error: Int32)
  /// A terminal's path: the child leads a session of its own, with that terminal controlling it.
  case terminal(path: String)
}

/// Starts a program with all signals at their defaults, and returns its process id.
func spawn(_ invocation: Invocation, wiring: Wiring) throws(SpawnError) -> pid_t {
  let terminal: String?
  let descriptors: [Int32]
  switch wiring {
  case .descriptors(let input, let output, let error):
    terminal = nil
    descriptors = [input, output, error]
  case .terminal(let path):
    terminal = path
    descriptors = []
  }
  let words = [invocation.path] + invocation.arguments
  let settings = invocation.environment.map { "\($0.key)=\($0.value)" }.sorted()
  var pid: pid_t = 0
  let code = withCStrings(words) { argv in
    withCStrings(settings) { envp in
      program_spawn(&pid, invocation.path, argv, envp, invocation.folder, terminal, descriptors)
    }
  }
  guard code == 0 else { throw SpawnError(invocation.path, code: code) }
  return pid
}

/// Lends the strings as a C array that ends with a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
