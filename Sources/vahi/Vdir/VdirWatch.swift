import Glibc

/// Hears from the kernel that something happened in one of the calendar folders.
///
/// What happens there comes in bursts: a server's changes are written file by file, and so are ours. A burst is over when
/// nothing more came for `calm`, and is not waited for longer than `longest`.
final class VdirWatch {
  /// To be waited on in `poll`; nil where there is nothing to watch.
  let descriptor: Int32?
  private var watched: [String: Int32] = [:]
  /// When the burst that is not looked at yet began, and when the last of it came; milliseconds of a clock that nobody
  /// sets.
  private var burst: (first: Int64, last: Int64)?

  /// Milliseconds.
  private static let calm: Int64 = 200
  private static let longest: Int64 = 1000

  init(isNeeded: Bool) {
    let made = isNeeded ? inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC)) : -1
    descriptor = made >= 0 ? made : nil
  }

  deinit { if let descriptor { close(descriptor) } }

  /// Watches these folders, those that are there; one that comes later is watched from the next time on.
  func watch(_ folders: [String]) {
    guard let descriptor else { return }
    let events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF
    for folder in folders {
      // Naming a folder that is watched changes nothing.
      let number = inotify_add_watch(descriptor, folder, UInt32(events))
      if let old = watched[folder], old != number { inotify_rm_watch(descriptor, old) }
      watched[folder] = number >= 0 ? number : nil
    }
  }

  /// Notes that something happened.
  func take() {
    drain()
    let now = Self.now()
    burst = (burst?.first ?? now, now)
  }

  /// Milliseconds until the folders are to be looked at; nil where nothing happened.
  var patience: Int? {
    guard let burst else { return nil }
    return Int(max(0, min(burst.last + Self.calm, burst.first + Self.longest) - Self.now()))
  }

  /// Whether what happened is to be looked at now.
  var isDue: Bool { patience == 0 }

  /// Forgets what happened so far: it was looked at, or made here.
  func settle() {
    drain()
    burst = nil
  }

  private func drain() {
    guard let descriptor else { return }
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
