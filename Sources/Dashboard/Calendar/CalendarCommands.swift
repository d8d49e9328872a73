import Canvas
import Civil
import Desk

/// Going about the calendar by keys.
enum CalendarCommands {
  static let table: [Command] = moving + CalendarViewCommands.table + BlockCommands.table + ClipCommands.table

  private static let moving: [Command] = [
    Command(
      "calendar.up", .calendar, keys: ["k", "up"], in: [.calendar], title: { $0.calendar.up }, listed: false
    ) { state, world in step(&state, world, by: -1) },
    Command(
      "calendar.down", .calendar, keys: ["j", "down"], in: [.calendar], title: { $0.calendar.down },
      listed: false
    ) { state, world in step(&state, world, by: 1) },
    Command(
      "calendar.pageUp", .calendar, keys: ["pageup", "ctrl+b"], in: [.calendar],
      title: { $0.calendar.pageUp }, listed: false
    ) { state, world in page(&state, world, by: -1) },
    Command(
      "calendar.pageDown", .calendar, keys: ["pagedown", "ctrl+f"], in: [.calendar],
      title: { $0.calendar.pageDown }, listed: false
    ) { state, world in page(&state, world, by: 1) },
    Command(
      "calendar.first", .calendar, keys: ["g g", "home"], in: [.calendar], title: { $0.calendar.first },
      listed: false
    ) { state, world in step(&state, world, by: -1_000) },
    Command(
      "calendar.last", .calendar, keys: ["G", "end"], in: [.calendar], title: { $0.calendar.last },
      listed: false
    ) { state, world in step(&state, world, by: 1_000) },
    Command(
      "calendar.previousBlock", .calendar, keys: ["{", "("], in: [.calendar],
      title: { $0.calendar.previousBlock }, listed: false
    ) { state, world in block(&state, world, isForward: false) },
    Command(
      "calendar.nextBlock", .calendar, keys: ["}", ")"], in: [.calendar], title: { $0.calendar.nextBlock },
      listed: false
    ) { state, world in block(&state, world, isForward: true) },
    Command(
      "calendar.previousDay", .calendar, keys: ["h", "left"], in: [.calendar],
      title: { $0.calendar.previousDay }
    ) { state, world in day(&state, world, by: -1) },
    Command(
      "calendar.nextDay", .calendar, keys: ["l", "right"], in: [.calendar],
      title: { $0.calendar.nextDay }, hint: { $0.calendar.dayHint }
    ) { state, world in day(&state, world, by: 1) },
    Command(
      "calendar.previousPage", .calendar, keys: ["["], in: [.calendar], title: { $0.calendar.previousPage }
    ) { state, world in turn(&state, world, by: -1) },
    Command("calendar.nextPage", .calendar, keys: ["]"], in: [.calendar], title: { $0.calendar.nextPage }) {
      state, world in turn(&state, world, by: 1)
    },
    Command(
      "calendar.today", .calendar, keys: [".", "g ."], in: [.calendar], title: { $0.calendar.today },
      hint: { $0.calendar.todayHint }
    ) { state, _ in
      state.calendar.date = nil
      state.calendar.cursor = nil
      state.calendar.selected = nil
      state.calendar.due = nil
      state.calendar.top = nil
      state.calendar.first = nil
      state.calendar.anchor = nil
      return []
    },
    Command("calendar.goTo", .calendar, keys: ["g j"], title: { $0.calendar.goToDate }) { state, world in
      state.overlays = [.prompt(Prompt(.calendar(.date), title: world.words.calendar.datePrompt))]
      return []
    },
  ]

  /// Goes to a neighbouring stop: in a month to the week before or after.
  private static func step(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    switch state.calendarView {
    case .month:
      let date = state.calendar.day(world)
      let isFar = abs(step) > 100
      let edge = step < 0 ? date.startOfMonth : date.startOfMonth.adding(days: date.daysInMonth - 1)
      show(&state, world, date: isFar ? edge : date.adding(days: 7 * step))
    case .agenda: AgendaList.step(&state, world, by: step)
    case .day, .threeDays, .week:
      let cursor = CalendarCursor(state, world)
      guard let index = cursor.stops.firstIndex(of: cursor.current) else { return [] }
      let target = min(max(0, index + step), cursor.stops.count - 1)
      state.calendar.go(to: cursor.stops[target], cursor)
    }
    return []
  }

