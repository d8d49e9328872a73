import JSONText

/// Why a file cannot be brought in.
///
/// Nothing of it has been: an import is all or nothing. Each case says what a person can do about it; the words are the caller's.
package enum ExchangeError: Error, Hashable, Sendable {
  /// What a file seems to be that is not what was asked for.
  package enum Likeness: String, Hashable, Sendable {
    case webPage, zipArchive, commaSeparated, utf16, json, somethingElse
  }

  /// What a JSON document is when it is no Trello board.
  package enum OtherJSON: String, Hashable, Sendable {
    /// A list at the top: an answer of Trello's programming interface.
    case apiAnswer
    /// A single card's export: the board's own menu exports the whole.
    case trelloCard
    /// Some other program's object.
    case unknownObject
    /// A bare number, string or the like.
    case bareValue
  }

  /// The file has nothing in it: export it again.
  case empty
  /// The file is not JSON: in Trello use Menu, Print, export and share, Export as JSON, and save what comes.
  case notJSON(Likeness)
  /// The file has no calendar in it: export the calendar as .ics.
  case notACalendar(Likeness)
  /// The file stops in the middle, at this place: the download was cut off; export it again.
  case truncated(JSONError)
  /// The text is not well-formed at this place: it was damaged or edited; export it again.
  case malformed(JSONError)
  /// Well-formed JSON, but of another kind.
  case notATrelloBoard(OtherJSON)
  /// A value of another type than Trello writes, at this place: the file was edited or made by another program.
  case unexpectedValue(JSONError)
  /// The client to import into is not on the desk.
  case noSuchClient

  /// The place in the file, where there is one to look at.
  package var place: JSONError? {
    switch self {
    case .truncated(let error), .malformed(let error), .unexpectedValue(let error): error
    case .empty, .notJSON, .notACalendar, .notATrelloBoard, .noSuchClient: nil
    }
  }
}
