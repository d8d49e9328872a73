import Desk

/// Where a calendar goes.
package enum CalendarTarget: Hashable, Sendable {
  /// The person's own time.
  case own
  case client(ClientID)
  /// A client made for it; one that has the same calendar already is used again.
  case new(ClientDraft)
}

/// What a calendar import does to the desk, and what there is to say about it.
package struct CalendarResult: Sendable {
  /// One change for the whole file; empty when the desk has it all already.
  package var transaction: Transaction
  /// Nil for the person's own time.
  package var client: ClientID?
  package var report: CalendarReport
}

/// What came of a calendar import: what came in, and what was left out and why.
package struct CalendarReport: Hashable, Sendable {
  /// The calendar's name in the file.
  package var calendar = ""
  /// Empty for the person's own time.
  package var clientName = ""
  /// Whether the client was made by this import.
  package var isNewClient = false
  /// The name of the client that was asked for and not made; empty where it was, or none was.
  package var unmadeClient = ""
  /// Blocks, those for single occurrences of series among them.
  package var events = ImportReport.Tally()
  /// Of the events of the file, how many repeat.
  package var series = 0
  /// Of the events of the file, how many stand for one occurrence of a series.
  package var moved = 0
  /// Blocks taken off the desk because the file calls them off.
  package var removed = 0
  /// The blocks of which the file and the desk both changed something.
  package var conflicts: [ImportConflict] = []
  package var remarks = CalendarRemarks()

  package init() {}
}
