import Canvas
import Dashboard
import Glibc
import Testing

/// Frames kept as text in Tests/DashboardTests/Goldens.
///
/// `RECORD_GOLDENS=1 swift test --filter DashboardTests` writes them anew and fails, so that a recording is
/// looked at before it counts.
enum Golden {
  private static let folder =
    #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Goldens"

  static func expect(_ frame: Frame, _ name: String, sourceLocation: SourceLocation) {
    let path = "\(folder)/\(name).txt"
    let found = frame.dump()
    if getenv("RECORD_GOLDENS") != nil {
      write(found, to: path)
      Issue.record("recorded \(name): look at it and run the tests again", sourceLocation: sourceLocation)
      return
    }
    guard let wanted = read(path) else {
      Issue.record("there is no \(path); RECORD_GOLDENS=1 records it", sourceLocation: sourceLocation)
      return
    }
    if wanted != found { Issue.record("\(difference(wanted, found))", sourceLocation: sourceLocation) }
  }

  /// The lines that differ, with their numbers.
  private static func difference(_ wanted: String, _ found: String) -> String {
    let old = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
      let (left, right) = (index < old.count ? old[index] : "", index < new.count ? new[index] : "")
      if left != right { lines += ["\(index + 1) - \(left)", "\(index + 1) + \(right)"] }
    }
    return lines.prefix(60).joined(separator: "\n")
  }

  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  }
}

extension Scenario {
  /// The part of the screen that a golden frame is about, so that it changes with that part alone.
  enum Part { case screen, main, board, calendar }

  /// Compares the screen, or a part of it, with the golden frame of a name.
  func expectFrame(
    _ name: String, _ part: Part = .screen, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let layout = Layout(size: state.size)
    let shown =
      switch part {
      case .screen: frame
      case .main: frame.part(layout.main)
      case .board: frame.part(layout.board)
      case .calendar: frame.part(layout.calendar)
      }
    Golden.expect(shown, name, sourceLocation: sourceLocation)
  }
}

extension Frame {
  /// What is seen in a rectangle, as a frame of its own.
  fileprivate func part(_ rect: Rect) -> Frame {
    var part = Frame(width: rect.width, height: rect.height, style: style(x: rect.x, y: rect.y))
    for y in 0..<rect.height {
      for x in 0..<rect.width {
        let cell = cell(x: rect.x + x, y: rect.y + y)
        part.put(text(of: cell), x: x, y: y, style: cell.style)
      }
    }
    part.cursor = cursor.map { Point(x: $0.x - rect.x, y: $0.y - rect.y) }
    return part
  }
}
