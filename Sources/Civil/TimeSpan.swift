/// A stretch of time from an instant up to, and without, another.
package struct TimeSpan: Hashable, Sendable, BitwiseCopyable {
  package let start: Instant
  package let end: Instant

  /// A span that would end before it starts is empty, at its start.
  package init(start: Instant, end: Instant) {
    self.start = start
    self.end = max(start, end)
  }

  package init(start: Instant, seconds: Int) {
    self.init(start: start, end: start.adding(seconds))
  }

  /// How long it lasts, in seconds.
  package var duration: Int { end.seconds(since: start) }
  package var isEmpty: Bool { start == end }

  package func contains(_ instant: Instant) -> Bool {
    start <= instant && instant < end
  }

  /// True if the two share any time; spans that only touch do not, and an empty span shares none.
  package func overlaps(_ other: TimeSpan) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  /// The time that the two share, or nil if there is none.
  package func intersection(_ other: TimeSpan) -> TimeSpan? {
    guard overlaps(other) else { return nil }
    return TimeSpan(start: max(start, other.start), end: min(end, other.end))
  }

  /// How many seconds the two share.
  package func overlap(_ other: TimeSpan) -> Int {
    max(0, min(end, other.end).seconds(since: max(start, other.start)))
  }
}
