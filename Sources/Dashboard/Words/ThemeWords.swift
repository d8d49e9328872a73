/// Words of the theme screens.
package struct ThemeWords: Sendable {
}
