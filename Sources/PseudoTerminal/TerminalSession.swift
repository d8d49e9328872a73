import CPseudoTerminal
import Glibc

/// What came from a program within one quiet-to-quiet stretch.
package struct Burst: Sendable {
  /// What it wrote.
  package var bytes: [UInt8] = []
  /// Nanoseconds from the beginning of the stretch to its last byte; `nil` when there was none.
  package var lastByte: Int?
  /// Whether the program closed its terminal.
  package var isOver = false
}

/// A program on a pseudo-terminal of its own, as a terminal emulator runs it.
///
/// What a terminal would answer by itself (who are you, where is the cursor, what is your
/// background) is answered while reading.
package final class TerminalSession {
  package let pid: pid_t
  private var master: Int32
  private var isReaped = false
  private var answers = TerminalAnswers()
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts the program on a terminal of this size.
  package init(_ invocation: Invocation, rows: Int, columns: Int) throws(SpawnError) {
    var name = [CChar](repeating: 0, count: 256)
    let descriptor = terminal_open(&name, name.count)
    guard descriptor >= 0 else { throw SpawnError("pseudo-terminal") }
    let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Held open over the start, or the size would be lost with the last descriptor of this side.
    let side = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { if side >= 0 { close(side) } }
    TerminalSession.resize(descriptor, rows: rows, columns: columns)
    do throws(SpawnError) {
      pid = try spawn(invocation, wiring: .terminal(path: path))
    } catch {
      close(descriptor)
      throw error
    }
    master = descriptor
  }

  deinit {
    hangUp()
    if !isReaped {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
  }

  /// Types.
  package func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Types bytes as they are.
  package func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      sent += max(0, count)
    }
  }

  /// Reads until nothing has come for so many milliseconds, or the limit is reached.
  ///
  /// - Parameters:
  ///   - silence: How long nothing must come for the stretch to be over.
  ///   - watch: Since when the last byte's time is counted: hand in one that was started before the key was
  ///     sent.
  package func read(
    untilSilentFor silence: Int, withinMilliseconds limit: Int, since watch: Stopwatch = Stopwatch(),
    stopsAtFirst: Bool = false
  ) -> Burst {
    var burst = Burst()
    while watch.milliseconds < limit {
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(silence, limit - watch.milliseconds)))
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else { return burst }
      let count = Glibc.read(master, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        burst.isOver = true
        return burst
      }
      burst.lastByte = watch.nanoseconds
      let chunk = buffer[..<count]
      burst.bytes.append(contentsOf: chunk)
      for answer in answers.answers(to: chunk) { send(answer) }
      if stopsAtFirst { return burst }
    }
    return burst
  }

  /// Waits for a first byte, then reads until nothing has come for so many milliseconds.
  package func read(untilSilentFor limit: Int, orAfterFirstByteFor silence: Int, since watch: Stopwatch)
    -> Burst
  {
    var first = read(untilSilentFor: limit, withinMilliseconds: limit, since: watch, stopsAtFirst: true)
    if first.isOver || first.lastByte == nil { return first }
    let rest = read(untilSilentFor: silence, withinMilliseconds: limit, since: watch)
    first.bytes += rest.bytes
    first.lastByte = rest.lastByte ?? first.lastByte
    first.isOver = rest.isOver
    return first
  }

  /// Reads until the program has written this, and returns all that it wrote; `nil` past the limit.
  package func read(until text: String, withinMilliseconds limit: Int) -> [UInt8]? {
    let watch = Stopwatch()
    let wanted = Array(text.utf8)
    var all: [UInt8] = []
    while watch.milliseconds < limit {
      let burst = read(untilSilentFor: 5, withinMilliseconds: limit - watch.milliseconds)
      all += burst.bytes
      if all.contains(subsequence: wanted) { return all }
      if burst.isOver { return nil }
    }
    return nil
  }

  /// Makes the terminal another size, as dragging the corner of its window does.
  package func resize(rows: Int, columns: Int) {
    TerminalSession.resize(master, rows: rows, columns: columns)
  }

  /// Closes the terminal's window: the program gets SIGHUP, and nobody reads what it still writes.
  package func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  /// Sends a signal.
  package func signal(_ number: Int32) {
    kill(pid, number)
  }

  /// Waits for the program to end; `nil` when it still runs after the limit.
  package func finish(withinMilliseconds limit: Int) -> Ending? {
    // What it writes while it leaves has to go somewhere, or it would wait for a reader.
    if master >= 0 { _ = drainToEnd(withinMilliseconds: limit) }
    let end = ending(of: pid, withinMilliseconds: limit)
    if end != nil { isReaped = true }
    return end
  }

  /// Reads all that is written until the program closes its terminal.
  package func drainToEnd(withinMilliseconds limit: Int) -> [UInt8] {
    read(untilSilentFor: limit, withinMilliseconds: limit).bytes
  }

  private static func resize(_ descriptor: Int32, rows: Int, columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes stand somewhere in this array, one after the other.
  package func contains(subsequence wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { start in
      self[start] == first && self[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
