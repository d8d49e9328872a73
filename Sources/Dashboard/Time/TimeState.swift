import Civil
import Desk

/// Where one is in the sheet of a day.
package struct TimeState: Equatable, Sendable {
  /// What a line of the sheet is about.
  package enum Line: Hashable, Sendable {
    case entry(EntryID)
    /// The unbooked time that begins then.
    case gap(Instant)
  }

  /// The day shown, in home time; nil is today.
  package var date: CivilDate?
  package var selected: Line?
  /// The place of the selected line, for finding a neighbour when it is gone.
  package var place = 0
  /// The first line in sight.
  package var top = 0
  /// An entry to select as soon as the desk has it: the change that brings it is on its way.
  package var awaited: EntryID?

  package init() {}
}

extension TimeState {
  /// The day shown.
  func day(_ world: World) -> CivilDate { date ?? world.today }

  func sheet(_ world: World) -> DaySheet { world.desk.daySheet(of: day(world), now: world.now) }

  /// Turns to a day; its last line is selected.
  mutating func go(to day: CivilDate, _ world: World) {
    date = day == world.today ? nil : day
    selected = nil
    top = 0
  }
}

extension DaySheet.Line {
  var id: TimeState.Line {
    switch self {
    case .entry(let entry, _, _): .entry(entry.id)
    case .gap(let span): .gap(span.start)
    }
  }

  var entry: Entry? {
    if case .entry(let entry, _, _) = self { entry } else { nil }
  }
}

extension ViewState {
  /// Goes to an entry, or to a stretch of time without one, on its day.
  mutating func show(_ line: TimeState.Line, at start: Instant, _ world: World) {
    overlays = []
    screen = .time
    time.go(to: world.desk.homeZone.wall(at: start).date, world)
    time.selected = line
  }
}
