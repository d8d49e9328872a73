import CNcurses
import Canvas
import Glibc

/// What ended a wait.
package struct Wake: Sendable {
  /// What came from the terminal, in order.
  package var inputs: [TerminalInput] = []
  /// The other descriptors that can be read.
  package var ready: [Int32] = []
}

extension Terminal {
  /// Sleeps until an input comes, one of the other descriptors can be read, or the time is up.
  ///
  /// The time is in milliseconds; without one it sleeps for as long as nothing happens.
  package func wait(milliseconds: Int?, watching others: [Int32] = []) -> Wake {
    // While the person looks at a picture that went past ncurses, there is time to tell it.
    painter.tellNcurses()
    if !hasOwnKeys {
      // Not read at the start, where it would hold up the first picture; the first wait comes before any key.
      hasOwnKeys = true
      decoder = InputDecoder(ownKeys: OwnKeys.read())
    }
    let deadline = milliseconds.map { Terminal.now() + Int64($0) }
    var polled = ([options.input, signals.descriptor] + others).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var wake = Wake()
    while true {
      let left = deadline.map { max(Int($0 - Terminal.now()), 0) }
      let patience = decoder.patience
      let time = [left, patience].compactMap { $0 }.min() ?? -1
      let count = poll(&polled, nfds_t(polled.count), Int32(clamping: time))
      if count == 0, let patience, time == patience { wake.inputs += decoder.flush() }
      if count > 0 {
        if polled[1].revents != 0 { wake.inputs += takeSignals() }
        if polled[0].revents != 0 { wake.inputs += takeBytes() }
        wake.ready = polled.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
      }
      let isTimeUp = deadline.map { Terminal.now() >= $0 } ?? false
      if !wake.inputs.isEmpty || !wake.ready.isEmpty || isTimeUp { return wake }
    }
  }

  /// Reads what the terminal has sent.
  private func takeBytes() -> [TerminalInput] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
      let count = Glibc.read(options.input, buffer.baseAddress, buffer.count)
      if count > 0 { return decoder.feed(buffer.prefix(count)) }
      if count < 0, errno == EINTR || errno == EAGAIN { return [] }
      return decoder.flush() + [.endOfInput]
    }
  }

  private func takeSignals() -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var isResized = false
    for number in signals.take() {
      switch number {
      case SIGWINCH, SIGCONT: isResized = true
      case SIGTSTP:
        inputs.append(stop())
      default: inputs.append(.endOfInput)
      }
    }
    if isResized { inputs.insert(updateSize(), at: 0) }
    return inputs
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
