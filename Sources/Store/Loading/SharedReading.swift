import Civil
import Desk
import Glibc
import Synchronization

/// Files that two threads read, each taking the next one when it is done with one.
///
/// Not halves: the second processor may still be busy with something else, and nobody is to wait for it.
final class SharedReading: Sendable {
  private struct Part {
    let file: Int
    let records: ReadRecords
    let notices: [StoreNotice]
  }

  private struct State {
    var parts: [Part] = []
    var tables: [FileTable] = []
    var isPartnerReading = false
    /// What the first thread waits for when the second is not done yet.
    var partnerDone: WakeSignal?
  }

  private let files: [DeskFile]
  private let reader: SnapshotReader
  private let table: FileTable
  private let zoneNames: Set<String>
  private let next = Atomic(0)
  private let state = Mutex(State())

  /// - Parameters:
  ///   - table: what is known of the files before.
  ///   - zoneNames: the zones that will be asked for when the files are read.
  init(_ files: [DeskFile], _ reader: SnapshotReader, _ table: FileTable, zoneNames: Set<String>) {
    self.files = files
    self.reader = reader
    self.table = table
    self.zoneNames = zoneNames
  }

  /// Reads zones and then files until none is left; for the second thread.
  func readAlong() {
    for name in zoneNames { _ = reader.zones.zoneOrUTC(named: name) }
    state.withLock { $0.isPartnerReading = true }
    readOn()
    state.withLock { state in
      state.isPartnerReading = false
      state.partnerDone?.signal()
    }
  }

  /// Waits until the second thread is done with what it took; for the first, when nothing is left to take.
  func waitForPartner() {
    let signal = state.withLock { state in
      if state.isPartnerReading { state.partnerDone = WakeSignal() }
      return state.partnerDone
    }
    // Without a pipe to wait at, it looks again and again.
    while state.withLock({ $0.isPartnerReading }) {
      if let signal { signal.wait() } else { sched_yield() }
    }
  }

  /// Reads files until none is left.
  func readOn() {
    var table = table
    var parts: [Part] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
      guard index < files.count else { break }
      var records: [Record] = []
      var notices: [StoreNotice] = []
      reader.load(files[index], into: &table, &records, notices: &notices)
      parts.append(Part(file: index, records: ReadRecords(records, reader.zones), notices: notices))
    }
    guard !parts.isEmpty else { return }
    state.withLock { state in
      state.parts += parts
      state.tables.append(table)
    }
  }

  /// Gives what was read, in the order of the files, when neither thread reads any more.
  func finish(into table: inout FileTable, _ files: inout [ReadRecords], notices: inout [StoreNotice]) {
    state.withLock { state in
      for other in state.tables { table.merge(other) }
      for part in state.parts.sorted(by: { $0.file < $1.file }) {
        files.append(part.records)
        notices += part.notices
      }
    }
  }
}
