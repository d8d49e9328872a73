import Desk
import JSONText
import SystemPackage

/// A file of the desk that cannot be read as what it should be.
package struct DamagedFile: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// What is written there makes no sense.
    case content(JSONError)
    /// The system does not let it be read.
    case unreadable(Errno)
  }

  /// Path below the desk's folder.
  package var file: String
  package var problem: Problem

  package init(file: String, problem: Problem) {
    self.file = file
    self.problem = problem
  }
}

/// A line of the journal that cannot be used, with others after it that can.
package struct DamagedLine: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// It is not as it was written.
    case checksum
    /// A newer version wrote it.
    case newerVersion(JSONError)
    /// Lines are missing before it: the numbers jump.
    case missingLines(expected: Int, found: Int)
  }

  /// Path below the desk's folder.
  package var file: String
  /// Counted from 1.
  package var line: Int
  package var problem: Problem

  init(file: String, damage: JournalDamage, linesBefore: Int = 0) {
    self.file = file
    line = damage.line + linesBefore
    switch damage.reason {
    case .checksum: problem = .checksum
    case .content(let error): problem = .newerVersion(error)
    case .gap(let expected, let found): problem = .missingLines(expected: expected, found: found)
    }
  }
}

/// Why a desk can be looked at and not changed.
package enum ReadOnlyReason: Hashable, Sendable {
  /// The folder or its lock cannot be written to; tried again at each change.
  case folder(FileError)
  /// The journal is damaged in the middle; `vahi doctor --repair` helps.
  case journal(DamagedLine)
  /// `desk.json` is damaged; `vahi doctor --repair` helps.
  case header(DamagedFile)
}

/// Why a desk cannot be opened or a change was refused; what was on the disk and in memory is as it was.
package enum StoreError: Error, Hashable, Sendable {
  /// The rules of the desk are against it.
  case change(DeskError)
  case readOnly(ReadOnlyReason)
  /// The file that the change would be written to is damaged, and is not overwritten.
  case damagedFile(DamagedFile)
  /// The desk was written by a newer version.
  case newerFormat(file: String, version: Int, known: Int)
  /// What should be the desk's folder is something else.
  case notAFolder(String)
  /// The folder cannot be read.
  case unreadable(FileError)
  /// The disk said no; trying again may help.
  case refused(FileError)
  /// Another process has held the lock for too long.
  case busy(path: String)
  /// A client's slug that cannot be the name of a folder.
  case unusableSlug(String)
  /// There is a desk in the folder already.
  case deskExists(String)
}

extension StoreError {
  /// What a failed call means for a change.
  init(refusing error: FileError) {
    if error.operation == .lock, error.reason == .wouldBlock {
      self = .busy(path: error.path)
    } else {
      self = .refused(error)
    }
  }
}

/// Something that a person should hear about, though the desk is open.
package enum StoreNotice: Hashable, Sendable {
  /// The journal's end was torn; it was cut off and kept in a file, nil when it could not be.
  case tornEndSetAside(file: String, line: Int, keptIn: String?)
  /// A file is damaged: it is kept as it is, what was in it is not shown, and it is not written to.
  case damagedFile(DamagedFile)
  /// A record is in two files with different content; the first was taken.
  case duplicateRecord(RecordKey, file: String)
  /// A client's folder is a copy of another client's; it was passed over.
  case duplicateClient(folder: String, of: String)
  case readOnly(ReadOnlyReason)
  /// What made the desk read-only has been mended.
  case mended
  /// The disk did not take what was written; it may not survive a power cut.
  case notSynced(FileError)
  /// The files could not be brought up to date; nothing is lost, the journal has it all.
  case snapshotFailed(StoreError)
}
