import CNcurses
import Canvas

/// The key sequences that the terminal's description names.
enum OwnKeys {
  private static let names: [(name: String, key: KeyPress)] = [
    ("kcuu1", KeyPress(.up)), ("kcud1", KeyPress(.down)), ("kcub1", KeyPress(.left)),
    ("kcuf1", KeyPress(.right)), ("khome", KeyPress(.home)), ("kend", KeyPress(.end)),
    ("kpp", KeyPress(.pageUp)), ("knp", KeyPress(.pageDown)), ("kich1", KeyPress(.insert)),
    ("kdch1", KeyPress(.delete)), ("kcbt", KeyPress(.backTab)), ("kent", KeyPress(.enter)),
    ("kLFT", KeyPress(.left, shift: true)), ("kRIT", KeyPress(.right, shift: true)),
    ("kri", KeyPress(.up, shift: true)), ("kind", KeyPress(.down, shift: true)),
  ]

  static func read() -> [(bytes: [UInt8], key: KeyPress)] {
    let functions = (1...20).map { ("kf\($0)", KeyPress(.function($0))) }
    return (names + functions).compactMap { name, key in
      let bytes = Capabilities.bytes(vahi_string_capability(name))
      return bytes.isEmpty ? nil : (bytes, key)
    }
  }
}
