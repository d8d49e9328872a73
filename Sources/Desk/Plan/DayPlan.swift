import Civil

/// A proposal: how some days could be filled, as a difference to what is planned already.
package struct DayPlan: Hashable, Sendable {
  package let request: PlanRequest
  /// What would be changed, by start.
  package var lines: [PlanLine]
  /// Cards that will not be finished in time, by due time.
  package var late: [PlanLate]
  /// Cards of which something is left over when the days are full, in the order of planning.
  package var left: [PlanLeft]
  /// Seconds of working time in these days that nothing takes yet.
  package var free: Int
  /// From when to when these days are at work; a block that makes room may go beyond that.
  package let span: TimeSpan
  /// What in the frames is for nothing.
  package var strangeFrames: [StrangeFrame]

  /// Seconds of these days that the lines take.
  package var planned: Int { planned(without: []) }

  /// The same when some lines are left out.
  package func planned(without: Set<Int>) -> Int {
    lines.enumerated().reduce(0) { sum, line in
      let counts = !without.contains(line.offset) && span.overlaps(line.element.span)
      return counts ? sum + line.element.span.duration : sum
    }
  }
}

/// What of a frame is for nothing.
package enum StrangeFrame: Hashable, Sendable {
  /// It names a client whom the desk does not have.
  case client(WeekFrame)
  /// It names a label that no card of its clients has.
  case label(String, WeekFrame)
}

/// One block that would be planned or moved.
package struct PlanLine: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    case add
    /// The block as it stands; it keeps all but its start and length.
    case move(Block, from: TimeSpan)
  }

  package let change: Change
  package let card: CardID
  package let client: ClientID
  package let title: String
  package var span: TimeSpan
  package var reasons: [PlanReason]

  package var moved: Block? {
    if case .move(let block, _) = change { return block }
    return nil
  }
}

/// Why something is proposed.
package enum PlanReason: Hashable, Sendable {
  case overdue(Instant)
  case due(Instant)
  case quadrant(Quadrant)
  /// Because of the column it is in.
  case column(String)
  case frame(WeekFrame)
  /// It follows other work for the same client.
  case sameClient(ClientID)
  /// It follows other work for the same client with the same label.
  case sameLabel(String)
  /// One part of how many.
  case part(Int, of: Int)
  /// There is no estimate, so many seconds are taken.
  case guess(Int)
  /// The estimate is used up.
  case usedUp
  /// Its time went by without any being spent.
  case missed(TimeSpan)
  /// It is on top of something that cannot be moved.
  case overlap(Block)
  /// Where it is now it would be finished too late.
  case tooLate(Instant)
  /// The person moved it from where it was proposed.
  case byHand(from: TimeSpan)
  /// It leaves its time to a card that would be late otherwise.
  case room(CardID, due: Instant)
  /// It goes before all others, so that it is in time.
  case ahead
  /// It is late anyway and would make something late that comes before it now.
  case gaveWay
}

extension PlanReason {
  var isTooLate: Bool {
    if case .tooLate = self { return true }
    return false
  }
}

/// A card that will be late.
package struct PlanLate: Hashable, Sendable {
  package let card: CardID
  package let client: ClientID
  package let title: String
  package let due: Instant
  /// When it would be finished; nil when not within four weeks.
  package let finish: Instant?
  /// Whether that is the end of a block which is planned already and stays where it is.
  package let isKept: Bool
  /// Whether the person left out what would have had it in time.
  package var isLeftOut = false

  /// By how many seconds; nil when nobody can tell.
  package var by: Int? { finish?.seconds(since: due) }
}

/// A card that does not fit.
package struct PlanLeft: Hashable, Sendable {
  package let card: CardID
  package let client: ClientID
  package let title: String
  package let due: Instant?
  /// Seconds that do not fit, or were left out.
  package let seconds: Int
  /// How many of them the person left out.
  package var leftOut = 0
}
