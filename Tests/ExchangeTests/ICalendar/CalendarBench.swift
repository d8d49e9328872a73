import Civil
import Desk
import Exchange
import Testing

// Calendars for a desk to import.

extension ImportBench {
  /// The client of the calendar tests, in London.
  static var lin: CalendarTarget { .new(ClientDraft(name: "Coach Lin", zone: "Europe/London")) }

  func plan(calendar bytes: [UInt8], into target: CalendarTarget = lin) throws -> CalendarResult {
    try CalendarImport.plan(bytes, into: target, of: desk, context: context)
  }

  /// Imports a calendar and makes the change.
  @discardableResult
  mutating func bring(calendar bytes: [UInt8], into target: CalendarTarget = lin) throws -> CalendarResult {
    let result = try plan(calendar: bytes, into: target)
    try make(result.transaction)
    return result
  }

  /// Imports events given as their lines.
  @discardableResult
  mutating func bring(events lines: String) throws -> CalendarResult {
    try bring(calendar: Self.calendar(lines))
  }

  /// A calendar with these lines in it, in a file with the line ends of the standard.
  static func calendar(_ lines: String) -> [UInt8] {
    let all = "BEGIN:VCALENDAR\nVERSION:2.0\n\(lines)\nEND:VCALENDAR\n"
    return Array(all.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
  }

  /// One event with these lines in it.
  static func event(_ lines: String, uid: String = "one") -> String {
    "BEGIN:VEVENT\nUID:\(uid)\n\(lines)\nEND:VEVENT"
  }

  /// Imports one event.
  @discardableResult
  mutating func bring(event lines: String) throws -> CalendarResult { try bring(events: Self.event(lines)) }

  var block: Block {
    get throws {
      try #require(desk.allBlocks.count == 1)
      return try #require(desk.allBlocks.first)
    }
  }

  func block(_ title: String) throws -> Block {
    try #require(desk.allBlocks.first { $0.title == title })
  }

  /// Changes a series of that title at one of its starts.
  mutating func edit(
    _ title: String, at start: String, _ scope: EditScope, _ edit: (inout Block) -> Void
  ) throws {
    let wall = try #require(WallTime(text: start))
    let id = OccurrenceID(block: try block(title).id, start: wall)
    try make(try desk.editOccurrence(id, scope: scope, context: context, edit))
  }

  /// When things take place, as `2026-12-03T16:00:00Z 3600 Title`.
  func occurrences(from: String, to: String) throws -> [String] {
    let (start, end) = (try #require(Instant(text: from)), try #require(Instant(text: to)))
    return desk.occurrences(from: start, to: end).map {
      "\($0.start.text) \($0.end.seconds(since: $0.start)) \($0.block.title)"
    }
  }
}

extension CalendarReport {
  /// The remarks as `reason detail: lines`.
  var told: [String] {
    remarks.all.map { remark in
      let detail = remark.detail.isEmpty ? "" : " \(remark.detail)"
      return "\(remark.reason.rawValue)\(detail): \(remark.lines.map(String.init).joined(separator: " "))"
    }
  }
}
