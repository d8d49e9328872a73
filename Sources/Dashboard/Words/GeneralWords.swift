/// Words of every screen.
package struct GeneralWords: Sendable {
  package var tooSmall = "Vahi needs %1 × %2 cells; this terminal has %3 × %4."
  package var makeLarger = "Make the window larger or the letters smaller."
  package var nothingSelected = "Nothing is selected here."
  package var noClient = "There is no client yet: make one with : new client."
  package var nothingToUndo = "There is nothing to take back."
  package var nothingToRedo = "There is nothing to bring back."
  package var readOnly = "This desk is read-only: %1"
  package var unknownKey = "%1 does nothing here; ? shows what does."
  package var today = "Today"
  package var privateClient = "•••"
  package var privateOn = "Sharing: only this client is shown. %1 shows all again."
  package var privateOff = "All clients are shown again."
  package var quit = "Quit"
  package var yes = "Yes"
  package var no = "No"
  package var cancel = "Esc cancels"
  package var accept = "Enter accepts"
  package var saveFailed = "Not saved: %1"
  package var copied = "Copied."
  package var moreBelow = "%1 more"

  // Commands.
  package var undo = "Undo the last change"
  package var undoHint = "undo"
  package var redo = "Redo what was undone"
  package var nextPane = "Next pane"
  package var paneHint = "pane"
  package var previousPane = "Previous pane"
  package var openToday = "Today, across all clients"
  package var openDesk = "Desk: board and calendar"
  package var openTime = "Today's time entries"
  package var openMatrix = "Eisenhower view of this board"
  package var openMatrixAll = "Eisenhower view of all boards"
  package var openHistory = "History: what was done when"
  package var openPalette = "Command palette"
  package var paletteHint = "commands"
  package var openHelp = "Help for this screen"
  package var helpHint = "help"
  package var share = "Screen share: show the current client alone"
  package var redraw = "Draw the screen anew"
  package var suspend = "Suspend to the shell"
  package var leave = "Leave what is open"
  package var groups: [CommandGroup: String] = [
    .moving: "Moving about", .cards: "Cards", .columns: "Columns", .timer: "Timer", .calendar: "Calendar",
    .entries: "Time entries", .clients: "Clients", .views: "Screens", .desk: "Desk",
  ]
}
