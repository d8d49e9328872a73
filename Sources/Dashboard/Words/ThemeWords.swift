/// Words of the list of themes.
package struct ThemeWords: Sendable {
  package var title = "Themes"
  package var choose = "Choose a theme"
  package var dark = "dark"
  package var light = "light"
  package var footer = "Enter keeps it · Esc goes back"
  package var followsBackground = "a follows the terminal's background"
  package var followsConfiguration = "a goes by config.json: %1"
}
