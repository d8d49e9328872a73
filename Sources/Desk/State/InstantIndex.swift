import Civil

/// Values sorted by an instant, for asking what lies between two of them.
///
/// An array kept sorted: the newest records are added at its end, where adding is cheap, and a look-up is a
/// binary search.
struct InstantIndex<Value: Hashable & Comparable & Sendable>: Sendable {
  struct Item: Hashable, Comparable, Sendable {
    let at: Instant
    let value: Value

    static func < (a: Item, b: Item) -> Bool { a.at == b.at ? a.value < b.value : a.at < b.at }
  }

  private(set) var items: [Item] = []

  mutating func insert(_ value: Value, at instant: Instant) {
    let item = Item(at: instant, value: value)
    items.insert(item, at: place(of: item))
  }

  mutating func remove(_ value: Value, at instant: Instant) {
    let item = Item(at: instant, value: value)
    let index = place(of: item)
    if index < items.count, items[index] == item { items.remove(at: index) }
  }

  /// Adds many at once, sorting once.
  mutating func insert(contentsOf more: [(Instant, Value)]) {
    items.append(contentsOf: more.map { Item(at: $0.0, value: $0.1) })
    items.sort()
  }

  /// What is at `start` or later and before `end`.
  func items(from start: Instant, to end: Instant) -> ArraySlice<Item> {
    let lower = items.partitioningIndex { $0.at >= start }
    let upper = items.partitioningIndex { $0.at >= end }
    return items[lower..<Swift.max(lower, upper)]
  }

  func items(before end: Instant) -> ArraySlice<Item> {
    items[..<items.partitioningIndex { $0.at >= end }]
  }

  private func place(of item: Item) -> Int { items.partitioningIndex { $0 >= item } }
}

extension Array {
  /// The first index whose element satisfies the predicate, in an array where all after it do too.
  func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
