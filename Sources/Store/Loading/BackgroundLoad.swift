import Synchronization

/// A load job on a thread of its own, which has ended when this is gone.
final class BackgroundLoad: Sendable {
  /// What the thread is told and tells; it keeps this alone alive, so that it can be waited for in the end.
  private final class Progress: Sendable {
    let result = Mutex<LoadJob.Result?>(nil)
    let isWanted = Atomic(true)
  }

  private let job: LoadJob
  private let progress = Progress()
  private let thread = Mutex<WorkerThread?>(nil)

  /// Starts the job.
  init(_ job: LoadJob, wake: WakeSignal?) {
    self.job = job
    let started = WorkerThread.start { [progress] in
      let done = job.run { progress.isWanted.load(ordering: .relaxed) }
      progress.result.withLock { $0 = done }
      wake?.signal()
    }
    thread.withLock { $0 = started }
  }

  deinit { cancel() }

  /// What was read, if it is all there.
  var finished: LoadJob.Result? {
    guard let done = progress.result.withLock({ $0 }) else { return nil }
    join()
    return done
  }

  /// Waits for what is read.
  func wait() -> LoadJob.Result {
    join()
    return progress.result.withLock { $0 } ?? job.run()
  }

  /// Ends what nobody wants any more.
  func cancel() {
    progress.isWanted.store(false, ordering: .relaxed)
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
