import Glibc
import SystemPackage

/// A small file in the state folder: what may be lost.
struct StateFile {
  private let path: String

  /// - Parameter name: what it is about; letters and digits make the file's name.
  init(_ surroundings: Surroundings, _ name: String) {
    // A digest beside, so that folders whose names differ in other signs only are told apart (FNV-1a).
    let digest = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let readable = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    path = "\(surroundings.stateFolder)/\(readable.suffix(100))-\(String(digest, radix: 16)).json"
  }

  /// What is in it; nil where there is none.
  var bytes: [UInt8]? { try? RawFile.read(path) }

  /// Writes it beside and puts it in place; one that cannot be written is no reason to trouble anybody.
  func write(_ bytes: [UInt8]) {
    let beside = path + ".new"
    if (try? RawFile.write(bytes, to: beside)) == nil {
      makeFolder()
      guard (try? RawFile.write(bytes, to: beside)) != nil else { return }
    }
    rename(beside, path)
  }

  /// Keeps other processes away from what the file is about, until the lock is let go of.
  ///
  /// - Parameter patience: milliseconds for which one that has it is waited for.
  /// - Returns: nil where another process has it; where there can be no lock, one that keeps nobody away.
  func lock(patience: Int) -> StateLock? {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC
    var descriptor = open(path + ".lock", flags, 0o600)
    if descriptor < 0 {
      makeFolder()
      descriptor = open(path + ".lock", flags, 0o600)
    }
    guard descriptor >= 0 else { return StateLock(nil) }
    let lock = StateLock(descriptor)
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard waited < patience else { return nil }
      poll(nil, 0, 20)
      waited += 20
    }
    return lock
  }

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}

/// A lock that is held for as long as this is kept.
final class StateLock {
  private let descriptor: Int32?

  init(_ descriptor: Int32?) { self.descriptor = descriptor }

  deinit { if let descriptor { close(descriptor) } }
}
