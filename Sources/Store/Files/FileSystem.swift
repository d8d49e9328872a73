import SystemPackage

/// What the disk refused: the call, the file and the system's reason.
package struct FileError: Error, Hashable, Sendable {
  package enum Operation: String, Hashable, Sendable {
    case open, read, write, sync, rename, remove, list, makeFolder, lock, truncate
  }

  package var operation: Operation
  package var path: String
  package var reason: Errno

  package init(_ operation: Operation, _ path: String, _ reason: Errno) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// Whether this person may not write there.
  package var isRefusal: Bool {
    reason == .permissionDenied || reason == .notPermitted || reason == .readOnlyFileSystem
  }

  /// Whether the file or one of its folders is simply not there.
  package var isMissing: Bool { reason == .noSuchFileOrDirectory || reason == .notDirectory }
}

/// What a file is and how long it is now.
package struct FileStatus: Hashable, Sendable {
  /// Tells one file from another, whatever their names become.
  package var identity: UInt64
  /// Bytes.
  package var size: Int
  package var isFolder: Bool

  package init(identity: UInt64, size: Int, isFolder: Bool) {
    self.identity = identity
    self.size = size
    self.isFolder = isFolder
  }
}

/// The disk as the store sees it; tests hand in one that fails where they want it to.
package protocol FileSystem: Sendable {
  /// The whole content of a file.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// The names in a folder, in no particular order.
  func list(_ folder: String) throws(FileError) -> [String]
  func status(_ path: String) throws(FileError) -> FileStatus
  /// Makes a folder for this person alone, and the folders above it, and syncs their names; one that is there is
  /// fine.
  func makeFolder(_ path: String) throws(FileError)
  /// Writes a file anew, and syncs it if asked to.
  func write(_ bytes: [UInt8], to path: String, syncing: Bool) throws(FileError)
  /// Syncs everything that has been written: quicker than many files one by one.
  func syncEverything() throws(FileError)
  func rename(_ path: String, to newPath: String) throws(FileError)
  func remove(_ path: String) throws(FileError)
  /// Removes a folder if nothing is in it.
  func removeEmptyFolder(_ path: String) throws(FileError)
  /// Makes names in a folder as lasting as the files they name.
  func syncFolder(_ path: String) throws(FileError)
  func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile
  func openLock(_ path: String, creating: Bool) throws(FileError) -> any FileLock
  /// Something that tells of changes in a folder; nil where the system has nothing of the kind.
  func watch() -> (any FolderWatch)?
}

/// What an open file is for.
package enum FileAccess: Hashable, Sendable {
  case reading
  /// Reading, and writing at the end.
  case appending
  /// The same, and the file is made if it is not there.
  case appendingCreating
}

/// An open file that is read and appended to; it is closed when nobody holds it any more.
package protocol OpenFile: AnyObject, Sendable {
  var path: String { get }
  func status() throws(FileError) -> FileStatus
  /// What is in the file from an offset on.
  func read(from offset: Int) throws(FileError) -> [UInt8]
  /// Writes at the end in one call; a short write is an error.
  func append(_ bytes: [UInt8]) throws(FileError)
  func truncate(to size: Int) throws(FileError)
  func sync() throws(FileError)
}

/// A lock that one process at a time holds.
package protocol FileLock: AnyObject, Sendable {
  /// Which file it is on, whatever has become of its name.
  func identity() throws(FileError) -> UInt64
  func acquire() throws(FileError)
  func release()
}

/// Tells that something happened in a folder.
package protocol FolderWatch: AnyObject {
  /// Becomes readable when something happened.
  var descriptor: Int32 { get }
  /// Watches this folder and no other.
  func watch(_ folder: String) throws(FileError)
  /// Takes note of what happened until now.
  func drain()
}
