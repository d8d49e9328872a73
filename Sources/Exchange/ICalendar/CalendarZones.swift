import Civil
import Desk

/// Finds out which zone is meant by the names in a calendar file.
///
/// In this order: an IANA name, with whatever path stands in front of it, in any case, old or new; a name of Windows
/// or Outlook; a VTIMEZONE of the file, by the zone of tzdata that has the same offsets over the years of the events;
/// an offset such as `UTC+01`; the zone that the whole calendar names; and, said so, the client's zone.
struct CalendarZones {
  /// What came of a name.
  enum Finding {
    case zone(Zone)
    /// No zone has these rules: times become instants by them.
    case rules(CalendarZoneRules)
  }

  private struct Key: Hashable {
    let name: String
    let calendar: Int
  }

  private let database: ZoneDatabase
  private let file: CalendarFile
  private let client: Zone
  private let home: Zone
  /// What the events of each zone span, with a margin.
  private let spans: [String: TimeSpan]
  private var known: [Key: Finding] = [:]
  private var floating: [Int: Zone] = [:]

  init(_ database: ZoneDatabase, file: CalendarFile, client: Zone, home: Zone) {
    self.database = database
    self.file = file
    self.client = client
    self.home = home
    spans = Self.spans(of: file.events)
  }

  /// The zone of a time in an event.
  mutating func finding(
    for form: CalendarTime.Form, in calendar: Int, line: Int, _ remarks: inout CalendarRemarks
  ) -> Finding {
    switch form {
    case .utc: return .zone(.utc)
    case .day, .floating:
      if form == .floating { remarks.note(.floating, floatingZone(of: calendar).name, line: line) }
      return .zone(form == .floating ? floatingZone(of: calendar) : client)
    case .zoned(let name):
      let key = Key(name: name, calendar: calendar)
      let found = known[key] ?? find(name, calendar)
      known[key] = found
      if case .zone(let zone) = found { return note(name, zone, line, &remarks) }
      remarks.note(.fixedInUTC, name, line: line)
      return found
    }
  }

  /// A zone that was found.
  func zone(_ name: String) -> Zone { database.zoneOrUTC(named: name) }

  /// The zone of times that name none: the calendar's, else the client's.
  mutating func floatingZone(of calendar: Int) -> Zone {
    if let zone = floating[calendar] { return zone }
    let name = file.calendars.indices.contains(calendar) ? file.calendars[calendar].zone : ""
    let zone = name.isEmpty ? client : named(name) ?? client
    floating[calendar] = zone
    return zone
  }

  private var byRules: Set<String> = []
  private var unknown: Set<String> = []

  private func note(_ name: String, _ zone: Zone, _ line: Int, _ remarks: inout CalendarRemarks) -> Finding {
    if byRules.contains(name) { remarks.note(.zoneByRules, "\(name) = \(zone.name)", line: line) }
    if unknown.contains(name) { remarks.note(.unknownZone, "\(name) = \(zone.name)", line: line) }
    return .zone(zone)
  }

  private mutating func find(_ name: String, _ calendar: Int) -> Finding {
    if let zone = named(name) { return .zone(zone) }
    let own =
      file.zones.last { $0.name == name && $0.calendar == calendar } ?? file.zones.last { $0.name == name }
    if let own {
      if !own.hint.isEmpty, let zone = iana(own.hint) { return .zone(zone) }
      if let span = spans[name], let rules = CalendarZoneRules(own, over: span) {
        guard let zone = zone(like: rules, over: span, named: name, calendar) else { return .rules(rules) }
        byRules.insert(name)
        return .zone(zone)
      }
    }
    if let seconds = ZoneOffsetText.seconds(inName: name), let zone = fixed(seconds, spans[name]) {
      return .zone(zone)
    }
    if let zone = underscored(name) { return .zone(zone) }
    unknown.insert(name)
    return .zone(floatingZone(of: calendar))
  }

  private func named(_ name: String) -> Zone? {
    iana(name) ?? WindowsZones.zone(name).flatMap { iana($0) }
  }
}

// By name.
extension CalendarZones {
  /// Tries the name, and what is behind each slash of it.
  private func iana(_ name: String) -> Zone? {
    if let zone = exact(name[...]) { return zone }
    var rest = name[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if rest.contains("/") || name.hasPrefix("/"), let zone = exact(rest) { return zone }
    }
    return nil
  }

  private func exact(_ name: Substring) -> Zone? {
    guard name.utf8.count > 2, name.utf8.count < 64 else { return nil }
    let name = String(name)
    if let zone = try? database.zone(named: name) { return zone }
    return database.place(named: name).flatMap { try? database.zone(named: $0.zone) }
  }

  /// `America_New_York`, as programs write that take the name for a file's.
  private func underscored(_ name: String) -> Zone? {
    guard !name.contains("/"), let place = name.firstIndex(of: "_") else { return nil }
    return exact(name[..<place] + "/" + name[name.index(after: place)...])
  }

  private func fixed(_ seconds: Int, _ span: TimeSpan?) -> Zone? {
    if seconds == 0 { return .utc }
    // The sign of these names is the other way round (POSIX).
    if seconds % 3600 == 0, let zone = exact("Etc/GMT\(seconds > 0 ? "-" : "+")\(abs(seconds) / 3600)") {
      return zone
    }
    guard let span else { return nil }
    return zones().first { CalendarZoneRules($0, over: span) == CalendarZoneRules(fixed: seconds) }
  }
}

// By rules.
extension CalendarZones {
  private func zone(
    like rules: CalendarZoneRules, over span: TimeSpan, named name: String, _ calendar: Int
  ) -> Zone? {
    let likely = [floating[calendar], underscored(name), client, home].compactMap { $0 }
    let isLike = { (zone: Zone) in CalendarZoneRules(zone, over: span) == rules }
    return likely.first(where: isLike) ?? zones().first(where: isLike)
  }

  /// The better known zones first, then all that have places.
  private func zones() -> some Sequence<Zone> {
    let database = database
    return (WindowsZones.zones.lazy + database.places().lazy.map(\.zone)).compactMap {
      try? database.zone(named: $0)
    }
  }

  /// From the first event to the last; series are followed for two years, since their rules are the last ones known.
  private static func spans(of events: [CalendarEvent]) -> [String: TimeSpan] {
    var ends: [String: (first: Int64, last: Int64)] = [:]
    func take(_ time: CalendarTime?, _ seconds: Int64 = 0) {
      guard let time, case .zoned(let name) = time.form else { return }
      let place = time.wall.secondsSinceEpoch
      let known = ends[name] ?? (place, place)
      ends[name] = (min(known.first, place), max(known.last, place + seconds))
    }
    for event in events {
      take(event.start?.value, event.rules.isEmpty ? 0 : 731 * 86_400)
      take(event.end?.value)
      take(event.occurrence?.value)
      for addition in event.additions { take(addition.start) }
      for exception in event.exceptions { take(exception.value) }
    }
    return ends.mapValues { first, last in
      // Longer than zones have had rules, and short enough to look at.
      let last = min(last, first + 150 * 366 * 86_400)
      return TimeSpan(start: Instant(seconds: first - 2 * 86_400), end: Instant(seconds: last + 2 * 86_400))
    }
  }
}

extension CalendarZoneRules {
  /// A clock that never changes.
  init(fixed offset: Int) {
    first = offset
    changes = []
  }
}
