import Canvas
import Civil
import Desk

/// One clock of the gutter.
struct GutterClock: Equatable {
  /// How its date is told where it differs from home's.
  enum Dates: Equatable {
    case never
    /// `Wed 23:00`.
    case weekday
    /// `−23:00` the day before, `+01:30` the day after: where there is little room.
    case sign
  }

  let zone: Zone
  let hours: WorkingHours
  /// Whether it is the person's own.
  let isHome: Bool
  /// Whether it is the current client's.
  let isClient: Bool
  let place: Rect
  let dates: Dates
  /// Dates on which the client does not work.
  var holidays: [Holiday] = []
  /// Whether on another of the days in sight it shows another time, or is another place's, in the same row.
  private(set) var isOfOneDay = false

  /// The clocks there is room for: home's, the client's where it shows another time at any moment of the day, and
  /// those that were asked for; and the zones that were asked for in vain.
  ///
  /// - Parameter days: how many days stand side by side.
  static func all(
    _ day: DayRows, _ body: Rect, days: Int, _ state: ViewState, _ world: World
  ) -> (shown: [GutterClock], leftOut: [Zone]) {
    let hours = world.desk.settings.hours
    let home = GutterClock(
      zone: day.zone, hours: hours, isHome: true, isClient: false, place: body.column(x: 1, width: 6),
      dates: .never)
    var clocks = [home]
    // Where days are many they need the room more than weekdays do.
    let isNarrow = days > 1 && body.width < 16 * days
    // A day of a week that has fewer columns says too little of what is in it.
    let least = days == 1 ? 16 : (days > 3 ? 8 : 12) * days
    var leftOut: [Zone] = []
    func add(_ zone: Zone, _ hours: WorkingHours, _ holidays: [Holiday], isClient: Bool) {
      let ends = [day.span.start, day.span.end.adding(-1)]
      let isSame = ends.allSatisfy {
        zone.offset(at: $0).secondsEast == day.zone.offset(at: $0).secondsEast
      }
      guard !isSame || isClient && hours != home.hours, let last = clocks.last else { return }
      guard isClient || !clocks.contains(where: { $0.zone == zone }) else { return }
      let differs = ends.contains { zone.date(at: $0) != day.date }
      let dates: Dates = !differs ? .never : isNarrow ? .sign : .weekday
      let width = isSame ? 1 : dates == .weekday ? 10 : dates == .sign ? 7 : 6
      let x = last.place.maxX - body.x + (isSame ? 0 : isNarrow ? 1 : 2)
      guard isClient || body.width - x - width - 1 >= least else { return leftOut.append(zone) }
      clocks.append(
        GutterClock(
          zone: zone, hours: hours, isHome: false, isClient: isClient, place: body.column(x: x, width: width),
          dates: dates, holidays: holidays))
    }
    if let client = state.client.flatMap({ world.desk.client($0) }) {
      add(world.desk.zone(client.zone), client.hours, client.holidays, isClient: true)
    }
    for name in state.calendar.zones {
      let known = world.desk.activeClients.first { $0.zone == name }
      add(world.desk.zone(name), known?.hours ?? WorkingHours(), known?.holidays ?? [], isClient: false)
    }
    return (clocks, leftOut)
  }

  /// Marks the clocks of which the rows of days side by side tell the times of one day alone.
  static func markOfOneDay(_ clocks: inout [GutterClock], _ days: [DayContents.Day], _ home: Zone) {
    guard days.count > 1, let last = days.last else { return }
    let ends = days.map { $0.rows.span.start } + [last.rows.span.end.adding(-1)]
    let own = ends.map { home.offset(at: $0).secondsEast }
    for index in clocks.indices {
      let zone = clocks[index].zone
      clocks[index].isOfOneDay =
        clocks[index].isHome
        ? ends.contains { home.rules(at: $0) !== home.rules(at: ends[0]) }
        : ends.indices.contains {
          zone.offset(at: ends[$0]).secondsEast - own[$0] != zone.offset(at: ends[0]).secondsEast - own[0]
        }
    }
  }
}
