import Canvas

/// A key as people write it: `n`, `ctrl+r`, `shift+tab`, `f1`, `space`, `<`.
package struct KeyChord: Hashable, Sendable {
  package var press: KeyPress

  package init(_ press: KeyPress) { self.press = press }

  private static let names: [(String, Key)] = [
    ("enter", .enter), ("esc", .escape), ("tab", .tab), ("backspace", .backspace), ("delete", .delete),
    ("insert", .insert), ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home),
    ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown),
  ]

  /// Reads one chord; nil when it is not understood.
  package init?(text: String) {
    // Most keys are a single letter, and all of them are read at every start.
    if text.utf8.count == 1, let letter = text.first, letter != " " {
      self.press = KeyPress(letter)
      return
    }
    var press = KeyPress(.escape)
    var rest = Substring(text)
    while let plus = rest.dropFirst().firstIndex(of: "+"), rest.index(after: plus) < rest.endIndex {
      switch rest[..<plus].lowercased() {
      case "ctrl": press.control = true
      case "alt": press.alt = true
      case "shift": press.shift = true
      default: return nil
      }
      rest = rest[rest.index(after: plus)...]
    }
    let name = rest.lowercased()
    if let known = KeyChord.names.first(where: { $0.0 == name }) {
      press.key = known.1
    } else if name == "space" {
      press.key = .character(" ")
    } else if name.count > 1, name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number)
    {
      press.key = .function(number)
    } else if rest.count == 1, let character = rest.first {
      press.key = .character(character)
    } else {
      return nil
    }
    if press.key == .tab, press.shift { press = KeyPress(.backTab) }
    self.press = press
  }

  /// Reads a sequence such as `g t`.
  package static func sequence(_ text: String) -> [KeyChord]? {
    if !text.utf8.contains(0x20) { return KeyChord(text: text).map { [$0] } }
    let chords = text.split(separator: " ").map { KeyChord(text: String($0)) }
    let known = chords.compactMap { $0 }
    return known.isEmpty || known.count != chords.count ? nil : known
  }

  /// The chord as it is shown and written in the configuration.
  package var text: String {
    var parts = ""
    if press.control { parts += "ctrl+" }
    if press.alt { parts += "alt+" }
    if press.shift { parts += "shift+" }
    switch press.key {
    case .character(" "): return parts + "space"
    case .character(let character): return parts + String(character)
    case .backTab: return "shift+tab"
    case .function(let number): return parts + "f\(number)"
    default: return parts + (KeyChord.names.first { $0.1 == press.key }?.0 ?? "")
    }
  }

  /// The chord as short as the hint line wants it.
  package var glyph: String {
    guard !press.control, !press.alt, !press.shift else {
      if press.control, case .character(let character) = press.key { return "^" + character.uppercased() }
      return text
    }
    switch press.key {
    case .enter: return "⏎"
    case .up: return "↑"
    case .down: return "↓"
    case .left: return "←"
    case .right: return "→"
    default: return text
    }
  }
}
