import Civil
import Desk

/// A block as it would be, from what was typed and what was proposed.
struct BlockPlan: Equatable {
  var title: String
  var client: ClientID?
  var card: CardID?
  var kind: Block.Kind
  var start: ZonedTime
  /// Seconds.
  var duration: Int
  /// Whether its end was typed and is on another day than its start.
  var endsNextDay = false
  /// How many whole days it lasts, where it lasts whole days.
  var wholeDays: Int?
  /// How it repeats.
  var rule: RecurrenceRule?
  /// Days on which it does not.
  var except: [CivilDate] = []
  /// The block that is being changed, if it is one already.
  var id: OccurrenceID?

  func span(_ desk: Desk) -> TimeSpan {
    guard let wholeDays else { return TimeSpan(start: desk.instant(of: start), seconds: duration) }
    let (zone, date) = (desk.zone(start.zone), start.wall.date)
    return TimeSpan(start: zone.startOfDay(date), end: zone.startOfDay(date.adding(days: wholeDays)))
  }

  var draft: BlockDraft {
    var draft = BlockDraft(title: title, start: start, duration: duration)
    draft.client = client
    draft.card = card
    draft.kind = kind
    draft.allDay = wholeDays != nil
    draft.repeat = rule?.text
    return draft
  }

  /// The same, with what is left out of its rule.
  func draft(_ desk: Desk) -> BlockDraft {
    var draft = draft
    draft.exceptOn = desk.starts(on: except, from: start, rule: rule).found
    return draft
  }

  /// What of a typed time is missing comes from `base`.
  ///
  /// A block keeps the zone that was typed; else a block that is already there keeps its own, a meeting is at
  /// the client's time, and everything else at home's.
  mutating func take(_ time: PlanTime, base: TimeSpan, zone: Zone, _ world: World) {
    let wall: WallTime
    let zone = time.zone.map { world.desk.planningZone($0) } ?? zone
    switch (time.date, time.time) {
    case (let date?, let second?): wall = WallTime(date: date, secondOfDay: second)
    case (let date?, nil):
      wall = WallTime(date: date, secondOfDay: zone.wall(at: base.start).secondOfDay)
    case (nil, let second?):
      let date = zone.date(at: base.start)
      // In another zone the day that is meant is the one that the person looks at.
      let day = world.day(world.desk.homeZone.date(at: base.start))
      let near = [date, date.adding(days: 1), date.adding(days: -1)].map {
        WallTime(date: $0, secondOfDay: second)
      }
      let inDay = near.first { day.contains(zone.instant(of: $0)) }
      wall = (time.zone == nil ? nil : inDay) ?? near[0]
    case (nil, nil): wall = zone.wall(at: base.start)
    }
    start = ZonedTime(wall: wall, zone: zone.rules(at: wall).name)
    endsNextDay = time.end.map { $0 > CivilDate.secondsADay } ?? false
    duration = time.length(on: wall.date, in: zone) ?? base.duration
  }

  /// What is understood, in home time and the client's.
  func understood(_ state: ViewState, _ world: World) -> [String] {
    var parts = wholeDays.map { days($0, world) } ?? hours(world)
    if let rule {
      parts.append(contentsOf: RepeatWording.parts(of: rule, except: except, from: start, world))
    }
    if kind != .work { parts.append(world.words.calendar.kinds[kind] ?? kind.rawValue) }
    if id == nil, let client, client != state.client, let name = world.desk.client(client)?.name {
      parts.append("@" + name)
    }
    return parts
  }

  func hours(_ world: World) -> [String] {
    let zones = PlanText.zones(of: start, client: client, world)
    return PlanText.clocks(span(world.desk), zones, world) + [DurationText.planned(duration)]
  }

  /// `Fri 27 Nov`, `all day`; `Mon 30 Nov – Wed 2 Dec`, `3 days`.
  private func days(_ count: Int, _ world: World) -> [String] {
    let dates = [start.wall.date, start.wall.date.adding(days: count - 1)].map {
      DateText.long($0, today: world.today, world.words.dates)
    }
    guard count > 1 else { return [dates[0], world.words.calendar.allDay] }
    return [
      Words.fill(world.words.watch.dates, dates), Words.fill(world.words.calendar.wholeDays, "\(count)"),
    ]
  }

  /// Makes it last whole days.
  mutating func take(wholeDays count: Int) {
    wholeDays = count
    start.wall = WallTime(date: start.wall.date, secondOfDay: 0)
    duration = count * CivilDate.secondsADay
  }

  /// What stands against it; shown, never forbidden.
  func notes(_ state: ViewState, _ world: World) -> [String] {
    let words = world.words.calendar
    let ruleNotes = rule.map { RepeatWording.notes(on: except, of: $0, from: start, world) } ?? []
    // What lasts whole days takes no hours from others.
    guard wholeDays == nil else { return ruleNotes + [dueNote(world)].compactMap { $0 } }
    let endNote = endsNextDay ? words.endsNextDay : nil
    return ruleNotes
      + [clockNote(world), endNote, overlapNote(state, world), dueNote(world), hoursNote(world, words)]
      .compactMap { $0 }
  }

  private func overlapNote(_ state: ViewState, _ world: World) -> String? {
    let words = world.words.calendar
    let span = span(world.desk)
    let others = world.desk.occurrences(in: span).filter {
      $0.id != id && $0.takesTime && $0.span.overlaps(span)
    }
    guard let first = others.first?.block else { return nil }
    let isHidden = state.isPrivate && first.client != state.client
    let title = isHidden ? world.words.general.privateClient : first.title
    return others.count == 1
      ? Words.fill(words.overlaps, title) : Words.fill(words.overlapsMore, title, "\(others.count - 1)")
  }

  private func dueNote(_ world: World) -> String? {
    PlanNote.due(card.flatMap { world.desk.card($0) }, end: span(world.desk).end, world)
  }

  private func hoursNote(_ world: World, _ words: CalendarWords) -> String? {
    guard kind == .meeting, let client = client.flatMap({ world.desk.client($0) }) else { return nil }
    let zone = world.desk.zone(client.zone)
    let span = span(world.desk)
    let isInside = [span.start, span.end.adding(-1)].allSatisfy { client.isAtWork(zone.wall(at: $0)) }
    return isInside ? nil : Words.fill(words.outsideHours, client.name)
  }

  /// Where the clocks change: a time that does not exist or comes twice.
  private func clockNote(_ world: World) -> String? { PlanNote.clock(start, world.desk, world.words) }
}
