import Civil
import JSONText

/// A stretch of planned time on the calendar.
package struct Block: Hashable, Sendable, Identifiable {
  package enum Kind: String, CaseIterable, Sendable {
    case work, meeting, buffer, `break`, deadline, personal
  }

  package var id: BlockID
  /// Nil for the person's own time.
  package var client: ClientID?
  package var card: CardID?
  package var kind: Kind
  package var title: String
  /// Wall time in a zone: a meeting stays at 16:00 London when the clocks change.
  package var start: ZonedTime
  /// Seconds.
  package var duration: Int
  package var location: String?
  package var notes: String
  package var source: String?
  package var extra: JSONObject?

  package init(
    id: BlockID, client: ClientID?, card: CardID? = nil, kind: Kind = .work, title: String, start: ZonedTime,
    duration: Int
  ) {
    self.id = id
    self.client = client
    self.card = card
    self.kind = kind
    self.title = title
    self.start = start
    self.duration = duration
    notes = ""
  }
}

extension Block: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let unset = ZonedTime(wall: WallTime(date: CivilDate(dayNumber: 0), hour: 0, minute: 0), zone: "UTC")
    self.init(id: "", client: nil, title: "", start: unset, duration: 0)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": id = try reader.readIdentifier()
      case "client": client = try reader.readOptionalIdentifier()
      case "card": card = try reader.readOptionalIdentifier()
      case "kind": kind = Kind(rawValue: try reader.readString()) ?? .work
      case "title": title = try reader.readString()
      case "start": start.wall = try reader.readWallTime()
      case "zone": start.zone = try reader.readString()
      case "duration": duration = try reader.readInt()
      case "location": location = try reader.readOptionalString()
      case "notes": notes = try reader.readString()
      case "source": source = try reader.readOptionalString()
      default: try reader.keep(key, in: &extra)
      }
    }
    guard !id.raw.isEmpty else { throw reader.failure("a block needs an id") }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("id", id.raw)
      w.given("client", client?.raw)
      w.given("card", card?.raw)
      w.field("kind", kind.rawValue)
      w.field("title", title)
      w.field("start", start.wall.text)
      w.field("zone", start.zone)
      w.field("duration", duration)
      w.given("location", location)
      w.given("notes", notes)
      w.given("source", source)
      w.extra(extra)
    }
  }
}
