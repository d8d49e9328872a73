import Civil
import Dashboard
import Desk
import Exchange
import Glibc
import Testing

@testable import vahi

/// The bar of an import, by a clock that the tests set: what a machine's speed has to do with it is nothing.
@Suite struct ProgressBarTests {
  /// Half a second of silence, and what was written since.
  private final class Line {
    var now = ContinuousClock.now
    var written: [String] = []

    func bar(_ file: String, isSeen: Bool = true) -> ProgressBar {
      ProgressBar(file, now: { self.now }, write: isSeen ? { self.written.append($0) } : nil)
    }
  }

  @Test func nothingIsShownForHalfASecond() {
    let line = Line()
    let bar = line.bar("/some/folder/board.json")
    line.now += .milliseconds(500)
    bar.show(10, of: 100)
    bar.showSaving()
    bar.clear()
    #expect(line.written == [])
    line.now += .milliseconds(1)
    bar.show(0, of: 0)
    bar.show(50, of: 100)
    bar.showSaving()
    bar.clear()
    let half = String(repeating: "█", count: 15) + String(repeating: "░", count: 15)
    #expect(
      line.written == [
        "\rvahi: reading board.json \(half) 50%\u{1b}[K", "\rvahi: saving what came of board.json …\u{1b}[K",
        "\r\u{1b}[K",
      ])
  }

  @Test func whereNoTerminalIsNothingIsWritten() {
    let line = Line()
    let bar = line.bar("board.json", isSeen: false)
    line.now += .seconds(10)
    bar.show(50, of: 100)
    bar.showSaving()
    bar.clear()
    #expect(line.written == [])
  }

  /// A name is somebody's text, and may be longer than the line.
  @Test func aNameIsCutAndCannotSteerTheTerminal() {
    let line = Line()
    let bar = line.bar("a\u{1b}[31m" + String(repeating: "x", count: 100))
    line.now += .seconds(1)
    bar.showSaving()
    #expect(line.written == ["\rvahi: saving what came of a␛[31mxxxxxxxxxxxxxxxxx… …\u{1b}[K"])
  }

  /// A small file that is long on the way says how far it is, whatever machine reads it.
  @Test func aFileOfAnyKindSaysHowFarItIs() throws {
    var template = Array("/tmp/vahi-bar-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    close(descriptor)
    let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(path) }
    let desk = Desk(zones: ZoneDatabase { _ in nil })
    let context = ChangeContext(
      now: Instant(seconds: 0), ids: IdentifierSource { UInt64.random(in: 0 ... .max) })

    func percents(
      of text: String, _ plan: ([UInt8], (Int, Int) -> Void) throws(ExchangeError) -> Void
    ) throws -> [Substring] {
      try RawFile.write(Array(text.utf8), to: path)
      let line = Line()
      let bar = line.bar(path)
      line.now += .seconds(1)
      _ = try ImportFile.plan(path, bar, plan)
      return line.written.compactMap { $0.split(separator: " ").last?.split(separator: "%").first }
    }

    let board = #"""
      {"id": "5f0000000000000000000001", "name": "B", "lists": [], "cards": [], "members": [], "labels": [],
      "checklists": [], "actions": []}
      """#
    let told = try percents(of: board) { (bytes, progress) throws(ExchangeError) in
      _ = try TrelloImport.plan(
        bytes, into: .new(ClientDraft(name: "B", zone: "UTC")), of: desk, context: context,
        words: ImportWords(Words.english), progress: progress)
    }
    #expect(told.last == "100")

    let event = { (number: Int) in
      "BEGIN:VEVENT\r\nUID:\(number)\r\nDTSTART:20261123T090000Z\r\nSUMMARY:\(number)\r\nEND:VEVENT\r\n"
    }
    let calendar =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + (0..<10).map(event).joined() + "END:VCALENDAR\r\n"
    let said = try percents(of: calendar) { (bytes, progress) throws(ExchangeError) in
      _ = try CalendarImport.plan(bytes, into: .own, of: desk, context: context, progress: progress)
    }
    #expect(said.first == "50" && said.last == "100")
  }
}
