import Civil
import JSONText

/// A date, or several in a row, on which a client does not work.
package struct Holiday: Hashable, Sendable {
  package var date: CivilDate
  package var name: String
  /// The last date; nil for a single one.
  package var until: CivilDate?

  package init(date: CivilDate, name: String, until: CivilDate? = nil) {
    self.date = date
    self.name = name
    self.until = until == date ? nil : until
  }

  package var last: CivilDate { until ?? date }

  package func contains(_ date: CivilDate) -> Bool { self.date <= date && date <= last }

  /// `2026-12-25 Christmas`, `2026-12-24 - 2026-12-26 Christmas`: as it can be typed.
  package var text: String {
    let dates = until.map { "\(date.text) - \($0.text)" } ?? date.text
    return name.isEmpty ? dates : dates + " " + name
  }
}

extension Holiday: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var date: CivilDate?
    var name = ""
    var until: CivilDate?
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "date": date = try reader.readDate()
      case "name": name = try reader.readString()
      case "until": until = reader.readNull() ? nil : try reader.readDate()
      default: try reader.skipValue()
      }
    }
    guard let date else { throw reader.failure("a holiday needs a date such as 2026-12-25") }
    self.init(date: date, name: name, until: until)
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("date", date.text)
      w.field("name", name)
      w.given("until", until?.text)
    }
  }
}

extension JSONReader {
  mutating func readDate() throws(JSONError) -> CivilDate {
    guard let date = CivilDate(text: try readString()) else {
      throw failure("expected a date such as 2026-12-25")
    }
    return date
  }
}
