/// Words of the command palette.
package struct PaletteWords: Sendable {
  package var title = "Commands, clients, cards"
  package var nothing = "Nothing is called like that."
  package var client = "client"
  package var notHere = "not on this screen"
}
