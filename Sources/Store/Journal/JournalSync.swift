import Synchronization

/// Makes what was written last on the disk, on a thread of its own: the next key does not wait for it.
final class JournalSync: Sendable {
  private struct State: Sendable {
    var file: (any OpenFile)?
    var earlierFiles: [any OpenFile] = []
    var folders: [String] = []
    var written = 0
    var synced = 0
    var isStopping = false
    var failure: FileError?
    var thread: WorkerThread?
  }

  private struct Work: Sendable {
    let files: [any OpenFile]
    let folders: [String]
    let upTo: Int
  }

  private let fileSystem: any FileSystem
  private let state = Mutex(State())
  private let wake = WakeSignal()
  private let halt = WakeSignal()
  /// Milliseconds that a sync waits for more to come: it would slow down the repaint that is under way.
  private static let patience: Int32 = 200
  /// Signalled when there is something to report.
  private let report: WakeSignal?

  init(fileSystem: any FileSystem, report: WakeSignal?) {
    self.fileSystem = fileSystem
    self.report = report
  }

  deinit {
    wake?.signal()
    halt?.signal()
  }

  /// Number of the last transaction that a power cut cannot take away.
  var syncedSequence: Int { state.withLock { $0.synced } }

  /// What the disk refused since this was last asked.
  func takeFailure() -> FileError? {
    state.withLock { state in
      defer { state.failure = nil }
      return state.failure
    }
  }

  /// Notes that a file has been written to up to a transaction, and what folders have new names in them.
  func request(_ file: any OpenFile, upTo sequence: Int, folders: [String], inBackground: Bool) {
    state.withLock { state in
      if let earlier = state.file, earlier !== file { state.earlierFiles.append(earlier) }
      state.file = file
      state.folders += folders
      state.written = sequence
      if inBackground, state.thread == nil, let wake, let halt {
        state.thread = WorkerThread.start { [weak self] in
          while true {
            wake.wait()
            wake.drain()
            halt.wait(milliseconds: Self.patience)
            guard let self, !self.state.withLock({ $0.isStopping }) else { return }
            self.flush()
          }
        }
      }
    }
    wake?.signal()
  }

  /// Syncs what has been written until now.
  func flush() {
    let work = state.withLock { state -> Work? in
      guard state.written > state.synced else { return nil }
      defer {
        state.earlierFiles = []
        state.folders = []
      }
      let files = state.earlierFiles + (state.file.map { [$0] } ?? [])
      return Work(files: files, folders: state.folders, upTo: state.written)
    }
    guard let work else { return }
    do throws(FileError) {
      for file in work.files { try file.sync() }
      for folder in work.folders { try fileSystem.syncFolder(folder) }
      state.withLock { $0.synced = max($0.synced, work.upTo) }
    } catch {
      state.withLock { state in
        state.failure = error
        let current = state.file
        state.earlierFiles += work.files.filter { $0 !== current }
        state.folders += work.folders
      }
      report?.signal()
    }
  }

  /// Notes that the files hold everything up to a transaction.
  func settle(upTo sequence: Int) {
    state.withLock { $0.synced = max($0.synced, sequence) }
  }

  /// Ends the thread and syncs what is left.
  func stop() {
    let thread = state.withLock { state in
      state.isStopping = true
      defer { state.thread = nil }
      return state.thread
    }
    wake?.signal()
    halt?.signal()
    thread?.join()
    halt?.drain()
    flush()
    state.withLock { $0.isStopping = false }
  }
}
