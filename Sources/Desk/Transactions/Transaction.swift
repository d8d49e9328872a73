import Civil
import JSONText

/// One undoable change to the desk: a list of records before and after.
package struct Transaction: Hashable, Sendable {
  /// Place in the journal, counted from 1; 0 until the store has given it one.
  package var sequence: Int
  package var at: Instant
  /// What was done, as a stable word such as `card.move`; the catalogue has the sentence for it.
  package var action: String
  /// What the sentence speaks of: titles, names.
  package var arguments: [String]
  package var changes: [RecordChange]
  /// The sequence number of the transaction that this one takes back, or brings back when `isRedo`.
  package var reverses: Int?
  package var isRedo: Bool

  package init(at: Instant, action: String, arguments: [String] = [], changes: [RecordChange]) {
    sequence = 0
    self.at = at
    self.action = action
    self.arguments = arguments
    self.changes = changes
    isRedo = false
  }

  /// Whether it changes nothing and need not be kept.
  package var isEmpty: Bool { changes.allSatisfy { $0.before == $0.after } }

  /// Whether it came by a calendar folder, and not from the person.
  package var isArrival: Bool { action.hasPrefix("calendar.follow") }

  package func touches(_ key: RecordKey) -> Bool { changes.contains { $0.key == key } }

  /// The transaction that takes this one back.
  package func undone(at instant: Instant) -> Transaction {
    var undo = Transaction(
      at: instant, action: action, arguments: arguments, changes: changes.reversed().map(\.reversed))
    undo.reverses = sequence
    return undo
  }

  /// The transaction that does this one again after it was taken back.
  package func redone(at instant: Instant) -> Transaction {
    var redo = Transaction(at: instant, action: action, arguments: arguments, changes: changes)
    redo.reverses = sequence
    redo.isRedo = true
    return redo
  }
}

extension Transaction {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(at: Instant(seconds: 0), action: "", changes: [])
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "seq": sequence = try reader.readInt()
      case "at": at = try reader.readInstant()
      case "do": action = try reader.readString()
      case "what": arguments = try reader.readStrings()
      case "undoes": reverses = try reader.readInt()
      case "redoes":
        reverses = try reader.readInt()
        isRedo = true
      case "changes":
        try reader.readArray { (reader) throws(JSONError) in
          changes.append(try RecordChange(from: &reader))
        }
      default: try reader.skipValue()
      }
    }
  }

  /// Writes the fields of a journal line into an object that is already open.
  package func writeFields(to w: inout JSONWriter) {
    w.field("seq", sequence)
    w.field("at", at.text)
    w.field("do", action)
    w.strings("what", arguments)
    if let reverses { w.field(isRedo ? "redoes" : "undoes", reverses) }
    w.key("changes")
    w.array { w in
      for change in changes { change.write(to: &w) }
    }
  }
}
