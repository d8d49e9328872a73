import Civil
import Glibc

/// The only reader of the system's clock; `--now` starts it elsewhere, `--freeze` holds it still.
struct WallClock: Sendable {
  /// Seconds to add to the system's clock.
  private let shift: Int64
  private let frozen: Instant?

  /// - Parameters:
  ///   - start: what the clock shows first; nil is the system's time.
  ///   - isFrozen: whether it stays there.
  init(start: Instant? = nil, isFrozen: Bool = false) {
    let system = WallClock.system()
    shift = start.map { $0.seconds - system.seconds } ?? 0
    frozen = isFrozen ? start ?? system : nil
  }

  var now: Instant { frozen ?? Instant(seconds: WallClock.system().seconds + shift) }
  var isFrozen: Bool { frozen != nil }

  /// Milliseconds until the clock shows the next full second.
  var millisecondsToNextSecond: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return 1000 - time.tv_nsec / 1_000_000
  }

  private static func system() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }
}
