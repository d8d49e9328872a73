import Desk

/// Planning a day or a week from the boards.
enum PlanCommands {
  static let table: [Command] = [
    Command("plan.day", .calendar, keys: ["g p"], title: { $0.plan.planDay }) { state, world in
      open(.day, &state, world)
    },
    Command("plan.week", .calendar, keys: ["g P"], title: { $0.plan.planWeek }) { state, world in
      open(.week, &state, world)
    },
  ]

  /// The day that the calendar shows is planned, unless it is over.
  private static func open(
    _ reach: PlanState.Reach, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let isOnCalendar = state.screen == .desk && (state.pane == .calendar || Layout(size: state.size).isWide)
    let date = isOnCalendar ? state.calendar.day(world) : world.today
    state.overlays.append(.plan(PlanState(reach, of: max(date, world.today), state, world)))
    return []
  }
}
