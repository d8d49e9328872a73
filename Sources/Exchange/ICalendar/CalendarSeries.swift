import Civil
import Desk

/// All that a file says under one UID: an event or a series, and the occurrences that differ from it.
struct CalendarSeries {
  let uid: String
  /// Nil where the file has only single occurrences.
  var master: CalendarContent?
  /// Occurrences that were moved or edited, each with its `occurrence`.
  var replaced: [CalendarContent] = []
  /// Occurrences that were called off.
  var calledOff: [WallTime] = []
  /// Whether all of it was called off.
  var isCancelled = false
  /// Where the first of it begins in the file.
  var line: Int
}

/// Puts the events of one UID together.
struct CalendarSeriesMaker {
  var translator: CalendarTranslator
  private let methods: [String]

  init(_ translator: CalendarTranslator, calendars: [CalendarFile.Properties]) {
    self.translator = translator
    methods = calendars.map(\.method)
  }

  /// What the events say; several series where one was split by a change to all that follow.
  ///
  /// - Parameter known: the series that the desk has under this UID.
  mutating func series(_ uid: String, _ events: [CalendarEvent], known: Block?) -> [CalendarSeries] {
    guard let first = events.first else { return [] }
    var series = CalendarSeries(uid: uid, line: first.line)
    let masters = events.filter { $0.occurrence == nil }
    if let event = newest(masters) {
      series.isCancelled = isCancelled(event)
      if !series.isCancelled { series.master = translator.content(of: event, uid: uid) }
      series.line = event.line
    }
    if series.isCancelled { return [series] }
    var following: [(content: CalendarContent, at: WallTime)] = []
    let base = series.master ?? known.map { CalendarContent(of: $0) }
    for event in newestOccurrences(events.filter { $0.occurrence != nil }) {
      guard let occurrence = event.occurrence else { continue }
      guard let wall = wall(of: occurrence, event, base) else { continue }
      if isCancelled(event) {
        series.calledOff.append(wall)
        continue
      }
      guard var content = translator.content(of: event, uid: uid, in: base) else { continue }
      if event.takesFollowing, series.master != nil {
        following.append((content, wall))
        continue
      }
      // A rule beside a RECURRENCE-ID is the series' own, repeated by careless programs.
      content.rule = nil
      content.alsoOn = []
      content.exceptOn = []
      content.occurrence = wall
      if base == nil { translator.remarks.note(.occurrenceWithoutSeries, line: event.line) }
      series.replaced.append(content)
    }
    addPeriods(to: &series, masters)
    return split(series, at: following.sorted { $0.at < $1.at })
  }

  /// Which occurrence is meant, by the clock of the series.
  private mutating func wall(
    of time: CalendarEvent.Placed<CalendarTime>, _ event: CalendarEvent, _ base: CalendarContent?
  ) -> WallTime? {
    if let base { return translator.seriesWall(time.value, of: base, event.calendar, line: time.line) }
    // Without its series, by its own clock.
    guard let own = translator.content(of: event, uid: event.uid) else { return nil }
    return translator.seriesWall(time.value, of: own, event.calendar, line: time.line)
  }

  private func isCancelled(_ event: CalendarEvent) -> Bool {
    event.status == .cancelled || methods[event.calendar] == "CANCEL"
  }

  /// Of several versions of one event the one that was revised last (RFC 5546, 2.1.5).
  private mutating func newest(_ versions: [CalendarEvent]) -> CalendarEvent? {
    guard var newest = versions.first else { return nil }
    for version in versions.dropFirst() {
      let isNewer = (version.sequence, version.stamp) >= (newest.sequence, newest.stamp)
      translator.remarks.note(.olderVersions, line: isNewer ? newest.line : version.line)
      if isNewer { newest = version }
    }
    return newest
  }

  private mutating func newestOccurrences(_ events: [CalendarEvent]) -> [CalendarEvent] {
    guard events.count > 1 else { return events }
    var order: [CalendarTime] = []
    var versions: [CalendarTime: [CalendarEvent]] = [:]
    for event in events {
      guard let time = event.occurrence?.value else { continue }
      if versions[time] == nil { order.append(time) }
      versions[time, default: []].append(event)
    }
    return order.compactMap { newest(versions[$0] ?? []) }
  }

