/// Words of imports.
package struct TransferWords: Sendable {
  package var command = "Import a Trello board"
  package var title = "Import a Trello board"
  package var path = "File"
  package var client = "Into client"
  package var zone = "Their zone"
  package var pathHint = "as downloaded, .json"
  package var clientHint = "a new name makes a new one"
  package var footer = "In Trello: Share → Export as JSON · Enter next line · Esc leaves"
  package var running = "Reading the board …"
  package var wait = "One moment."
  package var done = "u takes the whole import back · Esc closes"
  package var again = "Any key: try again"
}
