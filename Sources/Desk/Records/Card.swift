import Civil
import JSONText

/// A wall time in a zone: when something is planned, whatever governments do to clocks until then.
package struct ZonedTime: Hashable, Sendable {
  package var wall: WallTime
  /// IANA name.
  package var zone: String

  package init(wall: WallTime, zone: String) {
    self.wall = wall
    self.zone = zone
  }

  /// An instant by the clocks of a zone; of home's, by those that are looked at then.
  package init(at instant: Instant, in zone: Zone) {
    let rules = zone.rules(at: instant)
    self.init(wall: rules.wall(at: instant), zone: rules.name)
  }
}

/// One line of a card's checklist.
package struct ChecklistItem: Hashable, Sendable {
  package var text: String
  package var done: Bool

  package init(text: String, done: Bool = false) {
    self.text = text
    self.done = done
  }
}

/// Something somebody said about a card, with when and who.
package struct Comment: Hashable, Sendable {
  package var at: Instant
  package var writer: String
  package var text: String
  package var source: String?

  package init(at: Instant, writer: String, text: String, source: String? = nil) {
    self.at = at
    self.writer = writer
    self.text = text
    self.source = source
  }
}

/// A piece of work on a client's board.
package struct Card: Hashable, Sendable, Identifiable {
  package var id: CardID
  package var client: ClientID
  package var column: ColumnID
  /// Place in the column; see `Rank`.
  package var rank: String
  package var title: String
  package var notes: String
  /// When it is due; the zone is the client's unless said otherwise.
  package var due: ZonedTime?
  package var labels: [String]
  package var checklist: [ChecklistItem]
  /// Seconds of work it is thought to take.
  package var estimate: Int?
  package var assignee: String?
  /// Whom the work waits for.
  package var waitingOn: String?
  /// Since when it waits; nil when it does not, or when that is not known.
  package var waitingSince: Instant?
  package var urgent: Bool
  package var important: Bool
  package var archived: Bool
  package var createdAt: Instant
  package var doneAt: Instant?
  package var comments: [Comment]
  /// Where an imported card came from, such as `trello:5c8a…`.
  package var source: String?
  /// What the import last brought, as a digest: tells a change in the file from a change made here.
  package var imported: String?
  package var extra: JSONObject?

  package init(
    id: CardID, client: ClientID, column: ColumnID, rank: String, title: String, createdAt: Instant
  ) {
    self.id = id
    self.client = client
    self.column = column
    self.rank = rank
    self.title = title
    self.createdAt = createdAt
    notes = ""
    labels = []
    checklist = []
    urgent = false
    important = false
    archived = false
    comments = []
  }

  /// How many lines of the checklist are done.
  package var checklistDone: Int { checklist.reduce(0) { $0 + ($1.done ? 1 : 0) } }
}

extension Card: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", client: "", column: "", rank: "", title: "", createdAt: Instant(seconds: 0))
    var dueWall: WallTime?
    var dueZone: String?
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": id = try reader.readIdentifier()
      case "client": client = try reader.readIdentifier()
      case "column": column = try reader.readIdentifier()
      case "rank": rank = try reader.readString()
      case "title": title = try reader.readString()
      case "notes": notes = try reader.readString()
      case "due": dueWall = reader.readNull() ? nil : try reader.readWallTime()
      case "dueZone": dueZone = try reader.readOptionalString()
      case "labels": labels = try reader.readStrings()
      case "checklist": checklist = try reader.readList()
      case "estimate": estimate = reader.readNull() ? nil : try reader.readInt()
      case "assignee": assignee = try reader.readOptionalString()
      case "waitingOn": waitingOn = try reader.readOptionalString()
      case "waitingSince": waitingSince = try reader.readOptionalInstant()
      case "urgent": urgent = try reader.readBool()
      case "important": important = try reader.readBool()
      case "archived": archived = try reader.readBool()
      case "createdAt": createdAt = try reader.readInstant()
      case "doneAt": doneAt = try reader.readOptionalInstant()
      case "comments": comments = try reader.readList()
      case "source": source = try reader.readOptionalString()
      case "imported": imported = try reader.readOptionalString()
      default: try reader.keep(key, in: &extra)
      }
    }
    guard !id.raw.isEmpty else { throw reader.failure("a card needs an id") }
    if let dueWall { due = ZonedTime(wall: dueWall, zone: dueZone ?? "UTC") }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("id", id.raw)
      w.field("client", client.raw)
      w.field("column", column.raw)
      w.field("rank", rank)
      w.field("title", title)
      w.given("notes", notes)
      if let due {
        w.field("due", due.wall.text)
        w.field("dueZone", due.zone)
      }
      w.given("labels", labels)
      w.list("checklist", checklist)
      w.given("estimate", estimate)
      w.given("assignee", assignee)
      w.given("waitingOn", waitingOn)
      w.given("waitingSince", waitingSince)
      w.flag("urgent", urgent)
      w.flag("important", important)
      w.flag("archived", archived)
      w.field("createdAt", createdAt.text)
      w.given("doneAt", doneAt)
      w.list("comments", comments)
      w.given("source", source)
      w.given("imported", imported)
      w.extra(extra)
    }
  }
}

extension ChecklistItem: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(text: "")
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "text": text = try reader.readString()
      case "done": done = try reader.readBool()
      default: try reader.skipValue()
      }
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("text", text)
      w.field("done", done)
    }
  }
}

extension Comment: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(at: Instant(seconds: 0), writer: "", text: "")
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "at": at = try reader.readInstant()
      case "writer": writer = try reader.readString()
      case "text": text = try reader.readString()
      case "source": source = try reader.readOptionalString()
      default: try reader.skipValue()
      }
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("at", at.text)
      w.field("writer", self.writer)
      w.field("text", text)
      w.given("source", source)
    }
  }
}

extension JSONReader {
  mutating func readList<Element: RecordCodable>() throws(JSONError) -> [Element] {
    var list: [Element] = []
    try readArray { (reader) throws(JSONError) in list.append(try Element(from: &reader)) }
    return list
  }
}

extension JSONWriter {
  mutating func list(_ name: String, _ elements: [some RecordCodable]) {
    guard !elements.isEmpty else { return }
    key(name)
    array { w in
      for element in elements { element.write(to: &w) }
    }
  }
}
