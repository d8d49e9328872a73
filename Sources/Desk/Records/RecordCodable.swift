import Civil
import JSONText

/// What a record kept on disk can do: read itself from and write itself to JSON.
///
/// Fields at their default are left out, so that files stay small and diffs short; unknown fields are kept.
package protocol RecordCodable {
  init(from reader: inout JSONReader) throws(JSONError)
  func write(to writer: inout JSONWriter)
}

extension JSONReader {
  /// A string, or nil for null.
  mutating func readOptionalString() throws(JSONError) -> String? {
    if readNull() { return nil }
    return try readString()
  }

  mutating func readIdentifier<Subject>() throws(JSONError) -> Identifier<Subject> {
    Identifier(try readString())
  }

  mutating func readOptionalIdentifier<Subject>() throws(JSONError) -> Identifier<Subject>? {
    if readNull() { return nil }
    return Identifier(try readString())
  }

  mutating func readInstant() throws(JSONError) -> Instant {
    let text = try readString()
    guard let instant = Instant(text: text) else {
      throw failure("expected an instant such as 2026-11-23T09:12:07Z")
    }
    return instant
  }

  mutating func readOptionalInstant() throws(JSONError) -> Instant? {
    if readNull() { return nil }
    return try readInstant()
  }

  mutating func readWallTime() throws(JSONError) -> WallTime {
    let text = try readString()
    guard let wall = WallTime(text: text) else {
      throw failure("expected a wall time such as 2026-12-03T16:00")
    }
    return wall
  }

  mutating func readStrings() throws(JSONError) -> [String] {
    var strings: [String] = []
    try readArray { (reader) throws(JSONError) in strings.append(try reader.readString()) }
    return strings
  }

  /// Keeps a field this version does not know.
  mutating func keep(_ key: String, in extra: inout JSONObject?) throws(JSONError) {
    let value = try readValue()
    if extra == nil { extra = JSONObject() }
    extra?[key] = value
  }
}

extension WorkingHours {
  mutating func readHours(_ reader: inout JSONReader) throws(JSONError) {
    guard let read = WorkingHours(text: try reader.readString(), week: week) else {
      throw reader.failure("expected working hours such as 9:00-17:30")
    }
    self = read
  }

  mutating func readWeek(_ reader: inout JSONReader) throws(JSONError) {
    guard let read = WeekdaySet(text: try reader.readString()) else {
      throw reader.failure("expected working days such as mon-fri")
    }
    week = read
  }
}

extension JSONWriter {
  /// Writes a field only when there is something to say.
  mutating func given(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { field(name, value) }
  }

  mutating func given(_ name: String, _ value: Int?) {
    if let value { field(name, value) }
  }

  mutating func given(_ name: String, _ value: Instant?) {
    if let value { field(name, value.text) }
  }

  /// Writes a field only when it is true.
  mutating func flag(_ name: String, _ value: Bool) {
    if value { field(name, true) }
  }

  mutating func given(_ name: String, _ value: [String]) {
    if !value.isEmpty { strings(name, value) }
  }

  mutating func extra(_ extra: JSONObject?) {
    guard let extra else { return }
    for field in extra.fields { self.field(field.key, field.value) }
  }
}
