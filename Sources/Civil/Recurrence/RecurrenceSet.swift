/// When something comes again: a start, a rule, and what was added and left out by hand.
///
/// All times are wall times in `zone`; an occurrence stays at its wall time when the clocks change, and what
/// instant that is `Zone.resolve` says.
package struct RecurrenceSet: Hashable, Sendable {
  package let start: WallTime
  package let zone: Zone
  package let rule: RecurrenceRule?
  package let alsoOn: [WallTime]
  package let exceptOn: [WallTime]

  package init(
    start: WallTime, zone: Zone, rule: RecurrenceRule?, alsoOn: [WallTime] = [], exceptOn: [WallTime] = []
  ) {
    self.start = start
    self.zone = zone
    self.rule = rule
    self.alsoOn = RecurrenceRule.sorted(alsoOn)
    self.exceptOn = RecurrenceRule.sorted(exceptOn)
  }

  /// The wall starts of a window, its end excluded, in order and each once, at most `limit` of them.
  package func starts(from: WallTime, before: WallTime, limit: Int) -> [WallTime] {
    let all = RecurrenceRule.sorted([start] + alsoOn).filter {
      from <= $0 && $0 < before && !exceptOn.contains($0)
    }
    return Array(all.prefix(max(0, limit)))
  }

  /// The last start, or nil if there is no end to them (or no start at all).
  package var last: WallTime? {
    guard rule == nil else { return nil }
    return RecurrenceRule.sorted([start] + alsoOn).last { !exceptOn.contains($0) }
  }
}
