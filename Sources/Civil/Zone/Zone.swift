/// A zone of the IANA database: what its clocks showed, show, and by today's rules will show.
package final class Zone: Sendable {
  package let name: String
  private let table: ZoneTable

  package static let utc = Zone(
    name: "UTC", table: ZoneTable(fixed: ZoneOffset(secondsEast: 0, abbreviation: "UTC")))

  private init(name: String, table: ZoneTable) {
    self.name = name
    self.table = table
  }

  /// Reads a zone from the bytes of its TZif file.
  package convenience init(name: String, tzif bytes: [UInt8]) throws(ZoneError) {
    do {
      self.init(name: name, table: try TZifReader.read(bytes))
    } catch {
      throw ZoneError(name: name, problem: .damaged(error.text))
    }
  }

  package func offset(at instant: Instant) -> ZoneOffset {
    table.offsets[table.period(at: instant.seconds).index]
  }

  package func wall(at instant: Instant) -> WallTime {
    let seconds = min(max(instant.seconds, -1 << 60), 1 << 60)
    let offset = table.offsets[table.period(at: seconds).index]
    return WallTime(secondsSinceEpoch: seconds + Int64(offset.secondsEast))
  }

  /// The next instant at which the offset, its name or its daylight flag changes, if ever.
  package func nextTransition(after instant: Instant) -> Instant? {
    let end = table.period(at: instant.seconds).end
    return end == .max || end <= instant.seconds ? nil : Instant(seconds: end)
  }

  /// What instants the clocks of this zone show a wall time at.
  package func resolve(_ wall: WallTime) -> WallResolution {
    let local = wall.secondsSinceEpoch
    // No offset reaches 26 hours, so whatever matters lies between these.
    let reach: Int64 = 26 * 3600
    var period = table.period(at: local - reach)
    var found: Instant?
    var inGap: Instant?
    while true {
      let candidate = local - Int64(table.offsets[period.index].secondsEast)
      if candidate >= period.start, candidate < period.end {
        let instant = Instant(seconds: candidate)
        if let found { return .fold(found, later: instant) }
        found = instant
      }
      guard period.end <= local + reach else { break }
      let next = table.period(at: period.end)
      let nextCandidate = local - Int64(table.offsets[next.index].secondsEast)
      if inGap == nil, candidate >= period.end, nextCandidate < period.end {
        inGap = Instant(seconds: candidate)
      }
      period = next
    }
    if let found { return .unique(found) }
    return .gap(inGap ?? Instant(seconds: local - Int64(table.offsets[period.index].secondsEast)))
  }

  /// The instant a wall time means here, by the rule of `WallResolution.instant`.
  package func instant(of wall: WallTime) -> Instant {
    resolve(wall).instant
  }

  /// The first instant of a date.
  ///
  /// Where midnight does not exist, it is the end of the gap; where the whole day does not, it is the start of
  /// the day after, so that the day has no length.
  package func startOfDay(_ date: CivilDate) -> Instant {
    let midnight = resolve(WallTime(date: date, secondOfDay: 0))
    guard case .gap(let instant) = midnight else { return midnight.instant }
    // Read with the offset before the gap, the wall time lies in the period after it.
    return Instant(seconds: table.period(at: instant.seconds).start)
  }

  /// A date from its first instant to the next date's.
  package func span(of date: CivilDate) -> TimeSpan {
    TimeSpan(start: startOfDay(date), end: startOfDay(date.adding(days: 1)))
  }

  /// How many seconds a date lasts: 86,400, or more or less where the clocks change, or 0 where it is skipped.
  package func length(of date: CivilDate) -> Int {
    span(of: date).duration
  }

  /// The date that the clocks of this zone show.
  package func date(at instant: Instant) -> CivilDate {
    wall(at: instant).date
  }
}

extension Zone: Hashable {
  /// Zones are the same if their names are.
  package static func == (left: Zone, right: Zone) -> Bool {
    left === right || left.name == right.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

extension Zone: CustomStringConvertible {
  package var description: String { name }
}
