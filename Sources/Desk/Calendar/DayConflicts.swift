import Civil

/// What stands against the plan of a day: reported, never forbidden.
package struct DayConflicts: Hashable, Sendable {
  /// Two blocks that cannot both be kept as they are.
  package struct Pair: Hashable, Sendable {
    package let first: OccurrenceID
    package let second: OccurrenceID
    /// The time that both take, or for `tight` what lies between them.
    package let span: TimeSpan
  }

  package let date: CivilDate
  /// Blocks that share time, by start; days off, which take whole days, are told by the capacity.
  package private(set) var overlaps: [Pair] = []
  /// Blocks of different clients that follow each other with less than the buffer of the settings between them.
  package private(set) var tight: [Pair] = []
  /// Seconds of work and meetings of the day, each counted whole.
  package let planned: Int
  /// Seconds that the working hours leave for work; nil on a day off.
  package let capacity: Int?

  /// Whether more is planned than the working hours hold.
  package var isOverfull: Bool { capacity.map { planned > $0 } ?? false }
  package var isEmpty: Bool { overlaps.isEmpty && tight.isEmpty && !isOverfull }

  /// What an occurrence shares time with.
  package func overlapping(_ id: OccurrenceID) -> [OccurrenceID] {
    overlaps.compactMap { $0.first == id ? $0.second : $0.second == id ? $0.first : nil }
  }

  /// More pairs than this are not told one by one.
  private static let most = 200

  fileprivate init(_ desk: Desk, _ date: CivilDate) {
    self.date = date
    let day = desk.homeZone.span(of: date)
    let items = desk.occurrences(in: day).filter(\.takesTime)
    planned = items.reduce(0) { $0 + ($1.block.isPlannedWork ? $1.span.overlap(day) : 0) }
    capacity = desk.capacity(on: date, among: items, of: day)
    let buffer = desk.settings.bufferMinutes * 60
    for (index, first) in items.enumerated() {
      for second in items[(index + 1)...] {
        guard second.start < first.end.adding(buffer), overlaps.count + tight.count < Self.most else { break }
        if first.block.allDay || second.block.allDay { continue }
        if let shared = first.span.intersection(second.span) {
          overlaps.append(Pair(first: first.id, second: second.id, span: shared))
        } else if let one = first.block.client, let other = second.block.client, one != other, buffer > 0 {
          let between = TimeSpan(start: first.end, end: second.start)
          tight.append(Pair(first: first.id, second: second.id, span: between))
        }
      }
    }
  }
}

extension Desk {
  /// What stands against the plan of a date in the home zone.
  package func conflicts(on date: CivilDate) -> DayConflicts { DayConflicts(self, date) }
}
