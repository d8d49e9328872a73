import Civil
import Desk

/// A block of a day with the time and the rows that it takes.
///
/// A class, since it is handed on from part to part with each key and an occurrence has much to copy.
final class DayBlock: Sendable {
  let occurrence: Occurrence
  /// The rows of the day that it is drawn in.
  let rows: Range<Int>

  private init(_ occurrence: Occurrence, _ rows: Range<Int>) {
    self.occurrence = occurrence
    self.rows = rows
  }

  var id: OccurrenceID { occurrence.id }
  var block: Block { occurrence.block }
  var span: TimeSpan { occurrence.span }
  /// Whether it marks a moment rather than a stretch of time.
  var isMoment: Bool { DayBlock.isMoment(block, span) }

  private static func isMoment(_ block: Block, _ span: TimeSpan) -> Bool {
    block.kind == .deadline || span.isEmpty
  }

  /// The blocks of a day by their start, without those that last whole days.
  ///
  /// A block that ends within a row leaves that row to one that begins there: blocks that follow each other at a
  /// quarter past are no conflict and should not look like one.
  ///
  /// - Parameter occurrences: what takes place that day, or around it.
  static func all(of day: DayRows, _ occurrences: [Occurrence]) -> [DayBlock] {
    guard day.count > 0 else { return [] }
    var latest: [Int: Instant] = [:]
    var items: [(occurrence: Occurrence, rows: Range<Int>)] = []
    for occurrence in occurrences where !occurrence.block.allDay {
      let (span, block) = (occurrence.span, occurrence.block)
      let isMoment = isMoment(block, span)
      guard isMoment ? day.span.contains(span.start) : day.span.overlaps(span) else { continue }
      let drawn = isMoment ? TimeSpan(start: span.start, end: span.start) : span
      items.append((occurrence, day.rows(of: drawn)))
      latest[day.row(at: span.start)] = span.start
    }
    for index in items.indices where items[index].rows.count > 1 {
      let (rows, end) = (items[index].rows, items[index].occurrence.span.end)
      guard let next = latest[rows.upperBound - 1], next >= end else { continue }
      items[index].rows = rows.lowerBound..<rows.upperBound - 1
    }
    return items.map { DayBlock($0.occurrence, $0.rows) }
  }
}
