import Civil
import Desk

/// What comes from a day on, day by day: the lines of the agenda.
struct AgendaList {
  enum Line {
    case day(CivilDate)
    case due(Instant, Card)
    case block(Occurrence)
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
      lines += AgendaList.week(from: first.adding(days: week * 7), world)
    }
    self.lines = lines
    index = AgendaList.index(lines, state, world)
  }

  private static func week(from first: CivilDate, _ world: World) -> [Line] {
    let span = TimeSpan(start: world.day(first).start, end: world.day(first.adding(days: 6)).end)
    let zone = world.desk.homeZone
    var days = [[(at: Instant, line: Line)]](repeating: [], count: 7)
    for occurrence in world.desk.occurrences(in: span) {
      // What began before is told on the first day.
      let start = max(occurrence.start, span.start)
      let day = zone.date(at: start).days(since: first)
      guard days.indices.contains(day), occurrence.start >= span.start else { continue }
      days[day].append((occurrence.start, .block(occurrence)))
    }
    for item in world.desk.deadlines(in: span) {
      let day = zone.date(at: item.due).days(since: first)
      if days.indices.contains(day) { days[day].append((item.due, .due(item.due, item.card))) }
    }
    return days.enumerated().flatMap { index, items -> [Line] in
      guard !items.isEmpty else { return [] }
      return [.day(first.adding(days: index))] + items.sorted { $0.at < $1.at }.map(\.line)
    }
  }

  private static func index(_ lines: [Line], _ state: ViewState, _ world: World) -> Int? {
    let chosen = lines.firstIndex { line in
      switch line {
      case .day: false
      case .due(_, let card): card.id == state.calendar.due
      case .block(let occurrence): occurrence.id == state.calendar.selected
      }
    }
    let from = state.calendar.cursor ?? max(world.now, world.day(state.calendar.day(world)).start)
    let coming = lines.firstIndex { line in
      guard case .block(let occurrence) = line else { return false }
      return occurrence.end > from
    }
    return chosen ?? coming ?? lines.firstIndex(where: isStop)
  }

  /// Whether the cursor can be on a line: on all but dates.
  private static func isStop(_ line: Line) -> Bool {
    if case .day = line { false } else { true }
  }

  func occurrence(_ index: Int) -> Occurrence? {
    guard lines.indices.contains(index), case .block(let occurrence) = lines[index] else { return nil }
    return occurrence
  }

  /// What verbs act on: a block, or the card that is due.
  var selection: Selection {
    guard let index else { return .none }
    switch lines[index] {
    case .day: return .none
    case .due(_, let card): return .cards([card.id])
    case .block(let occurrence): return .block(occurrence.id)
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
    case .day: break
    case .due(let due, let card):
      state.calendar.go(to: TimeSpan(start: due, seconds: 0), block: nil, state, world)
      state.calendar.due = card.id
    case .block(let occurrence):
      state.calendar.go(to: occurrence.span, block: occurrence.id, state, world)
    }
  }

  /// To the last line before the list.
  private static func goBack(_ state: inout ViewState, _ world: World) {
    let first = state.calendar.first ?? state.calendar.day(world)
    for month in 1...6 {
      let span = TimeSpan(
        start: world.day(first.adding(days: -28 * month)).start, end: world.day(first).start)
      let block = world.desk.occurrences(in: span).last { $0.start >= span.start }
      let due = world.desk.deadlines(in: span).last
      guard let at = [block?.start, due?.due].compactMap({ $0 }).max() else { continue }
      state.calendar.first = world.desk.homeZone.date(at: at)
      if let due, due.due == at {
        go(to: .due(due.due, due.card), &state, world)
      } else if let block {
        go(to: .block(block), &state, world)
      }
      return
    }
  }
}
