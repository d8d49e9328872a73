import Civil

extension Desk {
  /// Makes a proposal the plan, as one change.
  ///
  /// New blocks are on the clock of the home zone; moved ones stay on their own.
  ///
  /// - Parameter without: lines that are left out, by their place in the proposal.
  /// - Throws: `DeskError.changedElsewhere` when a block that would be moved is not as it was.
  package func acceptPlan(
    _ plan: DayPlan, without: Set<Int> = [], context: ChangeContext
  ) throws(DeskError) -> Transaction {
    var changes: [RecordChange] = []
    var first = ""
    for (index, line) in plan.lines.enumerated() where !without.contains(index) {
      if changes.isEmpty { first = line.title }
      switch line.change {
      case .add:
        var draft = BlockDraft(
          title: line.title, start: wall(line.span.start, in: homeZone), duration: line.span.duration)
        draft.client = line.client
        draft.card = line.card
        changes += addBlock(draft, context: context).changes
      case .move(let block, _):
        guard self.block(block.id) == block else { throw .changedElsewhere(.block(block.id)) }
        let start = wall(line.span.start, in: zone(block.start.zone))
        let duration = line.span.duration
        changes += try editBlock(block.id, action: "block.move", context: context) {
          $0.start = start
          $0.duration = duration
        }.changes
      }
    }
    return Transaction(
      at: context.now, action: "plan.accept", arguments: [first, "\(changes.count)"], changes: changes)
  }

  /// An instant as a wall time of a zone, or of home where that zone's clock shows it a second time.
  private func wall(_ instant: Instant, in zone: Zone) -> ZonedTime {
    zone.instant(of: zone.wall(at: instant)) == instant
      ? ZonedTime(at: instant, in: zone) : ZonedTime(at: instant, in: homeZone)
  }
}
