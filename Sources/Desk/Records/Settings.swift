import Civil
import JSONText

/// The person's own settings: name, home zone, working hours, the theme last chosen.
package struct Settings: Hashable, Sendable {
  package var name: String
  /// IANA name of the zone the person lives in.
  package var homeZone: String
  package var hours: WorkingHours
  /// Dates spent in other zones, whose clocks are home's meanwhile; in order and apart.
  package var travel: [Travel] = []
  /// Name of a theme chosen from the list; nil leaves it to the configuration and the terminal.
  package var theme: String?
  /// Minutes kept free between blocks of different clients when time is looked for; 0 for none.
  package var bufferMinutes: Int
  /// Fields of a newer version, carried along untouched.
  package var extra: JSONObject?

  /// Four hours: more would leave no working day.
  package static let longestBuffer = 240

  package init(
    name: String = "", homeZone: String = "UTC", hours: WorkingHours = WorkingHours(), theme: String? = nil,
    bufferMinutes: Int = 0
  ) {
    self.name = name
    self.homeZone = homeZone
    self.hours = hours
    self.theme = theme
    self.bufferMinutes = bufferMinutes
  }
}

extension Settings: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init()
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "name": name = try reader.readString()
      case "homeZone": homeZone = try reader.readString()
      case "hours": try hours.readHours(&reader)
      case "week": try hours.readWeek(&reader)
      case "travel":
        travel = []
        try reader.readArray { (reader) throws(JSONError) in travel.append(try Travel(from: &reader)) }
      case "theme": theme = try reader.readOptionalString()
      case "bufferMinutes": bufferMinutes = min(max(0, try reader.readInt()), Self.longestBuffer)
      default: try reader.keep(key, in: &extra)
      }
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("name", name)
      w.field("homeZone", homeZone)
      w.field("hours", hours.text)
      w.field("week", hours.week.text)
      if !travel.isEmpty {
        w.key("travel")
        w.array { w in for stay in travel { stay.write(to: &w) } }
      }
      w.given("theme", theme)
      if bufferMinutes > 0 { w.field("bufferMinutes", bufferMinutes) }
      w.extra(extra)
    }
  }
}
