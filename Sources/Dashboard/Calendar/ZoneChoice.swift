import Canvas
import Civil
import Desk

/// Which zones stand beside home's and the client's: chosen by city, taken away by choosing them again.
enum ZoneChoice {
  static func completions(_ text: String, _ state: ViewState, _ world: World) -> [Completion] {
    let words = world.words.calendar
    let typed = Grammar.trimmed(text)
    guard typed.isEmpty else {
      return world.desk.zones.search(typed, limit: 6).map { place in
        Completion(
          text: place.zone,
          detail: [place.city, place.country, clock(place.zone, world)].filter { !$0.isEmpty }
            .joined(separator: " · "))
      }
    }
    let shown = state.calendar.zones
    let more = CalendarViewCommands.others(state, world).filter { !shown.contains($0) }
    return shown.map { Completion(text: $0, detail: clock($0, world) + " · " + words.takesZoneAway) }
      + more.map { Completion(text: $0, detail: clock($0, world)) }
  }

  /// What time it is there, or why nobody can say.
  private static func clock(_ zone: String, _ world: World) -> String {
    switch world.desk.zones.problem(with: zone)?.problem {
    case .missing: world.words.calendar.zoneMissing
    case .damaged: world.words.calendar.zoneDamaged
    case nil: DateText.clock(world.desk.zone(zone).wall(at: world.now))
    }
  }

  static func answer(
    _ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World
  ) -> Answer {
    let found = completions(text, state, world)
    let typed = Grammar.trimmed(text)
    if typed.isEmpty, completion == nil { return .effects([]) }
    let chosen = found.indices.contains(completion ?? 0) ? found[completion ?? 0].text : nil
    let exact = (try? world.desk.zones.zone(named: typed)).map(\.name)
    guard let zone = completion == nil ? exact ?? chosen : chosen else {
      return .refused(Words.fill(world.words.calendar.noSuchZone, typed))
    }
    if let place = state.calendar.zones.firstIndex(of: zone) {
      state.calendar.zones.remove(at: place)
    } else if zone == world.desk.homeZone.rules(at: world.now).name {
      let text = Words.fill(world.words.calendar.zoneIsHome, DateText.city(zone))
      state.message = Message(.note, text)
    } else if !world.desk.knows(zone: zone) {
      // UTC's clock under its name would be a wrong one.
      return .refused("\(zone): \(clock(zone, world))")
    } else {
      state.calendar.zones.append(zone)
      explain(zone, &state, world)
    }
    state.calendar.pickedZones = state.calendar.zones
    return .effects([])
  }

  /// Says why a zone that was asked for is not seen, if it is not.
  static func explain(_ name: String, _ state: inout ViewState, _ world: World) {
    let (words, zone) = (world.words.calendar, world.desk.zone(name))
    let city = DateText.city(name)
    guard !state.calendarView.isList else {
      state.message = Message(.note, Words.fill(words.zoneInDays, city))
      return
    }
    let layout = CalendarLayout(Layout(state).calendar, state, world)
    guard !layout.clocks.contains(where: { $0.zone == zone && $0.place.width > 1 && !$0.isHome }) else {
      return
    }
    guard layout.zonesLeftOut.contains(zone) else {
      state.message = Message(.note, Words.fill(words.zoneAsHome, city))
      return
    }
    var day = state
    day.calendar.view = .day
    let inDay = CalendarLayout(Layout(day).calendar, day, world)
    let key = world.keymap.glyph(of: "calendar.\(state.calendarView.rawValue)", in: .calendar)
    let hasRoom = layout.isManyDays && inDay.clocks.contains { $0.zone == zone }
    state.message = Message(
      .note,
      hasRoom ? Words.fill(words.zoneNeedsDay, city, key ?? "") : Words.fill(words.zoneNeedsRoom, city))
  }
}
