/// What becomes of a wall time in a zone: it may exist once, not at all, or twice.
package enum WallResolution: Hashable, Sendable {
  /// The clock shows it once.
  case unique(Instant)
  /// The clock jumps over it; the instant is what it means by the offset before the gap.
  case gap(Instant)
  /// The clock shows it twice.
  case fold(Instant, later: Instant)

  /// The one instant that is meant, by RFC 5545's rule.
  ///
  /// A time in a gap is read with the offset before the gap (so that 02:30 in a spring night is 03:30), a time
  /// that comes twice is its first occurrence.
  package var instant: Instant {
    switch self {
    case .unique(let instant), .gap(let instant), .fold(let instant, later: _): instant
    }
  }
}
