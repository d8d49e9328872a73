import Canvas
import Civil
import Desk

/// The line that is on every screen: what runs, today's and this week's sums against plan.
enum TimerLine {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    frame.fill(rect, style: painter.style(.background))
    let right = sums(painter)
    let rightWidth = TextWidth.of(right)
    let left = running(painter)
    let room = rect.width - rightWidth - 3
    var x = rect.x
    for (text, style) in left {
      x = frame.put(
        TextWidth.cut(text, to: max(0, rect.x + room - x)), x: x, y: rect.y, style: style)
    }
    if rightWidth + 2 < rect.width {
      frame.put(right, x: rect.maxX - rightWidth - 1, y: rect.y, style: painter.style(.muted))
    }
  }

  /// What an entry is about: the client and the card or the note.
  static func subject(_ entry: Entry, _ world: World) -> String {
    let name = entry.client.flatMap { world.desk.client($0)?.name }
    let title = entry.card.flatMap { world.desk.card($0)?.title } ?? entry.note
    return [name, title.isEmpty ? nil : title].compactMap { $0 }.joined(separator: " · ")
  }

  private static func running(_ painter: Painter) -> [(String, Style)] {
    guard let entry = painter.desk.running else {
      return [(" ○ ", painter.style(.muted)), (painter.words.time.idle, painter.style(.muted))]
    }
    let clock = DurationText.clock(entry.seconds(at: painter.world.now))
    return [
      (" ● \(clock)  ", painter.style(.running)),
      (painter.shown(subject(entry, painter.world), of: entry.client), painter.style(.text)),
    ]
  }

  private static func sums(_ painter: Painter) -> String {
    let world = painter.world
    if painter.state.isPrivate { return "" }
    let today = world.day(world.today)
    let week = world.week(of: world.today)
    let spent = world.desk.secondsSpent(in: today, now: world.now)
    let planned = world.desk.secondsPlanned(in: today)
    let weekSpent = world.desk.secondsSpent(in: week, now: world.now)
    let billable = world.desk.secondsSpent(in: week, now: world.now) { $0.billable }
    let share = weekSpent == 0 ? 0 : billable * 100 / weekSpent
    return Words.fill(
      painter.state.size.width >= 100 ? painter.words.time.sums : painter.words.time.shortSums,
      DurationText.hours(spent), DurationText.hours(planned), DurationText.hours(weekSpent), "\(share)")
  }
}

extension Dashboard {
  /// The terminal's title: what runs and since how many minutes.
  package static func title(_ state: ViewState, _ world: World) -> String {
    guard let entry = world.desk.running else { return "Vahi" }
    let clock = DurationText.hours(entry.seconds(at: world.now))
    if state.isPrivate, entry.client != state.client { return "● \(clock) Vahi" }
    return "● \(clock) \(TimerLine.subject(entry, world))"
  }
}
