import Civil
import JSONText

/// Who the work is for.
package struct Client: Hashable, Sendable, Identifiable {
  package enum Status: String, Sendable { case active, archived }

  package var id: ClientID
  /// Name of the client's folder and of the client in the shell; lower case, unique on the desk.
  package var slug: String
  package var name: String
  /// IANA name of the zone the client lives in.
  package var zone: String
  /// When the client is at work, on the client's own clock.
  package var hours: WorkingHours
  /// Dates on which the client does not work, by the client's own calendar; by date.
  package var holidays: [Holiday] = []
  /// ISO 4217 code of the currency the client pays in.
  package var currency: String?
  /// What an hour costs, in minor units of `currency`.
  package var rate: Int?
  /// The digit that opens the client's board, 1 to 9.
  package var hotkey: Int?
  package var status: Status
  /// Which of the theme's client colours, counted from 0.
  package var colour: Int
  package var createdAt: Instant
  /// Where an imported client came from, such as `trello:5c8a…`.
  package var source: String?
  package var extra: JSONObject?

  package init(
    id: ClientID, slug: String, name: String, zone: String, hours: WorkingHours = WorkingHours(),
    currency: String? = nil, rate: Int? = nil, hotkey: Int? = nil, status: Status = .active, colour: Int = 0,
    createdAt: Instant, source: String? = nil
  ) {
    self.id = id
    self.slug = slug
    self.name = name
    self.zone = zone
    self.hours = hours
    self.currency = currency
    self.rate = rate
    self.hotkey = hotkey
    self.status = status
    self.colour = colour
    self.createdAt = createdAt
    self.source = source
  }
}

extension Client: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", slug: "", name: "", zone: "UTC", createdAt: Instant(seconds: 0))
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": id = try reader.readIdentifier()
      case "slug": slug = try reader.readString()
      case "name": name = try reader.readString()
      case "zone": zone = try reader.readString()
      case "hours": try hours.readHours(&reader)
      case "week": try hours.readWeek(&reader)
      case "holidays":
        holidays = []
        try reader.readArray { (reader) throws(JSONError) in holidays.append(try Holiday(from: &reader)) }
      case "currency": currency = try reader.readOptionalString()
      case "rate": rate = reader.readNull() ? nil : try reader.readInt()
      case "hotkey": hotkey = reader.readNull() ? nil : try reader.readInt()
      case "status": status = Status(rawValue: try reader.readString()) ?? .active
      case "colour": colour = try reader.readInt()
      case "createdAt": createdAt = try reader.readInstant()
      case "source": source = try reader.readOptionalString()
      default: try reader.keep(key, in: &extra)
      }
    }
    guard !id.raw.isEmpty, !slug.isEmpty else { throw reader.failure("a client needs an id and a slug") }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("id", id.raw)
      w.field("slug", slug)
      w.field("name", name)
      w.field("zone", zone)
      w.field("hours", hours.text)
      w.field("week", hours.week.text)
      if !holidays.isEmpty {
        w.key("holidays")
        w.array { w in for holiday in holidays { holiday.write(to: &w) } }
      }
      w.given("currency", currency)
      w.given("rate", rate)
      w.given("hotkey", hotkey)
      w.field("status", status.rawValue)
      w.field("colour", colour)
      w.field("createdAt", createdAt.text)
      w.given("source", source)
      w.extra(extra)
    }
  }
}
