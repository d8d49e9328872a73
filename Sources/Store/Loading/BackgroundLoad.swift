import Synchronization

/// A load job on a thread of its own.
final class BackgroundLoad: Sendable {
  private let job: LoadJob
  private let result = Mutex<LoadJob.Result?>(nil)
  private let thread = Mutex<WorkerThread?>(nil)
  private let isWanted = Atomic(true)

  /// Starts the job.
  init(_ job: LoadJob, wake: WakeSignal?) {
    self.job = job
    let started = WorkerThread.start { [weak self] in
      let done = job.run { self?.isWanted.load(ordering: .relaxed) ?? false }
      self?.result.withLock { $0 = done }
      wake?.signal()
    }
    thread.withLock { $0 = started }
  }

  /// What was read, if it is all there.
  var finished: LoadJob.Result? {
    guard let done = result.withLock({ $0 }) else { return nil }
    join()
    return done
  }

  /// Waits for what is read.
  func wait() -> LoadJob.Result {
    join()
    return result.withLock { $0 } ?? job.run()
  }

  /// Ends what nobody wants any more.
  func cancel() {
    isWanted.store(false, ordering: .relaxed)
    join()
  }

  private func join() {
    let running = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    running?.join()
  }
}
