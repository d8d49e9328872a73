import Civil

/// Values by a stretch of time, for asking which overlap another.
///
/// Stretches up to a week are found by looking a week back from the question; the few longer ones are kept
/// apart, so that one block of 400 days does not make every question look 400 days back.
struct SpanIndex<Value: Hashable & Comparable & Sendable>: Sendable {
  struct Item: Sendable {
    let span: TimeSpan
    let value: Value
  }

  /// What is kept at the start of a stretch.
  private struct Lasting: Hashable, Comparable, Sendable {
    let value: Value
    let end: Instant

    static func < (a: Lasting, b: Lasting) -> Bool { a.value == b.value ? a.end < b.end : a.value < b.value }
  }

  /// A week, in seconds; computed, because a generic type cannot store it.
  private static var lookBack: Int { 7 * 86_400 }

  private var short = InstantIndex<Lasting>()
  private var long = InstantIndex<Lasting>()

  mutating func insert(_ value: Value, over span: TimeSpan) {
    let lasting = Lasting(value: value, end: span.end)
    if Self.isLong(span) {
      long.insert(lasting, at: span.start)
    } else {
      short.insert(lasting, at: span.start)
    }
  }

  /// Adds many at once, sorting once.
  mutating func insert(contentsOf more: [(TimeSpan, Value)]) {
    var (short, long): ([(Instant, Lasting)], [(Instant, Lasting)]) = ([], [])
    short.reserveCapacity(more.count)
    for (span, value) in more {
      let item = (span.start, Lasting(value: value, end: span.end))
      if Self.isLong(span) { long.append(item) } else { short.append(item) }
    }
    self.short.insert(contentsOf: short)
    self.long.insert(contentsOf: long)
  }

  /// Takes out what was put in over the same stretch.
  mutating func remove(_ value: Value, over span: TimeSpan) {
    let lasting = Lasting(value: value, end: span.end)
    if Self.isLong(span) {
      long.remove(lasting, at: span.start)
    } else {
      short.remove(lasting, at: span.start)
    }
  }

  /// What overlaps `span`, by start.
  ///
  /// A stretch of no length counts where it starts.
  func items(overlapping span: TimeSpan) -> [Item] {
    let recent = short.items(from: span.start.adding(-Self.lookBack), to: span.end)
    let lasting = long.items(before: span.end)
    var found: [Item] = []
    for item in lasting.isEmpty ? recent : ArraySlice((lasting + recent).sorted()) {
      guard item.value.end > span.start || item.at >= span.start else { continue }
      found.append(Item(span: TimeSpan(start: item.at, end: item.value.end), value: item.value.value))
    }
    return found
  }

  private static func isLong(_ span: TimeSpan) -> Bool { span.end.seconds(since: span.start) > lookBack }
}
