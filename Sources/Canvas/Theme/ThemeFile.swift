import JSONText

/// Something in a theme file that is not as it should be; the rest of the file still applies.
package struct ThemeProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var column: Int
  /// What is there, and what was expected.
  package var text: String

  package var description: String { "\(file):\(line):\(column): \(text)" }
}

extension Theme {
  /// Reads a theme file.
  ///
  /// A file is an object with `name`, `title`, `dark` (true or false), if wanted `inherits` (the name of a theme),
  /// and `roles`, an object with a style for each role such as `"#d7af5f on #1c1c1c bold"`. A role that is not stated is that
  /// of the inherited theme, or follows from those that are. Nothing is read from disk here: `inherited` finds
  /// the themes by name.
  package static func parse(
    _ bytes: [UInt8], file: String, inherited: (_ name: String) -> Theme? = Theme.compiledIn
  ) -> (theme: Theme?, problems: [ThemeProblem]) {
    var file = ThemeFile(file: file)
    var reader = JSONReader(bytes, relaxed: true)
    do throws(JSONError) {
      try file.read(&reader, inherited)
    } catch {
      file.report(error)
      if file.stated.isEmpty { return (nil, file.problems) }
    }
    return (file.theme, file.problems)
  }

  /// The themes that need no file.
  package static func compiledIn(named name: String) -> Theme? {
    [standard, standardLight, monochrome].first { $0.name == name }
  }
}

/// What has been read of a theme file.
private struct ThemeFile {
  let file: String
  var problems: [ThemeProblem] = []
  var name: String?
  var title: String?
  var isDark: Bool?
  var base: Theme?
  var stated: [Role: Style] = [:]

  init(file: String) {
    self.file = file
  }

  var theme: Theme {
    let name = name ?? baseName
    let isDark = isDark ?? stated[.background]?.background.luminance.map { $0 < 0.18 } ?? base?.isDark ?? true
    guard let base else {
      return Theme(name: name, title: title ?? name, isDark: isDark, stating: stated)
    }
    var theme = Theme(name: name, title: title ?? name, isDark: isDark, styles: base.styles)
    for (role, style) in stated { theme.styles[role.ordinal] = style }
    return theme
  }

  /// The file's name without its folder and extension.
  private var baseName: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".json") ? String(last.dropLast(5)) : last
  }

  mutating func report(_ error: JSONError) {
    problems.append(ThemeProblem(file: file, line: error.line, column: error.column, text: error.problem))
  }

  mutating func read(_ reader: inout JSONReader, _ inherited: (String) -> Theme?) throws(JSONError) {
    try reader.readObject { reader, key throws(JSONError) in
      let start = reader.offset
      switch key {
      case "name": name = try text(&reader)
      case "title": title = try text(&reader)
      case "dark":
        if try reader.peek() == .bool {
          isDark = try reader.readBool()
        } else {
          try refuse(&reader, "true or false is expected")
        }
      case "inherits":
        guard let wanted = try text(&reader) else { return }
        base = inherited(wanted)
        if base == nil {
          report(reader.failure("there is no theme named \"\(wanted)\" to inherit from", at: start))
        }
      case "roles": try readRoles(&reader)
      default:
        try refuse(&reader, "\"\(key)\" is not known here; name, title, dark, inherits or roles is expected")
      }
    }
    try reader.finish()
  }

  private mutating func readRoles(_ reader: inout JSONReader) throws(JSONError) {
    guard try reader.peek() == .object else {
      return try refuse(&reader, "an object with a style for each role is expected")
    }
    try reader.readObject { reader, key throws(JSONError) in
      guard let role = Role(rawValue: key) else {
        return try refuse(&reader, "\"\(key)\" is no role" + suggestion(for: key))
      }
      let start = reader.offset
      guard let words = try text(&reader) else { return }
      do throws(StyleProblem) {
        stated[role] = try Style(words: words)
      } catch {
        report(reader.failure(error.text, at: start + 1 + error.offset))
      }
    }
  }

  /// A string, or nil and a problem when something else is there.
  private mutating func text(_ reader: inout JSONReader) throws(JSONError) -> String? {
    if try reader.peek() == .string { return try reader.readString() }
    try refuse(&reader, "a text in quotes is expected")
    return nil
  }

  /// Passes over a value that cannot be used.
  private mutating func refuse(_ reader: inout JSONReader, _ problem: String) throws(JSONError) {
    report(reader.failure(problem))
    try reader.skipValue()
  }

  /// The role that was probably meant: one that differs in case, or starts alike.
  private func suggestion(for key: String) -> String {
    let lower = key.lowercased()
    let close =
      Role.allCases.first { $0.rawValue.lowercased() == lower }
      ?? Role.allCases.first { lower.count > 2 && $0.rawValue.lowercased().hasPrefix(lower.prefix(4)) }
    return close.map { "; \"\($0.rawValue)\" is expected" } ?? ""
  }
}
