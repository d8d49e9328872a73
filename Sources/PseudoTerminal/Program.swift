import CPseudoTerminal
import Glibc

/// What a program that ran to its end on pipes said.
package struct Outcome: Sendable {
  /// How it ended; `nil` when it had to be killed because it took longer than it was given.
  package let ending: Ending?
  /// What it wrote to standard output.
  package let output: [UInt8]
  /// What it wrote to standard error.
  package let errors: [UInt8]

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  package var complaint: String { String(decoding: errors, as: UTF8.self) }
}

/// A program that runs on pipes, without a terminal, as a script would run it.
package final class Program {
  package let pid: pid_t
  private let output: Int32
  private let errors: Int32
  private var isReaped = false

  /// Starts it; what it reads is the input, then the end.
  package init(_ invocation: Invocation, input: [UInt8] = []) throws(SpawnError) {
    let out = try Program.pipe()
    let err = try Program.pipe()
    let source = try Program.source(of: input)
    defer {
      close(out.write)
      close(err.write)
      close(source)
    }
    output = out.read
    errors = err.read
    do throws(SpawnError) {
      pid = try spawn(invocation, wiring: .descriptors(input: source, output: out.write, error: err.write))
    } catch {
      close(out.read)
      close(err.read)
      throw error
    }
  }

  deinit {
    close(output)
    close(errors)
    if !isReaped {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
  }

  /// Ends it at once, with no chance to tidy up.
  package func kill9() {
    kill(pid, SIGKILL)
  }

  /// Reads what it says until it ends, and kills it when that takes longer than the limit.
  package func finish(withinMilliseconds limit: Int = 60_000) -> Outcome {
    let watch = Stopwatch()
    var said: [Int32: [UInt8]] = [output: [], errors: []]
    var open = [output, errors]
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !open.isEmpty, watch.milliseconds < limit {
      var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&waiting, nfds_t(waiting.count), Int32(limit - watch.milliseconds)) > 0 else { continue }
      for ready in waiting where ready.revents != 0 {
        let count = read(ready.fd, &buffer, buffer.count)
        if count > 0 {
          said[ready.fd]?.append(contentsOf: buffer[..<count])
        } else if count == 0 || errno != EINTR {
          open.removeAll { $0 == ready.fd }
        }
      }
    }
    let end = ending(of: pid, withinMilliseconds: max(0, limit - watch.milliseconds))
    if end == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    isReaped = true
    return Outcome(ending: end, output: said[output] ?? [], errors: said[errors] ?? [])
  }

  /// Starts a program and reads what it says until it ends.
  package static func run(
    _ invocation: Invocation, input: [UInt8] = [], withinMilliseconds limit: Int = 60_000
  ) throws(SpawnError) -> Outcome {
    try Program(invocation, input: input).finish(withinMilliseconds: limit)
  }

  private static func pipe() throws(SpawnError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    // Without close-on-exec a child started meanwhile would hold this one's output open.
    guard pipe_open(&ends) == 0 else { throw SpawnError("pipe") }
    return (ends[0], ends[1])
  }

  /// A descriptor to read the input from: a file without a name, so that no length of it can block.
  private static func source(of input: [UInt8]) throws(SpawnError) -> Int32 {
    guard !input.isEmpty else {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SpawnError("/dev/null") }
      return descriptor
    }
    let descriptor = memory_file_open()
    guard descriptor >= 0 else { throw SpawnError("memory file") }
    var written = 0
    while written < input.count {
      let count = input[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        close(descriptor)
        throw SpawnError("write")
      }
      written += max(0, count)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
