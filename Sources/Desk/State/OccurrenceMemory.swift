import Civil
import Synchronization

/// The occurrences of the stretches of time that were asked for last.
///
/// A cache of one state of the blocks: a change of any block begins a new one, so that copies of a desk that go their
/// own ways do not meet here.
final class OccurrenceMemory: Sendable {
  private struct Answer {
    let span: TimeSpan
    let found: [Occurrence]
  }

  private let answers = Mutex<[Answer]>([])
  private static let kept = 8
  private static let longest = 50 * CivilDate.secondsADay

  func occurrences(in span: TimeSpan, _ expand: () -> [Occurrence]) -> [Occurrence] {
    if let known = known(in: span) { return known }
    let found = expand()
    guard span.duration <= Self.longest else { return found }
    answers.withLock { answers in
      if answers.count >= Self.kept { answers.removeLast() }
      answers.insert(Answer(span: span, found: found), at: 0)
    }
    return found
  }

  /// What is known of a span, or of a longer one that it is in.
  private func known(in span: TimeSpan) -> [Occurrence]? {
    answers.withLock { answers in
      if let same = answers.first(where: { $0.span == span }) { return same.found }
      // Of so few none was left out for being too many.
      let wider = answers.first {
        $0.span.start <= span.start && span.end <= $0.span.end && $0.found.count < Series.limit
      }
      guard let wider else { return nil }
      return wider.found.filter {
        $0.start < span.end && ($0.end > span.start || $0.start >= span.start)
      }
    }
  }
}
