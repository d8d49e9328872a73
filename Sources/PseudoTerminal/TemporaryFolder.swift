import Glibc

/// A folder of one test or one measurement, gone with the value that made it.
package final class TemporaryFolder {
  package let path: String

  /// Makes an empty one below `$TMPDIR` or `/tmp`.
  package init() throws(SpawnError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/vahi-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw SpawnError(parent) }
    path = String(cString: made)
  }

  deinit {
    _ = try? Program.run(Invocation("rm", ["-rf", path], environment: ["PATH": "/usr/bin:/bin"]))
  }

  /// The path of something in this folder.
  package func at(_ name: String) -> String { path + "/" + name }

  /// Makes a folder in this one and returns its path.
  @discardableResult
  package func makeFolder(_ name: String) throws(SpawnError) -> String {
    guard mkdir(at(name), 0o755) == 0 else { throw SpawnError(at(name)) }
    return at(name)
  }

  /// Writes a file in this folder and returns its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws(SpawnError) -> String {
    try FileBytes.write(bytes, to: at(name))
    return at(name)
  }

  /// Writes a file in this folder and returns its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws(SpawnError) -> String {
    try write(Array(text.utf8), to: name)
  }
}

/// Whole files as bytes.
package enum FileBytes {
  /// Reads a file, or one of the system's that has no length, to its end; `nil` when it cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Reads a file as text.
  package static func text(_ path: String) -> String? {
    read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file anew.
  package static func write(_ bytes: [UInt8], to path: String) throws(SpawnError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SpawnError(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw SpawnError(path) }
      written += max(0, count)
    }
  }

  /// The names in a folder, in no order; empty where there is none.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
