/// Words of the help screen.
package struct HelpWords: Sendable {
  package var title = "What you can do here"
  package var footer = "j k scroll · Esc closes · : finds every command by name"
  package var conflict = "The key %1 is claimed by several commands: %2."
}
