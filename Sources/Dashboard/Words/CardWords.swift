/// Words of the card screens.
package struct CardWords: Sendable {
}
