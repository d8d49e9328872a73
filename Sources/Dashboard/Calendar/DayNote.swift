import Canvas
import Civil
import Desk

/// What is to be said of a date whatever is planned on it: a holiday of the client whose board is open, or clocks that
/// change.
struct DayNote: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case holiday
    /// By so many seconds.
    case clocks(Int)
  }

  let date: CivilDate
  let kind: Kind
  let text: String

  /// What is to be said of some dates, by date; holidays first.
  static func all(
    from first: CivilDate, to last: CivilDate, _ state: ViewState, _ world: World
  ) -> [DayNote] {
    let notes = holidays(from: first, to: last, state, world) + changes(from: first, to: last, state, world)
    return notes.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// The client's holidays, a note a date.
  static func holidays(
    from first: CivilDate, to last: CivilDate, _ state: ViewState, _ world: World
  ) -> [DayNote] {
    guard let client = state.client.flatMap({ world.desk.client($0) }) else { return [] }
    let found = client.holidays.filter { $0.date <= last && first <= $0.last }
    return found.flatMap { holiday in
      let (from, to) = (max(first, holiday.date), min(last, holiday.last))
      return (0...to.days(since: from)).map { day in
        DayNote(date: from.adding(days: day), kind: .holiday, text: text(of: holiday, client, world))
      }
    }
  }

  /// `Half term · Coach Lin`.
  private static func text(of holiday: Holiday, _ client: Client, _ world: World) -> String {
    let name = holiday.name.isEmpty ? world.words.watch.presence[.holiday] ?? "" : holiday.name
    return name + " · " + client.name
  }

  /// Where clocks change: home's, the client's, those that were picked, and near ones of everybody.
  private static func changes(
    from first: CivilDate, to last: CivilDate, _ state: ViewState, _ world: World
  ) -> [DayNote] {
    let zones =
      [world.desk.homeZone]
      + [state.client.flatMap { world.desk.client($0) }?.zone].compactMap { $0 }
      .map(world.desk.zone) + state.calendar.zones.map(world.desk.zone)
    let span = TimeSpan(start: world.day(first).start, end: world.day(last).end)
    return ShownChange.all(of: zones, from: span.start, to: span.end, state, world)
      .filter { span.contains($0.at) }
      .map { change in
        DayNote(
          date: world.desk.homeZone.date(at: change.at), kind: .clocks(change.shift), text: change.text)
      }
  }

  func sign(_ words: Words) -> String {
    kind == .holiday ? words.watch.presenceMarks[.holiday] ?? "" : "±"
  }

  var role: Role { kind == .holiday ? .offHours : .warning }
}

/// A change of clocks of which the calendar tells.
struct ShownChange {
  let at: Instant
  /// IANA name of the zone whose clocks change.
  let zone: String
  /// Seconds.
  let shift: Int
  /// `London −1h Sun 25 Oct`, `Lisbon from Thu 3 Dec`.
  let text: String

  /// Changes of zones in a stretch of time, and anybody's from its start to three weeks from now; by time.
  static func all(
    of zones: [Zone], from start: Instant, to end: Instant, _ state: ViewState, _ world: World
  ) -> [ShownChange] {
    var found: [ShownChange] = []
    for zone in zones {
      for change in changes(of: zone, from: start, to: end, world) {
        // Clocks that change with home's leave everything as it is.
        let isTogether = found.contains {
          $0.shift == change.shift && abs($0.at.seconds(since: change.at)) < CivilDate.secondsADay
        }
        if !isTogether { found.append(change) }
      }
    }
    for change in world.memory.clockChanges(world) where !change.isTogether && change.at >= start {
      let isOwn = change.isHome || state.client.map { change.clients.contains($0) } ?? false
      let isKnown = found.contains { $0.at == change.at && $0.zone == change.zone }
      guard isOwn || !state.isPrivate, !isKnown else { continue }
      found.append(
        ShownChange(at: change.at, zone: change.zone, shift: change.shift, text: world.clocks.brief(change)))
    }
    return found.sorted { $0.at < $1.at }
  }

  private static func changes(
    of zone: Zone, from start: Instant, to end: Instant, _ world: World
  ) -> [ShownChange] {
    var found: [ShownChange] = []
    var at = start.adding(-1)
    while let next = zone.nextTransition(after: at), next < end {
      let (shift, rules) = (ClockNotes.shift(of: zone, at: next), zone.rules(at: next))
      let (city, date) = (DateText.city(rules.name), world.clocks.day(zone.date(at: next)))
      let isJourney = rules !== zone.rules(at: next.adding(-1))
      if shift != 0 || isJourney {
        let text =
          isJourney
          ? Words.fill(world.words.calendar.placeFrom, city, date)
          : Words.fill(world.words.watch.brief, city, ClockNotes.signed(shift), date)
        found.append(ShownChange(at: next, zone: rules.name, shift: shift, text: text))
      }
      at = next
    }
    return found
  }
}
