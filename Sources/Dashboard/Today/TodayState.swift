import Civil
import Desk

/// Where one is on the screen of today.
package struct TodayState: Equatable, Sendable {
  package var selected: TodayLine?
  /// The place of the selected line among all lines, for finding a neighbour when it is gone.
  package var place = 0
  /// The first row in sight of each column of sections.
  package var tops: [Int] = []

  package init() {}
}

/// What a line of the screen is about.
package enum TodayLine: Hashable, Sendable {
  case running(EntryID)
  case block(OccurrenceID)
  case due(CardID)
  case waiting(CardID)
  case gap(TimeSpan)
  /// A change of clocks, by zone and instant.
  case clock(String, Instant)
  /// An occurrence that is at another time of the day after such a change, and for whom.
  case shift(OccurrenceID, Instant, ClientID?)
  /// A zone that cannot be read.
  case zone(String)
}

/// A heading with its lines.
struct TodaySection {
  enum Kind: Equatable { case running, next, overdue, due, waiting, gaps, clocks, zones }

  let kind: Kind
  var lines: [TodayLine] = []
  /// How many there are, where not all are shown.
  var count: Int
}
