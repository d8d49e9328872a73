import Civil

/// A series with what was moved out of it, as values: what edits of it are worked out on.
struct SeriesParts {
  var block: Block
  /// By the start that they replace.
  var moved: [Block]
  /// The zone of the series.
  let zone: Zone
  let zones: ZoneDatabase

  var series: Series { Series(block, in: zone) }
  var blocks: [Block] { [block] + moved }

  /// One occurrence as a block of its own that stands for it.
  func single(at start: WallTime, id: BlockID) -> Block {
    var single = block
    single.id = id
    single.start.wall = start
    single.repeat = nil
    single.alsoOn = []
    single.exceptOn = []
    single.series = block.id
    single.occurrence = start
    single.uid = nil
    single.imported = nil
    single.source = nil
    return single
  }

  /// The series without one of its occurrences.
  func without(_ start: WallTime) -> SeriesParts {
    var rest = self
    rest.moved.removeAll { $0.occurrence == start }
    rest.block.exceptOn = (block.exceptOn.filter { $0 != start } + [start]).sorted()
    return rest
  }

  // Splitting.

  /// The series up to, and without, a start, and another series from there on; nil where nothing is before it.
  ///
  /// - Parameter id: the name of the later series.
  func split(at start: WallTime, id: BlockID) -> (before: SeriesParts, after: SeriesParts)? {
    let earliest = WallTime(date: CivilDate(dayNumber: .min), secondOfDay: 0)
    let isFirst = series.set.starts(from: earliest, before: start, limit: 1).isEmpty
    guard !isFirst, block.start.wall < start || block.alsoOn.contains(where: { $0 < start }) else {
      return nil
    }
    var (before, after) = (self, self)
    before.moved.removeAll { ($0.occurrence ?? start) >= start }
    before.block.alsoOn.removeAll { $0 >= start }
    before.block.exceptOn.removeAll { $0 >= start }
    after.moved.removeAll { ($0.occurrence ?? start) < start }
    after.block.alsoOn.removeAll { $0 < start }
    after.block.exceptOn.removeAll { $0 < start }
    after.block.id = id
    after.block.uid = nil
    after.block.imported = nil
    after.block.source = nil
    for index in after.moved.indices {
      after.moved[index].series = id
      // What a file says of the whole series says nothing of this half any more.
      after.moved[index].uid = nil
      after.moved[index].imported = nil
    }
    guard block.start.wall < start else {
      // Only dates that were added lie before.
      before.block.repeat = nil
      before.block.start.wall = before.block.alsoOn.min() ?? start
      return (before, after)
    }
    let halves = series.set.split(at: start, isAllDay: block.allDay)
    guard let earlier = halves.before, let later = halves.after else { return nil }
    if series.problem == nil {
      before.block.repeat = earlier.rule?.text
      after.block.repeat = later.rule?.text
    }
    after.block.start.wall = later.start
    return (before, after)
  }

  // Editing as a whole.

  /// The series after an edit of all of it, made at one of its starts.
  func edited(at start: WallTime, _ edit: (inout Block) -> Void) throws(DeskError) -> SeriesParts {
    var view = block
    view.start.wall = start
    var edited = view
    edit(&edited)
    edited.id = block.id
    edited.series = nil
    edited.occurrence = nil
    let isMoved = edited.start != view.start
    var result = self
    if edited.repeat != view.repeat || edited.alsoOn != view.alsoOn || edited.exceptOn != view.exceptOn {
      result = ruled(anew: edited, from: view)
    } else if isMoved {
      result = try moved(to: edited.start, from: start)
    }
    let start = result.block.start
    let dates = (result.block.repeat, result.block.alsoOn, result.block.exceptOn)
    result.block = edited
    result.block.start = start
    (result.block.repeat, result.block.alsoOn, result.block.exceptOn) = dates
    result.moved = result.moved.map { $0.taking(from: view, to: edited) }
    return result
  }

  /// Another rule: what was moved or left out of the old one stays where the new one has such an occurrence too.
  private func ruled(anew edited: Block, from view: Block) -> SeriesParts {
    var result = self
    result.block = edited
    guard edited.isSeries else {
      result.moved = []
      return result
    }
    let shift = edited.start.wall.secondsSinceEpoch - view.start.wall.secondsSinceEpoch
    let map = { (wall: WallTime) in WallTime(secondsSinceEpoch: wall.secondsSinceEpoch + shift) }
    result.block.start.wall = map(block.start.wall)
    if edited.repeat != view.repeat { result.block.align() }
    let exceptions = edited.exceptOn == view.exceptOn ? edited.exceptOn.map(map) : edited.exceptOn
    result.block.exceptOn = []
    let anew = Series(result.block, in: zones.zoneOrUTC(named: edited.start.zone))
    result.block.exceptOn = exceptions.filter { anew.starts(at: $0) }
    result.moved = moved.compactMap { block in
      var block = block
      block.occurrence = block.occurrence.map(map)
      return block.occurrence.map { anew.starts(at: $0) } == true ? block : nil
    }
    return result
  }

  /// Every occurrence moved by as much as one of them.
  private func moved(to new: ZonedTime, from old: WallTime) throws(DeskError) -> SeriesParts {
    var result = self
    let newZone = zones.zoneOrUTC(named: new.zone)
    let move = RuleMove(series.set.rule, from: old, to: new.wall) { [zone] end, seconds in
      newZone.instant(of: zone.wall(at: end).adding(seconds: seconds))
    }
    guard let move else {
      throw .ruleCannotMove(block.repeat ?? "")
    }
    result.block.start = ZonedTime(wall: move.first(block.start.wall), zone: new.zone)
    if let rule = move.rule { result.block.repeat = rule.text }
    result.block.alsoOn = block.alsoOn.map { move.shifted($0) }.sorted()
    result.block.exceptOn = block.exceptOn.compactMap { move.map($0) }.sorted()
    result.moved = moved.compactMap { block in
      // The one that all the others follow is one of them again.
      guard block.occurrence != old else { return nil }
      var block = block
      block.occurrence = block.occurrence.flatMap { move.map($0) }
      return block.occurrence == nil ? nil : block
    }
    return result
  }
}

extension Block {
  /// Begins with the first start that its rule gives: “every Wednesday” on a Tuesday begins the day after.
  mutating func align() {
    guard let rule = self.repeat.flatMap({ try? RecurrenceRule(text: $0) }) else { return }
    start.wall = rule.firstStart(from: start.wall)
  }

  /// What was changed of a series, for one that was moved by itself: all but when.
  fileprivate func taking(from old: Block, to new: Block) -> Block {
    var block = self
    if old.client != new.client { block.client = new.client }
    if old.card != new.card { block.card = new.card }
    if old.kind != new.kind { block.kind = new.kind }
    if old.title != new.title { block.title = new.title }
    if old.location != new.location { block.location = new.location }
    if old.link != new.link { block.link = new.link }
    if old.notes != new.notes { block.notes = new.notes }
    if old.reminders != new.reminders { block.reminders = new.reminders }
    return block
  }
}
