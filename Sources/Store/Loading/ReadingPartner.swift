import Synchronization

/// A thread that has things of its own to do, and between them helps the one that opens a desk: reads files along with
/// it, and works out what it will ask for.
package final class ReadingPartner: Sendable {
  private let thread = Mutex<WorkerThread?>(nil)
  private let shared = Mutex<SharedReading?>(nil)
  private let favour = Mutex<(@Sendable () -> Void)?>(nil)

  package init() {}

  /// Starts the thread, on a processor that has nothing else to do where there is one.
  ///
  /// - Returns: false when the system has no thread to give; nothing is done then.
  @discardableResult
  package func start(_ jobs: [@Sendable () -> Void] = []) -> Bool {
    let started = WorkerThread.start(atOnce: true) {
      for job in jobs {
        job()
        self.help()
      }
      if jobs.isEmpty { self.help() }
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
    shared.withLock { $0 = reading }
    if starting { start() }
    defer { if starting { join() } }
    reading.readOn()
    shared.withLock { $0 = nil }
    reading.waitForPartner()
  }

  /// Asks for something that is as well not done, should the thread never come to it.
  func ask(_ favour: @escaping @Sendable () -> Void) { self.favour.withLock { $0 = favour } }

  private func help() {
    shared.withLock { $0 }?.readAlong()
    favour.withLock { $0.take() }?()
  }
}
