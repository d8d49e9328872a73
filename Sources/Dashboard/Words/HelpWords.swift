/// Words of the help screen and of mistakes in the configuration.
package struct HelpWords: Sendable {
  package var title = "What you can do here"
  package var footer = "↓ ↑ · Esc closes · %1 finds every command"
  package var conflict = "the key %1 is claimed by %2; give all but one another key"
  package var shadow = "the key %1 runs %2; where that can run, it does not run %3"
  package var calendarFolder = "a calendar needs its \"folder\", from the root or from ~/"
  package var calendarTwice = "the folder %1 is named already: a folder is one client's calendar"
  package var unknownSetting =
    "“%1” is no setting; expected keys, theme, mouse, calendars, frames, reminders, bell or notify"
  package var badReminder = "%1 is no number of minutes; expected 0 to 1440"
  package var unknownKeys = "“%1” is no key; expected such as n, ctrl+r, shift+tab or g t"
  package var unknownCommand = "“%1” is no command; vahi keys lists them"
  package var unknownTheme = "there is no theme “%1”; vahi themes lists them"

  /// What is wrong with a key, as a sentence.
  package func sentence(of problem: KeyConflict) -> String {
    let commands = problem.commands.joined(separator: problem.hidden.isEmpty ? " and " : ", ")
    guard !problem.hidden.isEmpty else { return Words.fill(conflict, problem.keys, commands) }
    return Words.fill(shadow, problem.keys, commands, problem.hidden.joined(separator: ", "))
  }
}
