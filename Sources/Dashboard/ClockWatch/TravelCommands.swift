import Civil
import Desk

/// Days in another zone: planned and cancelled.
enum TravelCommands {
  static let table: [Command] = [
    Command("desk.travel", .desk, title: { $0.watch.travel }) { state, world in
      ask("", &state, world)
      return []
    },
    Command(
      "desk.cancelTravel", .desk, title: { $0.watch.cancelTravel },
      unless: { _, world in journeys(world).isEmpty ? world.words.watch.noJourneys : nil }
    ) { state, world in
      let journeys = journeys(world)
      let text = world.clocks
      state.overlays.append(
        .choice(
          Choice(
            .desk(.cancelTravel(journeys)), title: world.words.watch.journeysTitle,
            items: journeys.map { ChoiceItem(DateText.city($0.zone), detail: text.dates($0)) })))
      return []
    },
  ]

  static func ask(_ text: String, _ state: inout ViewState, _ world: World) {
    state.overlays.append(
      .prompt(Prompt(.desk(.travel), title: world.words.watch.travelTitle, text: text)))
  }

  /// Journeys that are on or to come.
  static func journeys(_ world: World) -> [Travel] {
    world.desk.settings.travel.filter { $0.to >= world.today }
  }

  /// The journey that a line of the palette tells of: `travel lisbon 3 dec - 9 dec`.
  ///
  /// - Throws: where its end is before its start.
  static func journey(_ line: String, _ world: World) throws(BackwardDates) -> Travel? {
    guard let rest = rest(of: line, world) else { return nil }
    return try Grammar.parseTravel(rest, world.desk.grammarContext(now: world.now))
  }

  /// What follows the verb in a line of the palette; nil where it does not begin with it.
  static func rest(of line: String, _ world: World) -> String? {
    let verb = world.words.watch.travelVerb + " "
    guard line.lowercased().hasPrefix(verb) else { return nil }
    return String(line.dropFirst(verb.count)).trimmed
  }

  /// What stands in the way of a journey.
  static func problem(_ travel: Travel, _ world: World) -> String? {
    let words = world.words.watch
    if travel.to < world.today { return words.pastTravel }
    guard let other = world.desk.journey(overlapping: travel) else { return nil }
    return world.clocks.taken(by: other)
  }

  static func add(_ travel: Travel, _ world: World) -> [Effect] {
    (try? world.desk.addTravel(travel, context: world.context)).map { [.commit($0)] } ?? []
  }
}

/// Questions about the whole desk that are answered by typing.
package enum DeskQuestion: Equatable, Sendable {
  /// A place and the dates that are spent there.
  case travel
}

extension DeskQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    var reading = Reading()
    let words = world.words.watch
    guard !text.trimmed.isEmpty else {
      reading.hint = words.travelHint
      return reading
    }
    switch journey(text, world) {
    case .failure(let problem): reading.problem = problem.text
    case .success(let travel):
      reading.understood = TravelReading.parts(travel, world)
      if let problem = TravelCommands.problem(travel, world) { reading.warnings = [problem] }
    }
    return reading
  }

  private struct Problem: Error {
    let text: String
  }

  /// What was typed, or what is wrong with it.
  private func journey(_ text: String, _ world: World) -> Result<Travel, Problem> {
    do throws(BackwardDates) {
      if let travel = try Grammar.parseTravel(text, world.desk.grammarContext(now: world.now)) {
        return .success(travel)
      }
    } catch {
      return .failure(Problem(text: world.clocks.sentence(error)))
    }
    return .failure(Problem(text: Words.fill(world.words.watch.noTravel, text.trimmed)))
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    switch journey(text, world) {
    case .failure(let problem): return .refused(problem.text)
    case .success(let travel):
      if let problem = TravelCommands.problem(travel, world) { return .refused(problem) }
      return .effects(TravelCommands.add(travel, world))
    }
  }
}

/// A journey as it was understood.
enum TravelReading {
  static func parts(_ travel: Travel, _ world: World) -> [String] {
    let words = world.words.watch
    let count = travel.to.days(since: travel.from) + 1
    let zone = world.desk.zone(travel.zone)
    let noon = zone.instant(of: WallTime(date: travel.from, hour: 12, minute: 0))
    let home = world.desk.zone(world.desk.settings.homeZone)
    let apart = zone.offset(at: noon).secondsEast - home.offset(at: noon).secondsEast
    let clock =
      apart == 0
      ? words.sameClock
      : Words.fill(words.clockThere, (apart > 0 ? "+" : "−") + DurationText.short(abs(apart)))
    return [
      DateText.city(travel.zone), world.clocks.dates(travel),
      count == 1 ? words.oneDay : Words.fill(words.days, "\(count)"), clock,
    ]
  }
}
