import Glibc
import SystemPackage

/// Small files read and written whole.
enum RawFile {
  /// Reads a whole file.
  static func read(_ path: String) throws(Errno) -> [UInt8] {
    let descriptor = try open(path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var status = stat()
    // One byte more than there is, so that the end is seen without a second buffer; a file of unknown size, as
    // in /proc, is read piece by piece.
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) + 1 : 0
    var chunk = [UInt8](repeating: 0, count: min(max(size, 512), 65_536))
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Errno(rawValue: errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes a whole file, readable by its owner alone.
  static func write(_ bytes: [UInt8], to path: String) throws(Errno) {
    let descriptor = try open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Errno(rawValue: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Where a symbolic link leads; nil when it is none.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    entries(of: folder).map(\.name).sorted()
  }

  /// The names in a folder, sorted, those of folders with a slash at the end; none when it cannot be read.
  ///
  /// A name that is no text is left out: what is typed could not name it.
  static func listing(of folder: String) -> [String] {
    entries(of: folder).filter { !$0.name.contains("\u{FFFD}") }.map { entry in
      let isFolder =
        entry.type == DT_DIR || (entry.type != DT_REG && leadsToFolder(folder + "/" + entry.name))
      return isFolder ? entry.name + "/" : entry.name
    }.sorted()
  }

  private static func entries(of folder: String) -> [(name: String, type: Int)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, type: Int)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { entries.append((name, Int(entry.pointee.d_type))) }
    }
    return entries
  }

  /// Whether there is anything of that name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether it is a folder, or a link to one.
  private static func leadsToFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func open(_ path: String, _ flags: CInt) throws(Errno) -> CInt {
    let descriptor = Glibc.open(path, flags, 0o600)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    return descriptor
  }
}
