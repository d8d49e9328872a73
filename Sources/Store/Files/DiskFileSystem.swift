import Glibc
import SystemPackage

/// The real disk.
package struct DiskFileSystem: FileSystem {
  package init() {}

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try DiskFile(path, O_RDONLY)
    return try file.read(from: 0)
  }

  package func list(_ folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(.list, folder, .current) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  package func status(_ path: String) throws(FileError) -> FileStatus {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(.open, path, .current) }
    return FileStatus(status)
  }

  package func makeFolder(_ path: String) throws(FileError) {
    let parent = Self.parent(of: path)
    if mkdir(path, 0o700) != 0 {
      let reason = Errno.current
      if reason == .fileExists, (try? status(path))?.isFolder == true { return }
      guard reason == .noSuchFileOrDirectory, parent != path else {
        throw FileError(.makeFolder, path, reason)
      }
      try makeFolder(parent)
      guard mkdir(path, 0o700) == 0 || Errno.current == .fileExists else {
        throw FileError(.makeFolder, path, .current)
      }
    }
    try syncFolder(parent)
  }

  package func write(_ bytes: [UInt8], to path: String, syncing: Bool) throws(FileError) {
    let file = try DiskFile(path, O_WRONLY | O_CREAT | O_TRUNC)
    try file.append(bytes)
    if syncing { try file.sync() }
  }

  package func syncEverything() { Glibc.sync() }

  package func rename(_ path: String, to newPath: String) throws(FileError) {
    guard Glibc.rename(path, newPath) == 0 else { throw FileError(.rename, path, .current) }
  }

  package func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 else { throw FileError(.remove, path, .current) }
  }

  package func removeEmptyFolder(_ path: String) throws(FileError) {
    guard rmdir(path) == 0 else { throw FileError(.remove, path, .current) }
  }

  package func syncFolder(_ path: String) throws(FileError) {
    let folder = try DiskFile(path, O_RDONLY | O_DIRECTORY)
    do {
      try folder.sync()
    } catch {
      // Some network and pass-through file systems cannot sync a folder, and say so with one of these.
      guard error.reason == .invalidArgument || error.reason == .badFileDescriptor else { throw error }
    }
  }

  package func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile {
    switch access {
    case .reading: try DiskFile(path, O_RDONLY)
    case .appending: try DiskFile(path, O_RDWR | O_APPEND)
    case .appendingCreating: try DiskFile(path, O_RDWR | O_APPEND | O_CREAT)
    }
  }

  package func openLock(_ path: String, creating: Bool) throws(FileError) -> any FileLock {
    try DiskLock(path, creating: creating)
  }

  package func watch() -> (any FolderWatch)? { InotifyWatch() }

  /// The folder that holds a file or folder.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension Errno {
  /// What the last failed call of this thread left; read anew at each look.
  static var current: Errno { Errno(rawValue: errno) }
}

extension FileStatus {
  init(_ status: stat) {
    self.init(
      // Numbers of files begin anew on each disk.
      identity: UInt64(status.st_ino) ^ UInt64(status.st_dev) &<< 40, size: Int(status.st_size),
      isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }
}

/// An open file of the real disk.
final class DiskFile: OpenFile {
  let path: String
  private let descriptor: CInt

  init(_ path: String, _ flags: CInt) throws(FileError) {
    self.path = path
    var opened: CInt
    repeat { opened = Glibc.open(path, flags | O_CLOEXEC, 0o600) } while opened < 0 && errno == EINTR
    descriptor = opened
    guard descriptor >= 0 else { throw FileError(.open, path, .current) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.read, path, .current) }
    return FileStatus(status)
  }

  func read(from offset: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let here = offset + bytes.count
      // One more than is left, so that a single call also finds the end.
      let expected = max(try status().size - here, 0) + 1
      var failed = false
      let more = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
        var got: Int
        repeat {
          got = pread(descriptor, buffer.baseAddress, expected, off_t(here))
        } while got < 0 && errno == EINTR
        failed = got < 0
        count = max(got, 0)
      }
      if failed { throw FileError(.read, path, .current) }
      let isWhole = more.count < expected
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if isWhole { return bytes }
    }
  }

  func append(_ bytes: [UInt8]) throws(FileError) {
    var written: Int
    repeat {
      written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    } while written < 0 && errno == EINTR
    if written < 0 { throw FileError(.write, path, .current) }
    guard written == bytes.count else { throw FileError(.write, path, .noSpace) }
  }

  func truncate(to size: Int) throws(FileError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw FileError(.truncate, path, .current) }
  }

  func sync() throws(FileError) {
    guard fdatasync(descriptor) == 0 else { throw FileError(.sync, path, .current) }
  }
}

/// A `flock` on a file: given back by the system when the process ends, however it ends.
final class DiskLock: FileLock {
  private let path: String
  private let descriptor: CInt
  /// Milliseconds: a lock is held for the time of one write, or of one snapshot.
  private static let patience = 5_000

  init(_ path: String, creating: Bool) throws(FileError) {
    self.path = path
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC | (creating ? O_CREAT : 0), 0o600)
    guard descriptor >= 0 else { throw FileError(.lock, path, .current) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func identity() throws(FileError) -> UInt64 {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.lock, path, .current) }
    return FileStatus(status).identity
  }

  func acquire() throws(FileError) {
    for _ in 0..<Self.patience {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw FileError(.lock, path, .current) }
      poll(nil, 0, 1)
    }
    throw FileError(.lock, path, .wouldBlock)
  }

  func release() { flock(descriptor, LOCK_UN) }
}
