extension Frame {
  /// The frame as text for a golden file: its rows between bars, the styles of each row as runs, and
  /// a legend of the styles.
  ///
  /// A run is a letter of the legend and a number of columns. Rows of one plain run are left out of the
  /// list, so that a change of a line is a change of two.
  package func dump() -> String {
    var lines = ["\(width)×\(height)" + (cursor.map { " cursor \($0.x),\($0.y)" } ?? "")]
    for row in 0..<height { lines.append("│" + text(row: row) + "│") }
    var legend: [Style] = []
    lines.append("styles")
    for row in 0..<height {
      var runs: [(style: Int, length: Int)] = []
      for cell in cells[row * width..<(row + 1) * width] {
        let index = legend.firstIndex(of: cell.style) ?? legend.count
        if index == legend.count { legend.append(cell.style) }
        if let last = runs.last, last.style == index {
          runs[runs.count - 1].length += 1
        } else {
          runs.append((index, 1))
        }
      }
      if runs.count == 1, runs.first?.style == 0 { continue }
      let list = runs.map { Frame.letters($0.style) + String($0.length) }
      lines.append("\(row): " + list.joined(separator: " "))
    }
    lines.append("legend")
    for (index, style) in legend.enumerated() {
      lines.append(Frame.letters(index) + " " + style.description)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func letters(_ index: Int) -> String {
    let last = Unicode.Scalar(UInt8(0x61 + index % 26))
    return (index < 26 ? "" : letters(index / 26 - 1)) + String(Character(last))
  }
}

extension Style: CustomStringConvertible {
  /// The style as a theme file writes it, as in `#d7af5f on #1c1c1c bold`.
  package var description: String {
    var words = [foreground.description]
    if !background.isDefault { words += ["on", background.description] }
    words += Attributes.names.filter { attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }
}

extension Color: CustomStringConvertible {
  package static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// The colour as a theme file writes it: `default`, a name, an index, or `#rrggbb`.
  package var description: String {
    if let index = paletteIndex { return index < 16 ? Color.ansiNames[index] : String(index) }
    guard let (red, green, blue) = components else { return "default" }
    let hex = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "#" + hex.joined()
  }
}
