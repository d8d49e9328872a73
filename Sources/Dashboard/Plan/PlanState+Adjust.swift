import Canvas
import Civil
import Desk

// Moving a line of a proposal, by the keys that move blocks on the calendar.
extension PlanState {
  /// Does what a key that moves or resizes blocks would do to the selected line; false for any other key.
  mutating func adjust(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> Bool {
    guard case .command(let command) = world.keymap.match([KeyChord(press)], in: .calendar) else {
      return false
    }
    let row = state.calendar.rowMinutes * 60
    switch command.id {
    case "block.later": move(by: row, &state, world)
    case "block.earlier": move(by: -row, &state, world)
    case "block.nextDay": move(days: 1, &state, world)
    case "block.previousDay": move(days: -1, &state, world)
    case "block.longer": resize(by: BlockCommands.sizeStep, world)
    case "block.shorter": resize(by: -BlockCommands.sizeStep, world)
    default: return false
    }
    return true
  }

  private var line: PlanLine? { plan.lines.indices.contains(selected) ? plan.lines[selected] : nil }

  private mutating func move(by seconds: Int, _ state: inout ViewState, _ world: World) {
    guard let span = line?.span else { return }
    let home = world.desk.homeZone
    let start = ZonedTime(span.start.adding(seconds), in: home, isForward: seconds > 0)
    move(to: world.desk.instant(of: start), &state, world)
  }

  private mutating func move(days: Int, _ state: inout ViewState, _ world: World) {
    guard let span = line?.span else { return }
    let home = world.desk.homeZone
    let wall = home.wall(at: span.start)
    let moved = WallTime(date: wall.date.adding(days: days), secondOfDay: wall.secondOfDay)
    move(to: home.instant(of: moved), &state, world)
  }

  private mutating func move(to start: Instant, _ state: inout ViewState, _ world: World) {
    guard let span = line?.span else { return }
    guard start >= world.now else {
      state.message = Message(.warning, world.words.plan.beforeNow)
      return
    }
    place(TimeSpan(start: start, seconds: span.duration), world)
  }

  private mutating func resize(by seconds: Int, _ world: World) {
    guard let span = line?.span, span.duration + seconds >= BlockCommands.sizeStep else { return }
    place(TimeSpan(start: span.start, seconds: span.duration + seconds), world)
  }
}
