import Glibc
import PseudoTerminal

/// Where things are in the checkout that the tests were built from.
enum Checkout {
  /// The folder of Package.swift.
  static let root: String = {
    // .../Tests/End2EndTests/Harness/Checkout.swift
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return parts.joined(separator: "/")
  }()

  /// The release binary that is tried: `$VAHI_BINARY`, or what `make build` leaves.
  static let binary: String = {
    setting("VAHI_BINARY") ?? root + "/.build/release/vahi"
  }()

  /// Boards that people exported from Trello, where they lie beside the checkout.
  static var realBoards: [String] {
    let folder = root + "/../shared/data/trello"
    return FileBytes.names(in: folder).sorted().map { folder + "/" + $0 }
  }

  /// A file that belongs to the tests.
  static func fixture(_ name: String) -> String {
    root + "/Tests/End2EndTests/Fixtures/" + name
  }

  /// A setting of the machine that runs the tests.
  static func setting(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
