import CThreads
import Glibc

/// A thread for what must not hold up the main one.
///
/// It takes no signals: those are the main thread's.
package struct WorkerThread: Sendable {
  private let thread: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread; nil when the system has none to give.
  ///
  /// - Parameter atOnce: whether it is not to wait until the system moves it to a processor that has nothing to do.
  package static func start(
    atOnce: Bool = false, _ body: @escaping @Sendable () -> Void
  ) -> WorkerThread? {
    var every = sigset_t()
    var before = sigset_t()
    sigfillset(&every)
    pthread_sigmask(SIG_SETMASK, &every, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let box = Unmanaged.passRetained(
      Body {
        if atOnce { vahi_run_anywhere() }
        body()
      })
    var thread = pthread_t()
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
      if let raw { Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run() }
      return nil
    }
    let failed =
      atOnce
      ? vahi_start_elsewhere(&thread, run, box.toOpaque()) : pthread_create(&thread, nil, run, box.toOpaque())
    guard failed == 0 else {
      box.release()
      return nil
    }
    return WorkerThread(thread: thread)
  }

  /// Waits for the thread's end.
  package func join() { pthread_join(thread, nil) }
}
