import Civil
import JSONText

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
      case "repeat": self.repeat = try reader.readOptionalString()
      case "alsoOn": alsoOn = try reader.readWallTimes()
      case "exceptOn": exceptOn = try reader.readWallTimes()
      case "series": series = try reader.readOptionalIdentifier()
      case "occurrence": occurrence = reader.readNull() ? nil : try reader.readWallTime()
      case "allDay": allDay = try reader.readBool()
      case "location": location = try reader.readOptionalString()
      case "link": link = try reader.readOptionalString()
      case "notes": notes = try reader.readString()
      case "uid": uid = try reader.readOptionalString()
      case "ical": ical = try reader.readStrings()
      case "reminders": reminders = reader.readNull() ? nil : try reader.readMinutes()
      case "imported": imported = try reader.readOptionalString()
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
      w.given("repeat", self.repeat)
      w.given("alsoOn", alsoOn.map(\.text))
      w.given("exceptOn", exceptOn.map(\.text))
      w.given("series", series?.raw)
      w.given("occurrence", occurrence?.text)
      w.flag("allDay", allDay)
      w.given("location", location)
      w.given("link", link)
      w.given("notes", notes)
      w.given("uid", uid)
      w.given("ical", ical)
      if let reminders {
        w.key("reminders")
        w.array { w in for minutes in reminders { w.int(minutes) } }
      }
      w.given("imported", imported)
      w.given("source", source)
      w.extra(extra)
    }
  }
}

extension JSONReader {
  fileprivate mutating func readWallTimes() throws(JSONError) -> [WallTime] {
    var walls: [WallTime] = []
    try readArray { (reader) throws(JSONError) in walls.append(try reader.readWallTime()) }
    return walls
  }

  fileprivate mutating func readMinutes() throws(JSONError) -> [Int] {
    var minutes: [Int] = []
    try readArray { (reader) throws(JSONError) in minutes.append(try reader.readInt()) }
    return minutes
  }
}
