import Dashboard
import Glibc
import Testing

/// Every kind of change has a sentence, and no sentence is left of one that is not made any more.
struct HistoryWordsTests {
  /// What calls make a change of a kind; the kind stands on the same line.
  private static let calls = ["action", "edit(", "effects(", "place(", "compose("]

  @Test func everyActionHasASentence() {
    let sentences = Words.english.history.actions
    let made = Set(Self.sources().flatMap(Self.actions))
    #expect(made.count > 40, "the sources were not read")
    #expect(made.filter { sentences[$0] == nil }.sorted() == [])
  }

  @Test func everySentenceIsOfAnAction() {
    let all = Self.sources().joined(separator: "\n")
    let history = Words.english.history
    let unused = (Array(history.actions.keys) + Array(history.several.keys)).filter {
      !all.contains("\"\($0)\"")
    }
    #expect(unused.sorted() == [])
  }

  /// The quoted words like `card.move` on lines that make a change.
  private static func actions(_ source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      guard calls.contains(where: { line.contains($0) }), !line.contains("Command("), !line.contains("glyph")
      else { return [] }
      let quoted = line.split(separator: "\"", omittingEmptySubsequences: false)
      return stride(from: 1, to: quoted.count, by: 2).map { String(quoted[$0]) }.filter { word in
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        let kinds = [
          "card", "timer", "entry", "block", "client", "column", "desk", "settings", "import",
        ]
        return parts.count > 1 && kinds.contains(String(parts[0]))
          && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter } }
      }
    }
  }

  /// The text of every source file of the modules that make changes, without the catalogue itself.
  private static func sources() -> [String] {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Sources/"
    return ["Desk", "Exchange", "Dashboard", "vahi"].flatMap { files(in: root + $0) }
      .filter { !$0.contains("/Words/") && $0.hasSuffix(".swift") }.map(read)
  }

  private static func files(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var found: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      found += name.contains(".") ? [path] : files(in: path)
    }
    return found
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "rb") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
