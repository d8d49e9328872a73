import CNcurses
import Glibc

/// The signals that concern a terminal, as bytes in a pipe that the main loop can wait for.
package struct Signals: Sendable {
  /// Becomes readable when a signal has come.
  let descriptor: Int32
  private let writeEnd: Int32

  /// Starts watching; must come before ncurses is opened, which then leaves these signals alone.
  ///
  /// For the main thread: the stack on which a crash is answered is the calling thread's.
  ///
  /// - Parameter output: where the screen is.
  package init(output: Int32) {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
    vahi_prepare_restore(output)
    vahi_watch_signals(writeEnd)
    vahi_watch_crashes(true)
  }

  /// The signals that came since the last call.
  func take() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count > 0 ? buffer.prefix(count).map(Int32.init) : []
  }

  /// Says what gives the terminal back should the program crash; nothing while it is not ours.
  func setRestore(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      vahi_set_restore($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
    }
  }

  /// Stops watching.
  func close() {
    vahi_set_restore(nil, 0)
    vahi_watch_signals(-1)
    vahi_watch_crashes(false)
    Glibc.close(descriptor)
    Glibc.close(writeEnd)
  }
}
