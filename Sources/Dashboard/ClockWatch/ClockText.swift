import Civil
import Desk

/// Changes of clocks in words, for the screens and the shell.
package struct ClockText {
  private let desk: Desk
  private let words: WatchWords
  private let dates: DateWords
  private let today: CivilDate

  package init(_ desk: Desk, today: CivilDate, _ words: Words) {
    self.desk = desk
    self.words = words.watch
    dates = words.dates
    self.today = today
  }

  /// `London 1h back: 5h30 behind you, was 4h30`.
  package func sentence(_ change: ClockChange) -> String {
    let length = DurationText.short(abs(change.shift))
    if change.isHome {
      let lead = Words.fill(change.shift > 0 ? words.homeForward : words.homeBack, length)
      guard !change.apart.isEmpty else { return lead + ": " + words.nothingMoves }
      return lead + ": "
        + change.apart.map { "\(DateText.city($0.zone)) \(becomes($0.distance))" }.joined(separator: " · ")
    }
    let lead = Words.fill(
      change.shift > 0 ? words.forward : words.back, DateText.city(change.zone), length)
    return lead + ": " + (change.isTogether ? words.together : becomes(change.distance))
  }

  /// The same in few columns: `London −1h: 5h30 behind, was 4h30`.
  func short(_ change: ClockChange) -> String {
    let place = change.isHome ? words.yourClocks : DateText.city(change.zone)
    let lead = "\(place) \(change.shift > 0 ? "+" : "−")\(DurationText.short(abs(change.shift))): "
    if change.isTogether { return lead + words.together }
    guard change.isHome else { return lead + short(change.distance) }
    guard !change.apart.isEmpty else { return lead + words.nothingMoves }
    return lead
      + change.apart.map { "\(DateText.city($0.zone)) \(short($0.distance))" }.joined(separator: " · ")
  }

  private func short(_ distance: ClockChange.Distance) -> String {
    let text = { (seconds: Int) in
      seconds == 0
        ? words.same
        : Words.fill(seconds > 0 ? words.shortAhead : words.shortBehind, DurationText.short(abs(seconds)))
    }
    let isSameSide = distance.before.signum() == distance.after.signum()
    return Words.fill(
      words.becomes, text(distance.after),
      isSameSide ? DurationText.short(abs(distance.before)) : text(distance.before))
  }

  private func becomes(_ distance: ClockChange.Distance) -> String {
    let (before, after) = (distance.before, distance.after)
    // `5h30 behind you, was 4h30`.
    let isSameSide = before.signum() == after.signum()
    return Words.fill(
      words.becomes, self.distance(after),
      isSameSide ? DurationText.short(abs(before)) : self.distance(before))
  }

  private func distance(_ seconds: Int) -> String {
    guard seconds != 0 else { return words.same }
    return Words.fill(seconds > 0 ? words.ahead : words.behind, DurationText.short(abs(seconds)))
  }

  /// `Sun 25 Oct`.
  package func day(_ date: CivilDate) -> String { DateText.long(date, today: today, dates) }

  /// `26 Oct`.
  package func shortDay(_ date: CivilDate) -> String { "\(date.day) \(dates.months[date.month - 1])" }

  /// `21:30 → 22:30 for you`.
  package func times(_ move: BlockShift) -> String { Words.fill(words.shift, clocks(move), who(move)) }

  /// For whom it moves.
  func who(_ move: BlockShift) -> String {
    move.who.flatMap { desk.client($0)?.name }.map { Words.fill(words.forThem, $0) } ?? words.forYou
  }

  /// `21:30 → 22:30`.
  func clocks(_ move: BlockShift) -> String {
    let lead = move.from.date == move.to.date ? "" : dates.weekdays[move.from.date.weekday.rawValue - 1] + " "
    return Words.fill(words.fromTo, lead + DateText.clock(move.from), DateText.clock(move.to))
  }

  /// `London −1h Sun 25 Oct`.
  package func brief(_ change: ClockChange) -> String {
    Words.fill(
      words.brief, DateText.city(change.zone),
      (change.shift > 0 ? "+" : "−") + DurationText.short(abs(change.shift)), day(change.date))
  }

  /// What is wrong with a zone, and whose it is.
  package func sentence(_ problem: ZoneProblem) -> String {
    let lead =
      switch problem.error.problem {
      case .missing: Words.fill(words.zoneMissing, problem.name)
      case .damaged(let what): Words.fill(words.zoneDamaged, problem.name, what)
      }
    var whose = problem.clients.compactMap { desk.client($0)?.name }
    if problem.isHome { whose.insert(words.zoneHome, at: 0) }
    if problem.blocks > 0 {
      whose.append(
        problem.blocks == 1 ? words.oneZoneBlock : Words.fill(words.zoneBlocks, "\(problem.blocks)"))
    }
    return Words.fill(words.zoneOf, lead, whose.joined(separator: ", "))
  }

  /// What is wrong with one or several zones; nil where there is none.
  func sentence(_ problems: [ZoneProblem]) -> String? {
    guard let first = problems.first, problems.count > 1 else { return problems.first.map(sentence) }
    var names = first.name
    for problem in problems.dropFirst().prefix(2) { names += ", " + problem.name }
    if problems.count > 3 { names = Words.fill(words.zonesMore, names, "\(problems.count - 3)") }
    return Words.fill(words.zonesLost, names)
  }

  /// The same in few columns, whose it is first.
  func short(_ problem: ZoneProblem) -> String {
    let names =
      (problem.isHome ? [words.zoneHome] : []) + problem.clients.compactMap { desk.client($0)?.name }
    let what =
      switch problem.error.problem {
      case .missing: words.zoneUnknown
      case .damaged: words.zoneBroken
      }
    return names.joined(separator: ", ") + ": " + Words.fill(what, problem.name)
  }

  /// `Lisbon until 9 Dec`.
  package func journey(_ travel: Travel) -> String {
    Words.fill(words.journey, DateText.city(travel.zone), shortDay(travel.to))
  }

  /// Why another journey cannot be at the same time.
  package func taken(by travel: Travel) -> String {
    Words.fill(words.travelTaken, DateText.city(travel.zone), dates(travel))
  }

  /// What is wrong with dates that run backward.
  package func sentence(_ problem: BackwardDates) -> String {
    Words.fill(words.backwardDates, day(problem.to), day(problem.from))
  }

  /// `Thu 3 Dec – Wed 9 Dec`.
  package func dates(_ travel: Travel) -> String {
    travel.from == travel.to
      ? day(travel.from) : Words.fill(words.dates, day(travel.from), day(travel.to))
  }
}

