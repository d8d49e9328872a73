import Synchronization

/// A thread that has things of its own to do, and between them reads files along with the one that opens a desk.
///
/// It has ended when this is gone, whatever became of the desk: nothing goes on reading that nobody waits for.
package final class ReadingPartner: Sendable {
  /// What the thread is to read along with; it keeps this alone alive, so that it can be waited for in the end.
  private final class Wish: Sendable {
    let shared = Mutex<SharedReading?>(nil)

    func grant() { shared.withLock { $0 }?.readAlong() }
  }

  private let thread = Mutex<WorkerThread?>(nil)
  private let wish = Wish()

  package init() {}

  deinit { join() }

  /// Starts the thread, on a processor that has nothing else to do where there is one.
  ///
  /// - Returns: false when the system has no thread to give; nothing is done then.
  @discardableResult
  package func start(_ jobs: [@Sendable () -> Void] = []) -> Bool {
    let started = WorkerThread.start(atOnce: true) { [wish] in
      for job in jobs {
        job()
        wish.grant()
      }
      if jobs.isEmpty { wish.grant() }
    }
    thread.withLock { $0 = started }
    return started != nil
  }

  /// Waits for the thread's end.
  package func join() {
    thread.withLock { $0.take() }?.join()
  }

  /// Reads files together with the thread, whenever that comes to it.
  ///
  /// - Parameter starting: whether it is started for this alone.
  func read(_ reading: SharedReading, starting: Bool = false) {
    wish.shared.withLock { $0 = reading }
    if starting { start() }
    defer { if starting { join() } }
    reading.readOn()
    wish.shared.withLock { $0 = nil }
    reading.waitForPartner()
  }
}
