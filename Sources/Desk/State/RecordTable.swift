/// Records of one kind by their ids.
///
/// Each is in a box of its own: a place in the table that is free takes a word, and where a desk is copied, to be read on
/// by another thread or to be looked at as it was, no record is.
struct RecordTable<ID: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var boxes: [ID: Box] = [:]

  var count: Int { boxes.count }
  /// The records in no particular order.
  var values: some Collection<Value> { boxes.values.lazy.map { $0.value } }

  subscript(id: ID) -> Value? {
    get { boxes[id]?.value }
    set { boxes[id] = newValue.map { Box($0) } }
  }

  /// Whether there is such a record; quicker than looking at it.
  func contains(_ id: ID) -> Bool { boxes.index(forKey: id) != nil }

  /// Makes room for so many more.
  mutating func makeRoom(for more: Int) {
    if more > 0 { boxes.reserveCapacity(boxes.count + more) }
  }
}
