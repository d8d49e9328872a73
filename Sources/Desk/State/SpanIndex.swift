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

  /// A week, in seconds; computed, because a generic type cannot store it.
  private static var lookBack: Int { 7 * 86_400 }

  private var byStart = InstantIndex<Value>()
  private var ends: [Value: TimeSpan] = [:]
  private var long = InstantIndex<Value>()

  mutating func insert(_ value: Value, over span: TimeSpan) {
    ends[value] = span
    if span.end.seconds(since: span.start) > Self.lookBack {
      long.insert(value, at: span.start)
    } else {
      byStart.insert(value, at: span.start)
    }
  }

  mutating func insert(contentsOf more: [(TimeSpan, Value)]) {
    let isLong = { (span: TimeSpan) in span.end.seconds(since: span.start) > Self.lookBack }
    ends.reserveCapacity(ends.count + more.count)
    var starts: (short: [(Instant, Value)], long: [(Instant, Value)]) = ([], [])
    starts.short.reserveCapacity(more.count)
    for (span, value) in more {
      ends[value] = span
      if isLong(span) {
        starts.long.append((span.start, value))
      } else {
        starts.short.append((span.start, value))
      }
    }
    byStart.insert(contentsOf: starts.short)
    long.insert(contentsOf: starts.long)
  }

  mutating func remove(_ value: Value) {
    guard let span = ends.removeValue(forKey: value) else { return }
    byStart.remove(value, at: span.start)
    long.remove(value, at: span.start)
  }

  /// What overlaps `span`, by start.
  ///
  /// A stretch of no length counts where it starts.
  func items(overlapping span: TimeSpan) -> [Item] {
    let recent = byStart.items(from: span.start.adding(-Self.lookBack), to: span.end)
    let lasting = long.items(before: span.end)
    var found: [Item] = []
    for item in lasting.isEmpty ? Array(recent) : (lasting + recent).sorted() {
      guard let own = ends[item.value], own.end > span.start || own.start >= span.start else { continue }
      found.append(Item(span: own, value: item.value))
    }
    return found
  }
}
