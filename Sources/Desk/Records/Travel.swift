import Civil
import JSONText

/// Dates on which the person is in another zone.
package struct Travel: Hashable, Sendable {
  /// IANA name.
  package var zone: String
  package var from: CivilDate
  /// The last date there.
  package var to: CivilDate

  package init(zone: String, from: CivilDate, to: CivilDate) {
    self.zone = zone
    self.from = from
    self.to = to
  }

  package func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }

  package func overlaps(_ other: Travel) -> Bool { from <= other.to && other.from <= to }

  /// Home's clocks with those of the places travelled to on the dates spent there.
  ///
  /// A zone that cannot be read, or dates that end before they start, change nothing; of two journeys at once, as a
  /// file edited by hand may have them, the later goes first.
  static func zone(_ settings: Settings, _ zones: ZoneDatabase) -> Zone {
    var days: [(zone: Zone, from: CivilDate, to: CivilDate)] = []
    for travel in settings.travel.sorted(by: { ($0.from, $0.to, $0.zone) < ($1.from, $1.to, $1.zone) })
    where travel.from <= travel.to {
      guard let zone = try? zones.zone(named: travel.zone) else { continue }
      if let last = days.last, last.to >= travel.from {
        days[days.count - 1].to = travel.from.adding(days: -1)
        if days[days.count - 1].to < last.from { days.removeLast() }
      }
      days.append((zone, travel.from, travel.to))
    }
    return zones.zoneOrUTC(named: settings.homeZone).with(days: days)
  }
}

extension Travel: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var zone: String?
    var from: CivilDate?
    var to: CivilDate?
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "zone": zone = try reader.readString()
      case "from": from = try reader.readDate()
      case "to": to = try reader.readDate()
      default: try reader.skipValue()
      }
    }
    guard let zone, let from else { throw reader.failure("a journey needs a zone and a date from which on") }
    self.init(zone: zone, from: from, to: to ?? from)
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("zone", zone)
      w.field("from", from.text)
      w.field("to", to.text)
    }
  }
}
