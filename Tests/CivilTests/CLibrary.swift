import Glibc

@testable import Civil

/// The C library's opinion of a zone.
///
/// It takes the zone from the environment, which other tests share. So an entry of our own is put there once,
/// is called `TZ` only while the C library reads it, and has a name that nobody asks for at all other times.
/// Use it from one test at a time.
final class CLibrary {
  private let entry: UnsafeMutablePointer<CChar>
  private let capacity = 512
  private let before: String?

  init() {
    before = getenv("TZ").map { String(cString: $0) }
    // The environment keeps pointing at it: never freed.
    entry = .allocate(capacity: capacity)
    write("TZ=")
    putenv(entry)
    hide()
  }

  private func write(_ text: String) {
    precondition(text.utf8.count < capacity)
    for (index, byte) in (Array(text.utf8) + [0]).enumerated() {
      entry[index] = CChar(bitPattern: byte)
    }
  }

  private func hide() {
    if let before {
      write("TZ=" + before)
    } else {
      entry[0] = CChar(bitPattern: UInt8(ascii: "Z"))
    }
  }

  /// Makes a zone the one that `offset(at:)` speaks of.
  func select(_ zone: String) {
    write("TZ=:" + zone)
    tzset()
    hide()
  }

  func offset(at instant: Instant) -> ZoneOffset {
    var seconds = time_t(instant.seconds)
    var fields = tm()
    localtime_r(&seconds, &fields)
    return ZoneOffset(
      secondsEast: fields.tm_gmtoff, abbreviation: String(cString: fields.tm_zone),
      isDaylight: fields.tm_isdst > 0)
  }
}

extension SystemZones {
  /// The names of all zone files, without the copies below `posix/` and `right/`.
  static func allNames() -> [String] {
    var names: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in entries(of: Self.folder + "/" + folder).sorted() where entry != "posix" && entry != "right"
      {
        let path = folder.isEmpty ? entry : folder + "/" + entry
        if isFolder(Self.folder + "/" + path) {
          folders.append(path)
        } else if contents(of: Self.folder + "/" + path)?.starts(with: Array("TZif".utf8)) == true {
          names.append(path)
        }
      }
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
