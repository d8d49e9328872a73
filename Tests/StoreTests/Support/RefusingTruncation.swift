import Store
import Synchronization
import SystemPackage

/// A disk that does not let a file be cut shorter, until it is told to.
final class RefusingTruncation: FileSystem {
  private let disk: MemoryFileSystem
  private let isAllowed = Mutex(false)

  init(_ disk: MemoryFileSystem) { self.disk = disk }

  func allow() { isAllowed.withLock { $0 = true } }

  func read(_ path: String) throws(FileError) -> [UInt8] { try disk.read(path) }
  func list(_ folder: String) throws(FileError) -> [String] { try disk.list(folder) }
  func status(_ path: String) throws(FileError) -> FileStatus { try disk.status(path) }
  func makeFolder(_ path: String) throws(FileError) { try disk.makeFolder(path) }
  func write(_ bytes: [UInt8], to path: String, syncing: Bool) throws(FileError) {
    try disk.write(bytes, to: path, syncing: syncing)
  }
  func syncEverything() throws(FileError) { try disk.syncEverything() }
  func rename(_ path: String, to newPath: String) throws(FileError) { try disk.rename(path, to: newPath) }
  func remove(_ path: String) throws(FileError) { try disk.remove(path) }
  func removeEmptyFolder(_ path: String) throws(FileError) { try disk.removeEmptyFolder(path) }
  func syncFolder(_ path: String) throws(FileError) { try disk.syncFolder(path) }
  func openLock(_ path: String, creating: Bool) throws(FileError) -> any FileLock {
    try disk.openLock(path, creating: creating)
  }
  func watch() -> (any FolderWatch)? { nil }
  func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile {
    File(try disk.open(path, access), self)
  }

  private final class File: OpenFile {
    private let file: any OpenFile
    private let owner: RefusingTruncation

    init(_ file: any OpenFile, _ owner: RefusingTruncation) {
      self.file = file
      self.owner = owner
    }

    var path: String { file.path }
    func status() throws(FileError) -> FileStatus { try file.status() }
    func read(from offset: Int) throws(FileError) -> [UInt8] { try file.read(from: offset) }
    func append(_ bytes: [UInt8]) throws(FileError) { try file.append(bytes) }
    func sync() throws(FileError) { try file.sync() }
    func truncate(to size: Int) throws(FileError) {
      guard owner.isAllowed.withLock({ $0 }) else { throw FileError(.truncate, path, .ioError) }
      try file.truncate(to: size)
    }
  }
}
