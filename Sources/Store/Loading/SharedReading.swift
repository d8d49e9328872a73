import Desk
import Synchronization

/// Files that several threads read, each taking the next one when it is done with one.
///
/// Not halves: the second processor may still be busy with something else, and nobody is to wait for it.
final class SharedReading: Sendable {
  private struct Part {
    let file: Int
    let records: [Record]
    let notices: [StoreNotice]
  }

  private struct State {
    var parts: [Part] = []
    var tables: [FileTable] = []
  }

  private let files: [DeskFile]
  private let reader: SnapshotReader
  private let table: FileTable
  private let next = Atomic(0)
  private let state = Mutex(State())

  /// - Parameter table: what is known of the files before.
  init(_ files: [DeskFile], _ reader: SnapshotReader, _ table: FileTable) {
    self.files = files
    self.reader = reader
    self.table = table
  }

  /// Reads files until none is left; for every thread that takes part.
  func readOn() {
    var table = table
    var parts: [Part] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count else { break }
      var records: [Record] = []
      var notices: [StoreNotice] = []
      reader.load(files[index], into: &table, &records, notices: &notices)
      parts.append(Part(file: index, records: records, notices: notices))
    }
    guard !parts.isEmpty else { return }
    state.withLock { state in
      state.parts += parts
      state.tables.append(table)
    }
  }

  /// Gives what was read, in the order of the files, when every thread has come to its end.
  func finish(into table: inout FileTable, _ records: inout [Record], notices: inout [StoreNotice]) {
    state.withLock { state in
      for other in state.tables { table.merge(other) }
      for part in state.parts.sorted(by: { $0.file < $1.file }) {
        records += part.records
        notices += part.notices
      }
    }
  }
}
