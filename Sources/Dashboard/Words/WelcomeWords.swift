/// Words of the welcome screens.
package struct WelcomeWords: Sendable {
}
