import JSONText

/// One record before and after a change; nil before where it is new, nil after where it is gone.
package struct RecordChange: Hashable, Sendable {
  package let before: Record?
  package let after: Record?

  package init(before: Record?, after: Record) {
    self.before = before
    self.after = after
  }

  package init(removing record: Record) {
    before = record
    after = nil
  }

  private init(before: Record?, after: Record?) {
    self.before = before
    self.after = after
  }

  package var key: RecordKey { (after ?? before)?.key ?? .settings }

  /// The change that takes this one back.
  package var reversed: RecordChange { RecordChange(before: after, after: before) }
}

extension RecordChange {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var kind = ""
    var before: Record?
    var after: Record?
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "kind": kind = try reader.readString()
      case "before": before = reader.readNull() ? nil : try Record(kind: kind, from: &reader)
      case "after": after = reader.readNull() ? nil : try Record(kind: kind, from: &reader)
      default: try reader.skipValue()
      }
    }
    guard before != nil || after != nil else { throw reader.failure("a change needs a before or an after") }
    self.init(before: before, after: after)
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("kind", key.kind)
      if let before {
        w.key("before")
        before.write(to: &w)
      }
      if let after {
        w.key("after")
        after.write(to: &w)
      }
    }
  }
}
