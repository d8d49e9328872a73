/// Records of one kind by their ids.
///
/// Kept as they were read, each behind a pointer: a place in the table that is free takes a word, and neither to put a
/// record in nor to copy a desk, to be read on by another thread or to be looked at as it was, copies one.
struct RecordTable<ID: Hashable & Sendable, Value: RecordContent>: Sendable {
  private var records: [ID: Record] = [:]

  var count: Int { records.count }
  /// The records in no particular order.
  var values: some Collection<Value> { records.values.lazy.compactMap { Value($0) } }

  subscript(id: ID) -> Value? {
    get { records[id].flatMap { Value($0) } }
    set { records[id] = newValue?.record }
  }

  /// Adds a record unless there is one of that id, looking only once.
  ///
  /// - Parameter record: of the kind that the table is for.
  /// - Returns: whether it was added.
  mutating func add(_ record: Record, _ id: ID) -> Bool {
    guard let there = records.updateValue(record, forKey: id) else { return true }
    records[id] = there
    return false
  }

  /// Makes room for so many more.
  mutating func makeRoom(for more: Int) {
    if more > 0 { records.reserveCapacity(records.count + more) }
  }
}

/// What a record of one kind holds.
protocol RecordContent: Sendable {
  /// Nil for a record of another kind.
  init?(_ record: Record)
  var record: Record { get }
}

extension Card: RecordContent {
  init?(_ record: Record) {
    guard case .card(let card) = record else { return nil }
    self = card
  }

  var record: Record { .card(self) }
}

extension Block: RecordContent {
  init?(_ record: Record) {
    guard case .block(let block) = record else { return nil }
    self = block
  }

  var record: Record { .block(self) }
}

extension Entry: RecordContent {
  init?(_ record: Record) {
    guard case .entry(let entry) = record else { return nil }
    self = entry
  }

  var record: Record { .entry(self) }
}
