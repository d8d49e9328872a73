import Civil
import Desk

/// When a card could be worked on.
struct CardTime {
  let card: CardID
  private let world: World

  init(_ card: CardID, _ world: World) {
    self.card = card
    self.world = world
  }

  /// How long a block for the card is unless another length is typed, in seconds: what is left of its estimate
  /// in quarters of an hour, or an hour.
  var length: Int {
    guard let estimate = world.desk.card(card)?.estimate else { return 3600 }
    let left = estimate - world.desk.secondsSpent(on: card, now: world.now)
    return left <= 0 ? 1800 : (left + 899) / 900 * 900
  }

  /// The next stretches of free working time, soonest first; work too long for any is proposed in halves.
  func proposals(length: Int, from start: Instant, days: Int = 28, limit: Int) -> [TimeSpan] {
    var length = length
    while true {
      let free = world.desk.freeSpans(
        from: start, atLeast: length, days: days, limit: limit, client: world.desk.card(card)?.client)
      if !free.isEmpty || length <= 1800 { return free.map { TimeSpan(start: $0.start, seconds: length) } }
      length = max(1800, length / 1800 * 900)
    }
  }

  /// What stands under the line before anything is typed.
  var completions: [Completion] {
    let zone = world.desk.homeZone
    return proposals(length: length, from: world.now, limit: 3).map { span in
      let wall = zone.wall(at: span.start)
      let date = wall.date
      let words = world.words.dates
      let days = date.days(since: world.today)
      let day =
        days == 0 ? words.today : days == 1 ? words.tomorrow : "\(date.day) \(words.months[date.month - 1])"
      let hours = PlanText.hours(span, in: zone, on: date, world.words).replacing("–", with: "-")
      let client = world.desk.card(card)?.client
      let zones = PlanText.zones(
        of: ZonedTime(at: span.start, in: zone), client: client, world)
      let clocks = PlanText.clocks(span, zones, isDated: false, world).dropFirst()
      return Completion(
        text: "\(day.lowercased()) \(hours)",
        detail: ([PlanText.weekday(date, world.words)] + clocks).joined(separator: " · "))
    }
  }

  /// - Parameters:
  ///   - slot: where it goes unless another time is typed; nil is the next free stretch.
  ///   - completion: which of the proposals was chosen.
  func plan(_ text: String, at slot: Instant?, completion: Int?) -> BlockPlan? {
    guard let card = world.desk.card(card) else { return nil }
    let home = world.desk.homeZone
    let time: PlanTime
    if text.isEmpty {
      time = PlanTime()
    } else if let read = Grammar.parsePlan(text, world.desk.grammarContext(now: world.now)) {
      time = read
    } else {
      return nil
    }
    let base = base(time, slot: slot, completion: completion ?? 0)
    var plan = BlockPlan(
      title: card.title, client: card.client, card: card.id, kind: .work,
      start: ZonedTime(at: base.start, in: home), duration: base.duration)
    plan.take(dated(time, slot: slot), base: base, zone: home, world)
    return plan
  }

  /// A time without a day is the next such time.
  private func dated(_ time: PlanTime, slot: Instant?) -> PlanTime {
    var time = time
    guard time.date == nil, let second = time.time, slot == nil else {
      // A day alone has been looked through for a free stretch.
      if time.time == nil { time.date = nil }
      return time
    }
    let zone = time.zone.map { world.desk.zone($0) } ?? world.desk.homeZone
    let today = zone.date(at: world.now)
    let start = zone.instant(of: WallTime(date: today, secondOfDay: second))
    time.date = start >= world.now ? today : today.adding(days: 1)
    return time
  }

  /// The stretch that fills in what was not typed.
  private func base(_ time: PlanTime, slot: Instant?, completion: Int) -> TimeSpan {
    let length = time.duration ?? length
    if let date = time.date, time.time == nil {
      let day = world.day(date)
      if let free = proposals(length: length, from: max(day.start, world.now), days: 1, limit: 4)
        .first(where: { day.contains($0.start) })
      {
        return TimeSpan(start: free.start, seconds: time.duration ?? free.duration)
      }
      let rows = DayRows(date, world)
      return TimeSpan(start: rows.start(of: CalendarLayout.openingRow(rows, world)), seconds: length)
    }
    if let slot { return TimeSpan(start: slot, seconds: length) }
    let free = proposals(length: length, from: world.now, limit: 3)
    if let chosen = free.indices.contains(completion) ? free[completion] : free.first {
      return time.duration == nil ? chosen : TimeSpan(start: chosen.start, seconds: length)
    }
    let next = Instant(seconds: (world.now.seconds + 899) / 900 * 900)
    return TimeSpan(start: next, seconds: length)
  }
}
