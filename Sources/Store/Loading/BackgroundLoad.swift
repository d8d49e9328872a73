import Synchronization

/// A load job on a thread of its own.
final class BackgroundLoad: Sendable {
  private let job: LoadJob
  private let result = Mutex<LoadJob.Result?>(nil)
  private let thread = Mutex<WorkerThread?>(nil)
  private let isWanted = Atomic(true)
  private let isLong = Atomic(false)

  /// Starts the job, unless there are more files to read than that.
  init(_ job: LoadJob, wake: WakeSignal?, atMost most: Int = .max) {
    self.job = job
    let started = WorkerThread.start { [weak self] in
      let files = job.files
      if files.count <= most {
        let done = job.run(files) { self?.isWanted.load(ordering: .relaxed) ?? false }
        self?.result.withLock { $0 = done }
      } else {
        self?.isLong.store(true, ordering: .relaxed)
      }
      wake?.signal()
    }
    thread.withLock { $0 = started }
  }

  /// Whether there was more to read than the job was started for, so that nothing was.
  var isTooLong: Bool { isLong.load(ordering: .relaxed) }

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
