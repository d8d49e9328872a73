/// Words of the palette screens.
package struct PaletteWords: Sendable {
}
