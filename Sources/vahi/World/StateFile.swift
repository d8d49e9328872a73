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

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