  private static func page(_ state: inout ViewState, _ world: World, by pages: Int) -> [Effect] {
    switch state.calendarView {
    case .month: return turn(&state, world, by: pages)
    case .agenda:
      AgendaList.step(&state, world, by: pages * 10)
      return []
    case .day, .threeDays, .week: break
    }
    let cursor = CalendarCursor(state, world)
    guard cursor.day.count > 0 else { return [] }
    let rows = pages * max(1, 4 * 3600 / cursor.day.step)
    let row = min(max(0, cursor.rows.lowerBound + rows), cursor.day.count - 1)
    let stop = cursor.stops.first { cursor.rows(of: $0).contains(row) } ?? .slot(row)
    state.calendar.go(to: stop, cursor)
    return []
  }

  /// Goes to the nearest block in a direction, on this day or another one in sight; says where there is none.
  private static func block(_ state: inout ViewState, _ world: World, isForward: Bool) -> [Effect] {
    let before = state.calendar
    if state.calendarView == .agenda {
      AgendaList.step(&state, world, by: isForward ? 1 : -1)
    } else if let (date, stop) = nextBlock(state, world, isForward: isForward) {
      if date != state.calendar.day(world) { CalendarMouse.select(date, &state, world) }
      state.calendar.go(to: stop, CalendarCursor(state, world))
    }
    if state.calendar == before {
      let words = world.words.calendar
      let key = world.keymap.glyph(of: isForward ? "calendar.nextPage" : "calendar.previousPage") ?? ""
      state.message = Message(.note, Words.fill(isForward ? words.noNextBlock : words.noPreviousBlock, key))
    }
    return []
  }

  /// The nearest block in a direction, and the date that it is reached on.
  private static func nextBlock(
    _ state: ViewState, _ world: World, isForward: Bool
  ) -> (CivilDate, CalendarStop)? {
    let isBlock = { (stop: CalendarStop) in if case .block = stop { true } else { false } }
    let cursor = CalendarCursor(state, world)
    let today = state.calendar.day(world)
    // In a month the cursor is on days, and goes to one that has a block.
    if state.calendarView != .month, let index = cursor.stops.firstIndex(of: cursor.current) {
      let found =
        isForward
        ? cursor.stops[(index + 1)...].first(where: isBlock) : cursor.stops[..<index].last(where: isBlock)
      if let found { return (today, found) }
    }
    // A span that is being selected is of one day.
    guard state.calendar.anchor == nil else { return nil }
    let view = state.calendarView
    let dates =
      view == .month ? MonthView.dates(today, state, world) : state.calendar.dates(view, world)
    for date in isForward ? dates.filter({ $0 > today }) : dates.filter({ $0 < today }).reversed() {
      guard !world.desk.occurrences(in: world.day(date)).isEmpty else { continue }
      var there = state
      CalendarMouse.select(date, &there, world)
      // What runs on from one day into the other is passed once.
      let stops = CalendarCursor(there, world).stops.filter { isBlock($0) && !cursor.stops.contains($0) }
      if let found = isForward ? stops.first : stops.last { return (date, found) }
    }
    return nil
  }

  /// Goes on or back by as much as is in sight.
  private static func turn(_ state: inout ViewState, _ world: World, by pages: Int) -> [Effect] {
    let date = state.calendar.day(world)
    switch state.calendarView {
    case .day: return day(&state, world, by: pages)
    case .threeDays:
      let first = state.calendar.dates(.threeDays, world)[0]
      state.calendar.first = first.adding(days: 3 * pages)
      return day(&state, world, by: 3 * pages)
    case .week, .agenda: return day(&state, world, by: 7 * pages)
    case .month: show(&state, world, date: date.adding(months: pages))
    }
    return []
  }

  /// Shows another day with the cursor at the same time of day and the same hours in sight.
  static func day(_ state: inout ViewState, _ world: World, by days: Int) -> [Effect] {
    show(&state, world, date: state.calendar.day(world).adding(days: days))
    return []
  }

  static func show(_ state: inout ViewState, _ world: World, date: CivilDate) {
    let cursor = CalendarCursor(state, world)
    let from = cursor.day.count > 0 ? cursor.day.start(of: cursor.rows.lowerBound) : state.calendar.cursor
    let before = cursor.day.row(at: state.calendar.cursor ?? world.now)
    state.calendar.date = date == world.today ? nil : date
    state.calendar.selected = nil
    state.calendar.due = nil
    state.calendar.anchor = nil
    if state.calendarView == .agenda { state.calendar.first = nil }
    let day = DayRows(state, world)
    guard let from, day.count > 0 else { return }
    let row = day.row(like: from)
    // On a day of another length the same hours stand at other rows.
    if let top = state.calendar.top { state.calendar.top = top + row - cursor.rows.lowerBound }
    if state.calendar.cursor != nil || before >= 0 { state.calendar.cursor = day.start(of: row) }
    state.calendar.reveal(row..<row + 1, dayRows: day.count)
  }
}
