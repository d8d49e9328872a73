import Canvas
import Civil
import Desk

/// What a proposal would change, as occurrences that the calendar can draw among those that are there.
struct PlanPreview {
  /// The lines that are taken, and the selected one, where they would be; by start.
  let ghosts: [Occurrence]
  /// Where the blocks go that would be moved away.
  let leaving: [OccurrenceID: TimeSpan]
  /// The ghost of the selected line.
  let selected: OccurrenceID?
  /// The ghost of a line that is left out but selected.
  let out: OccurrenceID?
  /// Ghosts of blocks that are there already, elsewhere.
  private let moved: Set<OccurrenceID>

  init(_ plan: PlanState, _ world: World) {
    var ghosts: [Occurrence] = []
    var leaving: [OccurrenceID: TimeSpan] = [:]
    var moved: Set<OccurrenceID> = []
    for (index, line) in plan.plan.lines.enumerated() {
      let isOut = plan.without.contains(index)
      guard !isOut || index == plan.selected else { continue }
      let id = PlanPreview.id(of: index)
      let start = ZonedTime(at: line.span.start, in: world.desk.homeZone)
      var block = Block(
        id: id.block, client: line.client, card: line.card, title: line.title, start: start,
        duration: line.span.duration)
      if let old = line.moved {
        block.kind = old.kind
        block.location = old.location
        moved.insert(id)
        if !isOut { leaving[OccurrenceID(block: old.id)] = line.span }
      }
      ghosts.append(Occurrence(id: id, span: line.span, block: block))
    }
    self.ghosts = ghosts
    self.leaving = leaving
    self.moved = moved
    let current = plan.plan.lines.indices.contains(plan.selected) ? PlanPreview.id(of: plan.selected) : nil
    selected = current
    out = plan.without.contains(plan.selected) ? current : nil
  }

  /// No block has such a name: those of blocks have no blanks.
  private static func id(of line: Int) -> OccurrenceID {
    OccurrenceID(block: BlockID("line \(line)"))
  }

  /// The line whose ghost an occurrence is.
  func line(of id: OccurrenceID) -> Int? {
    guard ghosts.contains(where: { $0.id == id }) else { return nil }
    return Int(id.block.raw.dropFirst("line ".count))
  }

  func isMoved(_ id: OccurrenceID) -> Bool { moved.contains(id) }

  /// What would take place, with what would not any more, by start.
  func adding(to occurrences: [Occurrence], in span: TimeSpan) -> [Occurrence] {
    (occurrences + ghosts.filter { $0.span.overlaps(span) }).sorted {
      ($0.start, $0.end, $0.id.block) < ($1.start, $1.end, $1.id.block)
    }
  }

  /// Whether an occurrence would take time once the proposal is the plan.
  func counts(_ occurrence: Occurrence) -> Bool {
    leaving[occurrence.id] == nil && occurrence.id != out
  }
}
