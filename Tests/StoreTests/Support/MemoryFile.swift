import Store

/// An open file of a disk in memory.
final class MemoryFile: OpenFile {
  let path: String
  private let node: Int
  private let fileSystem: MemoryFileSystem

  init(path: String, node: Int, fileSystem: MemoryFileSystem) {
    self.path = path
    self.node = node
    self.fileSystem = fileSystem
  }

  func status() throws(FileError) -> FileStatus {
    FileStatus(identity: UInt64(node), size: try fileSystem.bytes(of: node, path).count, isFolder: false)
  }
  func read(from offset: Int) throws(FileError) -> [UInt8] {
    Array(try fileSystem.bytes(of: node, path).dropFirst(offset))
  }
  func append(_ bytes: [UInt8]) throws(FileError) { try fileSystem.append(bytes, to: node, path) }
  func truncate(to size: Int) throws(FileError) { try fileSystem.truncate(node, to: size, path) }
  func sync() throws(FileError) { try fileSystem.sync(node, path) }
}

/// The lock of a disk in memory.
final class MemoryLock: FileLock {
  private let path: String
  private let node: Int
  private let fileSystem: MemoryFileSystem

  init(path: String, node: Int, fileSystem: MemoryFileSystem) {
    self.path = path
    self.node = node
    self.fileSystem = fileSystem
  }

  func identity() throws(FileError) -> UInt64 { UInt64(node) }
  func acquire() throws(FileError) { try fileSystem.acquire(ObjectIdentifier(self), path) }
  func release() { fileSystem.release(ObjectIdentifier(self)) }
}
