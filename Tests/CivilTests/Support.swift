import Glibc

@testable import Civil

/// A seeded generator (SplitMix64), so that a failing property fails again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The system's tzdata, where there is one.
enum SystemZones {
  static let folder = "/usr/share/zoneinfo"
  static let exist = access(folder + "/Europe/London", R_OK) == 0
  static let database = ZoneDatabase(read: { contents(of: folder + "/" + $0) })

  static func zone(_ name: String) throws -> Zone {
    try database.zone(named: name)
  }

  static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes.isEmpty ? nil : bytes
  }
}
