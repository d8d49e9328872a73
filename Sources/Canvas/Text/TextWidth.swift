/// How many columns text takes, and fitting it into them; the one place that decides it.
package enum TextWidth {
  package static func of(_ character: Character) -> Int {
    of(String(character))
  }

  package static func of(_ text: some StringProtocol) -> Int {
    let text = String(text)
    if isPlain(text) { return text.utf8.count }
    return ClusterReader.read(text) { reader in
      var columns = 0
      while let cluster = reader.next() { columns += cluster.width }
      return columns
    }
  }

  /// The text, with an ellipsis for its end where it is wider than `columns`.
  package static func cut(_ text: String, to columns: Int) -> String {
    if isPlain(text), text.utf8.count <= columns { return text }
    guard columns > 0 else { return "" }
    guard of(text) > columns else { return text }
    return prefix(text, columns: columns - 1) + "…"
  }

  /// As many whole clusters from the start as fit, without an ellipsis.
  package static func prefix(_ text: String, columns: Int) -> String {
    let end = ClusterReader.read(text) { reader in
      var left = columns
      var end = 0
      while let cluster = reader.next(), cluster.width <= left {
        left -= cluster.width
        end = cluster.bytes.upperBound
      }
      return end
    }
    return String(text[..<text.utf8.index(text.utf8.startIndex, offsetBy: end)])
  }

  /// Lines as one.
  ///
  /// The library's `joined` is generic for slices; what its first use looks up takes a fiftieth of a start.
  package static func joined(_ lines: ArraySlice<String>, by separator: String) -> String {
    var text = lines.first ?? ""
    for line in lines.dropFirst() {
      text += separator
      text += line
    }
    return text
  }

  /// The text in exactly `columns`: cut, or filled with spaces.
  package static func pad(_ text: String, to columns: Int, alignRight: Bool = false) -> String {
    let fitted = cut(text, to: columns)
    let filling = String(repeating: " ", count: max(columns - of(fitted), 0))
    return alignRight ? filling + fitted : fitted + filling
  }

  /// The text in lines of at most `columns`, broken between words where that is possible.
  ///
  /// Newlines in the text stay line breaks; a word wider than a line is broken between clusters.
  package static func wrap(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    if isPlain(text) { return wrapPlain(text, to: columns) }
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      wrap(paragraph: String(paragraph), to: columns, into: &lines)
    }
    return lines
  }

  /// The same for text in which every byte is a column, as most titles are.
  private static func wrapPlain(_ text: String, to columns: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var start = 0
    while true {
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard bytes.count - start > columns else { break }
      var end = start + columns
      // The last space that is still in the line, or just behind it, ends it.
      while end > start, bytes[end] != 0x20 { end -= 1 }
      let next = end == start ? start + columns : end
      var last = next
      while last > start, bytes[last - 1] == 0x20 { last -= 1 }
      lines.append(String(decoding: bytes[start..<last], as: UTF8.self))
      start = next
    }
    var last = bytes.count
    while last > start, bytes[last - 1] == 0x20 { last -= 1 }
    if last > start || lines.isEmpty { lines.append(String(decoding: bytes[start..<last], as: UTF8.self)) }
    return lines
  }

  private static func wrap(paragraph: String, to columns: Int, into lines: inout [String]) {
    var line = ""
    var used = 0
    // By bytes: comparing characters, which may be written in several ways, takes most of the time.
    for word in paragraph.split(whereSeparator: { $0.utf8.first == 0x20 && $0.utf8.count == 1 }) {
      var rest = String(word)
      var width = of(rest)
      let gap = line.isEmpty ? 0 : 1
      if used + gap + width <= columns {
        line += gap == 0 ? rest : " " + rest
        used += gap + width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while width > columns {
        var head = prefix(rest, columns: columns)
        // One cluster may be wider than the line; it is kept whole rather than lost or looped over.
        if head.isEmpty { head = String(rest.prefix(1)) }
        lines.append(head)
        rest = String(rest.dropFirst(head.count))
        width = of(rest)
      }
      line = rest
      used = width
    }
    if !line.isEmpty || paragraph.utf8.allSatisfy({ $0 == 0x20 }) { lines.append(line) }
  }

  /// Whether every byte is a printable ASCII character.
  @inline(__always)
  static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      // Without leaving early the loop goes by whole vectors.
      var others: UInt8 = 0
      for byte in utf8 { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
      return others == 0
    }
  }
}
