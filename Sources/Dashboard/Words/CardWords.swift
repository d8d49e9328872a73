/// Words of cards: their verbs, their fields, the open card.
package struct CardWords: Sendable {
  // What is asked for.
  package var cards = "%1 cards"
  package var card = "1 card"

  /// So many cards.
  package func count(_ number: Int) -> String { number == 1 ? card : Words.fill(cards, "\(number)") }

  package var askTitle = "Title"
  package var askDue = "Due: %1"
  package var askEstimate = "Estimate: %1"
  package var askLabels = "Labels: %1"
  package var askAssignee = "Who does it: %1"
  package var askWaiting = "Waiting on whom: %1"
  package var askComment = "Comment on %1"
  package var askClient = "Move %1 to whose board?"
  package var askColumn = "Move %1 to"
  package var askQuadrant = "Quadrant: %1"
  package var askLine = "New line of the checklist"
  package var askLineText = "Line of the checklist"

  // What is said while one types.
  package var dueHint = "fri · 3 dec 4pm · +7 · tomorrow 9:00 london"
  package var estimateHint = "45m · 1h30 · +15 · -10"
  package var labelsHint = "separated by commas; Tab picks one"
  package var nameHint = "a name; Tab picks one"
  package var now = "now %1"
  package var clears = "- takes it off"
  package var cleared = "takes it off"
  package var new = "new"
  package var there = "%1 %2"
  package var titleHint = "@client #label ~45m !2 >fri 4pm =who"
  package var staysText = "%1 stays text"
  package var stayText = "%1 and %2 stay text"
  /// By which keys.
  package var setBy = "set by %1"
  package var again = "alt+Enter adds and asks again"
  package var lineHint = "Enter adds and asks again, Esc ends"
  package var noTitle = "A card needs a title."
  package var notUnderstood = "“%1” is not understood: %2"
  package var noSuchClient = "No client is called so."
  package var gone = "The card is no longer there."

  // Fields.
  package var column = "Column"
  package var due = "Due"
  package var estimate = "Estimate"
  package var spent = "Spent"
  package var labels = "Labels"
  package var assignee = "Assignee"
  package var waiting = "Waiting on"
  package var quadrant = "Quadrant"
  package var created = "Created"
  package var doneAt = "Done"
  package var none = "–"
  /// How long.
  package var overdue = "overdue %1"
  package var home = "%1 in %2"

  // Sections.
  package var checklist = "Checklist"
  package var notes = "Notes"
  package var comments = "Comments, %1 clock"
  package var time = "Time, %1 clock"
  package var history = "History, %1 clock"
  package var noChecklist = "%1 adds a line"
  package var noNotes = "%1 writes notes in your editor"
  package var noLine = "No line of the checklist is selected."

  package var quadrants = [
    "urgent and important: do it", "important: plan it", "urgent: hand it on", "neither: later",
  ]

  // Commands.
  package var newAtTop = "New card at the top of the column"
  package var editTitle = "Edit the title"
  package var editNotes = "Edit the notes in your editor"
  package var setDue = "Set when it is due"
  package var dueShort = "due"
  package var setEstimate = "Set the estimate"
  package var setLabels = "Set the labels"
  package var setAssignee = "Set who does it"
  package var setWaiting = "Set whom it waits for"
  package var setQuadrant = "Set the quadrant: urgent, important"
  package var comment = "Add a dated comment"
  package var moveToColumn = "Move the card to a column"
  package var moveToClient = "Move the card to another client's board"
  package var duplicate = "Duplicate the card"
  package var archive = "Archive the card"
  package var remove = "Delete the card"
  package var markAll = "Mark all cards shown"
  package var lineDown = "Next line of the checklist"
  package var lineUp = "Line of the checklist above"
  package var tick = "Tick the line of the checklist"
  package var tickHint = "tick"
  package var addLine = "Add a line to the checklist"
  package var addLineHint = "add line"
  package var editLine = "Edit the line of the checklist, or the title"
  package var editLineHint = "edit"
  package var removeLine = "Delete the line of the checklist, or the card"
  package var lineMoveDown = "Move the line of the checklist down"
  package var lineMoveUp = "Move the line of the checklist up"
  package var scrollDown = "Scroll the card down"
  package var scrollUp = "Scroll the card up"
}
