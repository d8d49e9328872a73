/// Words of the help screen.
package struct HelpWords: Sendable {
  package var conflict = "The key %1 is claimed by several commands: %2."
}
