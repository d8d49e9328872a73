import Civil

extension Desk {
  /// Changes of clocks in the three weeks from now, of home and of every active client, soonest first.
  ///
  /// A client whose clocks change together with home's is told of as such: the distance is looked at a day before and
  /// a day after, since zones that change in the same night do so at different instants.
  ///
  /// - Parameter withMoves: whether the blocks that move are wanted too, for which weeks of the calendar are read.
  package func clockChanges(
    from now: Instant, days: Int = ClockWatch.days, withMoves: Bool = true
  ) -> [ClockChange] {
    var changes = ClockWatch(self, from: now, to: now.adding(days * CivilDate.secondsADay)).changes
    if withMoves { addMoves(to: &changes) }
    return changes
  }

  /// Finds the blocks that move with changes that were found without them.
  package func addMoves(to changes: inout [ClockChange]) {
    guard let first = changes.first, let last = changes.last else { return }
    let watch = ClockWatch(self, from: first.at, to: last.at)
    // Also where somebody's clocks change with home's: a series by a third clock moves for them.
    for index in changes.indices { changes[index].moves = watch.moves(at: changes[index]) }
  }
}

/// Looks ahead for changes of clocks.
package struct ClockWatch {
  /// How many days before a change it is told of.
  package static let days = 21
  /// How long after a change the next occurrence of a series may be: a month and some days.
  private static let reach = 35 * CivilDate.secondsADay
  private static let day = CivilDate.secondsADay
  /// Of one change no more series are listed.
  private static let most = 40

  let desk: Desk
  let start: Instant
  let end: Instant

  init(_ desk: Desk, from start: Instant, to end: Instant) {
    self.desk = desk
    self.start = start
    self.end = end
  }

  var changes: [ClockChange] {
    let clients = desk.activeClients
    var names: [String] = []
    for name in homes + clients.map(\.zone) where !names.contains(name) { names.append(name) }
    var found = names.flatMap { name -> [ClockChange] in
      guard let zone = try? desk.zones.zone(named: name) else { return [] }
      return instants(of: zone).compactMap { change(of: zone, at: $0, clients) }
    }
    found.sort { ($0.at, $0.isHome ? 0 : 1, $0.zone) < ($1.at, $1.isHome ? 0 : 1, $1.zone) }
    return found
  }

  /// The zones that the person is in meanwhile.
  private var homes: [String] {
    [desk.settings.homeZone] + desk.settings.travel.map(\.zone)
  }

  private func home(at instant: Instant) -> Zone { desk.homeZone(at: instant) }

  /// When the clocks of a zone go forward or back; a new name or flag alone is none.
  private func instants(of zone: Zone) -> [Instant] {
    var found: [Instant] = []
    var at = start
    // No zone changes its clocks more often than a few times a year.
    for _ in 0..<16 {
      guard let next = zone.nextTransition(after: at), next <= end else { break }
      if zone.offset(at: next).secondsEast != zone.offset(at: next.adding(-1)).secondsEast {
        found.append(next)
      }
      at = next
    }
    return found
  }

  private func change(of zone: Zone, at instant: Instant, _ clients: [Client]) -> ClockChange? {
    let living = clients.filter { $0.zone == zone.name }.map(\.id)
    let home = home(at: instant)
    let isHome = home.name == zone.name
    guard isHome || !living.isEmpty else { return nil }
    return ClockChange(
      at: instant, zone: zone.name, isHome: isHome, clients: living,
      before: zone.offset(at: instant.adding(-1)).secondsEast, after: zone.offset(at: instant).secondsEast,
      distance: distance(zone, home, around: instant),
      apart: isHome ? apart(home, at: instant, clients) : [],
      date: zone.date(at: instant))
  }

  /// How far a zone is ahead of another a day before and a day after.
  private func distance(_ zone: Zone, _ home: Zone, around instant: Instant) -> ClockChange.Distance {
    let (before, after) = (instant.adding(-Self.day), instant.adding(Self.day))
    return ClockChange.Distance(
      before: zone.offset(at: before).secondsEast - home.offset(at: before).secondsEast,
      after: zone.offset(at: after).secondsEast - home.offset(at: after).secondsEast)
  }

  private func apart(_ home: Zone, at instant: Instant, _ clients: [Client]) -> [ClockChange.Apart] {
    var found: [ClockChange.Apart] = []
    for client in clients where client.zone != home.name {
      guard !found.contains(where: { $0.zone == client.zone }),
        let zone = try? desk.zones.zone(named: client.zone)
      else { continue }
      let distance = distance(zone, home, around: instant)
      guard distance.before != distance.after else { continue }
      found.append(
        ClockChange.Apart(
          zone: client.zone, clients: clients.filter { $0.zone == client.zone }.map(\.id), distance: distance)
      )
    }
    return found
  }

  // What moves.

  /// The first occurrences after a change of the series that were there before it and are at another time of the day
  /// for the person or for their client.
  ///
  /// On a journey the person looks at another clock, so that a series is looked at until one of it moves or is at home.
  func moves(at change: ClockChange) -> [BlockShift] {
    var found: [BlockShift] = []
    var seen: Set<BlockID> = []
    var settled: Set<BlockID> = []
    for item in desk.occurrences(from: change.at, to: change.at.adding(Self.reach)) {
      guard item.isRecurring, !item.isMoved, !item.block.allDay, item.start >= change.at,
        found.count < Self.most, !settled.contains(item.id.block), let series = desk.block(item.id.block),
        desk.span(of: series).start < change.at
      else { continue }
      let own = desk.zone(item.block.start.zone)
      let move = shift(of: item, own, for: home(at: item.start), nil, change)
      if let move { found.append(move) }
      if move != nil || desk.journey(at: item.start) == nil { settled.insert(item.id.block) }
      if seen.insert(item.id.block).inserted, let client = item.block.client,
        let shift = shift(of: item, own, for: desk.zone(of: client), client, change)
      {
        found.append(shift)
      }
    }
    return found
  }

  /// How far the occurrence is from where it would be on somebody's clock had this change not come.
  private func shift(
    of item: Occurrence, _ own: Zone, for zone: Zone, _ who: ClientID?, _ change: ClockChange
  ) -> BlockShift? {
    // Whoever's clocks do not change now is told of when they do.
    guard zone.name != own.name, zone.name == change.zone || own.name == change.zone else { return nil }
    let distance = distance(zone, own, around: change.at)
    let moved = distance.after - distance.before
    guard moved != 0 else { return nil }
    let wall = zone.wall(at: item.start)
    return BlockShift(
      occurrence: item.id, title: item.block.title, client: item.block.client, who: who, start: item.start,
      from: wall.adding(seconds: -moved), to: wall)
  }
}
