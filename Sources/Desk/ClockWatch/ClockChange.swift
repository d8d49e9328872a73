import Civil

/// A coming change of clocks, of the person's own or of clients', and what it means.
package struct ClockChange: Hashable, Sendable {
  package let at: Instant
  /// IANA name of the zone whose clocks change.
  package let zone: String
  /// Whether it is the zone that the person is in then.
  package let isHome: Bool
  /// Who lives there, in the order of the desk.
  package let clients: [ClientID]
  /// Seconds east of UTC before and after.
  package let before: Int
  package let after: Int
  /// How far the zone is ahead of home before and after, in seconds; home's own is 0.
  package let distance: Distance
  /// For home's own change: whose distance to home is another one afterwards.
  package let apart: [Apart]
  /// Series that are at another time of the day afterwards, by their next occurrence.
  package internal(set) var moves: [BlockShift] = []

  package struct Distance: Hashable, Sendable {
    package let before: Int
    package let after: Int

    package init(before: Int, after: Int) {
      self.before = before
      self.after = after
    }
  }

  /// A zone of clients and how far it is ahead of home before and after home's clocks change.
  package struct Apart: Hashable, Sendable {
    package let zone: String
    package let clients: [ClientID]
    package let distance: Distance
  }

  /// Seconds that the clocks go forward; negative is back.
  package var shift: Int { after - before }

  /// The date on which the clocks change, by those clocks.
  package let date: CivilDate

  /// Whether nothing changes between these clocks and home's, since home's change as well that day.
  package var isTogether: Bool { !isHome && distance.before == distance.after }
}

/// A series that is at another time of the day for somebody from a change of clocks on.
package struct BlockShift: Hashable, Sendable {
  /// The first occurrence after the change.
  package let occurrence: OccurrenceID
  package let title: String
  package let client: ClientID?
  /// For whom it moves: nil is the person, else the client.
  package let who: ClientID?
  /// When the first one after the change is.
  package let start: Instant
  /// What the clock of whom it moves for would have shown, and what it shows.
  package let from: WallTime
  package let to: WallTime
}
