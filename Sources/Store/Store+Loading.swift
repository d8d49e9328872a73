import Civil
import Desk

extension Store {
  /// Starts reading what the first paint did not need, on another thread; `follow` takes it in.
  package func startLoading() {
    guard loading == nil, !table.isComplete else { return }
    sinceLoading = []
    loading = BackgroundLoad(loadJob, wake: wake)
  }

  /// Waits until everything that is in the folder is on the desk: archives, old months, old history.
  package func loadEverything() {
    guard !table.isComplete else { return }
    if loading == nil {
      sinceLoading = []
      take(loadJob.run())
    } else {
      adoptLoading(waiting: true)
    }
  }

  private var loadJob: LoadJob { LoadJob(fileSystem: fileSystem, desk: desk, table: table) }

  /// Takes in what was read in the background if it is there, or waits for it.
  func adoptLoading(waiting: Bool) {
    guard let loading, let result = waiting ? loading.wait() : loading.finished else { return }
    self.loading = nil
    take(result)
  }

  private func take(_ result: LoadJob.Result) {
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
    for file in files { records += reader.load(file, into: &table, notices: &notices) }
    if !records.isEmpty { load(records) }
  }
}
