import Desk

/// Words of the history: what each kind of change is called once it is done.
package struct HistoryWords: Sendable {
  package var undone = "Taken back: %1"
  package var redone = "Done again: %1"
  /// A sentence for each action, with the transaction's arguments.
  package var actions: [String: String] = [
    "card.add": "New card “%1” in %2", "card.move": "Moved “%1” to %2", "card.done": "Done: “%1”",
    "card.reopen": "Not done after all: “%1”", "card.remove": "Deleted “%1”",
    "card.notes": "Notes of “%1” saved",
    "card.duplicate": "Copied “%1”", "card.edit": "Changed “%1”",
    "timer.start": "Timer started: %1", "timer.switch": "Timer switched to %1",
    "timer.stop": "Timer stopped: %1",
    "entry.add": "Entry added: %1", "entry.edit": "Entry changed: %1", "entry.split": "Entry split: %1",
    "entry.join": "Entries joined: %1", "entry.remove": "Entry deleted: %1",
    "block.add": "Block planned: %1", "block.edit": "Block changed: %1", "block.move": "Block moved: %1",
    "block.resize": "Block resized: %1", "block.remove": "Block deleted: %1",
    "client.add": "New client %1", "client.edit": "Changed client %1", "client.remove": "Deleted client %1",
    "client.archive": "Archived client %1", "client.restore": "Client %1 is back",
    "desk.setup": "Welcome, %1", "column.add": "New column %1", "column.edit": "Changed column %1",
    "column.move": "Moved column %1", "column.remove": "Removed column %1",
    "settings.edit": "Settings changed",
    "import.trello": "Imported from Trello: %1",
  ]

  /// What a transaction did, as a sentence.
  package func sentence(of transaction: Transaction) -> String {
    let plain = Words.fill(actions[transaction.action] ?? transaction.action, transaction.arguments)
    guard transaction.reverses != nil else { return plain }
    return Words.fill(transaction.isRedo ? redone : undone, plain)
  }
}
