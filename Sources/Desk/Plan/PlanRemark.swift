import Civil

/// What speaks against a line of a proposal as it was adjusted.
package enum PlanRemark: Hashable, Sendable {
  /// It lies on a block that is there and stays, or on another line.
  case overlap(title: String, client: ClientID?, TimeSpan)
  /// The person moved it behind the due time of its card.
  case afterDue(Instant)
}

extension PlanLine {
  /// Puts the line elsewhere, as the person wants it; back where it was proposed nothing is said of that.
  package mutating func place(at span: TimeSpan) {
    var proposed = self.span
    if case .byHand(let from)? = reasons.first {
      proposed = from
      reasons.removeFirst()
    }
    if span != proposed { reasons.insert(.byHand(from: proposed), at: 0) }
    self.span = span
  }
}

extension Desk {
  /// What speaks against the lines of a proposal if it became the plan without some of them, by their places.
  ///
  /// As it was proposed nothing overlaps; it does when the move of a block is left out that made room, or when a line
  /// is moved.
  package func remarks(on plan: DayPlan, without: Set<Int>) -> [Int: PlanRemark] {
    let taken = plan.lines.enumerated().filter { !without.contains($0.offset) }
    let start = taken.map(\.element.span.start).min()
    let end = taken.map(\.element.span.end).max()
    guard let start, let end else { return [:] }
    let moved = Set(taken.compactMap { $0.element.moved?.id })
    let blocks = occurrences(from: start, to: end).filter { $0.takesTime && !moved.contains($0.blockID) }
    var remarks: [Int: PlanRemark] = [:]
    for (index, line) in taken {
      if let block = blocks.first(where: { $0.span.overlaps(line.span) }) {
        remarks[index] = .overlap(title: block.block.title, client: block.block.client, block.span)
      } else if let other = taken.first(where: { $0.offset != index && $0.element.span.overlaps(line.span) })
      {
        remarks[index] = .overlap(
          title: other.element.title, client: other.element.client, other.element.span)
      } else if case .byHand? = line.reasons.first, let due = card(line.card).flatMap({ dueInstant($0) }),
        due > plan.request.now, line.span.end > due
      {
        remarks[index] = .afterDue(due)
      }
    }
    return remarks
  }
}
