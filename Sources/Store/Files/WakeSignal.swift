import Glibc

/// A pipe that one thread writes to so that another wakes up.
final class WakeSignal: Sendable {
  /// Becomes readable when somebody has signalled.
  let descriptor: CInt
  private let writing: CInt

  init?() {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writing = ends[1]
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  func signal() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Waits for a signal, at most that many milliseconds; -1 waits without end.
  func wait(milliseconds: Int32 = -1) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, milliseconds)
  }

  /// Takes note of every signal until now.
  func drain() {
    var buffer: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
