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

  /// Adds a record unless there is one of that id, looking only once.
  ///
  /// - Returns: whether it was added.
  mutating func add(_ value: Value, _ id: ID) -> Bool {
    guard let there = boxes.updateValue(Box(value), forKey: id) else { return true }
    boxes[id] = there
    return false
  }

  /// Makes room for so many more.
  mutating func makeRoom(for more: Int) {
    if more > 0 { boxes.reserveCapacity(boxes.count + more) }
  }
}
