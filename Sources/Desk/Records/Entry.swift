import Civil
import JSONText

/// A stretch of time that was really spent; the one without an end is the running timer.
package struct Entry: Hashable, Sendable, Identifiable {
  package var id: EntryID
  package var client: ClientID?
  package var card: CardID?
  package var note: String
  package var labels: [String]
  package var start: Instant
  /// Nil while it runs.
  package var end: Instant?
  package var billable: Bool
  /// The entry that this one broke in upon: what the interruption key goes back to.
  package var interrupts: EntryID?
  /// Number of the invoice it was billed with.
  package var invoice: String?
  package var source: String?
  package var extra: JSONObject?

  package init(
    id: EntryID, client: ClientID?, card: CardID? = nil, note: String = "", labels: [String] = [],
    start: Instant, end: Instant? = nil, billable: Bool = true
  ) {
    self.id = id
    self.client = client
    self.card = card
    self.note = note
    self.labels = labels
    self.start = start
    self.end = end
    self.billable = billable
  }

  package var isRunning: Bool { end == nil }

  /// Seconds spent until `now`, never negative.
  package func seconds(at now: Instant) -> Int { max(0, (end ?? now).seconds(since: start)) }
}

extension Entry: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", client: nil, start: Instant(seconds: 0))
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": id = try reader.readIdentifier()
      case "client": client = try reader.readOptionalIdentifier()
      case "card": card = try reader.readOptionalIdentifier()
      case "note": note = try reader.readString()
      case "labels": labels = try reader.readStrings()
      case "start": start = try reader.readInstant()
      case "end": end = try reader.readOptionalInstant()
      case "billable": billable = try reader.readBool()
      case "interrupts": interrupts = try reader.readOptionalIdentifier()
      case "invoice": invoice = try reader.readOptionalString()
      case "source": source = try reader.readOptionalString()
      default: try reader.keep(key, in: &extra)
      }
    }
    guard !id.raw.isEmpty else { throw reader.failure("an entry needs an id") }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("id", id.raw)
      w.given("client", client?.raw)
      w.given("card", card?.raw)
      w.given("note", note)
      w.given("labels", labels)
      w.field("start", start.text)
      w.given("end", end)
      if !billable { w.field("billable", false) }
      w.given("interrupts", interrupts?.raw)
      w.given("invoice", invoice)
      w.given("source", source)
      w.extra(extra)
    }
  }
}
