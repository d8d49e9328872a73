import Synchronization

/// A thread that has things of its own to do, and between them helps the one that opens a desk: reads files along with
/// it, and works out what it will ask for.
///
/// It has ended when this is gone, whatever became of the desk: nothing goes on reading that nobody waits for.
package final class ReadingPartner: Sendable {
  /// What the thread is asked for; the thread keeps this alone alive, so that it can be waited for in the end.
  private final class Wishes: Sendable {
    let shared = Mutex<SharedReading?>(nil)
    let favour = Mutex<(@Sendable () -> Void)?>(nil)

    func grant() {
      shared.withLock { $0 }?.readAlong()
      favour.withLock { $0.take() }?()
    }
  }

  private let thread = Mutex<WorkerThread?>(nil)
  private let wishes = Wishes()

  package init() {}

  deinit { join() }

  /// Starts the thread, on a processor that has nothing else to do where there is one.
  ///
  /// - Returns: false when the system has no thread to give; nothing is done then.
  @discardableResult
  package func start(_ jobs: [@Sendable () -> Void] = []) -> Bool {
    let started = WorkerThread.start(atOnce: true) { [wishes] in
      for job in jobs {
        job()
        wishes.grant()
      }
      if jobs.isEmpty { wishes.grant() }
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
    wishes.shared.withLock { $0 = reading }
    if starting { start() }
    defer { if starting { join() } }
    reading.readOn()
    wishes.shared.withLock { $0 = nil }
    reading.waitForPartner()
  }

  /// Asks for something that is as well not done, should the thread never come to it.
  func ask(_ favour: @escaping @Sendable () -> Void) { wishes.favour.withLock { $0 = favour } }
}
