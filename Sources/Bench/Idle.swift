import Glibc
import PseudoTerminal

/// What a program does while nobody does anything.
struct Idle {
  /// Wake-ups a second.
  let wakeUps: Double
  /// Wake-ups in the whole stretch.
  let wakeUpCount: Int
  /// Bytes to the terminal a second.
  let bytes: Double
  /// How long was watched, in seconds.
  let seconds: Int

  /// Watches several sessions side by side for so many seconds.
  static func watch(_ sessions: [TerminalSession], seconds: Int) -> [Idle] {
    let before = sessions.map { ProcessFigures(pid: $0.pid).voluntarySwitches }
    var bytes = sessions.map { _ in 0 }
    let watch = Stopwatch()
    while watch.milliseconds < seconds * 1_000 {
      for (index, session) in sessions.enumerated() {
        let rest = max(1, min(100, seconds * 1_000 - watch.milliseconds))
        bytes[index] += session.read(untilSilentFor: rest, withinMilliseconds: rest).bytes.count
      }
    }
    let elapsed = Double(watch.nanoseconds) / 1_000_000_000
    return sessions.indices.map { index in
      let count = ProcessFigures(pid: sessions[index].pid).voluntarySwitches - before[index]
      return Idle(
        wakeUps: Double(count) / elapsed, wakeUpCount: count, bytes: Double(bytes[index]) / elapsed,
        seconds: seconds)
    }
  }
}
