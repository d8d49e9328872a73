/// Why a change cannot be made; the desk is as it was.
package enum DeskError: Error, Hashable, Sendable {
  /// Somebody else changed the record since it was looked at.
  case changedElsewhere(RecordKey)
  /// There is another client with this slug.
  case slugTaken(String)
  case noSuchClient(String)
  case noSuchColumn(String)
  case noSuchCard(String)
  /// Two timers would run at once.
  case alreadyRunning
  /// An entry or a block that ends before it starts.
  case endsBeforeStart
  /// A rule that is not understood, and why.
  case badRule(String, why: String)
  /// A series whose rule has no meaning on another day or at another hour.
  case ruleCannotMove(String)
  /// Somebody is in another place already on some of the same dates.
  case travelOverlaps(Travel)
  /// A column that still has cards.
  case columnNotEmpty(String)
  /// A client that still has records.
  case clientNotEmpty(String)
}
