import Civil

/// What comes of a proposal as the person adjusted it.
package struct PlanOutcome: Hashable, Sendable {
  package var late: [PlanLate]
  package var left: [PlanLeft]

  package init(late: [PlanLate], left: [PlanLeft]) {
    self.late = late
    self.left = left
  }
}

extension Desk {
  /// What will be late and what is left over when a proposal becomes the plan without some of its lines, and with others
  /// where the person moved them.
  ///
  /// Nothing is planned anew: a card whose line is left out has that time no more.
  ///
  /// - Parameter proposed: what was late and left over as it was proposed.
  package func outcome(of plan: DayPlan, without: Set<Int>, proposed: PlanOutcome) -> PlanOutcome {
    let lines = Dictionary(grouping: plan.lines.indices, by: { plan.lines[$0].card })
    let touched = lines.filter { card in
      card.value.contains { without.contains($0) || plan.lines[$0].isMovedByHand }
    }
    guard !touched.isEmpty else { return proposed }
    var outcome = PlanOutcome(
      late: proposed.late.filter { touched[$0.card] == nil },
      left: proposed.left.filter { touched[$0.card] == nil })
    for (card, indices) in touched {
      let due = self.card(card).flatMap { dueInstant($0) }
      let wasLate = proposed.late.first { $0.card == card }
      let wasLeft = proposed.left.first { $0.card == card }
      let (missing, end) = taken(indices, of: plan, without)
      let first = plan.lines[indices[0]]
      if let seconds = wasLeft.map({ $0.seconds + missing }) ?? (missing > 0 ? missing : nil) {
        outcome.left.append(
          PlanLeft(
            card: card, client: first.client, title: wasLeft?.title ?? self.card(card)?.title ?? first.title,
            due: due, seconds: seconds, leftOut: missing))
      }
      guard let due, due > plan.request.now else { continue }
      let stays = wasLate.flatMap { $0.isKept || wasLeft != nil ? $0.finish : nil }
      let finish = [end, stays].compactMap { $0 }.max()
      let isOpen = wasLate.map { $0.finish == nil } ?? false
      let isLeftOut = missing > 0 && !hasTime(missing, after: plan, until: due)
      guard isOpen || isLeftOut || finish.map({ $0 > due }) ?? false else { continue }
      outcome.late.append(
        PlanLate(
          card: card, client: first.client, title: self.card(card)?.title ?? first.title, due: due,
          finish: isOpen || isLeftOut ? nil : finish, isKept: finish != nil && finish == stays,
          isLeftOut: isLeftOut))
    }
    outcome.late.sort { ($0.due, $0.card) < ($1.due, $1.card) }
    // In the order of planning those that were left over come before those that are left out.
    let places = Dictionary(
      proposed.left.enumerated().map { ($1.card, $0) }, uniquingKeysWith: { first, _ in first })
    outcome.left.sort {
      let (a, b) = (places[$0.card] ?? .max, places[$1.card] ?? .max)
      return a == b
        ? ($0.due?.seconds ?? .max, $0.card.raw) < ($1.due?.seconds ?? .max, $1.card.raw) : a < b
    }
    return outcome
  }

  /// How many seconds fewer some lines give their card than was proposed, and when the last of it is over.
  private func taken(_ indices: [Int], of plan: DayPlan, _ without: Set<Int>) -> (missing: Int, end: Instant?)
  {
    var missing = 0
    var end: Instant?
    for index in indices {
      let line = plan.lines[index]
      if !without.contains(index) {
        if case .byHand(let from)? = line.reasons.first { missing += from.duration - line.span.duration }
        end = max(end ?? line.span.end, line.span.end)
      } else if case .move(_, let from) = line.change, from.end > plan.request.now {
        end = max(end ?? from.end, from.end)
      } else if case .byHand(let from)? = line.reasons.first {
        missing += from.duration
      } else {
        missing += line.span.duration
      }
    }
    return (max(0, missing), end)
  }

  /// Whether the first working time after the planned days could still hold so much work by an instant.
  private func hasTime(_ seconds: Int, after plan: DayPlan, until due: Instant) -> Bool {
    let next = (1...14).lazy.compactMap { self.workingSpan(on: plan.request.last.adding(days: $0)) }.first
    return next.map { $0.start.adding(seconds) <= due } ?? false
  }
}

extension DayPlan {
  /// Lines whose blocks make room for nothing any more once others are left out: what they made room for is left out, and
  /// nothing else takes their place.
  package func idleMoves(without: Set<Int>) -> Set<Int> {
    let taken = lines.enumerated().filter { !without.contains($0.offset) }
    return Set(
      taken.compactMap { index, line in
        guard case .move(_, let from) = line.change, let card = line.madeRoom, isLeftOut(card, without),
          !taken.contains(where: { $0.offset != index && $0.element.span.overlaps(from) })
        else { return nil }
        return index
      })
  }

  /// Whether a card has lines and all of them are left out.
  private func isLeftOut(_ card: CardID, _ without: Set<Int>) -> Bool {
    let own = lines.indices.filter { lines[$0].card == card }
    return !own.isEmpty && without.isSuperset(of: own)
  }

  /// A line with the reasons that it has without others: the block of a move that made room for what is left out makes
  /// room for what else takes its place.
  package func line(_ index: Int, without: Set<Int>) -> PlanLine {
    var line = lines[index]
    guard case .move(_, let from) = line.change, let card = line.madeRoom, isLeftOut(card, without) else {
      return line
    }
    for (place, other) in lines.enumerated()
    where place != index && !without.contains(place) && other.span.overlaps(from) {
      for case .due(let due) in other.reasons {
        line.reasons = line.reasons.map {
          if case .room = $0 { .room(other.card, due: due) } else { $0 }
        }
        return line
      }
    }
    return line
  }
}

extension PlanLine {
  fileprivate var isMovedByHand: Bool {
    if case .byHand? = reasons.first { return true }
    return false
  }

  /// The card whose work this one's block makes room for.
  fileprivate var madeRoom: CardID? {
    for case .room(let card, _) in reasons { return card }
    return nil
  }
}
