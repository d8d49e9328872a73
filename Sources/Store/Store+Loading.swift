import Civil
import Desk
import Glibc

extension Store {
  /// Starts reading what the first paint did not need, on another thread; `follow` takes it in.
  package func startLoading() {
    guard loading?.isTooLong ?? true, !table.isComplete else { return }
    loading?.cancel()
    sinceLoading = []
    loading = BackgroundLoad(loadJob, wake: wake)
  }

  /// Starts the same before the first paint, unless there is so much to read that it would hold that up.
  package func startShortLoading() {
    // Where many files were read for the first paint, there are more to read than can be awaited; looking for them
    // now would only take time from it.
    guard loading == nil, !table.isComplete, table.loaded.count < SnapshotReader.filesWorthAThread else {
      return
    }
    sinceLoading = []
    loading = BackgroundLoad(loadJob, wake: wake, atMost: Self.filesReadAtOnce)
  }

  /// Waits a moment for what `startShortLoading` reads, and takes it in.
  ///
  /// A small desk's first picture is then the whole one, and not one that is corrected at once.
  ///
  /// - Parameter milliseconds: the longest wait.
  package func followShortLoading(milliseconds: Int) {
    guard let loading, let wake, !loading.isTooLong else { return }
    var ready = pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&ready, 1, Int32(milliseconds))
    adoptLoading(waiting: false)
  }

  private static let filesReadAtOnce = 64

  /// Waits until everything that is in the folder is on the desk: archives, old months, old history.
  package func loadEverything() {
    guard !table.isComplete else { return }
    if loading != nil { adoptLoading(waiting: true) }
    var attempts = 0
    while !table.isComplete {
      sinceLoading = []
      attempts += 1
      take(loadJob.run(), evenIfStale: attempts > 4)
    }
  }

  /// Whether everything that is in the folder is on the desk.
  package var isWhole: Bool { table.isComplete }

  private var loadJob: LoadJob {
    LoadJob(fileSystem: fileSystem, desk: desk, table: table, sequence: header.sequence)
  }

  /// Takes in what was read in the background if it is there, or waits for it.
  func adoptLoading(waiting: Bool) {
    guard let loading, let result = waiting ? loading.wait() : loading.finished else { return }
    self.loading = nil
    take(result, evenIfStale: false)
    if !table.isComplete, !waiting { startLoading() }
  }

  private func take(_ result: LoadJob.Result, evenIfStale: Bool) {
    if result.isStale, !evenIfStale, (try? refresh()) != nil { return }
    desk = result.desk
    table = result.table
    notices += result.notices
    let missed = sinceLoading
    sinceLoading = []
    for transaction in missed { apply(transaction) }
    hasNews = true
  }

  /// Reads single files at once, because a change is about what is in them.
  func loadFiles(_ files: Set<DeskFile>) {
    guard !table.isComplete else { return }
    let reader = SnapshotReader(fileSystem: fileSystem)
    var records: [Record] = []
    for file in files { reader.load(file, into: &table, &records, notices: &notices) }
    if !records.isEmpty { load(records) }
  }
}
