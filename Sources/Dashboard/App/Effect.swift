import Desk

/// What an update asks the world to do; what comes of it returns as an `Input`.
package enum Effect: Equatable, Sendable {
  /// Append to the journal and apply.
  case commit(Transaction)
  /// Take back the last change that stands; reads older history first if need be.
  case undo
  case redo
  /// Read what has not been read yet: archives, old entries, the history.
  case loadEverything
  /// Put text on the clipboard.
  case copy(String)
  /// Edit text in the person's editor.
  case edit(EditTarget)
  /// Read what a folder holds, for a path that is being typed.
  case listFolder(String)
  /// Take in a file of another program; what it is shows in it.
  case importFile(ImportRequest)
  /// Write all that is planned into a calendar file.
  case exportCalendar(String)
  /// Bring the calendar folders and the desk together now, and say what came of it.
  case followCalendars
  /// Write the sample desk into this empty one.
  case openSample
  /// Open an address of the web or of mail with what the system opens such with.
  case openLink(String)
  /// Ring for what begins soon, outside the window too.
  case remind(ReminderNotice)
  /// Draw the whole screen anew.
  case redraw
  case suspend
  case quit
}