  /// A further start with a length of its own is an occurrence that differs.
  private mutating func addPeriods(to series: inout CalendarSeries, _ masters: [CalendarEvent]) {
    guard let master = series.master, let event = masters.first(where: { $0.line == master.line }) else {
      return
    }
    for addition in event.additions {
      guard let length = translator.length(of: addition, in: event.calendar), length != master.duration else {
        continue
      }
      let wall = translator.seriesWall(addition.start, of: master, event.calendar, line: addition.line)
      guard !series.replaced.contains(where: { $0.occurrence == wall }) else { continue }
      var content = master
      content.rule = nil
      content.alsoOn = []
      content.exceptOn = []
      content.occurrence = wall
      content.start.wall = wall
      content.duration = length
      content.line = addition.line
      series.replaced.append(content)
    }
  }
}

// This and all that follow.
extension CalendarSeriesMaker {
  /// Ends a series where a change to all that follow begins, and goes on with another.
  private mutating func split(
    _ series: CalendarSeries, at changes: [(content: CalendarContent, at: WallTime)]
  ) -> [CalendarSeries] {
    var done: [CalendarSeries] = []
    var current = series
    for (content, wall) in changes {
      guard let parts = parts(of: current, with: content, at: wall) else {
        translator.remarks.note(.followingNotTaken, line: content.line)
        var single = content
        single.rule = nil
        single.alsoOn = []
        single.exceptOn = []
        single.occurrence = wall
        current.replaced.append(single)
        continue
      }
      done.append(parts.before)
      current = parts.after
    }
    return done + [current]
  }

  private func parts(
    of series: CalendarSeries, with content: CalendarContent, at wall: WallTime
  ) -> (before: CalendarSeries, after: CalendarSeries)? {
    guard var master = series.master, master.start.wall < wall, master.start.zone == content.start.zone else {
      return nil
    }
    var next = content
    guard
      let shift = RuleMove(
        next.rule == nil ? master.rule : nil, from: wall, to: next.start.wall,
        moveEnd: { end, seconds in end.adding(seconds) })
    else { return nil }
    if let rule = master.rule {
      let set = RecurrenceSet(
        start: master.start.wall, zone: translator.zones.zone(master.start.zone), rule: rule)
      guard var later = next.rule ?? shift.rule else { return nil }
      if next.rule == nil, case .count(let count) = rule.end {
        let most = 100_000
        let passed = set.starts(from: master.start.wall, before: wall, limit: most).count
        guard passed < most, passed < count else { return nil }
        later.end = .count(count - passed)
      }
      next.rule = later
      var earlier = rule
      earlier.end = .at(wall.adding(seconds: -1))
      master.rule = earlier
    }
    next.alsoOn = master.alsoOn.filter { $0 > wall }.map(shift.shifted)
    next.exceptOn = master.exceptOn.filter { $0 > wall }.compactMap(shift.map)
    next.occurrence = nil
    next.uid = "\(series.uid)_R\(CalendarWriter.compact(wall))"
    master.alsoOn.removeAll { $0 >= wall }
    master.exceptOn.removeAll { $0 >= wall }
    var before = series
    before.master = master
    before.replaced.removeAll { $0.occurrence.map { $0 >= wall } ?? false }
    before.calledOff.removeAll { $0 >= wall }
    var after = CalendarSeries(uid: next.uid, master: next, line: next.line)
    after.replaced = series.replaced.filter { $0.occurrence.map { $0 > wall } ?? false }.map { content in
      var content = content
      content.uid = next.uid
      content.occurrence = content.occurrence.flatMap(shift.map)
      return content
    }
    after.calledOff = series.calledOff.filter { $0 > wall }.compactMap(shift.map)
    return (before, after)
  }
}

extension CalendarContent {
  /// What the desk has, as if a file said it.
  init(of block: Block) {
    self.init(
      line: 0, uid: block.uid ?? "", occurrence: block.occurrence, title: block.title, start: block.start,
      duration: block.duration, allDay: block.allDay,
      rule: block.repeat.flatMap { try? RecurrenceRule(text: $0) },
      alsoOn: block.alsoOn, exceptOn: block.exceptOn, location: block.location, link: block.link,
      notes: block.notes, kind: block.kind == .meeting ? nil : block.kind, reminders: block.reminders,
      ical: block.ical)
  }

  /// Whether the series has an occurrence at a wall time.
  func starts(at wall: WallTime, in zone: Zone) -> Bool {
    let set = RecurrenceSet(
      start: start.wall, zone: zone, rule: rule, alsoOn: alsoOn, exceptOn: exceptOn)
    return !set.starts(from: wall, before: wall.adding(seconds: 1), limit: 1).isEmpty
  }
}
