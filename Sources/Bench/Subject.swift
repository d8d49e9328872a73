import PseudoTerminal

/// One of the programs that are measured side by side, with what was measured.
final class Subject {
  let name: String
  let invocation: Invocation
  /// Keys that bring the screen up which is measured.
  var opening = "1"
  /// Down and up within a column, across and back: nearly each of them moves something on the screen.
  var round = "jjjjjkkkkklhlh"
  var firstPaint = Samples()
  var repaint = Samples()
  var silentKeys = 0
  var peakMemory = 0

  // The size that the limits are stated for.
  private static let rows = 40
  private static let columns = 140
  // A screen is taken as painted when nothing has come for so many milliseconds.
  private static let silence = 25
  private static let limit = 10_000

  init(name: String, invocation: Invocation) {
    self.name = name
    self.invocation = invocation
  }

  /// Starts it, waits for its screen, counts the time to the last byte, and ends it.
  func measureStart() throws {
    let watch = Stopwatch()
    let session = try start()
    let burst = session.read(
      untilSilentFor: Subject.limit, orAfterFirstByteFor: Subject.silence * 2, since: watch)
    guard let last = burst.lastByte, !burst.isOver else { throw Nothing(subject: name, burst: burst) }
    firstPaint.add(last)
    try end(session)
  }

  /// Starts it and waits until its first screen stands.
  func open() throws -> TerminalSession {
    let session = try start()
    let burst = session.read(untilSilentFor: Subject.limit, orAfterFirstByteFor: 400, since: Stopwatch())
    guard burst.lastByte != nil, !burst.isOver else { throw Nothing(subject: name, burst: burst) }
    return session
  }

  /// Starts it and brings up the screen that is measured.
  func openForKeys() throws -> TerminalSession {
    let session = try open()
    for key in opening {
      session.send(String(key))
      _ = session.read(untilSilentFor: 300, withinMilliseconds: 3_000)
    }
    return session
  }

  /// Presses a round of keys one by one, each when the screen stands still, and counts the time to the last byte.
  func measureKeys(in session: TerminalSession) throws {
    for key in round {
      let watch = Stopwatch()
      session.send(String(key))
      let burst = session.read(
        untilSilentFor: Subject.silence, withinMilliseconds: Subject.limit, since: watch)
      if burst.isOver { throw Nothing(subject: name, burst: burst) }
      if let last = burst.lastByte { repaint.add(last) } else { silentKeys += 1 }
    }
    peakMemory = max(peakMemory, ProcessFigures(pid: session.pid).peakMemory)
  }

  /// Ends a session by the key that ends every one of these programs.
  func end(_ session: TerminalSession) throws {
    session.send("q")
    if session.finish(withinMilliseconds: 2_000) == nil {
      session.signal(15)
      _ = session.finish(withinMilliseconds: 2_000)
    }
  }

  private func start() throws -> TerminalSession {
    try TerminalSession(invocation, rows: Subject.rows, columns: Subject.columns)
  }
}

/// A program drew nothing, or left.
struct Nothing: Error, CustomStringConvertible {
  let description: String

  init(subject: String, burst: Burst) {
    let said = String(decoding: burst.bytes.suffix(400), as: UTF8.self)
    description = "\(subject) \(burst.isOver ? "ended" : "drew nothing"); it wrote: \(said.debugDescription)"
  }
}
