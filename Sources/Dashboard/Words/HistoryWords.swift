import Civil
import Desk

/// Words of the history: what each kind of change is called once it is done.
package struct HistoryWords: Sendable {
  package var title = "History"
  package var changes = "%1 changes"
  package var oneChange = "1 change"
  package var empty = "Nothing has been changed yet. Whatever you do stands here, and %1 takes it back."
  package var takenBackMark = "↶ taken back"
  package var gone = "What this was about is not there any more."
  package var open = "Go to what was changed"
  package var openHint = "go there"
  package var up = "Select the newer"
  package var down = "Select the older"
  package var first = "Select the newest"
  package var last = "Select the oldest"

  package var dates = DateWords.english
  package var dateSpan = "%1 – %2"
  package var undone = "Taken back: %1"
  package var redone = "Done again: %1"
  /// A sentence for each action, with the transaction's arguments.
  package var actions: [String: String] = [
    "card.add": "New card “%1” in %2", "card.move": "Moved “%1” to %2", "card.done": "Done: “%1”",
    "card.reopen": "Not done after all: “%1”", "card.remove": "Deleted “%1”",
    "card.move.timer": "Moved “%1” to %2 · the timer goes on for them", "card.up": "Moved “%1” up",
    "card.down": "Moved “%1” down",
    "card.notes": "Notes of “%1” saved",
    "card.duplicate": "Copied “%1”", "card.edit": "Changed “%1”",
    "card.title": "Now called “%1”", "card.due": "“%1” is due %2",
    "card.due.none": "“%1” is not due any more",
    "card.estimate": "“%1” is estimated at %2", "card.estimate.none": "“%1” has no estimate now",
    "card.labels": "Labels of “%1”: %2", "card.labels.none": "“%1” has no labels now",
    "card.assignee": "“%1” is for %2", "card.assignee.none": "“%1” is for nobody in particular",
    "card.waiting": "“%1” waits for %2", "card.waiting.none": "“%1” waits for nobody",
    "card.quadrant": "“%1”: %2", "card.archive": "Archived “%1”", "card.restore": "“%1” is back on the board",
    "card.comment": "Comment on “%1”", "card.checklist": "Checklist of “%1”: %2",
    "card.checklist.add": "Checklist of “%1”: added %2",
    "card.checklist.remove": "Checklist of “%1”: deleted %2",
    "card.checklist.edit": "Checklist of “%1”: now %2", "card.checklist.move": "Checklist of “%1”: moved %2",
    "timer.start": "Timer started: %1", "timer.switch": "Timer switched to %1",
    "timer.stop": "Timer stopped: %1", "timer.interrupt": "Interrupted by %1",
    "timer.interrupt.unnamed": "Interrupted", "timer.back": "Back to %1",
    "entry.add": "Entry added: %1", "entry.edit": "Entry changed: %1", "entry.split": "Entry split: %1",
    "entry.join": "Entries joined: %1", "entry.remove": "Entry deleted: %1",
    "block.add": "Block planned: %1", "block.edit": "Block changed: %1", "block.move": "Block moved: %1",
    "block.resize": "Block resized: %1", "block.remove": "Block deleted: %1",
    "plan.accept": "Planned: %1",
    "client.add": "New client %1", "client.edit": "Changed client %1", "client.remove": "Deleted client %1",
    "client.archive": "Archived client %1", "client.restore": "Client %1 is back",
    "desk.setup": "Welcome, %1", "column.add": "New column %1", "column.edit": "Changed column %1",
    "column.move": "Moved column %1", "column.remove": "Removed column %1",
    "travel.add": "Journey planned: %1 %2", "travel.remove": "Journey cancelled: %1 %2",
    "client.holidays": "Holidays of %1 changed", "settings.edit": "Settings changed",
    "desk.sample": "The sample desk was laid out",
    "import.trello": "Imported from Trello: %1", "import.ics": "Imported calendar %1",
    "calendar.follow": "%1 events came from a calendar folder",
    "calendar.follow.one": "“%1” came from a calendar folder",
    "calendar.follow.gone": "%1 events were taken away in a calendar folder",
    "calendar.follow.gone.one": "“%1” was taken away in a calendar folder",
    "calendar.follow.some": "From a calendar folder: %1 events came, %2 were taken away",
    "calendar.follow.both": "Both versions of “%1” kept: it was changed here and in a calendar folder",
    "calendar.follow.both.some":
      "Both versions of “%1” and of %2 more kept: they were changed here and in a calendar folder",
    "calendar.follow.same": "A calendar folder says the same in other words",
  ]

  // When a block or an entry is since it was changed, or how long.
  package var blockMoved = "Block moved to %1: %2"
  package var blockResized = "Block resized to %1: %2"
  package var entryChanged = "Entry changed to %1: %2"
  package var timeSpan = "%1–%2"
  package var stillRuns = "…"

  // What of a column was changed.
  package var column = "Column %1: %2"
  package var columnName = "now called %1"
  package var columnLimit = "at most %1 cards"
  package var columnOneCard = "at most 1 card"
  package var columnNoLimit = "any number of cards"
  package var columnRole = "stands for %1"
  package var columnToLeft = "moved to the left"
  package var columnToRight = "moved to the right"
  package var columnRoles: [Column.Role: String] = [
    .backlog: "backlog", .ready: "ready", .doing: "doing", .waiting: "waiting", .review: "review",
    .done: "done",
  ]

  /// The same for several cards at once; the first argument is how many.
  package var several: [String: String] = [
    "card.move": "Moved %1 cards to %2",
    "card.move.timer": "Moved %1 cards to %2 · the timer goes on for them", "card.done": "Done: %1 cards",
    "card.reopen": "Not done after all: %1 cards", "card.remove": "Deleted %1 cards",
    "card.duplicate": "Copied %1 cards", "card.edit": "Changed %1 cards",
    "card.due": "%1 cards are due %2", "card.due.none": "%1 cards are not due any more",
    "card.estimate": "%1 cards are estimated at %2 each",
    "card.estimate.none": "%1 cards have no estimate now",
    "card.labels": "Labels of %1 cards changed", "card.labels.none": "Labels of %1 cards changed",
    "card.assignee": "%1 cards are for %2", "card.assignee.none": "%1 cards are for nobody in particular",
    "card.waiting": "%1 cards wait for %2", "card.waiting.none": "%1 cards wait for nobody",
    "card.quadrant": "%1 cards: %2", "card.archive": "Archived %1 cards",
    "card.restore": "%1 cards are back on the board", "card.comment": "Comment on %1 cards",
    "plan.accept": "Planned %2 blocks",
  ]

  /// So many changes.
  package func count(_ number: Int) -> String {
    number == 1 ? oneChange : Words.fill(changes, "\(number)")
  }

  /// What a transaction did, as a sentence; times are home's.
  package func sentence(of transaction: Transaction, _ desk: Desk) -> String {
    var sentence = actions[transaction.action] ?? transaction.action
    if transaction.subjects > 1, let plural = several[transaction.action] { sentence = plural }
    let plain =
      columnSentence(of: transaction) ?? timeSentence(of: transaction, desk)
      ?? Words.fill(sentence, journeyArguments(of: transaction) ?? transaction.arguments)
    return reversal(of: transaction, plain)
  }

  /// What was done, or that it was taken back or done again.
  func reversal(of transaction: Transaction, _ plain: String) -> String {
    guard transaction.reverses != nil else { return plain }
    return Words.fill(transaction.isRedo ? redone : undone, plain)
  }

  /// Place and dates of a journey as they are told everywhere; nil where it is none.
  private func journeyArguments(of transaction: Transaction) -> [String]? {
    let arguments = transaction.arguments
    guard transaction.action.hasPrefix("travel."), arguments.count == 3,
      let from = CivilDate(text: arguments[1]), let to = CivilDate(text: arguments[2])
    else { return nil }
    let today = WallTime(utc: transaction.at).date
    let days = (from == to ? [from] : [from, to]).map { DateText.long($0, today: today, dates) }
    return [arguments[0], days.count == 1 ? days[0] : Words.fill(dateSpan, days[0], days[1])]
  }
}

extension Transaction {
  /// How many records it is about: of cards, without the entries of a timer that goes with one.
  fileprivate var subjects: Int {
    action.hasPrefix("card.") ? changes.count { $0.key.kind == "card" } : changes.count
  }
}
