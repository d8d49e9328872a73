import Canvas
import Civil
import Desk

/// Going about today's sections, and from them to what they speak of.
enum TodayCommands {
  static let table: [Command] = [
    Command(
      "today.open", .views, keys: ["enter"], in: [.today], title: { $0.today.open },
      hint: { $0.today.openHint },
      unless: { state, world in state.today.selected == nil ? world.words.today.nothing : nil }
    ) { state, world in
      open(&state, world)
      return []
    },
    move("today.up", ["k", "up"], { $0.today.up }, by: -1),
    move("today.down", ["j", "down"], { $0.today.down }, by: 1),
    move("today.pageUp", ["pageup", "ctrl+b"], { $0.board.pageUp }, by: -10),
    move("today.pageDown", ["pagedown", "ctrl+f"], { $0.board.pageDown }, by: 10),
    move("today.first", ["g g", "home"], { $0.today.first }, by: -1_000_000),
    move("today.last", ["G", "end"], { $0.today.last }, by: 1_000_000),
    section("today.left", ["h", "left", "["], { $0.today.toLeft }, by: -1),
    section("today.right", ["l", "right", "]"], { $0.today.toRight }, by: 1),
  ]

  private static func move(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String, by step: Int
  ) -> Command {
    Command(id, .moving, keys: keys, in: [.today], title: title, listed: false) { state, world in
      let lines = layout(state, world).columns.flatMap(\.lines)
      guard !lines.isEmpty else { return [] }
      state.today.selected = lines[min(max(0, state.today.place + step), lines.count - 1)]
      return []
    }
  }

  /// Goes to the first line of the next section that has any.
  private static func section(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String, by step: Int
  ) -> Command {
    Command(id, .moving, keys: keys, in: [.today], title: title, listed: false) { state, world in
      let firsts = firstLines(state, world)
      let all = layout(state, world).columns.flatMap(\.lines)
      let places = firsts.compactMap { all.firstIndex(of: $0) }
      let current = state.today.place
      let target = step > 0 ? places.first { $0 > current } : places.last { $0 < current }
      if let target { state.today.selected = all[target] }
      return []
    }
  }

  /// The first line of each section, in the order of the screen.
  private static func firstLines(_ state: ViewState, _ world: World) -> [TodayLine] {
    layout(state, world).columns.flatMap { column in
      column.rows.indices.dropFirst().compactMap { row -> TodayLine? in
        guard case .heading = column.rows[row - 1], case .line(let line, _) = column.rows[row] else {
          return nil
        }
        return line
      }
    }
  }

  static func layout(_ state: ViewState, _ world: World) -> TodayLayout {
    TodayLayout(
      Layout(size: state.size).main, TodaySections(state, world).sections,
      Painter(theme: .standard, state: state, world: world))
  }

  /// Goes to the card on its board, the block on its day, the entry in the sheet of its day; a gap is
  /// asked about there.
  static func open(_ state: inout ViewState, _ world: World) {
    switch state.today.selected {
    case .due(let id)?, .waiting(let id)?: state.show(id, world)
    case .running(let id)?:
      guard let entry = world.desk.entry(id) else { return }
      let day = world.day(world.today)
      state.show(.entry(id), at: max(entry.start, day.start), world)
    case .gap(let span)?:
      state.show(.gap(span.start), at: span.start, world)
      EntryCommands.ask(.add(world.today, span), &state, world)
    case .block(let id)?: state.show(id, world)
    case .clock(_, let at)?: state.showDay(at: at, world)
    case .shift(let id, _, _)?: state.show(id, world)
    case .zone?, nil: break
    }
  }
}

extension ViewState {
  /// Goes to a day of the calendar, where an instant is.
  mutating func showDay(at instant: Instant, _ world: World) {
    overlays = []
    screen = .desk
    pane = .calendar
    var calendar = calendar
    calendar.go(to: TimeSpan(start: instant, seconds: 1800), block: nil, self, world)
    self.calendar = calendar
  }

  /// Goes to a block on its day in the calendar, wherever one is.
  mutating func show(_ id: OccurrenceID, _ world: World) {
    guard let occurrence = world.desk.occurrence(id), !isPrivate || occurrence.block.client == client else {
      return
    }
    overlays = []
    screen = .desk
    pane = .calendar
    if let owner = occurrence.block.client, world.desk.client(owner)?.status == .active { client = owner }
    var calendar = calendar
    // In a month a day is selected, never a block.
    if calendar.view == .month { calendar.view = .day }
    calendar.go(to: occurrence.span, block: id, self, world)
    self.calendar = calendar
  }
}
