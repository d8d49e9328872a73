/// Words of the board.
package struct BoardWords: Sendable {
  package var title = "board"
  package var empty = "No cards. %1 makes one."
  package var noMatch = "No card matches “%1”. Esc shows all."
  package var noColumns = "This board has no columns. %1 makes one."
  package var due = "due %1"
  package var estimate = "est %1"
  package var waiting = "waiting: %1"
  package var overLimit = "over limit"
  package var overdue = "overdue %1"
  package var spent = "%1 of %2"
  package var filter = "filter: %1 (%2)"
  package var marked = "%1 marked"
  package var noTarget = "There is no column in that direction."
  package var sorts: [BoardState.Sort: String] = [
    .byHand: "by hand", .byDue: "by due time", .byQuadrant: "by quadrant", .byTitle: "by title",
    .byAge: "oldest first",
  ]
  package var isSorted = "The cards are sorted; %1 brings back the order by hand."
  package var atEnd = "It is at that end already."
  package var noWork = "No card is selected."
  package var noColumn = "No column is selected."

  package var matches = "%1 of %2 cards"
  package var filterExamples = "words · #label · due:week · due:overdue · =who · !1 · is:waiting"
  package var unknownDue = "%1 is not understood: due:week, due:overdue, due:none, due:<3dec"
  package var unknownState = "%1 is not understood: is:open, is:done, is:waiting, is:mine"
  package var unknownQuadrant = "%1 is not understood: !1 to !4"

  /// That a word of a filter means nothing, and what could be typed.
  func notUnderstood(_ word: String) -> String {
    let sentences = ["d": unknownDue, "i": unknownState, "!": unknownQuadrant]
    return Words.fill(sentences[word.prefix(1).lowercased()] ?? unknownState, word)
  }

  package var sortTitle = "Sort the cards"

  // Commands.
  package var left = "Select to the left"
  package var right = "Select to the right"
  package var up = "Select above"
  package var down = "Select below"
  package var first = "Select the first"
  package var last = "Select the last"
  package var pageUp = "A page up"
  package var pageDown = "A page down"
  package var moveRight = "Move the card a column to the right"
  package var moveRightHint = "move"
  package var moveLeft = "Move the card a column to the left"
  package var moveUp = "Move the card up"
  package var moveDown = "Move the card down"
  package var filteredOut = "the filter hides it, Esc shows all"
  package var newCard = "New card"
  package var newHint = "new"
  package var newCardPrompt = "New card in %1"
  package var openCard = "Open the card"
  package var openHint = "open"
  package var mark = "Mark or unmark the card"
  package var filterCards = "Filter the cards"
  package var filterHint = "filter"
  package var sortCards = "Sort the cards of this board"
  package var done = "Done, or not done after all"
  package var doneHint = "done"
}
