import Civil
import Desk

/// What is on for today across all clients, section by section.
struct TodaySections {
  /// How far ahead due times are looked at, in days.
  private static let days = 7
  /// More of one kind are not listed: whoever has that many needs a board, not a list.
  private static let most = 60

  let sections: [TodaySection]

  init(_ state: ViewState, _ world: World) {
    let isShown = { (client: ClientID?) in !state.isPrivate || client == state.client }
    var sections: [TodaySection] = []
    let running = world.desk.running
    sections.append(
      TodaySection(
        kind: .running, lines: running.map { [.running($0.id)] } ?? [], count: running == nil ? 0 : 1))
    let next = TodaySections.blocks(world)
    sections.append(TodaySection(kind: .next, lines: next.map { .block($0.id) }, count: next.count))
    let overdue = world.desk.overdue(at: world.now).filter { isShown($0.card.client) }
    if !overdue.isEmpty {
      sections.append(
        TodaySection(
          kind: .overdue, lines: overdue.suffix(TodaySections.most).map { .due($0.card.id) },
          count: overdue.count))
    }
    let due = world.desk.deadlines(in: TodaySections.span(world)).filter { isShown($0.card.client) }
    sections.append(
      TodaySection(
        kind: .due, lines: due.prefix(TodaySections.most).map { .due($0.card.id) }, count: due.count))
    let waiting = world.desk.waitingCards().filter { isShown($0.client) }
    sections.append(
      TodaySection(
        kind: .waiting, lines: waiting.prefix(TodaySections.most).map { .waiting($0.id) },
        count: waiting.count))
    let gaps = world.desk.gaps(on: world.today, now: world.now)
    sections.append(
      TodaySection(kind: .gaps, lines: gaps.map { .gap($0.span) }, count: gaps.count))
    sections += TodaySections.clocks(state, world)
    self.sections = sections
  }

  /// Clocks that change within three weeks with the blocks that move, and zones that cannot be read.
  private static func clocks(_ state: ViewState, _ world: World) -> [TodaySection] {
    let isShown = { (client: ClientID?) in !state.isPrivate || client == nil || client == state.client }
    let changes = world.memory.clockMoves(world).filter {
      $0.isHome || $0.clients.contains(where: isShown)
    }
    var sections: [TodaySection] = []
    if !changes.isEmpty {
      let lines = changes.flatMap { change -> [TodayLine] in
        [.clock(change.zone, change.at)]
          + change.moves.filter { isShown($0.client) && isShown($0.who) }.prefix(6).map {
            .shift($0.occurrence, change.at, $0.who)
          }
      }
      sections.append(TodaySection(kind: .clocks, lines: lines, count: changes.count))
    }
    let problems = state.isPrivate ? [] : world.memory.zoneProblems(world)
    if !problems.isEmpty {
      sections.append(
        TodaySection(kind: .zones, lines: problems.map { .zone($0.name) }, count: problems.count))
    }
    return sections
  }

  /// Blocks from now on: of today, and of tomorrow where today has few.
  private static func blocks(_ world: World) -> [Occurrence] {
    let end = world.day(world.today.adding(days: 1)).end
    let coming = world.desk.occurrences(from: world.now, to: end).filter { $0.end > world.now }
    let todays = coming.filter { $0.span.start < world.day(world.today).end }
    return Array(coming.prefix(max(todays.count, min(coming.count, 5))))
  }

  private static func span(_ world: World) -> TimeSpan {
    TimeSpan(start: world.now, end: world.day(world.today.adding(days: days)).end)
  }

  /// Every line, in the order of the screen.
  var lines: [TodayLine] { sections.flatMap(\.lines) }
}
