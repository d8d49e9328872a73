import Canvas
import Civil
import Desk

/// How much of the calendar is in sight, and how.
enum CalendarViewCommands {
  static let table: [Command] = [
    Command("calendar.week", .calendar, keys: ["w"], title: { $0.calendar.week }) { state, world in
      toggle(.week, &state, world)
    },
    Command("calendar.threeDays", .calendar, keys: ["W"], in: [.calendar], title: { $0.calendar.threeDays }) {
      state, world in toggle(.threeDays, &state, world)
    },
    Command("calendar.month", .calendar, keys: ["M"], in: [.calendar], title: { $0.calendar.month }) {
      state, world in toggle(.month, &state, world)
    },
    Command("calendar.agenda", .calendar, keys: ["a"], in: [.calendar], title: { $0.calendar.showAgenda }) {
      state, world in toggle(.agenda, &state, world)
    },
    Command("calendar.day", .calendar, title: { $0.calendar.showDay }) { state, world in
      show(.day, &state, world)
    },
    Command("calendar.full", .calendar, keys: ["f"], in: [.calendar], title: { $0.calendar.full }) {
      state, world in
      state.calendar.isFull.toggle()
      return show(state.calendar.view, &state, world)
    },
    Command("calendar.finer", .calendar, keys: ["I"], in: [.calendar], title: { $0.calendar.finer }) {
      state, world in zoom(&state, world, by: -1)
    },
    Command("calendar.coarser", .calendar, keys: ["O"], in: [.calendar], title: { $0.calendar.coarser }) {
      state, world in zoom(&state, world, by: 1)
    },
    Command("calendar.zones", .calendar, keys: ["z"], in: [.calendar], title: { $0.calendar.cycleZones }) {
      state, world in cycleZones(&state, world)
    },
    Command("calendar.pickZone", .calendar, keys: ["Z"], in: [.calendar], title: { $0.calendar.pickZone }) {
      state, world in
      BlockCommands.ask(&state, .zone, world)
    },
    Command("calendar.spent", .calendar, keys: ["|"], in: [.calendar], title: { $0.calendar.showSpent }) {
      state, _ in
      state.calendar.showsSpent.toggle()
      return []
    },
    Command(
      "calendar.select", .calendar, keys: ["v", "space"], in: [.calendar], title: { $0.calendar.select }
    ) {
      state, world in
      guard !state.calendarView.isList else {
        state.message = Message(.note, world.words.calendar.selectInDays)
        return []
      }
      let cursor = CalendarCursor(state, world)
      state.calendar.anchor =
        state.calendar.anchor == nil && cursor.day.count > 0
        ? cursor.day.start(of: cursor.rows.lowerBound) : nil
      return []
    },
  ]

  /// The view, or back to the day where it is on.
  private static func toggle(_ view: CalendarView, _ state: inout ViewState, _ world: World) -> [Effect] {
    show(state.calendarView == view ? .day : view, &state, world)
  }

  /// Shows a view with the cursor where it was, and the same time in sight.
  static func show(_ view: CalendarView, _ state: inout ViewState, _ world: World) -> [Effect] {
    state.overlays = []
    state.screen = .desk
    state.pane = .calendar
    state.calendar.view = view
    state.calendar.first = nil
    keepInSight(&state, world)
    return []
  }

  private static func keepInSight(_ state: inout ViewState, _ world: World) {
    state.calendar.anchor = nil
    state.calendar.top = nil
    guard let cursor = state.calendar.cursor, !state.calendarView.isList else { return }
    let layout = CalendarLayout(Layout(state).calendar, state, world)
    state.calendar.top = max(0, layout.day.row(at: cursor) - layout.grid.height / 3)
  }

  private static func zoom(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    let zooms = CalendarState.zooms
    let place = (zooms.firstIndex(of: state.calendar.rowMinutes) ?? 1) + step
    guard zooms.indices.contains(place) else { return [] }
    state.calendar.rowMinutes = zooms[place]
    keepInSight(&state, world)
    return []
  }

  /// The zones of the other clients one after the other, those that were picked, then none again.
  private static func cycleZones(_ state: inout ViewState, _ world: World) -> [Effect] {
    let shown = state.calendar.zones
    var stops = others(state, world).map { [$0] }
    // Picked before the program was opened again.
    if !shown.isEmpty, !stops.contains(shown) { state.calendar.pickedZones = shown }
    let picked = state.calendar.pickedZones
    if !picked.isEmpty, !stops.contains(picked) { stops.append(picked) }
    guard !stops.isEmpty else {
      let key = world.keymap.glyph(of: "calendar.pickZone") ?? ""
      state.message = Message(.note, Words.fill(world.words.calendar.noZones, key))
      return []
    }
    let next = shown.isEmpty ? 0 : stops.firstIndex(of: shown).map { $0 + 1 } ?? stops.count
    state.calendar.zones = stops.indices.contains(next) ? stops[next] : []
    if let zone = state.calendar.zones.first { ZoneChoice.explain(zone, &state, world) }
    return []
  }

  /// The zones of other clients that now show another time than home and the client shown.
  static func others(_ state: ViewState, _ world: World) -> [String] {
    let client = state.client.flatMap { world.desk.client($0) }
    let known = [world.desk.homeZone] + [client.map { world.desk.zone($0.zone) }].compactMap { $0 }
    var offsets = Set(known.map { $0.offset(at: world.now).secondsEast })
    return world.desk.activeClients.map(\.zone).filter { name in
      offsets.insert(world.desk.zone(name).offset(at: world.now).secondsEast).inserted
    }
  }
}

extension CalendarView {
  /// Whether it has no rows of time.
  var isList: Bool { self == .month || self == .agenda }
}

extension ViewState {
  /// The span that is being selected, on the day of the cursor.
  func selectedSpan(_ world: World) -> TimeSpan? {
    guard pane == .calendar, let anchor = calendar.anchor, !calendarView.isList else { return nil }
    let cursor = CalendarCursor(self, world)
    guard cursor.day.span.contains(anchor) else { return nil }
    let row = cursor.day.row(at: anchor)
    let first = min(row, cursor.rows.lowerBound)
    let last = max(row, cursor.rows.upperBound - 1)
    return TimeSpan(
      start: cursor.day.start(of: first), end: min(cursor.day.start(of: last + 1), cursor.day.span.end))
  }
}
