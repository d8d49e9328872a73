import Civil

/// Why a block cannot be shown as it says; it is shown all the same.
package enum BlockProblem: Hashable, Sendable {
  /// The rule is not understood, and why: the block is shown once, at its start.
  case badRule(String, why: String)
  /// The rule is understood and has no occurrence at all: the block is shown once, at its start.
  case neverOccurs(String)
  /// The rule has more occurrences than are shown: of a week the first `Series.limit`.
  case tooDense(String)
  /// The system knows no such zone: the block is shown as if its clock were UTC's.
  case unknownZone(String)
  /// The file of its zone cannot be used, and why: the block is shown as if its clock were UTC's.
  case damagedZone(String, why: String)

  /// Whether its zone is to blame, as for every other block there.
  package var isOfZone: Bool {
    switch self {
    case .unknownZone, .damagedZone: true
    default: false
    }
  }
}

extension Desk {
  /// What keeps a block from being shown as it says; nil where nothing does.
  package func problem(of block: Block) -> BlockProblem? {
    switch zones.problem(with: block.start.zone)?.problem {
    case .missing: return .unknownZone(block.start.zone)
    case .damaged(let why): return .damagedZone(block.start.zone, why: why)
    case nil: break
    }
    guard let rule = block.repeat, block.isSeries else { return nil }
    let series = seriesMemory.series(of: block, in: zone(block.start.zone))
    if let problem = series.problem { return .badRule(rule, why: problem) }
    switch seriesMemory.oddity(of: block, in: zone(block.start.zone)) {
    case .never: return .neverOccurs(rule)
    case .dense: return .tooDense(rule)
    case nil: return nil
    }
  }

  /// What is odd about a rule that a block would have from a start on.
  package func problem(of rule: RecurrenceRule, from start: ZonedTime) -> BlockProblem? {
    let set = RecurrenceSet(start: start.wall, zone: zone(start.zone), rule: rule)
    switch Series(set).oddity {
    case .never: return .neverOccurs(rule.text)
    case .dense: return .tooDense(rule.text)
    case nil: return nil
    }
  }

  /// The wall time at which a block is over by its own clock, of a series its last occurrence; nil for one without end.
  package func lastWallEnd(of block: Block) -> WallTime? {
    guard block.isSeries else {
      // What stands for an occurrence is needed as long as that one would be.
      return max(block.start.wall, block.occurrence ?? block.start.wall).adding(
        seconds: max(0, block.duration))
    }
    return seriesMemory.last(of: block, in: zone(block.start.zone))?.adding(seconds: max(0, block.duration))
  }

  /// How a block repeats, in words; nil for one that does not, and the rule as it is where it is not understood.
  package func repeatText(of block: Block, today: CivilDate, _ words: DateWords) -> String? {
    guard let text = block.repeat else { return nil }
    guard let rule = try? RecurrenceRule(text: text) else { return text }
    let zone = zone(block.start.zone)
    let last = block.isSeries ? seriesMemory.last(of: block, in: zone)?.date : nil
    return RepeatText.text(
      rule, last: last, except: daysLeftOut(of: block, from: today), today: today, zone: zone, words)
  }

  /// The days from one on that were left out of a series, where they are few enough to be told.
  package func daysLeftOut(of block: Block, from today: CivilDate) -> [CivilDate] {
    let days = RepeatNames.sorted(block.exceptOn.map(\.date).filter { $0 >= today })
    return days.count <= 6 ? days : []
  }
}
