import Canvas
import Civil
import Desk

/// What is said of the clocks that are shown: how far they are apart, where they change, and of which day they are.
struct ClockNotes {
  /// Stands after the name of a clock that on another of the days in sight shows another time in the same row.
  static let sign = "*"

  private let layout: CalendarLayout
  private let painter: Painter

  init(_ layout: CalendarLayout, _ painter: Painter) {
    self.layout = layout
    self.painter = painter
  }

  private var day: DayRows { layout.day }
  private var words: CalendarWords { painter.words.calendar }
  private var named: [GutterClock] { layout.clocks.filter { $0.place.width > 1 } }

  // A day.

  /// What stands over the grid of a day, longest first: where clocks change that day, and how far the client is away.
  var ofDay: [(String, Role)] {
    let changes = named.compactMap { change($0) }
    let client = named.first { $0.isClient }
    guard let first = changes.first else {
      guard let client else { return coming.map { [($0, .warning)] } ?? [] }
      if let coming {
        return [
          (distance(client) + " · " + coming, .warning), (coming, .warning), (short(client), .muted),
        ]
      }
      return [(distance(client), .muted), (short(client), .muted)]
    }
    let all = changes.joined(separator: " · ")
    var notes: [(String, Role)] = [(all, .warning), (first, .warning)]
    notes += named.compactMap { shortChange($0) }.prefix(1).map { ($0, .warning) }
    if let client { notes.insert((all + " · " + distance(client), .warning), at: 0) }
    return notes
  }

  /// The next change of the clocks that are shown, from three weeks before it.
  private var coming: String? {
    let shown = layout.clocks.map { $0.zone.rules(at: day.span.start).name }
    return painter.world.memory.clockChanges(painter.world)
      .first { !$0.isTogether && shown.contains($0.zone) && $0.at >= day.span.end }
      .map { painter.world.clocks.brief($0) }
  }

  private func distance(_ clock: GutterClock) -> String {
    let seconds = seconds(clock)
    let city = PlanText.city(clock.zone, width: 12)
    guard seconds != 0 else { return Words.fill(words.sameTime, city) }
    return Words.fill(seconds > 0 ? words.ahead : words.behind, city, DurationText.short(abs(seconds)))
  }

  /// `+5h30`.
  private func short(_ clock: GutterClock) -> String { ClockNotes.signed(seconds(clock)) }

  /// How far a clock is ahead of home's now, or in the middle of another day.
  private func seconds(_ clock: GutterClock) -> Int {
    let now = painter.world.now
    let instant = day.span.contains(now) ? now : day.span.start.adding(day.span.duration / 2)
    return clock.zone.offset(at: instant).secondsEast - day.zone.offset(at: instant).secondsEast
  }

  /// `London clocks +1h` where they change within the day; `Lisbon from 00:00 (−5h30)` where a journey begins or ends.
  private func change(_ clock: GutterClock) -> String? {
    if clock.isHome, let at = ClockNotes.arrival(on: day) {
      let place = PlanText.city(day.zone.rules(at: at), width: 12)
      let from = Words.fill(words.placeFrom, place, DateText.clock(day.zone.wall(at: at)))
      let shift = ClockNotes.shift(of: day.zone, at: at)
      return shift == 0 ? from : "\(from) (\(ClockNotes.signed(shift)))"
    }
    guard let shift = self.shift(clock) else { return nil }
    return Words.fill(words.clocksChange, PlanText.city(clock.zone, width: 12), ClockNotes.signed(shift))
  }

  /// `L.Howe +30m`, where there is no room for words.
  private func shortChange(_ clock: GutterClock) -> String? {
    let isJourney = clock.isHome && ClockNotes.arrival(on: day) != nil
    guard !isJourney, let shift = self.shift(clock) else { return nil }
    return PlanText.city(clock.zone, width: 7) + " " + ClockNotes.signed(shift)
  }

  /// By how much the clocks change within the day, in seconds; nil where they do not.
  private func shift(_ clock: GutterClock) -> Int? {
    let before = clock.zone.offset(at: day.span.start.adding(-1)).secondsEast
    let after = clock.zone.offset(at: day.span.end.adding(-1)).secondsEast
    return before == after ? nil : after - before
  }

  /// When within a day home becomes another place.
  static func arrival(on day: DayRows) -> Instant? {
    var at = day.span.start
    while let next = day.zone.nextTransition(after: at), next < day.span.end {
      if day.zone.rules(at: next) !== day.zone.rules(at: next.adding(-1)) { return next }
      at = next
    }
    return nil
  }

  static func shift(of zone: Zone, at instant: Instant) -> Int {
    zone.offset(at: instant).secondsEast - zone.offset(at: instant.adding(-1)).secondsEast
  }

  static func signed(_ seconds: Int) -> String {
    (seconds < 0 ? "−" : "+") + DurationText.short(abs(seconds))
  }

  // Days side by side.

  /// What stands in the lower edge, most important first: how many zones have no room; below days side by side of which
  /// day the clocks are where it is not the same for all, and the changes of clocks in sight or coming.
  var ofEdge: [(String, Role)] {
    var notes: [(String, Role)] = []
    let count = layout.zonesLeftOut.count
    if count > 0 {
      notes.append((count == 1 ? words.zoneLeftOut : Words.fill(words.zonesLeftOut, "\(count)"), .muted))
    }
    guard layout.isManyDays else { return notes }
    if named.contains(where: \.isOfOneDay) {
      let date = "\(PlanText.weekday(day.date, painter.words)) \(day.date.day)"
      notes.append((ClockNotes.sign + " " + Words.fill(words.timesOf, date), .text))
    }
    return notes + changes.map { ($0, .warning) }
  }

  /// Changes of the clocks that are shown within the days in sight, and anybody's within three weeks.
  private var changes: [String] {
    guard let start = layout.columns.first?.day.span.start, let end = layout.columns.last?.day.span.end else {
      return []
    }
    let zones = named.map { $0.isHome ? painter.desk.homeZone : $0.zone }
    return ShownChange.all(of: zones, from: start, to: end, painter.state, painter.world).map(\.text)
  }
}
