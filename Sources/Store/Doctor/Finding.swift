import Desk

/// Something that the doctor found wrong with a desk.
package enum Finding: Hashable, Sendable {
  case damagedFile(DamagedFile)
  /// A line of the journal, or of the old journal that undo reads, that cannot be used.
  case damagedLine(DamagedLine)
  /// The journal's last line is torn; the next change sets it aside.
  case tornEnd(DamagedLine)
  /// Written by a newer version.
  case newerFormat(file: String, version: Int, known: Int)
  case unreadable(FileError)
  /// The same id in two places.
  case duplicateRecord(RecordKey, file: String)
  case duplicateClient(folder: String, of: String)
  /// A record that speaks of another one that is not there.
  case danglingReference(RecordKey, to: RecordKey)
  /// Two clients with one slug.
  case sharedSlug(String)
  /// More than one timer runs.
  case severalRunning([EntryID])
  /// An entry that ends before it starts.
  case endsBeforeStart(RecordKey)
  /// A block that cannot be shown as it says.
  case block(BlockID, BlockProblem)
  /// A zone of the person, of clients or of blocks that the system's tzdata does not have, or has damaged.
  case lostZone(ZoneProblem)
  /// A torn end or a damaged file that was kept, for a person to look at.
  case keptFile(String)

  /// Whether `repair` has something to do because of it.
  package var isRepairable: Bool {
    switch self {
    case .damagedFile, .tornEnd, .damagedLine, .danglingReference(.card, to: .column): true
    default: false
    }
  }
}
