import Desk

/// Words of a board's columns.
package struct ColumnWords: Sendable {
  package var askNew = "New column to the right of %1"
  package var askFirst = "New column"
  package var askName = "Name of the column"
  package var askLimit = "At most so many cards in %1"
  package var askRole = "What is %1?"
  package var askCards = "Delete %2: %1 to"
  package var reopened = "%1 are done and will be open again"
  package var oneReopened = "1 is done and will be open again"
  package var reopenedBut = "%1, but not in %2"
  package var someArchived = "%1 are archived"
  package var oneArchived = "1 is archived"

  /// That so many cards would not be done any more, but for a column where they stay so.
  func reopens(_ count: Int, but column: String?) -> String {
    let sentence = count == 1 ? oneReopened : Words.fill(reopened, "\(count)")
    return column.map { Words.fill(reopenedBut, sentence, $0) } ?? sentence
  }

  func areArchived(_ count: Int) -> String {
    count == 1 ? oneArchived : Words.fill(someArchived, "\(count)")
  }

  package var limitHint = "a number; 0 for any number"
  package var noLimit = "any number of cards"
  package var limit = "at most %1"
  package var notANumber = "“%1” is not a number of cards."
  package var noName = "A column needs a name."
  package var nameTaken = "This board has a column “%1” already."
  package var lastOne = "These cards have nowhere to go: make another column first."
  package var atEnd = "The column is at that end already."
  package var gone = "The column is no longer there."
  package var roles: [Column.Role: String] = [
    .backlog: "Backlog: all there may be to do", .ready: "Ready: to be taken next",
    .doing: "Doing: worked on now", .waiting: "Waiting: for somebody else",
    .review: "Review: to be looked at",
    .done: "Done: cards here count as done",
  ]

  // Commands.
  package var add = "Add a column"
  package var rename = "Rename the column"
  package var moveLeft = "Move the column to the left"
  package var moveRight = "Move the column to the right"
  package var remove = "Delete the column"
  package var limitCards = "Limit the cards of the column"
  package var role = "Role of the column"
  package var archived = "Archived cards of this board"
  package var askArchived = "Archived cards: Enter brings one back"
  package var archivedOn = "archived %1"
  package var madeOn = "made %1"
  package var archivedCount = "%1 archived"
  package var noneArchived = "No card of this board is archived."
}
