import Glibc

/// How a program ended.
package enum Ending: Hashable, Sendable {
  /// It left with this exit code.
  case exit(Int)
  /// This signal ended it.
  case signal(Int)

  /// Reads what `waitpid` answered.
  init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exit(Int((status >> 8) & 0xff)) : .signal(Int(signal))
  }
}

/// A stretch of time, measured on a clock that nobody sets.
package struct Stopwatch: Sendable {
  private let began = Stopwatch.reading

  package init() {}

  /// Nanoseconds since the stopwatch was made.
  package var nanoseconds: Int { Stopwatch.reading - began }

  /// Milliseconds since the stopwatch was made.
  package var milliseconds: Int { nanoseconds / 1_000_000 }

  /// Nanoseconds that the clock shows now; another at each look.
  private static var reading: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// Waits for a child to end, for as long as the limit allows; `nil` when it still runs.
package func ending(of pid: pid_t, withinMilliseconds limit: Int) -> Ending? {
  let watch = Stopwatch()
  var status: Int32 = 0
  while true {
    let answer = waitpid(pid, &status, WNOHANG)
    if answer == pid { return Ending(status: status) }
    if answer < 0 && errno != EINTR { return nil }
    if watch.milliseconds >= limit { return nil }
    poll(nil, 0, 2)
  }
}
