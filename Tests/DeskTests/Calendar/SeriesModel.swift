import Civil
import Desk

/// An edit of a series as a list would take it: every occurrence written out, and changed one by one.
enum SeriesEdit {
  case title(String)
  case length(Int)
  /// Seconds on the clock.
  case move(Int)
  case zone(String)
  case remove

  func apply(to block: inout Block) {
    switch self {
    case .title(let title): block.title = title
    case .length(let seconds): block.duration = seconds
    case .move(let seconds): block.start.wall = block.start.wall.adding(seconds: seconds)
    case .zone(let zone): block.start.zone = zone
    case .remove: break
    }
  }

  var isAboutTime: Bool {
    switch self {
    case .move, .zone: true
    default: false
    }
  }

  /// What is left of some occurrences, told as `PlanBench.picture` does.
  func predict(_ all: [Occurrence], at target: Occurrence, scope: EditScope, series: Block?) -> [String] {
    all.compactMap { occurrence in
      guard isMeant(occurrence, target, scope) else { return tell(occurrence.block) }
      if case .remove = self { return nil }
      var block = occurrence.block
      let isAlone = scope == .this || occurrence.id.start == nil
      if occurrence.isMoved, !isAlone {
        // It keeps its own time, unless it is the one that all the others follow.
        if case .title = self { apply(to: &block) }
        guard isAboutTime, occurrence.id == target.id, var regular = series else { return tell(block) }
        regular.start.wall = occurrence.id.start ?? regular.start.wall
        let start = regular.start
        apply(to: &regular)
        return regular.start == start ? tell(block) : tell(regular)
      }
      apply(to: &block)
      return tell(block)
    }.sorted()
  }

  private func isMeant(_ occurrence: Occurrence, _ target: Occurrence, _ scope: EditScope) -> Bool {
    guard let start = occurrence.id.start, let at = target.id.start else { return occurrence.id == target.id }
    guard occurrence.id.block == target.id.block else { return false }
    switch scope {
    case .this: return start == at
    case .following: return start >= at
    case .all: return true
    }
  }

  private func tell(_ block: Block) -> String {
    "\(block.title) \(block.start.wall.text) \(block.start.zone) \(block.duration / 60)"
  }
}
