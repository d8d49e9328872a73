import Canvas

/// Text from records, made safe for a terminal and a line.
enum Printable {
  /// Control characters become visible ones, line ends become spaces.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      guard isControl(scalar) else {
        safe.unicodeScalars.append(scalar)
        continue
      }
      switch scalar.value {
      case 0x09...0x0d, 0x85, 0x2028, 0x2029: safe += " "
      case ..<0x20: safe.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}")
      case 0x7f: safe += "\u{2421}"
      default: safe += "\u{fffd}"
      }
    }
    return safe
  }

  /// A title or name as it is kept: one line without control characters, nothing around it.
  static func typed(_ text: String) -> String {
    let plain = text.unicodeScalars.map { isControl($0) ? " " : String($0) }.joined()
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A text of several lines, which stay; in each, control characters become visible ones.
  static func paragraph(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(
      separator: "\n")
  }

  /// Controls of either kind, and those that turn the direction of what follows.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7f...0x9f, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}

/// Rows of texts in columns, aligned by what they take on a screen.
struct TextTable {
  enum Alignment { case left, right }

  private let columns: [(heading: String, alignment: Alignment)]
  private var rows: [[String]] = []

  init(_ columns: [(String, Alignment)]) { self.columns = columns.map { (heading: $0.0, alignment: $0.1) } }

  mutating func add(_ cells: [String]) { rows.append(cells.map(Printable.line)) }

  /// The table with its headings; nothing when it has no rows.
  ///
  /// - Parameter heading: puts a heading into the look of one.
  func text(heading: (String) -> String = { $0 }) -> String {
    guard !rows.isEmpty else { return "" }
    let widths = columns.indices.map { column in
      max(TextWidth.of(columns[column].heading), rows.map { TextWidth.of($0[column]) }.max() ?? 0)
    }
    let head = heading(line(columns.map(\.heading), widths))
    return ([head] + rows.map { line($0, widths) }).joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "  " }
      let isLast = index == cells.count - 1
      let isRight = columns[index].alignment == .right
      line += isLast && !isRight ? cell : TextWidth.pad(cell, to: widths[index], alignRight: isRight)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
