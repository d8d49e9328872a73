/// A zone of the IANA database: what its clocks showed, show, and by today's rules will show.
package final class Zone: Sendable {
  package let name: String
  private let table: ZoneTable
  /// Stretches in which another zone's clocks are the ones that are looked at, in order and apart; see `with(stays:)`.
  private let stays: [ZoneStay]
  /// The zone without its stays, where it has any.
  private let base: Zone?

  package static let utc = standIn(named: "UTC")

  /// A zone whose rules are not there, with UTC's clock.
  static func standIn(named name: String) -> Zone {
    Zone(name: name, table: ZoneTable(fixed: ZoneOffset(secondsEast: 0, abbreviation: "UTC")))
  }

  private init(name: String, table: ZoneTable, stays: [ZoneStay] = [], base: Zone? = nil) {
    self.name = name
    self.table = table
    self.stays = stays
    self.base = base
  }

  /// The clocks of somebody who lives here and stays elsewhere for a while, under this zone's name.
  ///
  /// What shows a name asks `rules(at:)` whose clocks those are.
  package func with(stays: [ZoneStay]) -> Zone {
    stays.isEmpty ? self : Zone(name: name, table: table, stays: stays, base: base ?? self)
  }

  /// The zone whose own clocks are meant at an instant: itself, unless there are stays elsewhere.
  package func rules(at instant: Instant) -> Zone {
    base == nil ? self : place(at: instant.seconds).zone
  }

  /// The zone whose own clocks are meant at a wall time.
  package func rules(at wall: WallTime) -> Zone {
    base == nil ? self : rules(at: instant(of: wall))
  }

  /// Whose clocks are meant at a second, and how long they go on without a change.
  private func place(at second: Int64) -> (zone: Zone, period: ZoneTable.Period) {
    guard let base else { return (self, table.period(at: second)) }
    var (start, end) = (Int64.min, Int64.max)
    var zone = base
    for stay in stays {
      if second < stay.start.seconds {
        end = min(end, stay.start.seconds)
        break
      }
      if second < stay.end.seconds {
        (zone, start, end) = (stay.zone, stay.start.seconds, stay.end.seconds)
        break
      }
      start = stay.end.seconds
    }
    let period = zone.table.period(at: second)
    return (
      zone,
      ZoneTable.Period(index: period.index, start: max(period.start, start), end: min(period.end, end))
    )
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
    let (zone, period) = place(at: instant.seconds)
    return zone.table.offsets[period.index]
  }

  package func wall(at instant: Instant) -> WallTime {
    let seconds = min(max(instant.seconds, -1 << 60), 1 << 60)
    guard base == nil else {
      return WallTime(
        secondsSinceEpoch: seconds + Int64(offset(at: Instant(seconds: seconds)).secondsEast))
    }
    let offset = table.offsets[table.period(at: seconds).index]
    return WallTime(secondsSinceEpoch: seconds + Int64(offset.secondsEast))
  }

  /// The next instant at which the offset, its name or its daylight flag changes, if ever.
  package func nextTransition(after instant: Instant) -> Instant? {
    let end = place(at: instant.seconds).period.end
    return end == .max || end <= instant.seconds ? nil : Instant(seconds: end)
  }

  /// What instants the clocks of this zone show a wall time at.
  package func resolve(_ wall: WallTime) -> WallResolution {
    let local = wall.secondsSinceEpoch
    // No offset reaches 26 hours, so whatever matters lies between these.
    let reach: Int64 = 26 * 3600
    var (zone, period) = place(at: local - reach)
    var found: Instant?
    var inGap: Instant?
    while true {
      let candidate = local - Int64(zone.table.offsets[period.index].secondsEast)
      if candidate >= period.start, candidate < period.end {
        let instant = Instant(seconds: candidate)
        if let found { return .fold(found, later: instant) }
        found = instant
      }
      guard period.end <= local + reach else { break }
      let (nextZone, next) = place(at: period.end)
      let nextCandidate = local - Int64(nextZone.table.offsets[next.index].secondsEast)
      if inGap == nil, candidate >= period.end, nextCandidate < period.end {
        inGap = Instant(seconds: candidate)
      }
      (zone, period) = (nextZone, next)
    }
    if let found { return .unique(found) }
    return .gap(inGap ?? Instant(seconds: local - Int64(zone.table.offsets[period.index].secondsEast)))
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
    return Instant(seconds: place(at: instant.seconds).period.start)
  }

  /// The first instant after a date: that of the next one, or of what would be the next after the calendar's last.
  package func endOfDay(_ date: CivilDate) -> Instant {
    let next = date.adding(days: 1)
    return next > date ? startOfDay(next) : startOfDay(date).adding(CivilDate.secondsADay)
  }

  /// A date from its first instant to the next date's.
  package func span(of date: CivilDate) -> TimeSpan {
    TimeSpan(start: startOfDay(date), end: endOfDay(date))
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
