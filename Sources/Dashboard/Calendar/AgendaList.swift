import Civil
import Desk

/// What comes from a day on, day by day: the lines of the agenda.
struct AgendaList {
  enum Line {
    case day(CivilDate)
    /// What is to be said of the day.
    case note(DayNote)
    case due(Instant, Card)
    /// A block on one of the dates that it runs on.
    case block(Occurrence, CivilDate)
  }

  let lines: [Line]
  /// The line that verbs act on.
  let index: Int?

  init(_ state: ViewState, _ world: World) {
    let first = state.calendar.first ?? state.calendar.day(world)
    let wanted = state.size.height * 2
    var lines: [Line] = []
    // Week by week until there is more than fits, however far away that is, within half a year.
    for week in 0..<26 where lines.count < wanted {
      lines += AgendaList.days(7, from: first.adding(days: week * 7), state, world)
    }
    self.lines = lines
    index = AgendaList.index(lines, state, world)
  }

  private static func days(
    _ count: Int, from first: CivilDate, _ state: ViewState, _ world: World
  ) -> [Line] {
    let last = first.adding(days: count - 1)
    let span = TimeSpan(start: world.day(first).start, end: world.day(last).end)
    let zone = world.desk.homeZone
    var days = [[(at: Instant, line: Line)]](repeating: [], count: count)
    for occurrence in world.desk.occurrences(in: span) {
      for day in offsets(of: occurrence, in: span, since: first, zone) where days.indices.contains(day) {
        // What runs on stands above what begins that day.
        days[day].append((occurrence.start, .block(occurrence, first.adding(days: day))))
      }
    }
    for item in world.desk.deadlines(in: span) {
      let day = zone.date(at: item.due).days(since: first)
      if days.indices.contains(day) { days[day].append((item.due, .due(item.due, item.card))) }
    }
    let notes = DayNote.all(from: first, to: last, state, world)
    return days.enumerated().flatMap { index, items -> [Line] in
      let date = first.adding(days: index)
      let notes = notes.filter { $0.date == date }.map { Line.note($0) }
      guard !items.isEmpty || !notes.isEmpty else { return [] }
      return [.day(date)] + notes + items.sorted { $0.at < $1.at }.map(\.line)
    }
  }

  /// The days within a stretch of time on which a block is, counted from a date; what marks a moment is on one alone.
  private static func offsets(
    of occurrence: Occurrence, in span: TimeSpan, since first: CivilDate, _ zone: Zone
  ) -> ClosedRange<Int> {
    let from = zone.date(at: occurrence.start).days(since: first)
    guard occurrence.block.kind != .deadline, occurrence.end > occurrence.start else { return from...from }
    let last = zone.date(at: min(occurrence.end, span.end).adding(-1)).days(since: first)
    return max(0, from)...max(0, from, last)
  }

  private static func index(_ lines: [Line], _ state: ViewState, _ world: World) -> Int? {
    let day = state.calendar.day(world)
    let chosen = lines.firstIndex { line in
      switch line {
      case .day, .note: false
      case .due(_, let card): card.id == state.calendar.due
      case .block(let occurrence, let date): occurrence.id == state.calendar.selected && date == day
      }
    }
    let from = state.calendar.cursor ?? max(world.now, world.day(day).start)
    let coming = lines.firstIndex { line in
      guard case .block(let occurrence, let date) = line else { return false }
      return min(occurrence.end, world.day(date).end) > from
    }
    return chosen ?? coming ?? lines.firstIndex(where: isStop)
  }

  /// Whether the cursor can be on a line: on all but dates and what is said of them.
  private static func isStop(_ line: Line) -> Bool {
    switch line {
    case .day, .note: false
    case .due, .block: true
    }
  }

  func occurrence(_ index: Int) -> Occurrence? {
    guard lines.indices.contains(index), case .block(let occurrence, _) = lines[index] else { return nil }
    return occurrence
  }

  /// What verbs act on: a block, or the card that is due.
  var selection: Selection {
    guard let index else { return .none }
    switch lines[index] {
    case .day, .note: return .none
    case .due(_, let card): return .cards([card.id])
    case .block(let occurrence, _): return .block(occurrence.id)
    }
  }

  /// The first line in sight of so many rows.
  func top(rows: Int) -> Int {
    guard let index, index >= rows - 2 else { return 0 }
    return index - rows + 3
  }

  /// The date under which a line stands.
  func date(of index: Int) -> CivilDate? {
    for line in lines[...index].reversed() {
      if case .day(let date) = line { return date }
    }
    return nil
  }

  /// Goes to another line of the list, or on beyond its ends.
  static func step(_ state: inout ViewState, _ world: World, by steps: Int) {
    let list = AgendaList(state, world)
    let stops = list.lines.indices.filter { isStop(list.lines[$0]) }
    guard let index = list.index, let place = stops.firstIndex(of: index) else {
      if steps < 0 { goBack(&state, world) }
      return
    }
    guard place + steps >= 0 else {
      if place == 0 { goBack(&state, world) } else { list.go(to: stops[0], &state, world) }
      return
    }
    list.go(to: stops[min(place + steps, stops.count - 1)], &state, world)
  }

  /// Goes to a line that is no date.
  func go(to index: Int, _ state: inout ViewState, _ world: World) {
    guard lines.indices.contains(index), AgendaList.isStop(lines[index]) else { return }
    let height = state.size.height
    let first = state.calendar.first ?? state.calendar.day(world)
    // The list begins later once its first days are far out of sight.
    state.calendar.first = index > height ? date(of: index - height / 2) ?? first : first
    AgendaList.go(to: lines[index], &state, world)
  }

  private static func go(to line: Line, _ state: inout ViewState, _ world: World) {
    switch line {
    case .day, .note: break
    case .due(let due, let card):
      state.calendar.go(to: TimeSpan(start: due, seconds: 0), block: nil, state, world)
      state.calendar.due = card.id
    case .block(let occurrence, let date):
      let start = max(occurrence.start, world.day(date).start)
      let span = TimeSpan(start: start, end: max(start, occurrence.end))
      state.calendar.go(to: span, block: occurrence.id, state, world)
    }
  }

  /// To the last line before the list.
  private static func goBack(_ state: inout ViewState, _ world: World) {
    let first = state.calendar.first ?? state.calendar.day(world)
    for month in 1...6 {
      let start = first.adding(days: -28 * month)
      let span = TimeSpan(start: world.day(start).start, end: world.day(first).start)
      let zone = world.desk.homeZone
      let blocks = world.desk.occurrences(in: span).map {
        start.adding(days: offsets(of: $0, in: span, since: start, zone).upperBound)
      }
      let due = world.desk.deadlines(in: span).last.map { zone.date(at: $0.due) }
      guard let date = [blocks.max(), due].compactMap({ $0 }).max(), date >= start,
        let line = days(1, from: date, state, world).last(where: isStop)
      else { continue }
      state.calendar.first = date
      go(to: line, &state, world)
      return
    }
  }
}
