import Canvas
import Civil
import Desk

/// Everything that can happen to the dashboard.
package enum Input: Equatable, Sendable {
  case terminal(TerminalInput)
  /// A moment passed at which something visible changes.
  case tick
  /// Another process changed the desk, or more of it has been read.
  case deskChanged
  /// A transaction is in the journal.
  case committed(Transaction)
  /// A change was not made; the screen and the desk are as they were.
  case refused(String)
  /// The editor came back with another text.
  case edited(EditTarget, String)
  case listed(FolderListing)
  /// How far an import has come, in bytes.
  case importing(done: Int, total: Int)
  case imported(ImportOutcome)
  /// Something the person should know, in their words.
  case notice(Message)
  /// The program has just been started; when it was left the last time, if that is known.
  case returned(Instant?)
}

/// What a text that is edited outside belongs to.
package enum EditTarget: Equatable, Sendable {
  case cardNotes(CardID, before: String)

  /// The text that is edited.
  package var text: String {
    switch self {
    case .cardNotes(_, let before): before
    }
  }

  /// Whether a desk has a text where it belongs.
  package func holds(_ text: String, on desk: Desk) -> Bool {
    switch self {
    case .cardNotes(let card, _): desk.card(card)?.notes == text
    }
  }
}

/// What came of an import.
package enum ImportOutcome: Equatable, Sendable {
  /// The client it went to and what came in and what did not, line by line.
  case done(client: ClientID?, report: [String])
  case failed(String)
}

/// What to import and where to.
package struct ImportRequest: Equatable, Sendable {
  package enum Destination: Equatable, Sendable {
    case existing(ClientID)
    case new(name: String, zone: String)
  }

  package var path: String
  package var destination: Destination

  package init(path: String, destination: Destination) {
    self.path = path
    self.destination = destination
  }
}