extension World {
  var clocks: ClockText { ClockText(desk, today: today, words) }

  /// `Lisbon until 9 Dec` while the person is away.
  var journeyText: String? { desk.journey(at: now).map { clocks.journey($0) } }
}

extension FrameMemory {
  /// Changes of clocks that are near, without the blocks that move; worked out anew each hour.
  func clockChanges(_ world: World) -> [ClockChange] { watched(world).changes }

  /// Changes of clocks that are near, and the blocks that move.
  func clockMoves(_ world: World) -> [ClockChange] {
    var known = watched(world)
    if let moved = known.moved { return moved }
    var changes = known.changes
    world.desk.addMoves(to: &changes)
    known.moved = changes
    watched = known
    return changes
  }

  /// Zones of home and of clients that cannot be read.
  func zoneProblems(_ world: World) -> [ZoneProblem] { watched(world).problems }

  private func watched(_ world: World) -> Watched {
    let hour = world.now.seconds / 3600
    if let watched, watched.revision == world.desk.revision, watched.hour == hour { return watched }
    let found = Watched(
      revision: world.desk.revision, hour: hour,
      changes: world.desk.clockChanges(from: world.now, withMoves: false),
      problems: world.desk.zoneProblems())
    watched = found
    return found
  }

  /// What is said of clocks, and of which desk and when.
  struct Watched {
    let revision: Int
    let hour: Int64
    let changes: [ClockChange]
    var moved: [ClockChange]?
    let problems: [ZoneProblem]
  }
}
